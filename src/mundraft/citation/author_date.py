"""Bibliographies of styles that cite by author and date: letters for works of one year, marks that group an author.

APA and Chicago differ in how they word names, dates and places; how a mark is put together they share, and it is here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from mundraft.citation.listing import SOURCE_MISSING, each_once, fields_by_id, located, note_of
from mundraft.citation.locators import Locator
from mundraft.citation.names import Person
from mundraft.citation.pieces import between, joined, own, settled, text_of
from mundraft.citation.style import Earlier, Entry, Work
from mundraft.citation.telling_apart import Rules, Shown, letters, tell_apart
from mundraft.citation.works import Fields
from mundraft.document.tree import Cited, Inlines

#: What stands for the year of a work that has none.
NO_DATE = "n.d."


def lettered(year: str, letter: str) -> str:
    """The year with its letter: "2019a"; "n.d.-a" and "in press-a", where it does not end in a figure (APA 8.19)."""
    year = year or NO_DATE
    return f"{year}-{letter}" if letter and not year[-1].isdigit() else year + letter


class Wording(Protocol):
    """What one style says of one work."""

    rules: Rules
    #: whether the citations of one mark are put in the order of the list (APA 8.12)
    sorts_marks: bool

    def people(self, work: Fields) -> tuple[Person, ...]:
        """Whose names the mark holds; nobody where a title stands for them."""

    def stand_in(self, work: Fields) -> Inlines:
        """What the mark says in place of names."""

    def year(self, work: Fields) -> str:
        """The year, "" where there is none."""

    def order(self, work: Fields) -> tuple[object, ...]:
        """What the list is sorted by."""

    def entry(self, work: Fields, letter: str, before: Fields | None) -> Inlines:
        """The entry, without its last full stop; `before` is the work of the entry above."""

    def finished(self, entry: Inlines) -> Inlines:
        """The entry with what stands at its end."""

    def located(self, work: Fields | None, locator: Locator) -> str:
        """Where in the work, "" where no place is given."""

    def heading(self, work: Fields) -> str:
        """The heading by which a work of reference is searched, which its mark can name; "" for any other work."""

    def dated(self, work: Fields, year: str) -> str:
        """The mark that joins names to a year, and the year: ", 2019" or " 2019"."""


class AuthorDateBibliography:
    """The works of one list; see `mundraft.citation.style.Bibliography`."""

    def __init__(self, works: Sequence[Work], wording: Wording) -> None:
        self._works = fields_by_id(works)
        self._say = wording

    @cached_property
    def _listed(self) -> list[Fields]:
        return sorted(self._works.values(), key=self._say.order)

    @cached_property
    def _names(self) -> dict[str, Shown]:
        works = self._works
        people = {id_: self._say.people(work) for id_, work in works.items()}
        rest = {
            id_: ("" if people[id_] else text_of(self._say.stand_in(work))) + "\n" + self._say.year(work)
            for id_, work in works.items()
        }
        return tell_apart(people, rest, self._say.rules)

    @cached_property
    def _letters(self) -> dict[str, str]:
        """Laws and treaties take none: their entries do not begin with a year."""
        listed = [work.id for work in self._listed if not work.is_legal]
        return letters(listed, lambda id_: (*self._whole(id_), self._say.heading(self._works[id_])))

    @cached_property
    def _named_by_heading(self) -> frozenset[str]:
        """Articles of one work of reference and one year: their marks name the heading before any place in it."""
        parts = [id_ for id_, work in self._works.items() if self._say.heading(work)]
        counted = Counter(self._whole(id_) for id_ in parts)
        return frozenset(id_ for id_ in parts if counted[self._whole(id_)] > 1)

    def _whole(self, id_: str) -> tuple[str, str]:
        return self._who(id_), self._say.year(self._works[id_])

    def _who(self, id_: str) -> str:
        stand_in = text_of(self._say.stand_in(self._works[id_]))
        return self._names[id_].text or stand_in.strip("“”")

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        listed: list[Entry] = []
        before: Fields | None = None
        for work in self._listed:
            entry = self._say.entry(work, self._letters.get(work.id, ""), before)
            listed.append(Entry(work.id, "", self._say.finished(entry)))
            before = work
        return tuple(listed)

    def mark(self, cites: tuple[Cited, ...]) -> Inlines:
        groups = [self._grouped(group) for group in self._by_author(each_once(cites))]
        return settled(between("(", joined(groups, "; "), ")"))

    def note(self, cites: tuple[Cited, ...], earlier: Earlier) -> Inlines:
        return note_of(cites, earlier, self._full, lambda source, locator: self._grouped([_One(source, locator)]))

    def _full(self, source: str, locator: Locator) -> Inlines:
        work = self._works.get(source)
        entry = self._say.entry(work, self._letters.get(source, ""), None) if work else SOURCE_MISSING
        return located(entry, self._say.located(work, locator))

    def _by_author(self, cites: list[tuple[str, Locator]]) -> list[list[_One]]:
        """The citations, those of the same author brought together behind the first of them."""
        if self._say.sorts_marks:
            places = {work.id: place for place, work in enumerate(self._listed)}
            cites = sorted(cites, key=lambda cite: places.get(cite[0], len(places)))
        groups: dict[object, list[_One]] = {}
        for source, locator in cites:
            work = self._works.get(source)
            author = self._heads(work) if work else source
            groups.setdefault(author, []).append(_One(source, locator))
        return list(groups.values())

    def _heads(self, work: Fields) -> object:
        """Who heads the entry: people and what is shown of them ("Smith et al." may be two lists), and as what.

        A name is said again for works that it heads as an editor and not as an author, as their entries say, and for
        works that need more of the names than others of the same people."""
        people = self._say.people(work)
        fields = (work.authors, work.editors, work.directors, work.translators)
        roles = [role for role, field in enumerate(fields) if people is field]
        shown = self._names[work.id].text
        return (people, shown, roles[0] if roles else None) if people else self._say.stand_in(work)

    def _grouped(self, group: list[_One]) -> Inlines:
        """One author and the years of the works cited; where places are named too, semicolons keep them apart."""
        first = group[0]
        by = "; " if any(one.locator for one in group) else ", "
        work = self._works.get(first.source)
        if work is None:
            return located(SOURCE_MISSING, self._say.located(None, first.locator))
        who = work.say(self._names[first.source].text) or self._say.stand_in(work)
        said = (*who, *own(self._say.dated(work, self._year(first.source))))
        said = joined((said, *self._place(first)), ", ")
        return joined((said, *(self._later(one) for one in group[1:])), by)

    def _later(self, one: _One) -> Inlines:
        return joined((own(self._year(one.source)), *self._place(one)), ", ")

    def _place(self, one: _One) -> tuple[Inlines, Inlines]:
        work = self._works[one.source]
        heading = self._say.heading(work) if one.locator and one.source in self._named_by_heading else ""
        return own(heading), own(self._say.located(work, one.locator))

    def _year(self, source: str) -> str:
        return lettered(self._say.year(self._works[source]), self._letters.get(source, ""))


class _One(NamedTuple):
    source: str
    locator: Locator
