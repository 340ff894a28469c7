"""Fonts and languages for words in any script: what Word is told of both."""

from __future__ import annotations

import re

from mundraft.text.clean import clean
from mundraft.word.xml import escape

_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")
# Fonts that Word carries on Windows and macOS for the scripts of the Far East, by the first part of the language.
_EAST_ASIAN_FONTS = {"ja": "MS Mincho", "ko": "Batang", "zh": "SimSun"}
_RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_COMPLEX_SCRIPT_FONTS = frozenset({"Times New Roman", "Arial", "Calibri", "Courier New", "Tahoma"})
# The schema's limit for the name of a font.
_LONGEST_FONT_NAME = 31


def valid_language(language: str) -> str:
    """The language if it has the form of a language tag (RFC 5646), else British English."""
    return language if _LANGUAGE.match(language) else "en-GB"


def font_name(font: str) -> str:
    """The name of a font as Word can store it; Times New Roman where there is none."""
    return " ".join(clean(font).split())[:_LONGEST_FONT_NAME] or "Times New Roman"


def fonts_xml(font: str, language: str) -> str:
    """The fonts of a run or a style, one for each kind of script."""
    latin, east_asian, complex_script = (escape(name) for name in font_names(font, language))
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{east_asian}" w:hAnsi="{latin}" w:cs="{complex_script}"/>'


def font_names(font: str, language: str) -> tuple[str, str, str]:
    """The fonts for Latin letters, for the scripts of the Far East, and for those that need shaping."""
    name = font_name(font)
    complex_script = name if name in _COMPLEX_SCRIPT_FONTS else "Times New Roman"
    return name, _EAST_ASIAN_FONTS.get(_primary(language), "SimSun"), complex_script


def languages_xml(element: str, language: str) -> str:
    """The language of the words, and those taken for words in other kinds of script."""
    tag = valid_language(language)
    east_asian = tag if _primary(tag) in _EAST_ASIAN_FONTS else "zh-CN"
    right_to_left = tag if _primary(tag) in _RIGHT_TO_LEFT_LANGUAGES else "ar-SA"
    return f'<w:{element} w:val="{tag}" w:eastAsia="{east_asian}" w:bidi="{right_to_left}"/>'


def _primary(language: str) -> str:
    return language.split("-")[0].lower()
