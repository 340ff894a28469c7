"""How long a document is, or its part on one topic, with the resources list or without."""

from __future__ import annotations

from typing import NamedTuple

from mundraft.document.measure import Pages, pages, words
from mundraft.document.tree import (
    AROUND,
    DISCLOSURE,
    RESOURCES,
    Document,
    ListBlock,
    Paragraph,
    Part,
)
from mundraft.document.written import marked_notes

#: How much of a page the estimate is unsure of in any case.
_UNSURE = 0.05


class Extent(NamedTuple):
    """`borderline` says that Word may well come to one page more or fewer; `unsure` is a share of a page."""

    words: int
    pages: float
    paragraphs: int
    borderline: bool
    unsure: float = _UNSURE


def extent(document: Document, topic: str = "", *, resources: bool) -> Extent:
    """The extent of a document, or of the part on one topic (its id), with the resources list or without.

    The header block counts towards the pages of the whole, and the page of a disclosure towards nothing."""
    parts = tuple(part for part in document.parts if _belongs(part, topic, resources))
    told = marked_notes(parts)
    some = document._replace(
        parts=parts,
        notes=tuple(note for note in document.notes if note.number in told),
        layout=document.layout._replace(count_references=resources),
    )
    about = pages(some)
    return Extent(words(some).total, about.about, _paragraphs(some), about.borderline)


def pages_to_hand_in(document: Document) -> Pages:
    """About how many pages a delegate hands in, as limits count them: without the page of a disclosure."""
    return pages(document._replace(parts=tuple(part for part in document.parts if part.key != DISCLOSURE)))


def _belongs(part: Part, topic: str, resources: bool) -> bool:
    if part.key == DISCLOSURE or (part.key == RESOURCES and not resources):
        return False
    return not topic or part.topic == topic


def _paragraphs(document: Document) -> int:
    count = 0
    for part in document.parts:
        if part.key in AROUND:
            continue
        for block in part.blocks:
            if isinstance(block, Paragraph):
                count += 1
            elif isinstance(block, ListBlock):
                count += sum(len(item) for item in block.items)
    return count
