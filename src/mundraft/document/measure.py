"""How long a paper is: its words, exactly, and its pages, as near as can be said without setting the type.

Pages are estimated by filling lines with the widths of a font (`setting`) and pages with the lines (`sheets`), under
the same styles and the same rules about headings and single lines as the Word file. Word and LibreOffice differ from
one another by more than this does from either, so a paper that would take other pages if they were a little higher or
lower is called borderline.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from mundraft.document.layout import Layout
from mundraft.document.setting import header_height, stretches
from mundraft.document.sheets import Sheets
from mundraft.document.tree import AROUND, Block, Document, HeaderBlock, block_paragraphs
from mundraft.document.typography import (
    BIBLIOGRAPHY,
    BODY,
    FOOTER,
    LIST_NUMBER,
    PAGE_POINTS,
    QUOTE,
    edge_points,
    font_of,
    margin_points,
    text_size,
)
from mundraft.document.widths import face_of, is_known
from mundraft.document.written import without_gaps, written_words

#: By which share of a page's height another program may set a paper higher or lower, so that it takes other pages. On
#: 1,280 papers half of this was enough for every miss (`tools/compare_pages.py`).
_UNSURE = 0.012
#: The same where notes stand at the foot: programs set the line above them in other ways, and LibreOffice lets a note
#: begin on the page after its mark.
_UNSURE_WITH_NOTES = 0.025
#: The styles that fill pages: what font a heading of one line has makes no difference.
_MOST_OF_A_PAPER = (BODY, QUOTE, LIST_NUMBER, BIBLIOGRAPHY)


class Words(NamedTuple):
    """Words as Word counts them. `total` is the body with its headings, and the resources list and the notes only
    where the layout's rules count them; the header block and answers that are still missing are never counted, nor is
    the template's frame around these: an empty paper has no words.

    Without such a rule notes are not counted, as in Word's own count (`ComputeStatistics`, whose
    `IncludeFootnotesAndEndnotes` is false unless it is asked for)."""

    total: int
    references: int
    #: the words of each part, by its topic's id ("" for the whole paper) and its key
    by_part: dict[tuple[str, str], int]
    notes: int = 0


class Pages(NamedTuple):
    """An estimate: 1.9 is a first page that is full and a second that is nine tenths full. `borderline` says that
    Word may well come to one page more or fewer."""

    about: float
    borderline: bool


def words(document: Document) -> Words:
    """The words of a document. What has been counted once is remembered, block by block."""
    document = without_gaps(document)
    by_part: dict[tuple[str, str], int] = {}
    for part in document.parts:
        if part.key not in AROUND:
            key = (part.topic, part.key)
            by_part[key] = by_part.get(key, 0) + sum(map(_words_in, part.blocks))
    references = sum(written_words(reference.inlines) for reference in document.references())
    notes = sum(written_words(note.inlines) for note in document.notes)
    layout = document.layout
    counted = sum(by_part.values()) + references * layout.count_references + notes * layout.count_notes
    return Words(counted, references, by_part, notes)


def pages(document: Document) -> Pages:
    """About how many pages the Word file will take; borderline where pages that are a little higher or lower would make
    their number another. Endnotes follow the text, as Word sets them."""
    layout, running = document.layout, document.running
    height = text_height(layout, running)
    taken = height - text_height(layout, running, first_page=True)
    every = list(stretches(document))
    filled = Sheets(height).fill(every, taken)
    unsure = _UNSURE_WITH_NOTES if document.notes else _UNSURE
    others = (Sheets(height * scale).fill(every, taken).pages for scale in (1 - unsure, 1 + unsure))
    known = all(is_known(font_of(layout, style)) for style in _MOST_OF_A_PAPER)
    return Pages(filled.pages - 1 + filled.share, not known or any(number != filled.pages for number in others))


def text_height(layout: Layout, running: HeaderBlock | None = None, *, first_page: bool = False) -> float:
    """The height of a page between what stands at its head and at its foot (points); a picture may stand at the head
    of the first page alone."""
    _, height = PAGE_POINTS[layout.page]
    margin, edge = margin_points(layout), edge_points(layout)
    header = header_height(running, layout, first_page=first_page)
    above = edge + header if header else 0.0
    number = text_size(layout, FOOTER) * face_of(font_of(layout, FOOTER)).line_height / 1000
    below = edge + number if layout.page_numbers else 0.0
    return height - max(margin, above) - max(margin, below)


@lru_cache(maxsize=4096)
def _words_in(block: Block) -> int:
    return sum(written_words(inlines) for inlines in block_paragraphs(block))
