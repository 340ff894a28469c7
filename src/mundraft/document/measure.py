"""How long a paper is: its words, exactly, and its pages, as near as can be said without setting the type.

Pages are estimated by filling lines with the widths of a font (`setting`) and pages with the lines (`sheets`), under
the same styles and the same rules about headings and single lines as the Word file. Word and LibreOffice differ from
one another by more than this does from either, so a last page that is almost full, or almost empty, is called
borderline.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from mundraft.document.layout import Layout
from mundraft.document.setting import header_height, stretches
from mundraft.document.sheets import Ending, Sheets
from mundraft.document.tree import AROUND, Block, Document, HeaderBlock, Inlines, Origin, block_paragraphs, printed
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
from mundraft.text.counting import count_words

# How full a last page may be before a slightly longer or shorter setting would change the number of pages.
_NEARLY_FULL, _NEARLY_EMPTY = 0.93, 0.03
# Each page with notes may hold a line more or fewer: programs set the line above notes in other ways, and LibreOffice
# lets a note begin on the page after its mark.
_UNSURE_BY_NOTES = 0.025
#: The styles that fill pages: what font a heading of one line has makes no difference.
_MOST_OF_A_PAPER = (BODY, QUOTE, LIST_NUMBER, BIBLIOGRAPHY)


class Words(NamedTuple):
    """Words as Word counts them. `total` is the body with its headings, and the resources list and the notes only
    where the layout's rules count them; the header block and answers that are still missing are never counted.

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
    by_part: dict[tuple[str, str], int] = {}
    for part in document.parts:
        if part.key in AROUND:
            continue
        key = (part.topic, part.key)
        by_part[key] = by_part.get(key, 0) + sum(_words_in(block) for block in part.blocks)
    references = sum(_words_of(reference.inlines) for reference in document.references())
    notes = sum(_words_of(note.inlines) for note in document.notes)
    layout = document.layout
    counted = sum(by_part.values()) + references * layout.count_references + notes * layout.count_notes
    return Words(counted, references, by_part, notes)


def pages(document: Document) -> Pages:
    """About how many pages the Word file will take."""
    layout, running = document.layout, document.running
    height = text_height(layout, running)
    taken = height - text_height(layout, running, first_page=True)
    endings = Sheets(height).fill(list(stretches(document)), taken)
    about = sum(ending.pages for ending in endings) - 1 + endings[-1].share
    # LibreOffice begins a page with endnotes, and Word goes on under the text.
    known = all(is_known(font_of(layout, style)) for style in _MOST_OF_A_PAPER)
    unsure = not known or bool(document.notes_at_end and document.notes)
    return Pages(about, unsure or any(_on_the_edge(ending) for ending in endings))


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


def _on_the_edge(ending: Ending) -> bool:
    """Whether a slightly longer or shorter setting would end on another page."""
    notes = ending.with_notes * _UNSURE_BY_NOTES
    return ending.share > _NEARLY_FULL - notes or (ending.pages > 1 and ending.share < _NEARLY_EMPTY + notes)


@lru_cache(maxsize=4096)
def _words_in(block: Block) -> int:
    return sum(_words_of(inlines) for inlines in block_paragraphs(block))


def _words_of(inlines: Inlines) -> int:
    return count_words("".join([inline.text for inline in printed(inlines) if inline.origin is not Origin.GAP]))
