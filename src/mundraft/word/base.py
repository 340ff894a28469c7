"""The base package: what every paper's Word file holds beside its words, built from a layout and a language.

Only the styles that a paper uses are there, each under the name and id that Word itself gives it, so that a chair's
own style set, Word's navigation pane and a screen reader know them. All of it is plain text that is made once for
each layout; nothing in it depends on the time, the machine or chance.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from mundraft.document.layout import Layout
from mundraft.document.typography import (
    BODY,
    HEADER_BLOCK,
    HEADINGS,
    LIST_BULLET,
    LIST_NUMBER,
    PAGE_POINTS,
    RULE_THICKNESS,
    STYLES,
    ParagraphStyle,
    line_multiple,
    margin_points,
    text_size,
)
from mundraft.text.clean import clean
from mundraft.word.theme import theme_with
from mundraft.word.xml import DECLARATION, NAMESPACES, escape

#: Numbering instances: bullets share one; each ordered list has its own, from `FIRST_ORDERED` on.
BULLETS = 1
FIRST_ORDERED = 3
#: The relationship under which the document part finds its footer.
FOOTER_ID = "rId4"

_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")
_NUMBERED = {LIST_BULLET.style_id: BULLETS, LIST_NUMBER.style_id: 2}
# Fonts that Word carries on Windows and macOS for the scripts of the Far East, by the first part of the language.
_EAST_ASIAN_FONTS = {"ja": "MS Mincho", "ko": "Batang", "zh": "SimSun"}
_RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_COMPLEX_SCRIPT_FONTS = frozenset({"Times New Roman", "Arial", "Calibri", "Courier New", "Tahoma"})
# The schema's limit for the name of a font.
_LONGEST_FONT_NAME = 31


class Base(NamedTuple):
    """The parts of the package that do not depend on the words: each as the bytes of its XML, or as XML text."""

    styles: bytes
    fonts: bytes
    theme: bytes
    settings: bytes
    footer: bytes
    section: str


@lru_cache(maxsize=16)
def base_for(layout: Layout, language: str) -> Base:
    """The base package for a layout (lengths in points and centimetres) and a language (BCP 47, such as "en-GB")."""
    return Base(
        styles=_part("styles", _document_defaults(layout, language) + _styles(layout)),
        fonts=_part("fonts", _font_table(layout, language)),
        theme=theme_with(font_name(layout.font)),
        settings=_part("settings", _settings(language)),
        footer=_part("ftr", _FOOTER),
        section=_section(layout),
    )


@lru_cache(maxsize=32)
def numbering_with(ordered_lists: int) -> bytes:
    """The numbering part for a paper with so many ordered lists, each of which counts from 1."""
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="2"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in range(FIRST_ORDERED, FIRST_ORDERED + ordered_lists)
    )
    return _part("numbering", _NUMBERING + lists)


def valid_language(language: str) -> str:
    """The language if it has the form of a language tag (RFC 5646), else British English."""
    return language if _LANGUAGE.match(language) else "en-GB"


def _part(root: str, inside: str) -> bytes:
    return f"{DECLARATION}<w:{root} {NAMESPACES}>{inside}</w:{root}>".encode()


def _document_defaults(layout: Layout, language: str) -> str:
    size = round(text_size(layout, BODY) * 2)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(layout.font, language)}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{_languages("lang", language)}'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:spacing w:after="0" w:line="{round(line_multiple(layout) * 240)}" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def font_name(font: str) -> str:
    """The name of a font as Word can store it; Times New Roman where there is none."""
    return " ".join(clean(font).split())[:_LONGEST_FONT_NAME] or "Times New Roman"


def _fonts(font: str, language: str) -> str:
    latin, east_asian, complex_script = (escape(name) for name in _font_names(font, language))
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{east_asian}" w:hAnsi="{latin}" w:cs="{complex_script}"/>'


def _font_names(font: str, language: str) -> tuple[str, str, str]:
    """The fonts for Latin letters, for the scripts of the Far East, and for those that need shaping."""
    name = font_name(font)
    complex_script = name if name in _COMPLEX_SCRIPT_FONTS else "Times New Roman"
    return name, _EAST_ASIAN_FONTS.get(_primary(language), "SimSun"), complex_script


def _font_table(layout: Layout, language: str) -> str:
    names = dict.fromkeys(_font_names(layout.font, language))
    return "".join(f'<w:font w:name="{escape(name)}"/>' for name in names)


def _languages(element: str, language: str) -> str:
    tag = valid_language(language)
    east_asian = tag if _primary(tag) in _EAST_ASIAN_FONTS else "zh-CN"
    right_to_left = tag if _primary(tag) in _RIGHT_TO_LEFT_LANGUAGES else "ar-SA"
    return f'<w:{element} w:val="{tag}" w:eastAsia="{east_asian}" w:bidi="{right_to_left}"/>'


def _primary(language: str) -> str:
    return language.split("-")[0].lower()


def _styles(layout: Layout) -> str:
    return _FIXED_STYLES + "".join(_style(style, layout) for style in STYLES)


def _style(style: ParagraphStyle, layout: Layout) -> str:
    custom = ' w:customStyle="1"' if style is HEADER_BLOCK else ""
    following = '<w:next w:val="BodyText"/>' if style.keep_with_next else ""
    looks = _character_properties(style, layout)
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.style_id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/><w:pPr>{_paragraph_properties(style)}</w:pPr>'
        f"{looks and f'<w:rPr>{looks}</w:rPr>'}</w:style>"
    )


def _paragraph_properties(style: ParagraphStyle) -> str:
    """The inside of a style's `w:pPr`, in the schema's order."""
    properties = (
        (style.keep_with_next, "<w:keepNext/>"),
        (style.keep_lines, "<w:keepLines/>"),
        (style.style_id in _NUMBERED, f'<w:numPr><w:numId w:val="{_NUMBERED.get(style.style_id)}"/></w:numPr>'),
        (style.rule_below, _rule(style.rule_below)),
        (
            style.before or style.after,
            f'<w:spacing w:before="{_twips(style.before)}" w:after="{_twips(style.after)}"/>',
        ),
        (style.left, _indent(style)),
        (style.close_together, "<w:contextualSpacing/>"),
        (style.centred, '<w:jc w:val="center"/>'),
        (style in HEADINGS, f'<w:outlineLvl w:val="{HEADINGS.index(style) if style in HEADINGS else 9}"/>'),
    )
    return "".join(xml for present, xml in properties if present)


def _rule(space: float) -> str:
    eighths = round(RULE_THICKNESS * 8)
    return f'<w:pBdr><w:bottom w:val="single" w:sz="{eighths}" w:space="{round(space)}" w:color="808080"/></w:pBdr>'


def _indent(style: ParagraphStyle) -> str:
    left, right, hanging = _twips(style.left), _twips(style.right), _twips(style.hanging)
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def _character_properties(style: ParagraphStyle, layout: Layout) -> str:
    size = round(text_size(layout, style) * 2)
    return (
        ("<w:b/><w:bCs/>" if style.bold else "")
        + ("<w:i/><w:iCs/>" if style.italic else "")
        + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if style.larger else "")
    )


def _twips(points: float) -> int:
    return round(points * 20)


def _section(layout: Layout) -> str:
    width, height = (_twips(length) for length in PAGE_POINTS[layout.page])
    margin = _twips(margin_points(layout))
    edge = min(709, margin // 2)
    footer = f'<w:footerReference w:type="default" r:id="{FOOTER_ID}"/>' if layout.page_numbers else ""
    return (
        f'<w:sectPr>{footer}<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{margin}" w:right="{margin}" w:bottom="{margin}" w:left="{margin}" '
        f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/></w:sectPr>'
    )


def _settings(language: str) -> str:
    return (
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f"{_languages('themeFontLang', language)}"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )


_FOOTER = (
    '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
)

_LIST_LEVEL = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:pStyle w:val="{style}"/>'
    '<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
    "{indent}</w:pPr></w:lvl>"
)

_NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>'
    + _LIST_LEVEL.format(format="bullet", style="ListBullet", text="•", indent=_indent(LIST_BULLET))
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="singleLevel"/>'
    + _LIST_LEVEL.format(format="decimal", style="ListNumber", text="%1.", indent=_indent(LIST_NUMBER))
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
)

_FIXED_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    "<w:pPr><w:widowControl/></w:pPr></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/>'
    '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="MissingAnswer"><w:name w:val="Missing Answer"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
)
