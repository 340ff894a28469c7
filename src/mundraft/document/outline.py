"""The outline of a paper: headings that begin at level 1 and step down one level at a time, as a screen reader expects.

A template may write its sections with any level of heading; what counts is which of them stand under which.
"""

from __future__ import annotations

from collections.abc import Iterator

from mundraft.document.tree import Block, Document, Heading, ReferenceList

#: The level of the paper's sections, which the resources list shares.
SECTION_LEVEL = 1


def in_outline(document: Document) -> Iterator[Block]:
    """Every block in order, each heading at its depth in the outline (from 1).

    A heading stands under the last one before it that was written with a higher level; two that were written with
    the same level under the same heading get the same depth."""
    return (block for block, _ in on_pages(document))


def on_pages(document: Document) -> Iterator[tuple[Block, bool]]:
    """Every block as in `in_outline`, with whether it begins a page; the first of all begins one anyway."""
    open_levels: list[int] = []
    for block, begins_page in _paged(document):
        if not isinstance(block, Heading):
            yield block, begins_page
            continue
        while open_levels and open_levels[-1] >= block.level:
            open_levels.pop()
        open_levels.append(block.level)
        depth = min(len(open_levels), 3)
        yield (block if depth == block.level else block._replace(level=depth)), begins_page


def _paged(document: Document) -> Iterator[tuple[Block, bool]]:
    first, begins = True, False
    for part in document.parts:
        begins = begins or part.new_page
        for block in part.blocks:
            yield block, not first and (begins or (isinstance(block, ReferenceList) and block.own_page))
            first = begins = False
