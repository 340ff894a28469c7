"""A document as a Word file.

Only the words are written for each paper; the package around them is made once for each shape that papers have."""

from __future__ import annotations

from typing import NamedTuple
from xml.parsers import expat

from mundraft.document.looks import Picture
from mundraft.document.tree import Document, HeaderBlock
from mundraft.document.typography import picture_of
from mundraft.text.clean import clean
from mundraft.word.body import Body
from mundraft.word.header_block import header_xml
from mundraft.word.notes import (
    ENDNOTES,
    FOOTNOTES,
    between,
    notes_part,
    printed_marks,
    printed_notes,
    references,
    section_xml,
)
from mundraft.word.package import Written
from mundraft.word.scripts import valid_language
from mundraft.word.section import section_with
from mundraft.word.shape import FIRST_HEADER, HEADER, MAIN, NOTES, PROPERTIES, HeadShape, Shape, without_limits
from mundraft.word.shells import shell_for
from mundraft.word.story import Story
from mundraft.word.xml import DECLARATION, escape, part_xml

# The longest value of a core property, as python-docx has it.
_LONGEST_PROPERTY = 255
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
)


def document_to_docx(document: Document, *, endnotes_as_text: bool = False) -> bytes:
    """The document as the bytes of a .docx file: the same document gives the same bytes, on every day and system.

    `endnotes_as_text` is for a file that LibreOffice prints and nobody edits: endnotes follow the text as in Word."""
    kind = ENDNOTES if document.notes_at_end else FOOTNOTES
    printed = document.notes if endnotes_as_text and document.notes_at_end else ()
    document = document._replace(notes=()) if printed else document
    story = Story(printed_marks(printed) if printed else references(kind, document.notes), between(kind))
    body = Body(story, document.layout)
    of_notes = section_xml(kind) if document.notes else ""
    heads = _heads(document)
    section = section_with(document.layout, heads.every is not None, heads.first is not None, of_notes)
    words = f"{body.xml(document)}{printed_notes(printed, story)}"
    written = {
        MAIN: _written(part_xml("document", f"<w:body>{words}{section}</w:body>"), story),
        PROPERTIES: Written(_properties(document)),
    }
    if document.notes:
        notes = Story()
        written[NOTES[kind]] = _written(notes_part(kind, document.notes, notes), notes)
    for head, part in ((heads.every, HEADER), (heads.first, FIRST_HEADER)):
        if head:
            head_story = Story()
            inside = header_xml(head.block, head.picture, head_story, document.layout)
            written[part] = _written(part_xml("hdr", inside), head_story)
    looks = tuple(head and HeadShape(head.picture) for head in heads)
    notes_kind = kind if document.notes else None
    layout = without_limits(document.layout)
    shape = Shape(layout, valid_language(document.language), body.ordered_lists, notes_kind, *looks)
    return shell_for(shape).filled(written)


def _written(xml: bytes, story: Story) -> Written:
    """A part that holds words. Parsed, although nobody needs the tree: what is not well formed must fail here and not
    on a chair's desk."""
    expat.ParserCreate().Parse(xml, True)
    return Written(xml, story.links)


class _Head(NamedTuple):
    """What stands at the head of a page."""

    block: HeaderBlock | None
    picture: Picture | None


class _Heads(NamedTuple):
    """The head of every page, and that of the first where it is another; None where there is none."""

    every: _Head | None
    first: _Head | None


def _heads(document: Document) -> _Heads:
    picture = picture_of(document.layout)
    every = document.running or (picture and picture.every_page)
    return _Heads(
        _Head(document.running, picture if picture and picture.every_page else None) if every else None,
        _Head(document.running, picture) if picture and not picture.every_page else None,
    )


def _properties(document: Document) -> bytes:
    """Title, authors and language, and no date: a date of writing would make every export differ."""
    # Without authors there is no such property at all: an anonymous paper tells nothing, not even that it is one.
    author = _property("; ".join(author for author in document.authors if author.strip()))
    inside = _element("title", _property(document.title)) + (_element("creator", author) if author else "")
    inside += _element("language", valid_language(document.language))
    return f"{DECLARATION}<cp:coreProperties {_CORE}>{inside}</cp:coreProperties>".encode()


def _element(name: str, text: str) -> str:
    return f"<dc:{name}>{escape(text)}</dc:{name}>"


def _property(text: str) -> str:
    return " ".join(clean(text).split())[:_LONGEST_PROPERTY]
