"""A part of the paper as plain text with what it cites, to copy or to begin one's own words from."""

from __future__ import annotations

from collections.abc import Iterable

from mundraft.citation.resolve import marks_in
from mundraft.document.tree import (
    Block,
    CitationMark,
    Document,
    Heading,
    Inlines,
    ListBlock,
    Origin,
    Part,
    block_paragraphs,
    inline_text,
)
from mundraft.paper.model import Citation
from mundraft.tui.preview import PartId


def section_text(document: Document, part_id: PartId | None, *, plain: bool = False) -> str:
    """The text of a part, "" where there is none. `plain` leaves out headings, gaps and the marks of citations."""
    part = next((part for part in document.parts if (part.key, part.topic) == part_id), None)
    if part is None:
        return ""
    pieces = [_block_text(block, plain) for block in part.blocks if not (plain and isinstance(block, Heading))]
    return "\n\n".join(piece for piece in pieces if piece)


def section_cites(parts: Iterable[Part], part_id: PartId) -> tuple[Citation, ...]:
    """Everything that a part cites, each once, in the order of the text."""
    marks = marks_in(part for part in parts if (part.key, part.topic) == part_id)
    cited = dict.fromkeys((one.source, one.locator) for mark in marks for one in mark.cites)
    return tuple(Citation(source=source, locator=locator) for source, locator in cited)


def _block_text(block: Block, plain: bool) -> str:
    mark = "- " if isinstance(block, ListBlock) else ""
    lines = (_words(inlines, plain) for inlines in block_paragraphs(block))
    return "\n".join(f"{mark}{line}" for line in lines if line)


def _words(inlines: Inlines, plain: bool) -> str:
    if not plain:
        return inline_text(inlines)
    said = "".join(
        item.text for item in inlines if not isinstance(item, CitationMark) and item.origin is not Origin.GAP
    )
    return " ".join(said.split()).replace(" .", ".")
