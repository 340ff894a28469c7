"""A document as a Word file.

Only the words are written for each paper; the package around them is made once for each shape that papers have."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from xml.parsers import expat

from docx.opc.constants import CONTENT_TYPE as TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from mundraft.document.layout import Layout
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
    Kind,
    between,
    notes_part,
    printed_marks,
    printed_notes,
    references,
    section_xml,
    settings_xml,
)
from mundraft.word.numbering import numbering_with
from mundraft.word.package import Shell, Written, shell_of
from mundraft.word.picture import PICTURE_ID
from mundraft.word.scripts import valid_language
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
        _MAIN.name: _written(part_xml("document", f"<w:body>{words}{section}</w:body>"), story),
        _PROPERTIES.name: Written(_properties(document)),
    }
    if document.notes:
        notes = Story()
        written[_NOTES[kind].name] = _written(notes_part(kind, document.notes, notes), notes)
    for head, part in ((heads.every, _HEADER), (heads.first, _FIRST_HEADER)):
        if head:
            head_story = Story()
            inside = header_xml(head.block, head.picture, head_story, document.layout)
            written[part.name] = _written(part_xml("hdr", inside), head_story)
    looks = tuple(head and _HeadShape(head.picture) for head in heads)
    notes_kind = kind if document.notes else None
    shape = _Shape(document.layout, valid_language(document.language), body.ordered_lists, notes_kind, *looks)
    return _shell(shape).filled({name[1:]: part for name, part in written.items()})


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


class _PartKind(NamedTuple):
    """Where a part stands in the package, what its content is, and how the document part is related to it."""

    name: str
    content: str
    relation: str


_PROPERTIES = _PartKind("/docProps/core.xml", TYPE.OPC_CORE_PROPERTIES, RELATION.CORE_PROPERTIES)
_MAIN = _PartKind("/word/document.xml", TYPE.WML_DOCUMENT_MAIN, RELATION.OFFICE_DOCUMENT)
_HEADER = _PartKind("/word/header1.xml", TYPE.WML_HEADER, RELATION.HEADER)
_FIRST_HEADER = _PartKind("/word/header2.xml", TYPE.WML_HEADER, RELATION.HEADER)
_NOTES = {
    FOOTNOTES: _PartKind("/word/footnotes.xml", TYPE.WML_FOOTNOTES, RELATION.FOOTNOTES),
    ENDNOTES: _PartKind("/word/endnotes.xml", TYPE.WML_ENDNOTES, RELATION.ENDNOTES),
}


class _HeadShape(NamedTuple):
    """A head of a page, but for its words."""

    picture: Picture | None


class _Shape(NamedTuple):
    """All that a package depends on but the words of its paper."""

    layout: Layout
    language: str
    ordered_lists: int
    notes: Kind | None
    every_head: _HeadShape | None
    first_head: _HeadShape | None


@lru_cache(maxsize=32)
def _shell(shape: _Shape) -> Shell:
    """The package of a shape. Parts without content are written for each paper."""
    package = Package()
    main = _part(_MAIN)
    package.relate_to(main, RELATION.OFFICE_DOCUMENT)
    package.relate_to(_part(_PROPERTIES), RELATION.CORE_PROPERTIES)
    _relate_looks(main, shape)
    if shape.notes:
        main.load_rel(_NOTES[shape.notes].relation, _part(_NOTES[shape.notes]), NOTES_ID)
    if shape.every_head:
        main.load_rel(RELATION.HEADER, _header(shape.every_head, _HEADER), HEADER_ID)
    if shape.first_head:
        main.load_rel(RELATION.HEADER, _header(shape.first_head, _FIRST_HEADER), FIRST_HEADER_ID)
    return shell_of(package)


def _part(kind: _PartKind) -> Part:
    return Part(PackURI(kind.name), kind.content, b"")


def _header(head: _HeadShape, kind: _PartKind) -> Part:
    part = _part(kind)
    if head.picture:
        media = f"/word/media/image1.{head.picture.kind}"
        part.load_rel(RELATION.IMAGE, Part(PackURI(media), f"image/{head.picture.kind}", head.picture.data), PICTURE_ID)
    return part


def _relate_looks(main: Part, shape: _Shape) -> None:
    base = base_for(shape.layout, shape.language)
    settings = settings_with(shape.language, settings_xml(shape.notes) if shape.notes else "")
    looks = [
        ("rId1", RELATION.STYLES, "/word/styles.xml", TYPE.WML_STYLES, base.styles),
        ("rId2", RELATION.SETTINGS, "/word/settings.xml", TYPE.WML_SETTINGS, settings),
        ("rId3", RELATION.NUMBERING, "/word/numbering.xml", TYPE.WML_NUMBERING, numbering_with(shape.ordered_lists)),
        ("rId5", RELATION.FONT_TABLE, "/word/fontTable.xml", TYPE.WML_FONT_TABLE, base.fonts),
        ("rId6", RELATION.THEME, "/word/theme/theme1.xml", TYPE.OFC_THEME, base.theme),
    ]
    if shape.layout.page_numbers:
        looks.append((FOOTER_ID, RELATION.FOOTER, "/word/footer1.xml", TYPE.WML_FOOTER, base.footer))
        if shape.first_head:
            looks.append((FIRST_FOOTER_ID, RELATION.FOOTER, "/word/footer2.xml", TYPE.WML_FOOTER, base.footer))
    for relation_id, relation, name, kind, xml in looks:
        main.load_rel(relation, Part(PackURI(name), kind, xml), relation_id)


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
