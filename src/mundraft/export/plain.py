"""A document as plain text, for the web forms into which conferences have papers pasted."""

from __future__ import annotations

from collections.abc import Iterator

from mundraft.document.links import live_address
from mundraft.document.outline import in_outline
from mundraft.document.tree import (
    Block,
    CitationMark,
    Document,
    Inline,
    Inlines,
    Link,
    ListBlock,
    Paragraph,
    Reference,
)


def document_to_text(document: Document) -> str:
    """The paper as text: one paragraph a line, a blank line between two, never wrapped. It ends with a newline.

    A form that wraps lines itself would turn wrapped text into ragged lines."""
    header = "\n".join(f"{line.label}: {_words(line.value)}" for line in document.header)
    pieces = [document.title.strip(), header, *(_block(block) for block in in_outline(document)), *_resources(document)]
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def _block(block: Block) -> str:
    if not isinstance(block, ListBlock):
        return _words(block.inlines)
    items = [item for item in block.items if item]
    return "\n".join(_item(f"{number}. " if block.ordered else "- ", item) for number, item in enumerate(items, 1))


def _item(mark: str, item: tuple[Paragraph, ...]) -> str:
    return mark + "\n".join(_words(paragraph.inlines) for paragraph in item)


def _resources(document: Document) -> Iterator[str]:
    if document.references:
        yield document.references_title
        yield "\n".join(_reference(reference) for reference in document.references)


def _reference(reference: Reference) -> str:
    return (f"[{reference.number}] " if reference.number else "") + _words(reference.inlines)


def _words(inlines: Inlines) -> str:
    return "".join(_inline(inline) for inline in inlines).strip("\n")


def _inline(inline: Inline) -> str:
    if isinstance(inline, CitationMark):
        return inline.label
    if isinstance(inline, Link):
        address = live_address(inline.url)
        # Text has no link to follow, so the address must stand in the open here.
        return f"{inline.text} <{address}>" if address and address != inline.text else inline.text
    return inline.text
