"""Folding text for matching and sorting: what is left when case, accents and punctuation do not matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mundraft.text.clean import composed

# Letters that Unicode does not take apart into a base and a mark, though people type the base when they lack the key.
_UNDIVIDED = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"}
)
# An apostrophe inside a word is left out and not turned into a space: "d'Ivoire" and "dIvoire" are the same search.
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u02bb`\u00b4]")
_NOT_WORDS = re.compile(r"[\W_]+")


#: Names are folded over and over while a list is sorted or searched; longer texts are not.
_LENGTH_KEPT, _MOST_KEPT = 100, 4096


def fold(text: str) -> str:
    """The text casefolded, without accents, with every run of punctuation and space turned into one space.

    For matching and sorting only; never shown. Folding twice is folding once."""
    return _folded_once(text) if len(text) <= _LENGTH_KEPT else _folded(text)


def _folded(text: str) -> str:
    bare = text.lower() if text.isascii() else _without_accents(text)
    return _NOT_WORDS.sub(" ", _APOSTROPHES.sub("", bare)).strip()


_folded_once = lru_cache(_MOST_KEPT)(_folded)


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFKD", composed(text, "NFKD").casefold())
    return "".join(char for char in apart if not unicodedata.combining(char)).translate(_UNDIVIDED)
