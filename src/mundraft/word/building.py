"""The package around a paper's words, built with python-docx: its parts, their relations, and the looks of a layout."""

from __future__ import annotations

from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE as TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.package import OpcPackage
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.package import Package

from mundraft.word.base import base_for, settings_with
from mundraft.word.notes import ENDNOTES, FOOTNOTES, settings_xml
from mundraft.word.numbering import numbering_with
from mundraft.word.package import Shell, ShellPart, relations_part
from mundraft.word.picture import PICTURE_ID
from mundraft.word.section import FIRST_FOOTER_ID, FIRST_HEADER_ID, FOOTER_ID, HEADER_ID, NOTES_ID
from mundraft.word.shape import FIRST_HEADER, HEADER, MAIN, NOTES, PROPERTIES, HeadShape, Shape
from mundraft.word.xml import escape
from mundraft.word.zip import packed

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


class _PartKind(NamedTuple):
    """Where a part stands in the package, what its content is, and how the document part is related to it."""

    name: str
    content: str
    relation: str


_PROPERTIES = _PartKind(PROPERTIES, TYPE.OPC_CORE_PROPERTIES, RELATION.CORE_PROPERTIES)
_MAIN = _PartKind(MAIN, TYPE.WML_DOCUMENT_MAIN, RELATION.OFFICE_DOCUMENT)
_HEADER = _PartKind(HEADER, TYPE.WML_HEADER, RELATION.HEADER)
_FIRST_HEADER = _PartKind(FIRST_HEADER, TYPE.WML_HEADER, RELATION.HEADER)
_NOTES = {
    FOOTNOTES: _PartKind(NOTES[FOOTNOTES], TYPE.WML_FOOTNOTES, RELATION.FOOTNOTES),
    ENDNOTES: _PartKind(NOTES[ENDNOTES], TYPE.WML_ENDNOTES, RELATION.ENDNOTES),
}


def built(shape: Shape) -> Shell:
    """The package of a shape. Parts without content are written for each paper."""
    package = Package()
    main = _part(_MAIN)
    package.relate_to(main, _MAIN.relation)
    package.relate_to(_part(_PROPERTIES), _PROPERTIES.relation)
    _relate_looks(main, shape)
    if shape.notes:
        main.load_rel(_NOTES[shape.notes].relation, _part(_NOTES[shape.notes]), NOTES_ID)
    if shape.every_head:
        main.load_rel(_HEADER.relation, _header(shape.every_head, _HEADER), HEADER_ID)
    if shape.first_head:
        main.load_rel(_FIRST_HEADER.relation, _header(shape.first_head, _FIRST_HEADER), FIRST_HEADER_ID)
    return _shell_of(package)


def _part(kind: _PartKind) -> Part:
    return Part(PackURI(f"/{kind.name}"), kind.content, b"")


def _header(head: HeadShape, kind: _PartKind) -> Part:
    part = _part(kind)
    if head.picture:
        media = f"/word/media/image1.{head.picture.kind}"
        part.load_rel(RELATION.IMAGE, Part(PackURI(media), f"image/{head.picture.kind}", head.picture.data), PICTURE_ID)
    return part


def _relate_looks(main: Part, shape: Shape) -> None:
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


def _shell_of(package: OpcPackage) -> Shell:
    """The shell of a package. Its parts without content are those that each paper writes."""
    parts = list(package.iter_parts())
    types = _content_types(tuple((part.partname, part.content_type) for part in parts))
    head = (
        ("[Content_Types].xml", packed(types)),
        (PACKAGE_URI.rels_uri.membername, relations_part(_to_parts(package.rels, PACKAGE_URI.baseURI))),
    )
    return Shell(
        head,
        tuple(
            ShellPart(
                part.partname.membername,
                packed(part.blob) if part.blob else None,
                part.partname.rels_uri.membername,
                _to_parts(part.rels, part.partname.baseURI),
            )
            for part in parts
        ),
    )


def _to_parts(relations: Relationships, base: str) -> str:
    """What a part is related to inside the package, in python-docx's order and form."""
    return "".join(
        f'<Relationship Id="{escape(one.rId)}" Type="{escape(one.reltype)}" '
        f'Target="{escape(_reference(one.target_part.partname, base))}"/>'
        for one in relations.values()
    )


def _reference(part: PackURI, base: str) -> str:
    """How a part is named from a folder of the package."""
    reference: str = part.relative_ref(base)
    return reference


def _content_types(parts: tuple[tuple[str, str], ...]) -> bytes:
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="{_TYPES}">'
        f'<Default Extension="rels" ContentType="{TYPE.OPC_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{TYPE.XML}"/>{overrides}</Types>'
    ).encode()
