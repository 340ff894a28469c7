"""A document as paragraphs set in lines: how many lines each fills, how high they are, and what must stay together.

The same styles rule here as in the Word file, so that pages can be filled with what this gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from mundraft.document.layout import Layout
from mundraft.document.line_ends import held_together
from mundraft.document.outline import SECTION_LEVEL, Placed, on_pages
from mundraft.document.tree import (
    CitationMark,
    Document,
    HeaderBlock,
    HeaderColumn,
    Heading,
    Inline,
    Inlines,
    Link,
    ListBlock,
    Note,
    Origin,
    Paragraph,
    ParagraphRole,
    ReferenceList,
    Run,
    Title,
)
from mundraft.document.typography import (
    ABOVE_HEADER,
    BELOW_RUNNING_HEADER,
    BIBLIOGRAPHY,
    BODY,
    COLUMN_GAP,
    ENDNOTE,
    FOOTNOTE,
    HEADER_BLOCK,
    HEADER_BLOCK_PLAIN,
    HEADINGS,
    LIST_BULLET,
    LIST_CONTINUE,
    LIST_NUMBER,
    PAGE_POINTS,
    QUOTE,
    RUNNING_HEADER,
    TITLE,
    ParagraphStyle,
    dressed,
    font_of,
    line_multiple,
    margin_points,
    multiple,
    picture_of,
    text_size,
)
from mundraft.document.widths import WordWidths, face_of, lines_filled, word_widths

#: How a note's number is set in the text: about as wide as so many of these, of the size of the body.
_RAISED_DIGIT = "r"
#: How far letters reach below the line, as a share of their size.
_BELOW_LINE = 0.22


class Stretch(NamedTuple):
    """A paragraph as a number of lines of one height (points). `leading` is the part of it that is empty, which may
    hang over the foot of a page."""

    style: ParagraphStyle
    lines: int
    line: float
    leading: float
    #: the notes that stand at the foot of its page, each with the line (from 0) in which its mark is
    notes: tuple[tuple[int, Stretch], ...] = ()
    begins_page: bool = False

    @property
    def unsplit(self) -> int:
        """How many of its lines must stand together at its start: two, or all where two cannot be left behind."""
        return self.lines if self.style.keep_lines or self.lines < 4 else 2


def stretches(document: Document) -> Iterator[Stretch]:
    """Every paragraph in the order of the Word file; endnotes at the end."""
    layout = document.layout
    notes = {} if document.notes_at_end else {note.number: note for note in document.notes}
    for placed in on_pages(document):
        for index, stretch in enumerate(_of_block(placed, layout, notes)):
            yield stretch._replace(begins_page=True) if placed.begins_page and not index else stretch
    if document.notes_at_end:
        for note in document.notes:
            yield _note(note, ENDNOTE, layout)


def header_height(block: HeaderBlock | None, layout: Layout, *, first_page: bool = False) -> float:
    """How high the header of a page is, with its picture and the space below it (points); 0 where there is none."""
    picture = picture_of(layout)
    height = 0.0
    if picture and (picture.every_page or first_page):
        # A picture stands on its line as a letter would; what hangs below the line is left free.
        height = picture.height + _BELOW_LINE * text_size(layout, RUNNING_HEADER)
    if block:
        stretch = _columns(block, layout, RUNNING_HEADER)
        height += stretch.lines * stretch.line
    return height + BELOW_RUNNING_HEADER if height else 0.0


def _of_block(placed: Placed, layout: Layout, notes: Mapping[int, Note]) -> Iterator[Stretch]:
    block = placed.block
    if isinstance(block, HeaderBlock):
        yield from _header(block, layout, ABOVE_HEADER if placed.header_below_text else 0.0)
        return
    for plain, inlines in _styled(block):
        style = dressed(layout, plain)
        stretch = _stretch(style, inlines, layout)
        yield stretch._replace(notes=tuple(_notes(style, inlines, layout, notes))) if notes else stretch


def _styled(block: Paragraph | Heading | Title | ListBlock | ReferenceList) -> Iterator[tuple[ParagraphStyle, Inlines]]:
    """The paragraphs of a block, each with its style."""
    if isinstance(block, Paragraph):
        yield (QUOTE if block.role is ParagraphRole.QUOTATION else BODY), block.inlines
    elif isinstance(block, Heading):
        yield HEADINGS[block.level - 1], block.inlines
    elif isinstance(block, Title):
        yield TITLE, block.inlines
    elif isinstance(block, ListBlock):
        marked = LIST_NUMBER if block.ordered else LIST_BULLET
        for item in block.items:
            for index, paragraph in enumerate(item):
                yield (LIST_CONTINUE if index else marked), paragraph.inlines
    else:
        yield HEADINGS[SECTION_LEVEL - 1], (Run(block.title, Origin.TEMPLATE),)
        for entry in block.entries:
            yield (BIBLIOGRAPHY if entry.label else _UNLABELLED), entry.inlines


# A label fills what hangs out before the words; without one the words begin there.
_UNLABELLED = BIBLIOGRAPHY._replace(words_hang=True)


def _header(block: HeaderBlock, layout: Layout, above: float) -> Iterator[Stretch]:
    if len(block.columns) > 1:
        yield _columns(block, layout, dressed(layout, HEADER_BLOCK_PLAIN), above)
        return
    style = dressed(layout, HEADER_BLOCK if block.ruled else HEADER_BLOCK_PLAIN)
    for column in block.columns:
        for index, line in enumerate(column.lines):
            spaced = style if index else style._replace(before=above)
            yield _stretch(spaced, line, layout, block.line_spacing)


def _columns(block: HeaderBlock, layout: Layout, style: ParagraphStyle, above: float = 0.0) -> Stretch:
    """Columns side by side as one line, as high as the highest; the space after them is part of it."""
    narrower = style._replace(right=_beside(len(block.columns), layout))
    heights = [_column_height(column, layout, narrower, block.line_spacing) for column in block.columns]
    return Stretch(style._replace(after=0.0), 1, above + max(heights, default=0.0) + style.after, 0.0)


def _column_height(column: HeaderColumn, layout: Layout, style: ParagraphStyle, spacing: float) -> float:
    set_lines = [_stretch(style, line, layout, spacing) for line in column.lines]
    return sum(stretch.lines * stretch.line for stretch in set_lines)


def _beside(columns: int, layout: Layout) -> float:
    """The width of the text that is not a column's own."""
    if columns < 2:
        return 0.0
    page, _ = PAGE_POINTS[layout.page]
    width = page - 2 * margin_points(layout)
    return width - width / columns + COLUMN_GAP


