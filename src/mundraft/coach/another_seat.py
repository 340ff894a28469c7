"""Whether another country acts in the answers where the seat should: the paper may have been written for that one.

Read are the answers that are about the seat's own position and proposals, not those about the issue, in which any
country may be the subject. One answer says nothing ("Mexico and Guatemala should open joint desks" is any seat's
proposal); a country that acts in several, and in more than name the seat, has likely been the seat of this paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from mundraft.library.folders import Shelf
from mundraft.problems import Problem, Severity
from mundraft.text.folding import fold

from .other_speakers import names_the_seat
from .taking_apart import clauses_in, without_quotations

if TYPE_CHECKING:
    from mundraft.library.country import Country
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper

    from .texts import Text

#: The answers and the groups in which a paper says what its seat wants and does.
_ANSWERS = frozenset(("appeal", "cooperation", "offer", "plan", "priorities", "reasons", "red_lines", "stance"))
_GROUPS = frozenset(("national_actions", "own_words", "solutions"))
#: In so many answers another country acts before it is told.
FEWEST = 3
#: What is read of one answer: more beginnings of sentences than any delegate writes.
_MOST = 50
_LONGEST_NAME = 5
_SENTENCE = re.compile(r"(?<=[.!?…;])[)’'”\"]*\s+|\n+|, (?:and|but|so|yet|while|because) ")
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")


def another_seat(texts: Iterable[Text], paper: Paper, library: Library, country: Country | None) -> Iterator[Problem]:
    """Advice where another country acts in several answers and in more than name the seat; one that the topic names is
    left alone."""
    if country is None or not country.joins_treaties:
        return
    acts: dict[str, list[Text]] = {}
    of_seat = 0
    for text in texts:
        if text.quoted or not _is_of_position(text.address):
            continue
        words = without_quotations(text.words)
        if names_the_seat(words, country):
            of_seat += 1
            continue
        for ref in _actors(words, library):
            acts.setdefault(ref, []).append(text)
    about = fold(" ".join(f"{topic.title} {topic.noun}" for topic in paper.topics))
    for ref, found in acts.items():
        name = library.seat_name(ref)
        if ref != country.id and len(found) >= max(FEWEST, of_seat + 1) and fold(name.name) not in about:
            yield _told(found, name.in_sentence, country.seat_name().in_sentence, of_seat)


def _told(found: list[Text], other: str, seat: str, of_seat: int) -> Problem:
    first = without_quotations(found[0].words).split()
    own = f"only {of_seat}" if of_seat else "none"
    return Problem(
        "another-country-often",
        f"In {len(found)} answers on what the seat wants and does {other} is the one that acts, and {seat} is named in "
        f"{own}. The first begins “{' '.join(first[:8])}”.",
        f"If they were written for {other}, write what {seat} wants and does. If not, leave them.",
        address=found[0].address,
        severity=Severity.ADVICE,
    )


def _is_of_position(address: str) -> bool:
    steps = address.split("/")
    if len(steps) < 4:
        return False
    return steps[2] in _GROUPS or (steps[2] == "answers" and steps[3] in _ANSWERS)


def _actors(words: str, library: Library) -> set[str]:
    """The countries with which a sentence, or what follows a comma and a joining word, begins."""
    titles = _titles(library)
    begun = (clause for sentence in clauses_in(words) for clause in _SENTENCE.split(sentence))
    return {ref for clause, _ in zip(begun, range(_MOST), strict=False) if (ref := _actor(clause, titles))}


def _actor(clause: str, titles: dict[str, str]) -> str:
    """The country with whose name a clause begins; "" for none, and where the name goes on ("Mexico City")."""
    spans = [found.span() for _, found in zip(range(_LONGEST_NAME + 2), _WORD.finditer(clause), strict=False)]
    if spans and fold(clause[slice(*spans[0])]) == "the":
        spans = spans[1:]
    for many in range(min(_LONGEST_NAME, len(spans)), 0, -1):
        name = clause[spans[0][0] : spans[many - 1][1]]
        if name[:1].isupper() and (ref := titles.get(fold(name))):
            after = clause[spans[many - 1][1] :].lstrip()
            return "" if after[:1].isupper() else ref
    return ""


@lru_cache(maxsize=4)
def _titles(library: Library) -> dict[str, str]:
    return {fold(entry.title): ref for ref, entry in library.entries(Shelf.COUNTRIES).items()}
