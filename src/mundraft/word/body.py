"""The body of the Word document: the document tree as WordprocessingML text."""

from __future__ import annotations

from mundraft.document.layout import Layout
from mundraft.document.outline import SECTION_LEVEL, Placed, on_pages
from mundraft.document.tree import (
    Document,
    HeaderBlock,
    Heading,
    ListBlock,
    Origin,
    Paragraph,
    ParagraphRole,
    Place,
    Reference,
    ReferenceList,
    Run,
    TextBlock,
    Title,
)
from mundraft.document.typography import (
    ABOVE_HEADER,
    BIBLIOGRAPHY,
    BODY,
    HEADER_BLOCK,
    HEADER_BLOCK_PLAIN,
    HEADINGS,
    LIST_BULLET,
    LIST_CONTINUE,
    LIST_NUMBER,
    QUOTE,
    TITLE,
)
from mundraft.word.header_block import PAGE_BREAK, Lines, columns_xml, lines_xml, placed, stands_in_columns
from mundraft.word.numbering import BULLETS, FIRST_ORDERED
from mundraft.word.story import Story

_ROLE_STYLES = {ParagraphRole.BODY: BODY.style_id, ParagraphRole.QUOTATION: QUOTE.style_id}
# Word joins two tables that nothing parts, and needs a paragraph after the last.
_PARTED = '<w:p><w:pPr><w:pStyle w:val="HeaderBlockPlain"/></w:pPr></w:p>'


class Body:
    """Writes one document's body; `ordered_lists` tells afterwards how many numbered lists it holds."""

    def __init__(self, story: Story, layout: Layout) -> None:
        self._story = story
        self._layout = layout
        self._after_table = False
        self.ordered_lists = 0

    def xml(self, document: Document) -> str:
        """All paragraphs of the document in order."""
        written = "".join([self._placed(placed) for placed in on_pages(document)])
        return written + _PARTED if self._after_table else written

    def _placed(self, placed: Placed) -> str:
        page = PAGE_BREAK if placed.begins_page else ""
        if isinstance(placed.block, HeaderBlock):
            return self._header(placed.block, page, ABOVE_HEADER if placed.header_below_text else 0.0)
        return self._block(placed.block, page)

    def _block(self, block: TextBlock | Title | ReferenceList, page: str) -> str:
        """A block; `page` is what its first paragraph says of the page."""
        self._after_table = False
        if isinstance(block, Paragraph):  # asked early, since nearly every block is one
            return self._story.paragraph(_ROLE_STYLES[block.role], block.inlines, page)
        if isinstance(block, Heading):
            return self._story.paragraph(HEADINGS[block.level - 1].style_id, block.inlines, page)
        if isinstance(block, ListBlock):
            return self._list(block, page)
        if isinstance(block, Title):
            setting = "" if block.at is Place.CENTRE else placed(block.at, block.inlines)
            return self._story.paragraph(TITLE.style_id, block.inlines, page, setting)
        return self._resources(block, page)

    def _header(self, block: HeaderBlock, page: str, above: float) -> str:
        parted = _PARTED if self._after_table else ""
        self._after_table = stands_in_columns(block)
        style = HEADER_BLOCK if block.ruled and not self._after_table else HEADER_BLOCK_PLAIN
        lines = Lines(self._story, style.style_id, block.line_spacing, page, above)
        return parted + (columns_xml(block, lines, self._layout) if self._after_table else lines_xml(block, lines))

    def _list(self, block: ListBlock, page: str) -> str:
        style, number = LIST_BULLET.style_id, BULLETS
        if block.ordered:
            style, number = LIST_NUMBER.style_id, FIRST_ORDERED + self.ordered_lists
            self.ordered_lists += 1
        numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        items = [item for item in block.items if item]
        return "".join(self._item(item, style, numbered if at else page + numbered) for at, item in enumerate(items))

    def _item(self, item: tuple[Paragraph, ...], style: str, flow: str) -> str:
        first = self._story.paragraph(style, item[0].inlines, flow)
        return first + "".join(self._story.paragraph(LIST_CONTINUE.style_id, more.inlines) for more in item[1:])

    def _resources(self, listed: ReferenceList, page: str) -> str:
        title = (Run(listed.title, Origin.TEMPLATE),)
        heading = self._story.paragraph(HEADINGS[SECTION_LEVEL - 1].style_id, title, page)
        return heading + "".join([self._reference(entry) for entry in listed.entries])

    def _reference(self, reference: Reference) -> str:
        label = (Run(f"{reference.label}\t", Origin.LIBRARY),) if reference.label else ()
        return self._story.paragraph(BIBLIOGRAPHY.style_id, (*label, *reference.inlines))