@lru_cache(maxsize=4096)
def _stretch(style: ParagraphStyle, inlines: Inlines, layout: Layout, spacing: float = 0.0) -> Stretch:
    size = text_size(layout, style)
    single = size * face_of(font_of(layout, style)).line_height / 1000
    height = single * (multiple(spacing) if spacing else line_multiple(layout, style))
    return Stretch(style, _lines(style, inlines, layout), height, max(0.0, height - single))


def _lines(style: ParagraphStyle, inlines: Inlines, layout: Layout) -> int:
    page, _ = PAGE_POINTS[layout.page]
    column = page - 2 * margin_points(layout) - style.left - style.right
    thousandths = 1000 / text_size(layout, style)
    hanging = style.hanging if style.words_hang else 0.0
    return lines_filled(_runs(style, inlines, font_of(layout, style)), column * thousandths, hanging * thousandths)


def _runs(style: ParagraphStyle, inlines: Inlines, font: str) -> list[tuple[str, WordWidths]]:
    shown = tuple([_raised(inline) for inline in inlines]) if CitationMark in map(type, inlines) else inlines
    return [
        (
            words.text.upper() if style.capitals else words.text,
            word_widths(font, style.bold or _is_bold(words), style.italic or words.italic),
        )
        for words in held_together(shown)
    ]


def _raised(inline: Inline) -> Inline:
    """The number of a note where one stands."""
    if not isinstance(inline, CitationMark) or not inline.note:
        return inline
    return Run(_RAISED_DIGIT * len(str(inline.note)), Origin.LIBRARY)


def _is_bold(inline: Run | Link) -> bool:
    return isinstance(inline, Run) and (inline.bold or inline.origin is Origin.GAP)


def _notes(
    style: ParagraphStyle, inlines: Inlines, layout: Layout, notes: Mapping[int, Note]
) -> Iterator[tuple[int, Stretch]]:
    """The notes of a paragraph, each with the line in which its mark stands."""
    for index, inline in enumerate(inlines):
        if isinstance(inline, CitationMark) and inline.note in notes:
            line = _lines(style, inlines[: index + 1], layout) - 1
            yield line, _note(notes[inline.note], FOOTNOTE, layout)


def _note(note: Note, style: ParagraphStyle, layout: Layout) -> Stretch:
    number: Inline = Run(_RAISED_DIGIT * len(str(note.number)) + " ", Origin.LIBRARY)
    return _stretch(dressed(layout, style), (number, *note.inlines), layout)
