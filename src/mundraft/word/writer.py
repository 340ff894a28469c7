"""A document as a Word file."""

from __future__ import annotations

from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE as TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.coreprops import CoreProperties
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.parser import parse_xml
from docx.package import Package

from mundraft.document.looks import Picture
from mundraft.document.tree import Document, HeaderBlock
from mundraft.document.typography import picture_of
from mundraft.text.clean import clean
from mundraft.word.base import (
    FIRST_FOOTER_ID,
    FIRST_HEADER_ID,
    FOOTER_ID,
    HEADER_ID,
    NOTES_ID,
    base_for,
    section_with,
    settings_with,
)
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
    settings_xml,
)
from mundraft.word.numbering import numbering_with
from mundraft.word.package import package_to_bytes
from mundraft.word.picture import PICTURE_ID
from mundraft.word.scripts import valid_language
from mundraft.word.story import Story
from mundraft.word.xml import part_xml

# The longest value of a core property that python-docx takes.
_LONGEST_PROPERTY = 255


def document_to_docx(document: Document, *, endnotes_as_text: bool = False) -> bytes:
    """The document as the bytes of a .docx file: the same document gives the same bytes, on every day and system.

    `endnotes_as_text` is for a file that LibreOffice prints and nobody edits: endnotes follow the text as in Word."""
    kind = ENDNOTES if document.notes_at_end else FOOTNOTES
    printed = document.notes if endnotes_as_text and document.notes_at_end else ()
    document = document._replace(notes=() if printed else document.notes)
    story = Story(printed_marks(printed) if printed else references(kind, document.notes), between(kind))
    body = Body(story, document.layout)
    of_notes = section_xml(kind) if document.notes else ""
    heads = _heads(document)
    section = section_with(document.layout, heads.every is not None, heads.first is not None, of_notes)
    package = Package()
    words = f"{body.xml(document)}{printed_notes(printed, story)}"
    main = _story_part(_MAIN, part_xml("document", f"<w:body>{words}{section}</w:body>"), story, package)
    package.relate_to(main, RELATION.OFFICE_DOCUMENT)
    package.relate_to(_properties(document, package), RELATION.CORE_PROPERTIES)
    _relate_looks(main, document, body.ordered_lists)
    if document.notes:
        notes = Story()
        part = _story_part(_NOTES[kind], notes_part(kind, document.notes, notes), notes, package)
        main.load_rel(_NOTES[kind].relation, part, NOTES_ID)
    if heads.every:
        main.load_rel(RELATION.HEADER, _header(heads.every, _HEADER, document, package), HEADER_ID)
    if heads.first:
        main.load_rel(RELATION.HEADER, _header(heads.first, _FIRST_HEADER, document, package), FIRST_HEADER_ID)
    return package_to_bytes(package)


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


def _header(head: _Head, kind: _PartKind, document: Document, package: Package) -> XmlPart:
    story = Story()
    written = part_xml("hdr", header_xml(head.block, head.picture, story, document.layout))
    part = _story_part(kind, written, story, package)
    if head.picture:
        media = f"/word/media/image1.{head.picture.kind}"
        part.load_rel(RELATION.IMAGE, Part(PackURI(media), f"image/{head.picture.kind}", head.picture.data), PICTURE_ID)
    return part


class _PartKind(NamedTuple):
    """Where a part stands in the package, what its content is, and how the document part is related to it."""

    name: str
    content: str
    relation: str


_MAIN = _PartKind("/word/document.xml", TYPE.WML_DOCUMENT_MAIN, RELATION.OFFICE_DOCUMENT)
_HEADER = _PartKind("/word/header1.xml", TYPE.WML_HEADER, RELATION.HEADER)
_FIRST_HEADER = _PartKind("/word/header2.xml", TYPE.WML_HEADER, RELATION.HEADER)
_NOTES = {
    FOOTNOTES: _PartKind("/word/footnotes.xml", TYPE.WML_FOOTNOTES, RELATION.FOOTNOTES),
    ENDNOTES: _PartKind("/word/endnotes.xml", TYPE.WML_ENDNOTES, RELATION.ENDNOTES),
}


def _story_part(kind: _PartKind, written: bytes, story: Story, package: Package) -> XmlPart:
    """A part that holds words, with its links.

    Parsed, although it is to be written again: what is not well formed must fail here and not on a chair's desk."""
    part = XmlPart(PackURI(kind.name), kind.content, parse_xml(written), package)
    for address, link_id in story.links.items():
        part.load_rel(RELATION.HYPERLINK, address, link_id, is_external=True)
    return part


def _relate_looks(main: XmlPart, document: Document, ordered_lists: int) -> None:
    language = valid_language(document.language)
    base = base_for(document.layout, language)
    of_notes = settings_xml(ENDNOTES if document.notes_at_end else FOOTNOTES) if document.notes else ""
    settings = settings_with(language, of_notes)
    looks = [
        ("rId1", RELATION.STYLES, "/word/styles.xml", TYPE.WML_STYLES, base.styles),
        ("rId2", RELATION.SETTINGS, "/word/settings.xml", TYPE.WML_SETTINGS, settings),
        ("rId3", RELATION.NUMBERING, "/word/numbering.xml", TYPE.WML_NUMBERING, numbering_with(ordered_lists)),
        ("rId5", RELATION.FONT_TABLE, "/word/fontTable.xml", TYPE.WML_FONT_TABLE, base.fonts),
        ("rId6", RELATION.THEME, "/word/theme/theme1.xml", TYPE.OFC_THEME, base.theme),
    ]
    if document.layout.page_numbers:
        looks.append((FOOTER_ID, RELATION.FOOTER, "/word/footer1.xml", TYPE.WML_FOOTER, base.footer))
        if _heads(document).first:
            looks.append((FIRST_FOOTER_ID, RELATION.FOOTER, "/word/footer2.xml", TYPE.WML_FOOTER, base.footer))
    for relation_id, relation, name, kind, xml in looks:
        main.load_rel(relation, Part(PackURI(name), kind, xml), relation_id)


def _properties(document: Document, package: Package) -> CorePropertiesPart:
    """Title, authors and language, and no date: a date of writing would make every export differ."""
    element = CT_CoreProperties.new()
    properties = CoreProperties(element)
    properties.title = _property(document.title)
    # Without authors there is no such property at all: an anonymous paper tells nothing, not even that it is one.
    if author := _property("; ".join(author for author in document.authors if author.strip())):
        properties.author = author
    properties.language = valid_language(document.language)
    return CorePropertiesPart(PackURI("/docProps/core.xml"), TYPE.OPC_CORE_PROPERTIES, element, package)


def _property(text: str) -> str:
    return " ".join(clean(text).split())[:_LONGEST_PROPERTY]
