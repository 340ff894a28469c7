"""Marks that would read alike, told apart: more names, given names, then letters or titles.

What styles with names in their marks share (MLA 6.8-6.11, APA 8.18-8.20, Chicago 15.20-15.28). It is worked out once
for all the works of a bibliography, since whether a mark is clear depends on every other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from mundraft.citation.names import Person, initials, series


class Given(Enum):
    """When a mark names a given name too."""

    #: where the mark would fit two works
    WHERE_MARKS_MEET = 1
    #: wherever two first authors share a family name, by initials
    FIRST_AUTHORS_BY_INITIALS = 2
    #: the same, with the whole given name where initials do not tell
    FIRST_AUTHORS = 3


class Rules(NamedTuple):
    """A style's rules for the names in its marks: from `at_least` names on, only the first is named."""

    at_least: int
    and_word: str
    given: Given
    #: whether a comma stands before "and" of two names
    comma_before_two: bool = False
    #: whether a title stands where names do not tell works apart: then none are added where every work would need one
    adds_title: bool = False


class Names(NamedTuple):
    """How the names of one work are shown: how many of them, and how much of each one's given name (0, 1, 2)."""

    shown: int
    given: tuple[int, ...]


class Shown(NamedTuple):
    """What a mark says of the names, and whether another work's mark says the same."""

    text: str
    alike: bool


def tell_apart(people: Mapping[str, Sequence[Person]], rest: Mapping[str, str], rules: Rules) -> dict[str, Shown]:
    """The names of each work as its marks show them; works are keyed by id.

    `rest` is what else the mark holds (the year, or a title where there are no names), by which marks differ already.
    """
    return _TellingApart(people, rest, rules).told()


class _TellingApart:
    def __init__(self, people: Mapping[str, Sequence[Person]], rest: Mapping[str, str], rules: Rules) -> None:
        self._people, self._rest, self._rules = people, rest, rules
        self._names = {work: Names(self._usual(persons), (0,) * len(persons)) for work, persons in people.items()}

    def _usual(self, persons: Sequence[Person]) -> int:
        return 1 if len(persons) >= self._rules.at_least else len(persons)

    def told(self) -> dict[str, Shown]:
        if self._rules.given is Given.WHERE_MARKS_MEET:
            self._add_given()
        else:
            self._give_first_authors()
        for works in self._alike():
            self._add_names(works)
        alike = {work for works in self._alike() for work in works}
        return {work: Shown(self._text(work), work in alike) for work in self._people}

    def _text(self, work: str, names: Names | None = None) -> str:
        shown, given = names or self._names[work]
        persons = self._people[work]
        texts = [_short(person, level) for person, level in zip(persons[:shown], given, strict=False)]
        if shown < len(persons):
            return f"{', '.join(texts)}{',' if len(texts) > 1 else ''} et al."
        return series(texts, self._rules.and_word, self._rules.comma_before_two)

    def _alike(self) -> list[list[str]]:
        groups = defaultdict(list)
        for work in self._people:
            groups[self._text(work), self._rest[work]].append(work)
        return [works for works in groups.values() if len(works) > 1]

    def _give_first_authors(self) -> None:
        by_family: dict[str, set[Person]] = defaultdict(set)
        for persons in self._people.values():
            if persons and persons[0].family:
                by_family[persons[0].last].add(persons[0])
        for work, persons in self._people.items():
            namesakes = by_family.get(persons[0].last, set()) if persons else set()
            if len(namesakes) > 1:
                self._show_given(work, 0, self._level(persons[0], namesakes))

    def _level(self, person: Person, namesakes: set[Person]) -> int:
        """How much of a given name tells the person from the others; initials that others share do not (APA 8.20)."""
        if initials(person.given) not in {initials(other.given) for other in namesakes if other != person}:
            return 1
        return 0 if self._rules.given is Given.FIRST_AUTHORS_BY_INITIALS else 2

    def _show_given(self, work: str, index: int, level: int) -> None:
        shown, given = self._names[work]
        self._names[work] = Names(shown, (*given[:index], level, *given[index + 1 :]))

    def _add_names(self, works: list[str]) -> None:
        """Show one name more at a time in each, until it reads unlike the works of other people; where those have the
        same names and more, all."""
        everyone = {work: tuple(person.last for person in self._people[work]) for work in works}
        lists = Counter(everyone.values())
        if self._rules.adds_title and 1 not in lists.values():
            return
        for work, names in everyone.items():
            others = [other for other in lists if other != names]
            for shown in range(self._names[work].shown + 1, len(names) + 1):
                if others and (shown == len(names) or all(other[:shown] != names[:shown] for other in others)):
                    self._names[work] = self._names[work]._replace(shown=shown)
                    break

    def _add_given(self) -> None:
        """Given names from the first author on, and of no more authors than it takes to tell marks apart."""
        for index in range(max((names.shown for names in self._names.values()), default=0)):
            for works in self._alike():
                self._add_given_at(index, works)

    def _add_given_at(self, index: int, works: list[str]) -> None:
        persons = {work: self._people[work][index] for work in works if index < self._names[work].shown}
        for work, person in persons.items():
            rivals = {other for other in persons.values() if other != person}
            if rivals:
                self._show_given(work, index, self._level(person, rivals))


def _short(person: Person, level: int) -> str:
    if not level or not person.given or not person.family:
        return person.last
    return person.natural(initials(person.given) if level == 1 else person.given)


def letters(works: Sequence[str], same: Callable[[str], object]) -> dict[str, str]:
    """A letter for each work that shares `same(work)` with another, in the order handed in."""
    groups: dict[object, list[str]] = defaultdict(list)
    for work in works:
        groups[same(work)].append(work)
    return {work: _letter(index) for alike in groups.values() if len(alike) > 1 for index, work in enumerate(alike)}


def _letter(index: int) -> str:
    """That is: "a" to "z", then "aa"."""
    before, here = divmod(index, 26)
    return (_letter(before - 1) if before else "") + chr(ord("a") + here)
