"""The outline of a paper: headings that begin at level 1 and step down one level at a time, as a screen reader expects.

A template may write its sections with any level of heading; what counts is which of them stand under which.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mundraft.document.tree import Block, Document, HeaderBlock, Heading, ReferenceList, Title

#: The level of the paper's sections, which the resources list shares.
SECTION_LEVEL = 1


class Placed(NamedTuple):
    """A block where it stands: whether it begins a page, and whether it is a header below other text."""

    block: Block
    begins_page: bool
    header_below_text: bool


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


def on_pages(document: Document) -> Iterator[Placed]:
    """Every block as in `in_outline`, and where it stands. The first of all begins a page without being told to."""
    above: Block | None = None
    for block, told in zip(in_outline(document), _begins_page(document), strict=True):
        begins = told and above is not None
        below_text = not begins and isinstance(block, HeaderBlock) and not isinstance(above, Title | None)
        yield Placed(block, begins, below_text)
        above = block


def _begins_page(document: Document) -> Iterator[bool]:
    begins = False
    for part in document.parts:
        begins = begins or part.new_page  # kept for what follows where a part is empty
        for block in part.blocks:
            yield begins or (isinstance(block, ReferenceList) and block.own_page)
            begins = False
