"""The outline of a paper: headings that begin at level 1 and step down one level at a time, as a screen reader expects.

A template may write its sections with any level of heading; what counts is which of them stand under which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from mundraft.document.tree import Block, Document, HeaderBlock, Heading, ReferenceList, Title

#: The level of the paper's sections, which the resources list shares.
SECTION_LEVEL = 1
_DEEPEST_LEVEL = 3

_AnyBlock = TypeVar("_AnyBlock", bound=Block)


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
    for part in document.parts:
        for block in part.blocks:
            yield _at_depth(block, open_levels) if isinstance(block, Heading) else block


def _at_depth(heading: Heading, open_levels: list[int]) -> Heading:
    """A heading at its depth below those that are open, by the levels that they were written with; it is then one."""
    while open_levels and open_levels[-1] >= heading.level:
        open_levels.pop()
    open_levels.append(heading.level)
    depth = min(len(open_levels), _DEEPEST_LEVEL)
    return heading if depth == heading.level else heading._replace(level=depth)


def on_pages(document: Document) -> Iterator[Placed]:
    """Every block as in `in_outline`, and where it stands. The first of all begins a page without being told to."""
    above: Block | None = None
    open_levels: list[int] = []
    told = False
    for part in document.parts:
        told = told or part.new_page  # kept for what follows where a part is empty
        for block in part.blocks:
            begins = above is not None and (told or (isinstance(block, ReferenceList) and block.own_page))
            told = False
            if isinstance(block, Heading):
                block = _at_depth(block, open_levels)  # noqa: PLW2901
            below_text = isinstance(block, HeaderBlock) and not begins and not isinstance(above, Title | None)
            yield Placed(block, begins, below_text)
            above = block


def without_bare_headings(parts: Sequence[tuple[str, tuple[_AnyBlock, ...]]]) -> list[tuple[_AnyBlock, ...]]:
    """The blocks of each keyed part without headings that have nothing under them.

    A heading of level 2 or 3 in a block of the template stands over that block alone, so it goes when the rest of the
    block has vanished. One of level 1, or between the blocks, stands over what follows up to the next of its level."""
    kept: list[tuple[_AnyBlock, ...]] = []
    below = 0  # the deepest level of heading that still has something under it when it stands here
    for key, blocks in reversed(parts):
        below_here = min(below, 1) if key else below
        left: list[_AnyBlock] = []
        for block in reversed(blocks):
            if isinstance(block, Heading):
                if block.level > below_here:
                    continue
                below = below_here = block.level - 1
            else:
                below = below_here = _DEEPEST_LEVEL
            left.append(block)
        kept.append(tuple(reversed(left)))
    return kept[::-1]
