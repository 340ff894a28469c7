"""The outline of a paper: headings that step down one level at a time, as a screen reader expects them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mundraft.document.tree import Block, Document, Heading


def in_outline(document: Document) -> Iterator[Block]:
    """Every block of the body in order; a heading that would skip a level is lifted to the level it may have."""
    above = 0
    for block in document.blocks():
        if isinstance(block, Heading):
            level = max(1, min(block.level, above + 1, 3))
            above = level
            yield block if level == block.level else replace(block, level=level)
        else:
            yield block


def section_level(document: Document) -> int:
    """The level of the paper's sections, which the resources list shares: that of its highest heading, or 1."""
    return min((block.level for block in in_outline(document) if isinstance(block, Heading)), default=1)
