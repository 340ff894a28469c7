"""The base package: what every paper's Word file holds beside its words, built from a layout and a language.

All of it is plain text that is made once for each layout; nothing in it depends on the time, the machine or chance.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from mundraft.document.layout import Layout
from mundraft.document.typography import PAGE_POINTS, edge_points, margin_points
from mundraft.word.scripts import font_name, font_names, languages_xml
from mundraft.word.styles import styles_xml
from mundraft.word.theme import theme_with
from mundraft.word.xml import escape, part_xml, twips

#: The relationships under which the document part finds its footer, its running header and its notes.
FOOTER_ID = "rId4"
HEADER_ID = "rId7"
NOTES_ID = "rId8"


class Base(NamedTuple):
    """The parts of the package that do not depend on the words: each as the bytes of its XML."""

    styles: bytes
    fonts: bytes
    theme: bytes
    footer: bytes


@lru_cache(maxsize=16)
def base_for(layout: Layout, language: str) -> Base:
    """The base package for a layout (lengths in points and centimetres) and a language (BCP 47, such as "en-GB")."""
    return Base(
        styles=part_xml("styles", styles_xml(layout, language)),
        fonts=part_xml("fonts", _font_table(layout, language)),
        theme=theme_with(font_name(layout.font)),
        footer=part_xml("ftr", _FOOTER),
    )


def _font_table(layout: Layout, language: str) -> str:
    names = dict.fromkeys(font_names(layout.font, language))
    return "".join(f'<w:font w:name="{escape(name)}"/>' for name in names)


@lru_cache(maxsize=32)
def section_with(layout: Layout, running_header: bool, of_notes: str) -> str:
    """The page: its size and margins, what stands at the head and the foot of each, and how its notes are numbered
    (as XML)."""
    width, height = (twips(length) for length in PAGE_POINTS[layout.page])
    margin, edge = twips(margin_points(layout)), twips(edge_points(layout))
    header = f'<w:headerReference w:type="default" r:id="{HEADER_ID}"/>' if running_header else ""
    footer = f'<w:footerReference w:type="default" r:id="{FOOTER_ID}"/>' if layout.page_numbers else ""
    return (
        f'<w:sectPr>{header}{footer}{of_notes}<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{margin}" w:right="{margin}" w:bottom="{margin}" w:left="{margin}" '
        f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/></w:sectPr>'
    )


@lru_cache(maxsize=32)
def settings_with(language: str, of_notes: str) -> bytes:
    """The settings of the document; `of_notes` is what they say of footnotes or endnotes, as XML."""
    return part_xml(
        "settings",
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'{of_notes}<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f"{languages_xml('themeFontLang', language)}"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )


_FOOTER = (
    '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
)
