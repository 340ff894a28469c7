"""A document as a Word file."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.coreprops import CoreProperties
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.parser import parse_xml
from docx.package import Package

from mundraft.document.tree import Document
from mundraft.text.clean import clean
from mundraft.word.base import FOOTER_ID, Base, base_for
from mundraft.word.body import Body
from mundraft.word.numbering import numbering_with
from mundraft.word.package import package_to_bytes
from mundraft.word.scripts import valid_language
from mundraft.word.xml import DECLARATION, NAMESPACES

# The longest value of a core property that python-docx takes.
_LONGEST_PROPERTY = 255


def document_to_docx(document: Document) -> bytes:
    """The document as the bytes of a .docx file: the same document gives the same bytes, on every day and system."""
    base = base_for(document.layout, valid_language(document.language))
    links: dict[str, str] = {}
    body = Body(lambda address: links.setdefault(address, f"link{len(links) + 1}"))
    written = f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body.xml(document)}{base.section}</w:body></w:document>"
    package = Package()
    # Parsed, although it is to be written again: what is not well formed must fail here and not on a chair's desk.
    main = XmlPart(PackURI("/word/document.xml"), TYPE.WML_DOCUMENT_MAIN, parse_xml(written.encode()), package)
    package.relate_to(main, RELATION.OFFICE_DOCUMENT)
    package.relate_to(_properties(document, package), RELATION.CORE_PROPERTIES)
    _relate_looks(main, base, body.ordered_lists, page_numbers=document.layout.page_numbers)
    for address, link_id in links.items():
        main.load_rel(RELATION.HYPERLINK, address, link_id, is_external=True)
    return package_to_bytes(package)


def _relate_looks(main: XmlPart, base: Base, ordered_lists: int, *, page_numbers: bool) -> None:
    looks = [
        ("rId1", RELATION.STYLES, "/word/styles.xml", TYPE.WML_STYLES, base.styles),
        ("rId2", RELATION.SETTINGS, "/word/settings.xml", TYPE.WML_SETTINGS, base.settings),
        ("rId3", RELATION.NUMBERING, "/word/numbering.xml", TYPE.WML_NUMBERING, numbering_with(ordered_lists)),
        ("rId5", RELATION.FONT_TABLE, "/word/fontTable.xml", TYPE.WML_FONT_TABLE, base.fonts),
        ("rId6", RELATION.THEME, "/word/theme/theme1.xml", TYPE.OFC_THEME, base.theme),
    ]
    if page_numbers:
        looks.append((FOOTER_ID, RELATION.FOOTER, "/word/footer1.xml", TYPE.WML_FOOTER, base.footer))
    for relation_id, relation, name, kind, xml in looks:
        main.load_rel(relation, Part(PackURI(name), kind, xml), relation_id)


def _properties(document: Document, package: Package) -> CorePropertiesPart:
    """Title, authors and language, and no date: a date of writing would make every export differ."""
    element = CT_CoreProperties.new()
    properties = CoreProperties(element)
    properties.title = _property(document.title)
    properties.author = _property("; ".join(author for author in document.authors if author.strip()))
    properties.language = valid_language(document.language)
    return CorePropertiesPart(PackURI("/docProps/core.xml"), TYPE.OPC_CORE_PROPERTIES, element, package)


def _property(text: str) -> str:
    return " ".join(clean(text).split())[:_LONGEST_PROPERTY]
