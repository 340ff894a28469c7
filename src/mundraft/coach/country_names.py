"""Names of countries as the delegate writes them: a name that was mistyped, and the seat's without its "the".

A word is only taken for a mistyped name where it is one or two slips from exactly one country and is itself no name,
adjective or people that the library knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from mundraft.library.folders import Shelf
from mundraft.library.slips import is_near
from mundraft.problems import Problem, Severity
from mundraft.text.folding import fold

from .taking_apart import without_quotations

if TYPE_CHECKING:
    from mundraft.library.country import Country
    from mundraft.library.search_path import Library

    from .texts import Text

#: Words with a capital that are long enough to be one name and no other.
_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ]\w{6,}")
_HYPHENATED = re.compile(r"\w*-[\w-]*")
_SHORTEST, _LONGEST = 7, 20
#: From this length on two slips are forgiven.
_LONG = 10
#: Other places of the world that are a slip away from a country.
_OTHER_PLACES = frozenset(("asturia", "sesotho", "siberia"))
_OTHER_COLUMBIA = re.compile(r"(?:British|District of) Columbia|Columbia (?:University|River|Law)")
_VERBS = (
    "asks|believes|calls|can|could|considers|does|faces|has|hopes|is|must|needs|opposes|proposes|recognises|recognizes"
    "|rejects|seeks|should|stands|supports|urges|wants|was|welcomes|will|wishes|would"
)


def country_name_findings(texts: Iterable[Text], library: Library, country: Country | None) -> Iterator[Problem]:
    """Advice on names of countries in the delegate's words, each mistyped word once."""
    told: set[str] = set()
    without_the = _without_the(country) if country else None
    for text in texts:
        if text.quoted:
            continue
        words = _plain(text.words)
        for name in _NAME.findall(words):
            meant = "" if name in told else _mistyped(fold(name), _names(library))
            if meant:
                told.add(name)
                yield _told(text, "name-misspelt", name, library.seat_name(meant).in_sentence)
        if without_the and country and (found := without_the.search(words)):
            yield _told(text, "name-without-the", found[0].strip(), country.seat_name().in_sentence)
            without_the = None


def _plain(words: str) -> str:
    """The words without what is quoted and without names that are put together."""
    words = without_quotations(words)
    if "Columbia" in words:
        words = _OTHER_COLUMBIA.sub("", words)
    return _HYPHENATED.sub("", words) if "-" in words else words


def _told(text: Text, code: str, said: str, meant: str) -> Problem:
    if code == "name-misspelt":
        what, next_step = (
            f"No country is called “{said}”. Did you mean {meant}?",
            "Correct it, unless it is another name.",
        )
    else:
        what, next_step = f"Here stands “{said}”, and the country is called {meant}.", f"Write “{meant}” in sentences."
    return Problem(code, what, next_step, address=text.address, severity=Severity.ADVICE)


def _without_the(country: Country) -> re.Pattern[str] | None:
    """Where the seat's name stands without the article that it takes: as a subject, or behind a preposition."""
    if not country.names.article:
        return None
    name = re.escape(country.names.short)
    return re.compile(rf"(?:^|(?<=[.!?] )){name} (?:{_VERBS})\b|\b(?:in|of|from|to|for|by|with) {name}(?=[.,;:!?]|$)")


class _Names:
    """The names that a library's countries have, and the titles of one word under what is left of them by slips."""

    def __init__(self, library: Library) -> None:
        entries = library.entries(Shelf.COUNTRIES)
        self.known = {name for entry in entries.values() for name in (*entry.names, *entry.shared)}
        self.titles = {
            fold(entry.title): ref for ref, entry in entries.items() if len(fold(entry.title)) >= _SHORTEST - 1
        }
        self.slipped: dict[str, set[str]] = {}
        for title in self.titles:
            for left in _shortened(title):
                self.slipped.setdefault(left, set()).add(title)


@lru_cache(maxsize=4)
def _names(library: Library) -> _Names:
    return _Names(library)


@lru_cache(maxsize=8192)
def _mistyped(word: str, names: _Names) -> str:
    """The country whose name was mistyped as this word; "" for none, and where two may be meant."""
    if word in names.known or word in _OTHER_PLACES or not _SHORTEST <= len(word) <= _LONGEST:
        return ""
    near = {title for left in _shortened(word) for title in names.slipped.get(left, ())}
    meant = [title for title in near if _is_slip(word, title)]
    return names.titles[meant[0]] if len(meant) == 1 else ""


def _is_slip(word: str, title: str) -> bool:
    # "Bangladeshi" and "Argentinian" are no slips.
    if word.startswith(title) or title.startswith(word) or (word.rstrip("s")[-1:] == "n" and title[-1] != "n"):
        return False
    return is_near(word, title, _slips(min(len(word), len(title))))


def _shortened(word: str) -> Iterator[str]:
    """The word without none, one or as many letters as slips are forgiven: two words that are near share one."""
    for slips in range(_slips(len(word) + 1) + 1):
        for out in combinations(range(len(word)), slips):
            yield "".join(letter for place, letter in enumerate(word) if place not in out)


def _slips(length: int) -> int:
    return 2 if length >= _LONG else 1
