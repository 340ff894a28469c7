"""Blocks of the document tree as styled text: whose words each run is can be seen by its colour."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from mundraft.document.tree import (
    Block,
    HeaderBlock,
    Heading,
    Inlines,
    Link,
    ListBlock,
    Origin,
    Paragraph,
    ParagraphRole,
    ReferenceList,
    Run,
    Title,
    block_paragraphs,
    printed,
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
    return Content("").join(_shown(item) for item in printed(inlines))


def _shown(item: Run | Link) -> Content:
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
    elif isinstance(block, Title):
        yield Content.styled(shown_inlines(block.inlines).plain, "bold $primary")
    elif isinstance(block, HeaderBlock):
        yield Content("\n").join(shown_inlines(line) for line in block_paragraphs(block))
    elif isinstance(block, ReferenceList):
        yield Content("\n").join([Content.styled(block.title, "bold"), *_shown_entries(block)])
    else:
        yield shown_inlines(block.inlines)


def _shown_items(block: ListBlock) -> Iterator[Content]:
    for number, item in enumerate(block.items, start=1):
        mark = f"{number}. " if block.ordered else "• "
        yield Content(mark) + Content("\n   ").join(shown_inlines(paragraph.inlines) for paragraph in item)


def _shown_entries(listed: ReferenceList) -> Iterator[Content]:
    for entry in listed.entries:
        yield Content(f"{entry.label} " if entry.label else "") + shown_inlines(entry.inlines)
