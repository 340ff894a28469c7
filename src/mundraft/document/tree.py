"""The document tree: what a paper says, in the order it says it, with no knowledge of Word or of templates.

Everything is immutable and compares by value, so that a preview redraws only the parts that changed. Named tuples do
so for a tenth of what frozen dataclasses cost at each start, and for half of what they cost for each run of words.
No text in it is markup: an exporter escapes what its format needs and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from mundraft.document.layout import Layout


class Origin(StrEnum):
    """Whose words a run is: the tool's promise is that it can always say."""

    DELEGATE = "delegate"
    TEMPLATE = "template"
    QUOTED = "quoted"
    #: names, titles and dates looked up in the library at the delegate's choice, and the marks of citations
    LIBRARY = "library"
    #: the visible mark of an answer that is still missing; never part of a finished paper
    GAP = "gap"


class Run(NamedTuple):
    """Words of one origin and one look. A newline inside is a line break."""

    text: str
    origin: Origin
    bold: bool = False
    italic: bool = False


class Cited(NamedTuple):
    """One source cited at one place. `number` is its place in the resources list, 0 until that is known."""

    source: str
    locator: str = ""
    number: int = 0


class CitationMark(NamedTuple):
    """Citations standing together, and the label that the citation style prints for them ("[1, art. 35; 2]").

    A cited source that the paper does not hold has the number 0 and is shown as a gap."""

    cites: tuple[Cited, ...]
    label: str = ""


class Link(NamedTuple):
    """Words that lead to an http or https address."""

    text: str
    url: str
    origin: Origin = Origin.LIBRARY
    italic: bool = False


Inline: TypeAlias = Run | CitationMark | Link
Inlines: TypeAlias = tuple[Inline, ...]


class ParagraphRole(StrEnum):
    """What a paragraph is, which decides its style."""

    BODY = "body"
    QUOTATION = "quotation"


class Paragraph(NamedTuple):
    inlines: Inlines
    role: ParagraphRole = ParagraphRole.BODY


class Heading(NamedTuple):
    """A heading of level 1 to 3 (the paper's title is not a heading)."""

    level: int
    inlines: Inlines


class ListBlock(NamedTuple):
    """A list; each item is one or more paragraphs. Every ordered list counts from 1."""

    items: tuple[tuple[Paragraph, ...], ...]
    ordered: bool = False


Block: TypeAlias = Paragraph | Heading | ListBlock


class Part(NamedTuple):
    """A named piece of the paper (a block of the template): what the preview redraws and a delegate may write alone.

    `key` is the template's name for it, `topic` the id of the topic it belongs to ("" for the whole paper)."""

    key: str
    blocks: tuple[Block, ...]
    topic: str = ""
    #: True where the delegate wrote this part in place of the template
    own_words: bool = False


class HeaderLine(NamedTuple):
    """One line of the header block, such as Committee: General Assembly Third Committee."""

    label: str
    value: Inlines


class Reference(NamedTuple):
    """One entry of the resources list, already worded in the citation style."""

    number: int
    source: str
    inlines: Inlines


class Document(NamedTuple):
    """A whole paper, ready for any exporter."""

    title: str
    header: tuple[HeaderLine, ...]
    parts: tuple[Part, ...]
    references: tuple[Reference, ...] = ()
    references_title: str = "Resources"
    language: str = "en-GB"
    authors: tuple[str, ...] = ()
    layout: Layout = Layout()

    def blocks(self) -> Iterator[Block]:
        """Every block of the body in order, without the header block and the resources list."""
        for part in self.parts:
            yield from part.blocks


def inline_text(inlines: Inlines) -> str:
    """The words of some inlines as plain text, citation marks by their label."""
    return "".join([item.label if isinstance(item, CitationMark) else item.text for item in inlines])


def block_paragraphs(block: Block) -> Iterator[Inlines]:
    """The inlines of each paragraph or heading of a block, list items included."""
    if isinstance(block, ListBlock):
        for item in block.items:
            for paragraph in item:
                yield paragraph.inlines
    else:
        yield block.inlines
