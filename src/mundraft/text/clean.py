"""Cleaning of text where it enters: the one place that decides which characters a paper can hold."""

from __future__ import annotations

import re
import unicodedata

# What XML 1.0 forbids (its production `Char`), and so what no Word file can carry; and the controls that it only
# discourages, which terminals obey (U+009B colours and moves as Escape does) and no reader ever sees.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?")


def clean(text: str) -> str:
    """The text in Unicode's NFC, without what XML forbids and terminals obey, every line ended by a newline alone.

    Nothing else is changed: spaces, tabs, emoji and every script stay as they were typed. Cleaning twice is
    cleaning once.
    """
    if text.isprintable():  # so nothing in it is forbidden, or ends a line
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFC", _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text)))
