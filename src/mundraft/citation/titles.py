"""Titles in headline style, as MLA and Chicago print those in English."""

from __future__ import annotations

import re
from functools import lru_cache

from mundraft.paper.model import Source

#: Articles, short prepositions and conjunctions, and the particles of names, which stay small inside a title.
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "down",
        "for",
        "from",
        "in",
        "into",
        "nor",
        "of",
        "on",
        "onto",
        "or",
        "over",
        "so",
        "the",
        "till",
        "to",
        "up",
        "via",
        "with",
        "yet",
        "about",
        "van",
        "von",
        "de",
        "d",
        "l",
    ]
)
_WORD = re.compile(r"[^\W_]+(?:[’'.][^\W_]+)*")
#: The full stop of "v." between two parties begins nothing.
_STARTS_ANEW = re.compile(r"(?:[:?!—]|(?<!\sv)\.)\s+[“‘\"'(\[]*$")
#: A title inside the title, or words that are quoted in it, begin as a title does.
_QUOTES_FROM_HERE = re.compile(r"(?:^|[\s,(])[“‘\"]$")
_OPENING = "“‘\"'([ "
# As far back as a new beginning is looked for: titles are of any length, and each word looks.
_BACK = 12


def is_english(source: Source) -> bool:
    """True unless the source says that it is in another language: only English titles change their letters."""
    return not source.language.strip() or source.language.strip().casefold().startswith("en")


@lru_cache(maxsize=1024)
def headline(title: str) -> str:
    """The title with its words capitalised but for the small ones inside it. Words with capitals of their own stay."""
    found = list(_WORD.finditer(title))
    last = len(found) - 1
    pieces, end = [], 0
    for index, word in enumerate(found):
        pieces.append(title[end : word.start()])
        pieces.append(_cased(word, title, is_edge=index == last))
        end = word.end()
    return "".join([*pieces, title[end:]])


def _cased(word: re.Match[str], title: str, is_edge: bool) -> str:
    text = word[0]
    before = title[max(0, word.start() - _BACK) : word.start()]
    if before.endswith(("’", "'")) and len(text) <= 2 and before[-2:-1].isalnum():
        return text
    is_first = word.start() < _BACK and not before.strip(_OPENING)
    begins = _STARTS_ANEW.search(before) or _QUOTES_FROM_HERE.search(before)
    starts = is_edge or is_first or begins is not None
    if text == "v" and not starts:
        return text
    if text.casefold() in _SMALL and not starts:
        return text.lower() if text[1:].islower() or len(text) == 1 else text
    return text[0].upper() + text[1:] if text.islower() else text
