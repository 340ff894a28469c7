"""Blocks of the document tree as styled text: whose words each run is can be seen by its colour."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from mundraft.document.tree import (
    Block,
    CitationMark,
    Document,
    Heading,
    Inline,
    Inlines,
    Link,
    ListBlock,
    Origin,
    Paragraph,
    ParagraphRole,
)

_STYLES = {
    Origin.DELEGATE: "$mine",
    Origin.TEMPLATE: "$template-words",
    Origin.QUOTED: "$mine italic",
    Origin.LIBRARY: "$lookup",
    Origin.GAP: "$gap bold",
}


def shown_inlines(inlines: Inlines) -> Content:
    """Words in the colour of their origin."""
    return Content("").join(_shown(item) for item in inlines)


def _shown(item: Inline) -> Content:
    if isinstance(item, CitationMark):
        known = all(cite.number for cite in item.cites)
        return Content.styled(item.label, "$lookup" if known else "$gap bold")
    if isinstance(item, Link):
        return Content.styled(item.text, _STYLES[item.origin] + " underline")
    style = _STYLES[item.origin] + (" bold" if item.bold else "") + (" italic" if item.italic else "")
    return Content.styled(item.text, style)


def shown_blocks(blocks: tuple[Block, ...]) -> Content:
    """A part's blocks, an empty line between them."""
    return Content("\n\n").join(piece for block in blocks for piece in _shown_block(block))


def _shown_block(block: Block) -> Iterator[Content]:
    if isinstance(block, Heading):
        yield shown_inlines(block.inlines).stylize("bold")
    elif isinstance(block, ListBlock):
        yield Content("\n").join(_shown_items(block))
    elif isinstance(block, Paragraph) and block.role is ParagraphRole.QUOTATION:
        yield Content("  ") + shown_inlines(block.inlines)
    else:
        yield shown_inlines(block.inlines)


def _shown_items(block: ListBlock) -> Iterator[Content]:
    for number, item in enumerate(block.items, start=1):
        mark = f"{number}. " if block.ordered else "• "
        yield Content(mark) + Content("\n   ").join(shown_inlines(paragraph.inlines) for paragraph in item)


def shown_head(document: Document) -> Content:
    """The title and the header block."""
    title = Content.styled(document.title, "bold $primary")
    lines = [
        Content.styled(f"{line.label}: " if line.label else "", "$template-words") + shown_inlines(line.value)
        for line in document.header
    ]
    return Content("\n").join([title, *lines])


def shown_references(document: Document) -> Content:
    """The resources list."""
    if not document.references:
        return Content("")
    entries = [Content(f"[{entry.number}] ") + shown_inlines(entry.inlines) for entry in document.references]
    return Content("\n").join([Content.styled(document.references_title, "bold"), *entries])
