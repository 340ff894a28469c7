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


class Link(NamedTuple):
    """Words that lead to an http or https address."""

    text: str
    url: str
    origin: Origin = Origin.LIBRARY
    italic: bool = False


#: What is printed as it stands.
Words: TypeAlias = tuple[Run | Link, ...]


class CitationMark(NamedTuple):
    """Citations standing together, and what the citation style prints for them: "[1, art. 35; 2]", "(Smith 35)".

    With `note` they stand as the note of that number, and `label` is empty. A cited source that the paper does not
    hold has the number 0, and the style shows a gap for it."""

    cites: tuple[Cited, ...]
    label: Words = ()
    note: int = 0


Inline: TypeAlias = Run | CitationMark | Link
Inlines: TypeAlias = tuple[Inline, ...]


class Place(StrEnum):
    """Where on the width of the page something stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Title(NamedTuple):
    """The paper's title as it is printed, which the outline does not count as a heading."""

    inlines: Words
    at: Place = Place.CENTRE


class HeaderColumn(NamedTuple):
    """Lines of a header block that stand under one another."""

    lines: tuple[Words, ...]
    at: Place = Place.LEFT


class HeaderBlock(NamedTuple):
    """Who writes to whom about what: Committee, Country, School. Two columns stand side by side.

    `line_spacing` is a multiple of single, 0 for that of the paper (single at the head of every page). `ruled` draws a
    thin line under one column."""

    columns: tuple[HeaderColumn, ...]
    line_spacing: float = 0.0
    ruled: bool = False


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


class Reference(NamedTuple):
    """One entry of a resources list, worded in the citation style. `label` stands before it: "[1]", "•", or nothing."""

    label: str
    source: str
    inlines: Words


class ReferenceList(NamedTuple):
    """A resources list under its title. `own_page`: it begins a page."""

    title: str
    entries: tuple[Reference, ...]
    own_page: bool = False


#: What a template writes, and what else a document holds.
TextBlock: TypeAlias = Paragraph | Heading | ListBlock
Block: TypeAlias = TextBlock | Title | HeaderBlock | ReferenceList

#: The keys of the parts that no template writes. A template's names begin with a letter.
HEAD = "#head"
RESOURCES = "#resources"
DISCLOSURE = "#disclosure"
#: Those whose words are no words of the paper.
AROUND = frozenset({HEAD, RESOURCES, DISCLOSURE})


class Note(NamedTuple):
    """A footnote or an endnote; numbers begin at 1."""

    number: int
    inlines: Words


class Part(NamedTuple):
    """A named piece of the paper (a block of the template): what the preview redraws and a delegate may write alone.

    `key` is the template's name for it, `topic` the id of the topic it belongs to ("" for the whole paper)."""

    key: str
    blocks: tuple[Block, ...]
    topic: str = ""
    #: True where the delegate wrote this part in place of the template
    own_words: bool = False
    #: its first block begins a page
    new_page: bool = False


class Document(NamedTuple):
    """A whole paper, ready for any exporter: its parts in the order in which they are printed.

    `title` and `authors` are the file's properties; what is printed of them stands in the parts. `running` stands at
    the head of every page. Notes stand at the foot of their page, or with `notes_at_end` after the last part."""

    title: str
    parts: tuple[Part, ...]
    notes: tuple[Note, ...] = ()
    notes_at_end: bool = False
    running: HeaderBlock | None = None
    language: str = "en-GB"
    authors: tuple[str, ...] = ()
    layout: Layout = Layout()

    def blocks(self) -> Iterator[Block]:
        """Every block in order: title and header block, body, resources lists."""
        for part in self.parts:
            yield from part.blocks

    def body(self) -> Iterator[Block]:
        """Every block of the paper's own text, in order: without title, header blocks, resources lists, disclosure."""
        for part in self.parts:
            if part.key not in AROUND:
                yield from part.blocks

    def references(self) -> Iterator[Reference]:
        """Every entry of every resources list, in order."""
        for block in self.blocks():
            if isinstance(block, ReferenceList):
                yield from block.entries


def printed(inlines: Inlines) -> Words:
    """The inlines as they are printed: a citation mark by its label, one with a note by nothing."""
    words: list[Run | Link] = []
    for item in inlines:
        if isinstance(item, CitationMark):
            words += item.label
        else:
            words.append(item)
    return tuple(words)


def inline_text(inlines: Inlines) -> str:
    """The words of some inlines as plain text, citation marks by their label."""
    return "".join([item.text for item in printed(inlines)])


def text_printed(document: Document) -> str:
    """Every word that a document prints, a line for each paragraph; the heads of its pages too."""
    blocks = (document.running, *document.blocks()) if document.running else document.blocks()
    return "\n".join([inline_text(inlines) for block in blocks for inlines in block_paragraphs(block)])


def block_paragraphs(block: Block) -> Iterator[Inlines]:
    """The inlines of each paragraph, heading or line of a block; list items and the entries of a list included."""
    if isinstance(block, ListBlock):
        for item in block.items:
            for paragraph in item:
                yield paragraph.inlines
    elif isinstance(block, HeaderBlock):
        for column in block.columns:
            yield from column.lines
    elif isinstance(block, ReferenceList):
        for entry in block.entries:
            yield entry.inlines
    else:
        yield block.inlines
