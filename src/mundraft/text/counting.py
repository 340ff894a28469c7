"""Counting words as Word does, near enough for limits and advice."""

from __future__ import annotations

import re

# Scripts written without spaces between words, of which Word counts each character: Han, kana, bopomofo, and the
# full-width forms and ideographic punctuation that stand among them. Hangul is written with spaces.
_FIRST_BY_CHARACTER = "\u2e80"
_BY_CHARACTER = (
    "[\u2e80-\u2fdf\u3001-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff01-\uff60\uff66-\uff9f\U00020000-\U0003134f]"
)


def count_words(text: str) -> int:
    """How many words Word would count: runs of anything but space, and each character of Chinese or Japanese."""
    if text.isascii() or max(text) < _FIRST_BY_CHARACTER:
        return len(text.split())
    # Compiled here and kept by `re`: so wide a class takes milliseconds, and few papers have such a character.
    apart, characters = re.subn(_BY_CHARACTER, " ", text)
    return len(apart.split()) + characters
