"""The outline of a paper: headings that begin at level 1 and step down one level at a time, as a screen reader expects.

A template may write its sections with any level of heading; what counts is which of them stand under which.
"""

from __future__ import annotations

from collections.abc import Iterator

from mundraft.document.tree import Block, Document, Heading

#: The level of the paper's sections, which the resources list shares.
SECTION_LEVEL = 1


def in_outline(document: Document) -> Iterator[Block]:
    """Every block in order, each heading at its depth in the outline (from 1).

    A heading stands under the last one before it that was written with a higher level; two that were written with
    the same level under the same heading get the same depth."""
    open_levels: list[int] = []
    for block in document.blocks():
        if not isinstance(block, Heading):
            yield block
            continue
        while open_levels and open_levels[-1] >= block.level:
            open_levels.pop()
        open_levels.append(block.level)
        depth = min(len(open_levels), 3)
        yield block if depth == block.level else block._replace(level=depth)
