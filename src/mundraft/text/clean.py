"""Cleaning of text where it enters: the one place that decides which characters a paper can hold."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

# What XML 1.0 forbids (its production `Char`), and so what no Word file can carry; and the controls that it only
# discourages, which terminals obey (U+009B colours and moves as Escape does) and no reader ever sees.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?")
#: Marks upon one letter. Unicode's stream-safe form allows as many (Annex 15, section 13); no script has ten.
_MOST_MARKS = 30
# Where so many marks could stand: the character before, and a run without Latin, Greek, Cyrillic, Chinese and Korean.
_PERHAPS_STACKED = re.compile("(?s:.?)[^\0-\u02ff\u0370-\u0482\u048a-\u0590\u3400-\u9fff\uac00-\ud7a3]{8,}")
_JOINER = "\u034f"


def clean(text: str) -> str:
    """The text in Unicode's NFC, without what XML forbids and terminals obey, every line ended by a newline alone.

    Nothing else is changed: spaces, tabs, emoji and every script stay as they were typed, but that heaps of marks are
    parted by a character that nobody sees. Cleaning twice is cleaning once.
    """
    if text.isprintable():  # so nothing in it is forbidden, or ends a line
        return text if text.isascii() else composed(text)
    return composed(_FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text)))


def composed(text: str, form: Literal["NFC", "NFD", "NFKD"] = "NFC") -> str:
    """The text in a normal form of Unicode, in a time that grows with its length alone.

    Python sorts the marks upon one letter in a time that grows with the square of their number: a file of nothing else
    would keep it busy for hours."""
    return unicodedata.normalize(form, _PERHAPS_STACKED.sub(_parted, text))


def _parted(run: re.Match[str]) -> str:
    """A run of characters with a joiner wherever more marks than any script has would stand upon one letter."""
    parts: list[str] = []
    marks = 0
    for letter in run[0]:
        decomposed = unicodedata.normalize("NFD", letter)
        first = next((at for at, one in enumerate(decomposed) if not unicodedata.combining(one)), len(decomposed))
        if marks + first > _MOST_MARKS:
            parts.append(_JOINER)
            marks = 0
        parts.append(letter)
        last = next((at for at, one in enumerate(reversed(decomposed)) if not unicodedata.combining(one)), None)
        marks = marks + len(decomposed) if last is None else last
    return "".join(parts)
