"""A document as plain text, for the web forms into which conferences have papers pasted.

Text has neither feet of pages nor columns: notes stand numbered in brackets after all the rest, the columns of a header
one after the other, and what runs at the head of every page stands once, at the start.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mundraft.document.links import live_address
from mundraft.document.outline import in_outline
from mundraft.document.tree import (
    Block,
    Document,
    HeaderBlock,
    Heading,
    Inlines,
    Link,
    ListBlock,
    Paragraph,
    Reference,
    ReferenceList,
    Run,
    Title,
    block_paragraphs,
)
from mundraft.export.note_marks import NOTES_TITLE, note_mark, with_note_marks


def document_to_text(document: Document) -> str:
    """The paper as text: one paragraph a line, a blank line between two, never wrapped. It ends with a newline.

    A form that wraps lines itself would turn wrapped text into ragged lines."""
    return "\n\n".join(piece for piece in _pieces(document) if piece) + "\n"


def blocks_to_text(blocks: Iterable[Block]) -> str:
    """Some blocks of a document in the same form, without what stands around them."""
    return "\n\n".join(piece for block in blocks for piece in _block_pieces(block) if piece)


def _pieces(document: Document) -> Iterator[str]:
    if document.running:
        yield from _block_pieces(document.running)
    for block in in_outline(document):
        yield from _block_pieces(block)
    if document.notes:
        yield NOTES_TITLE
        yield "\n".join(f"{note_mark(note.number)} {_words(note.inlines)}" for note in document.notes)


def _block_pieces(block: Block) -> Iterator[str]:
    if isinstance(block, ReferenceList):
        yield block.title
        yield "\n".join(_reference(entry) for entry in block.entries)
    elif isinstance(block, HeaderBlock):
        yield "\n".join(_words(line) for line in block_paragraphs(block))
    else:
        yield _block(block)


def _block(block: Paragraph | Heading | ListBlock | Title) -> str:
    if not isinstance(block, ListBlock):
        return _words(block.inlines)
    items = [item for item in block.items if item]
    return "\n".join(_item(f"{number}. " if block.ordered else "- ", item) for number, item in enumerate(items, 1))


def _item(mark: str, item: tuple[Paragraph, ...]) -> str:
    return mark + "\n".join(_words(paragraph.inlines) for paragraph in item)


def _reference(reference: Reference) -> str:
    """An entry of a list, with the addresses behind its words at its end: amid them they would part title and year."""
    hidden = dict.fromkeys(filter(None, map(_address_behind, reference.inlines)))
    words = "".join(inline.text for inline in reference.inlines).strip("\n")
    return " ".join([*filter(None, [reference.label, words]), *(f"<{address}>" for address in hidden)])


def _words(inlines: Inlines) -> str:
    return "".join(_inline(inline) for inline in with_note_marks(inlines)).strip("\n")


def _inline(inline: Run | Link) -> str:
    address = _address_behind(inline)
    return f"{inline.text} <{address}>" if address else inline.text


def _address_behind(inline: Run | Link) -> str:
    """The address that a reader of text, which has no link to follow, could not know otherwise."""
    address = live_address(inline.url) if isinstance(inline, Link) else ""
    return address if address != inline.text else ""
