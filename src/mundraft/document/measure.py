"""How long a paper is: its words, exactly, and its pages, as near as can be said without setting the type.

Pages are estimated by filling lines with the widths of a font and pages with the lines, under the same styles and the
same rules about headings and single lines as the Word file. Word and LibreOffice differ from one another by more than
this does from either, so a last page that is almost full, or almost empty, is called borderline.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mundraft.document.layout import Layout
from mundraft.document.outline import SECTION_LEVEL, in_outline
from mundraft.document.tree import (
    AROUND,
    Block,
    Document,
    HeaderBlock,
    Heading,
    Inlines,
    Link,
    ListBlock,
    Origin,
    Paragraph,
    ParagraphRole,
    Run,
    Title,
    block_paragraphs,
    printed,
)
from mundraft.document.typography import (
    BIBLIOGRAPHY,
    BODY,
    HEADER_BLOCK,
    HEADINGS,
    LIST_CONTINUE,
    LIST_NUMBER,
    PAGE_POINTS,
    QUOTE,
    RULE_THICKNESS,
    TITLE,
    ParagraphStyle,
    line_multiple,
    margin_points,
    text_size,
)
from mundraft.document.widths import face_of, is_known, lines_filled, word_widths
from mundraft.text.counting import count_words

# How full a last page may be before a slightly longer or shorter setting would change the number of pages.
_NEARLY_FULL, _NEARLY_EMPTY = 0.93, 0.03


class Words(NamedTuple):
    """Words as Word counts them. `total` is the body with its headings, and the resources list only where the
    layout's rules count it; the header block and answers that are still missing are never counted."""

    total: int
    references: int
    #: the words of each part, by its topic's id ("" for the whole paper) and its key
    by_part: dict[tuple[str, str], int]


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
    body = sum(by_part.values())
    return Words(body + references * document.layout.count_references, references, by_part)


def pages(document: Document) -> Pages:
    """About how many pages the Word file will take."""
    layout = document.layout
    _, height = PAGE_POINTS[layout.page]
    sheet = _Sheet(height - 2 * margin_points(layout))
    stretches = list(_stretches(document))
    for index, stretch in enumerate(stretches):
        sheet.place(stretch, _kept_with(stretches, index))
    hanging = stretches[-1].leading if stretches else 0.0
    last = max(0.0, sheet.used - hanging) / sheet.height
    unsure = not is_known(layout.font) or last > _NEARLY_FULL or (sheet.full > 0 and last < _NEARLY_EMPTY)
    return Pages(sheet.full + min(last, 1.0), unsure)


@lru_cache(maxsize=4096)
def _words_in(block: Block) -> int:
    return sum(_words_of(inlines) for inlines in block_paragraphs(block))


def _words_of(inlines: Inlines) -> int:
    return count_words("".join([inline.text for inline in printed(inlines) if inline.origin is not Origin.GAP]))


class _Stretch(NamedTuple):
    """A paragraph as a number of lines of one height (points). `leading` is the part of it that is empty, which may
    hang over the foot of a page."""

    style: ParagraphStyle
    lines: int
    line: float
    leading: float

    @property
    def unsplit(self) -> int:
        """How many of its lines must stand together at its start: two, or all where two cannot be left behind."""
        return self.lines if self.style.keep_lines or self.lines < 4 else 2


def _stretches(document: Document) -> Iterator[_Stretch]:
    for style, inlines in _styled(document):
        yield _stretch(style, inlines, document.layout)


def _styled(document: Document) -> Iterator[tuple[ParagraphStyle, Inlines]]:
    """Every paragraph with its style, in the order of the Word file."""
    for block in in_outline(document):
        yield from _styled_block(block)


def _styled_block(block: Block) -> Iterator[tuple[ParagraphStyle, Inlines]]:
    if isinstance(block, Paragraph):
        yield (QUOTE if block.role is ParagraphRole.QUOTATION else BODY), block.inlines
    elif isinstance(block, Heading):
        yield HEADINGS[block.level - 1], block.inlines
    elif isinstance(block, Title):
        yield TITLE, block.inlines
    elif isinstance(block, HeaderBlock):
        for line in block_paragraphs(block):
            yield HEADER_BLOCK, line
    elif isinstance(block, ListBlock):
        for item in block.items:
            for index, paragraph in enumerate(item):
                yield (LIST_CONTINUE if index else LIST_NUMBER), paragraph.inlines
    else:
        yield HEADINGS[SECTION_LEVEL - 1], (Run(block.title, Origin.TEMPLATE),)
        for entry in block.entries:
            yield BIBLIOGRAPHY, entry.inlines


@lru_cache(maxsize=4096)
def _stretch(style: ParagraphStyle, inlines: Inlines, layout: Layout) -> _Stretch:
    size = text_size(layout, style)
    page_width, _ = PAGE_POINTS[layout.page]
    column = page_width - 2 * margin_points(layout) - style.left - style.right
    runs = [
        (inline.text, word_widths(layout.font, style.bold or _is_bold(inline), style.italic or inline.italic))
        for inline in printed(inlines)
    ]
    single = size * face_of(layout.font).line_height / 1000
    height = single * line_multiple(layout)
    return _Stretch(style, lines_filled(runs, column * 1000 / size), height, max(0.0, height - single))


def _is_bold(inline: Run | Link) -> bool:
    return isinstance(inline, Run) and (inline.bold or inline.origin is Origin.GAP)


def _kept_with(stretches: list[_Stretch], index: int) -> float:
    """The height of what must stand on the same page after this paragraph (points)."""
    height = -stretches[index].leading
    while stretches[index].style.keep_with_next and index + 1 < len(stretches):
        before, index = stretches[index], index + 1
        following = stretches[index]
        height += before.leading + _gap(before.style, following.style)
        height += following.unsplit * following.line - following.leading
    return height


def _gap(above: ParagraphStyle | None, below: ParagraphStyle) -> float:
    """The space between two paragraphs, or at the head of a page where there is none above."""
    if above is None:
        return 0.0
    if above is below and above.close_together:
        return 0.0
    rule = above.rule_below + RULE_THICKNESS if above.rule_below else 0.0
    return rule + max(above.after, below.before)


class _Sheet:
    """Pages being filled: how many are full, and how much of the height of the last is used (points)."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.full = 0
        self.used = 0.0
        self._above: ParagraphStyle | None = None

    def place(self, stretch: _Stretch, kept: float) -> None:
        """Set a paragraph under the last one, on a new page where it and what is `kept` with it would not fit."""
        first = stretch.unsplit * stretch.line
        if self.used and self.used + _gap(self._above, stretch.style) + first + kept > self.height:
            self._turn()
        self.used += _gap(self._above, stretch.style)
        self._above = stretch.style
        left = stretch.lines
        while self.used + left * stretch.line - stretch.leading > self.height:
            left -= self._fitting(left, stretch)
            self._turn()
        self.used += left * stretch.line
        self._above = stretch.style

    def _fitting(self, left: int, stretch: _Stretch) -> int:
        """How many of the lines that are left go on this page; two at least go over together."""
        room = int((self.height - self.used + stretch.leading) // stretch.line)
        return max(1, min(room, left - 2))

    def _turn(self) -> None:
        self.full += 1
        self.used = 0.0
        self._above = None
