"""The base package: what every paper's Word file holds beside its words, built from a layout and a language.

All of it is plain text that is made once for each layout; nothing in it depends on the time, the machine or chance.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from mundraft.document.layout import Layout
from mundraft.document.typography import HEADINGS, STYLES, font_of
from mundraft.word.scripts import font_name, font_names, languages_xml
from mundraft.word.styles import styles_xml
from mundraft.word.theme import theme_with
from mundraft.word.xml import escape, part_xml


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
        theme=theme_with(font_name(font_of(layout, HEADINGS[0])), font_name(layout.font)),
        footer=part_xml("ftr", _FOOTER),
    )


def _font_table(layout: Layout, language: str) -> str:
    fonts = dict.fromkeys([layout.font, *(font_of(layout, style) for style in STYLES)])
    names = dict.fromkeys(name for font in fonts for name in font_names(font, language))
    return "".join(f'<w:font w:name="{escape(name)}"/>' for name in names)


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
