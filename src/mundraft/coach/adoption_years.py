"""Whether the year in which the paper has an instrument adopted is the one that the library knows.

Read is only what says so plainly: "The Assembly adopted the Palermo Protocol in 2005", "the Palermo Protocol was
adopted in 2005", or an action of such a body that begins with these words and has a year. A Government adopts a treaty
in its own time. A year beside the right one is let pass: two bodies may adopt one text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from mundraft.library.folders import Shelf
from mundraft.paper.address import Address, join
from mundraft.problems import Problem, Severity
from mundraft.text.folding import fold

from .taking_apart import clauses_in

if TYPE_CHECKING:
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper

    from .texts import Text

_ADOPTED = re.compile(r"(?<= )adopted (?:the )?")
_IN = re.compile(r" in (\d{4})(?= )")
_PASSIVE = re.compile(r"(?: was)?(?: unanimously)? adopted in (\d{4})(?= )")
_LONGEST = 24  # words of a name
#: In one clause; a delegate never comes near it, and a file made to harm must not keep the coach for long.
_MOST = 20
#: Who adopts texts between States.
_BODIES = frozenset(
    ("assembly", "community", "conference", "council", "ilo", "nations", "organisation", "organization", "states", "un")
)
#: What may stand before a name that is whole: of "the Protocol to the Convention" the last word alone is no name.
_BEFORE = frozenset(("after", "and", "joined", "ratified", "signed", "since", "that", "under", "when"))


class _Known(NamedTuple):
    ref: str
    year: int


def adoption_year_findings(texts: Iterable[Text], paper: Paper, library: Library) -> Iterator[Problem]:
    """Warnings for instruments that the delegate's words have adopted years off the day that the library knows."""
    for text in texts:
        if "adopted" in text.words and not text.quoted:
            yield from _in_words(text, library)
    for topic in paper.topics:
        for action in topic.past_actions:
            did = f" {fold(action.did)} "
            begins = _ADOPTED.match(did, 1)
            if begins and _BODIES & set(fold(action.actor).split()):
                typed = _IN.search(did, begins.end())
                name = did[begins.end() : typed.start() if typed else None].split()
                year, field = (typed[1], "did") if typed else (action.year.strip(), "year")
                address = join("topics", topic.id, "past_actions", action.id, field)
                yield from _judged(_named(name, library, whole=bool(typed)), year, address, library)


def _in_words(text: Text, library: Library) -> Iterator[Problem]:
    for clause in clauses_in(text.words):
        folded = f" {fold(clause)} "
        for found in islice(_ADOPTED.finditer(folded), _MOST):
            year = _IN.search(folded, found.end())
            if year and _BODIES & set(folded[: found.start()].split()):
                known = _named(folded[found.end() : year.start()].split(), library, whole=True)
                yield from _judged(known, year[1], text.address, library)
        for found in islice(_PASSIVE.finditer(folded), _MOST):
            known = _named_before(folded[: found.start()].split(), library)
            yield from _judged(known, found[1], text.address, library)


def _judged(known: _Known | None, year: str, address: Address, library: Library) -> Iterator[Problem]:
    if known is None or not (year.isascii() and year.isdigit()) or abs(known.year - int(year)) <= 1:
        return
    instrument = library.instrument(known.ref)
    in_force = instrument.in_force[:4] == year
    why = f" {year} is the year in which it entered into force." if in_force else ""
    yield Problem(
        "year-not-its-own",
        f"The words have {instrument.short_in_sentence} adopted in {year}, and it was adopted in {known.year}.{why}",
        "Correct the year; if another text is meant, write its whole name.",
        address=address,
        severity=Severity.WARNING,
    )


def _named(words: list[str], library: Library, *, whole: bool = False) -> _Known | None:
    """The instrument whose name these words begin with, or are; the longest name that fits."""
    known = _by_name(library)
    shortest = len(words) if whole else 1
    ends = range(min(len(words), _LONGEST), shortest - 1, -1)
    return next((one for end in ends if (one := known.get(" ".join(words[:end])))), None)


def _named_before(words: list[str], library: Library) -> _Known | None:
    """The instrument whose name these words end with, where nothing before it may belong to the name."""
    known = _by_name(library)
    for begin in range(max(0, len(words) - _LONGEST), len(words)):
        if found := known.get(" ".join(words[begin:])):
            before = words[: begin - 1] if begin and words[begin - 1] == "the" else words[:begin]
            return found if not before or before[-1] in _BEFORE else None
    return None


@lru_cache(maxsize=4)
def _by_name(library: Library) -> dict[str, _Known]:
    """Every name that means one instrument alone, folded."""
    return {
        name: _Known(ref, int(entry.adopted[:4]))
        for ref, entry in library.entries(Shelf.INSTRUMENTS).items()
        for name in entry.names
        if entry.adopted[:4].isdigit() and not name.isdigit()
    }
