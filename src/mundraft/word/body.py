"""The body of the Word document: the document tree as WordprocessingML text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from mundraft.document.links import live_address
from mundraft.document.outline import SECTION_LEVEL, in_outline
from mundraft.document.tree import (
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
    Reference,
    ReferenceList,
    Run,
    Title,
    Words,
    block_paragraphs,
    inline_text,
    printed,
)
from mundraft.document.typography import (
    BIBLIOGRAPHY,
    BODY,
    HEADER_BLOCK,
    HEADINGS,
    LIST_BULLET,
    LIST_CONTINUE,
    LIST_NUMBER,
    QUOTE,
    TITLE,
)
from mundraft.word.direction import is_right_to_left, stretches
from mundraft.word.numbering import BULLETS, FIRST_ORDERED
from mundraft.word.xml import run_xml

#: Gives the relationship id under which the document part leads to an address.
Relate = Callable[[str], str]

_GAP = '<w:rStyle w:val="MissingAnswer"/><w:highlight w:val="yellow"/>'
_LINK = '<w:rStyle w:val="Hyperlink"/>'
_BOLD_ITALIC = {
    (bold, italic): ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    for bold in (False, True)
    for italic in (False, True)
}
_MISSING = Origin.GAP
_ROLE_STYLES = {ParagraphRole.BODY: BODY.style_id, ParagraphRole.QUOTATION: QUOTE.style_id}


class Body:
    """Writes one document's body; `ordered_lists` tells afterwards how many numbered lists it holds."""

    def __init__(self, relate: Relate) -> None:
        self._relate = relate
        self.ordered_lists = 0

    def xml(self, document: Document) -> str:
        """All paragraphs of the document in order."""
        return "".join([self._block(block) for block in in_outline(document)])

    def _block(self, block: Block) -> str:
        if isinstance(block, Paragraph):  # asked first, since nearly every block is one
            return self._paragraph(_ROLE_STYLES[block.role], block.inlines)
        if isinstance(block, Heading):
            return self._paragraph(HEADINGS[block.level - 1].style_id, block.inlines)
        if isinstance(block, ListBlock):
            return self._list(block)
        if isinstance(block, Title):
            return self._paragraph(TITLE.style_id, block.inlines)
        if isinstance(block, HeaderBlock):
            return "".join([self._paragraph(HEADER_BLOCK.style_id, line) for line in block_paragraphs(block)])
        return self._resources(block)

    def _list(self, block: ListBlock) -> str:
        style, number = LIST_BULLET.style_id, BULLETS
        if block.ordered:
            style, number = LIST_NUMBER.style_id, FIRST_ORDERED + self.ordered_lists
            self.ordered_lists += 1
        return "".join(self._item(item, style, number) for item in block.items if item)

    def _item(self, item: tuple[Paragraph, ...], style: str, number: int) -> str:
        numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        first = self._paragraph(style, item[0].inlines, numbered)
        return first + "".join(self._paragraph(LIST_CONTINUE.style_id, paragraph.inlines) for paragraph in item[1:])

    def _resources(self, listed: ReferenceList) -> str:
        heading = self._paragraph(HEADINGS[SECTION_LEVEL - 1].style_id, (Run(listed.title, Origin.TEMPLATE),))
        return heading + "".join([self._reference(entry) for entry in listed.entries])

    def _reference(self, reference: Reference) -> str:
        label = (Run(f"{reference.label}\t", Origin.LIBRARY),) if reference.label else ()
        return self._paragraph(BIBLIOGRAPHY.style_id, (*label, *reference.inlines))

    def _paragraph(self, style: str, inlines: Inlines, numbered: str = "") -> str:
        from_right = is_right_to_left(inline_text(inlines))
        bidi = "<w:bidi/>" if from_right else ""
        runs = "".join(
            [self._looking_alike(looks, tuple(alike), from_right) for looks, alike in groupby(printed(inlines), _looks)]
        )
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{numbered}{bidi}</w:pPr>{runs}</w:p>'

    def _looking_alike(self, looks: str, inlines: Words, from_right: bool) -> str:
        """Neighbours of one look as one run, whoever wrote them: fewer runs are easier to edit. Links stay apart."""
        if looks.startswith(_LINK):
            return "".join(self._link(inline, looks, from_right) for inline in inlines if isinstance(inline, Link))
        return _runs(inline_text(inlines), looks, from_right)

    def _link(self, link: Link, looks: str, from_right: bool) -> str:
        relation = self._relate(live_address(link.url))
        return f'<w:hyperlink r:id="{relation}" w:history="1">{_runs(link.text, looks, from_right)}</w:hyperlink>'


def _looks(inline: Run | Link) -> str:
    """How an inline looks: the inside of its `w:rPr`, in the schema's order."""
    if isinstance(inline, Run):  # asked first, since nearly every inline is one
        if inline.origin is _MISSING:
            return _GAP
        return _BOLD_ITALIC[inline.bold, inline.italic] if inline.bold or inline.italic else ""
    return (_LINK if inline.text and live_address(inline.url) else "") + _BOLD_ITALIC[False, inline.italic]


def _runs(text: str, looks: str, from_right: bool) -> str:
    """Runs of one look, one for each stretch of one direction."""
    return "".join(
        [
            run_xml(stretch, looks + "<w:rtl/>" if stretch_from_right else looks)
            for stretch, stretch_from_right in stretches(text, from_right)
        ]
    )
