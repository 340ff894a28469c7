"""Header blocks: lines under one another, or columns of lines side by side.

Columns are the cells of one row of a table without borders. Tab stops would read the lines of both columns mixed, and
let a long value run into the other column; columns of a section cannot stand at the head of every page. A table of one
row is read cell by cell in its order by every program and every screen reader, and each value wraps where it stands.
"""

from __future__ import annotations

from typing import NamedTuple

from mundraft.document.layout import Layout
from mundraft.document.looks import Picture
from mundraft.document.tree import HeaderBlock, HeaderColumn, Inlines, Place, Words, inline_text
from mundraft.document.typography import (
    BELOW_RUNNING_HEADER,
    COLUMN_GAP,
    PAGE_POINTS,
    RUNNING_HEADER,
    margin_points,
    multiple,
)
from mundraft.word.direction import is_right_to_left
from mundraft.word.picture import picture_xml
from mundraft.word.story import Story
from mundraft.word.xml import twips

PAGE_BREAK = "<w:pageBreakBefore/>"
_PLACES = {Place.LEFT: "left", Place.CENTRE: "center", Place.RIGHT: "right"}
_FROM_RIGHT = {"left": "right", "right": "left"}


def stands_in_columns(block: HeaderBlock) -> bool:
    """Whether there is more than one column to set side by side."""
    return len(block.columns) > 1


def placed(at: Place, inlines: Inlines) -> str:
    """The alignment that puts words at a place. Word turns left and right round where they run from the right."""
    side = _PLACES[at]
    if is_right_to_left(inline_text(inlines)):
        side = _FROM_RIGHT.get(side, side)
    return f'<w:jc w:val="{side}"/>'


class Lines(NamedTuple):
    """How the lines of a block are written: into which story, in which style, `spacing` as a multiple of single (0 for
    that of the style); what the first of a column says of the page, and the space above it in points."""

    story: Story
    style: str
    spacing: float = 0.0
    page: str = ""
    above: float = 0.0

    def column(self, column: HeaderColumn) -> str:
        """The lines of a column."""
        return "".join(self._line(line, column.at, first=index == 0) for index, line in enumerate(column.lines))

    def _line(self, line: Words, at: Place, *, first: bool) -> str:
        before = f' w:before="{twips(self.above)}"' if first and self.above else ""
        height = f' w:line="{round(multiple(self.spacing) * 240)}" w:lineRule="auto"' if self.spacing else ""
        spacing = f"<w:spacing{before}{height}/>" if before or height else ""
        setting = spacing + ("" if at is Place.LEFT else placed(at, line))
        return self.story.paragraph(self.style, line, self.page if first else "", setting)


def lines_xml(block: HeaderBlock, lines: Lines) -> str:
    """The lines of a block of one column."""
    return "".join(lines.column(column) for column in block.columns)


def columns_xml(block: HeaderBlock, lines: Lines, layout: Layout) -> str:
    """The columns of a block side by side, over the whole width of the text."""
    paper, _ = PAGE_POINTS[layout.page]
    width = twips(paper - 2 * margin_points(layout))
    count = len(block.columns)
    widths = [width * (index + 1) // count - width * index // count for index in range(count)]
    cells = ""
    for index, (column, one) in enumerate(zip(block.columns, widths, strict=True)):
        words = (lines._replace(page="") if index else lines).column(column) or lines.story.paragraph(lines.style, ())
        gap = "" if index == count - 1 else f'<w:tcMar><w:right w:w="{twips(COLUMN_GAP)}" w:type="dxa"/></w:tcMar>'
        cells += f'<w:tc><w:tcPr><w:tcW w:w="{one}" w:type="dxa"/>{gap}</w:tcPr>{words}</w:tc>'
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{_NO_MARGINS}'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr>{_ROW}{cells}</w:tr></w:tbl>"
    )


def header_xml(block: HeaderBlock | None, picture: Picture | None, story: Story, layout: Layout) -> str:
    """The head of a page, its picture above its block: the inside of a `w:hdr`, which must end with a paragraph."""
    drawn = picture_xml(picture) if picture else ""
    return drawn + (_running(block, story, layout) if block else "") + _SPACE_BELOW


def _running(block: HeaderBlock, story: Story, layout: Layout) -> str:
    lines = Lines(story, RUNNING_HEADER.style_id, block.line_spacing)
    return columns_xml(block, lines, layout) if stands_in_columns(block) else lines_xml(block, lines)


_NO_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
# Word's accessibility check asks every table for a header row; this one has no other row.
_ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
# A paragraph, since LibreOffice counts the space below the last line of a cell twice in a header.
_SPACE_BELOW = (
    '<w:p><w:pPr><w:pStyle w:val="Header"/>'
    f'<w:spacing w:before="0" w:after="0" w:line="{twips(BELOW_RUNNING_HEADER)}" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:pPr></w:p>'
)
