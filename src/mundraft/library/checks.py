"""Faults that one file alone cannot show: profiles against instruments, and files against one another.

A file's own faults are told when it is read. Here the library is looked at as a whole; each fault names its file, line
and column, also where several files of one name count together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from mundraft.library.claimed_twice import codes_twice, names_twice
from mundraft.library.conference_limits import silences
from mundraft.library.folders import Shelf
from mundraft.library.pointing import Steps, place_below, place_in
from mundraft.library.reading import read_merged
from mundraft.problems import MundraftError, Problem, Severity, UnreadableFile
from mundraft.text.dates import date_in_words, is_before

if TYPE_CHECKING:
    from mundraft.library.body import Body
    from mundraft.library.conference import Conference
    from mundraft.library.country import Adoption, Country, Treaty
    from mundraft.library.index import Entry
    from mundraft.library.instrument import Instrument
    from mundraft.library.search_path import Library
    from mundraft.strictyaml.nodes import Node

T = TypeVar("T", "Country", "Instrument", "Body", "Conference")

#: What every State has; a seat that is none may be without.
_OF_STATES = (
    ("codes", "iso2"),
    ("codes", "iso3"),
    ("codes", "m49"),
    ("united_nations", "admitted"),
)


def problems(library: Library) -> tuple[Problem, ...]:
    """Every fault of the countries, instruments, bodies and conferences, those of unreadable files included."""
    return (
        country_problems(library) + instrument_problems(library) + body_problems(library) + conference_problems(library)
    )


def country_problems(library: Library) -> tuple[Problem, ...]:
    """What is wrong with country profiles."""
    at = _Pointer(Shelf.COUNTRIES)
    countries, found = _all(library, Shelf.COUNTRIES, library.country)
    found += codes_twice(countries, at)
    found += names_twice(at.shelf, [(one, (one.name, *one.aliases)) for one in countries], at)
    upset = _Upset(library)
    for country in countries:
        found += _missing(country, at)
        found += _own_years(country, at)
        found += _acts(country, upset, library, at)
    return tuple(found)


def instrument_problems(library: Library) -> tuple[Problem, ...]:
    """What is wrong with instruments."""
    at = _Pointer(Shelf.INSTRUMENTS)
    instruments, found = _all(library, Shelf.INSTRUMENTS, library.instrument)
    found += names_twice(at.shelf, [(one, (one.title, one.short, *one.aliases)) for one in instruments], at)
    for instrument in instruments:
        found += _own_dates(instrument, at)
        found += _articles_twice(instrument, at)
    return (*found, *_upset_profiles(library))


def _upset_profiles(library: Library) -> Iterator[Problem]:
    """What corrections of instruments say that profiles behind them cannot agree with."""
    upset = _Upset(library)
    if upset.is_possible:
        at = _Pointer(Shelf.COUNTRIES)
        for country in _all(library, Shelf.COUNTRIES, library.country)[0]:
            for _ in _acts(country, upset, library, at):
                pass  # the faults of the profiles themselves are told where those are checked
        yield from upset.told()


def body_problems(library: Library) -> tuple[Problem, ...]:
    """What is wrong with bodies: names that two claim, and things that they name and the library does not hold."""
    at = _Pointer(Shelf.BODIES)
    bodies, found = _all(library, Shelf.BODIES, library.body)
    found += names_twice(at.shelf, [(one, (one.name, *one.aliases)) for one in bodies], at)
    instruments = library.entries(Shelf.INSTRUMENTS)
    for body in bodies:
        for index, ref in enumerate(body.instruments):
            if ref not in instruments:
                what = f"There is no readable instrument {ref!r} in the library."
                next_step = "Check its id: mundraft instrument list"
                found.append(at(body, ("instruments", index), "body-instrument-unknown", what, next_step))
        if body.part_of and body.part_of not in library.entries(Shelf.BODIES):
            what = f"There is no readable body {body.part_of!r} in the library."
            found.append(at(body, ("part_of",), "body-parent-unknown", what, "Check its id: mundraft body list"))
    return tuple(found)


def conference_problems(library: Library) -> tuple[Problem, ...]:
    """What is wrong with conferences: names that two claim, and line spacings for which no limit holds."""
    at = _Pointer(Shelf.PRESETS)
    conferences, found = _all(library, Shelf.PRESETS, library.conference)
    found += names_twice(at.shelf, [(one, (one.name, one.short, *one.aliases)) for one in conferences], at)
    for conference in conferences:
        found += [at(conference, *one) for one in silences(conference)]
    return tuple(found)


class _Pointer:
    """Makes problems of things on one shelf, in their places. The files are read again only where there is a fault."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._roots: dict[str, Node] = {}

    def __call__(
        self,
        thing: Country | Instrument | Body | Conference,
        steps: Steps,
        code: str,
        what: str,
        next_step: str,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        if thing.id not in self._roots:
            self._roots[thing.id] = read_merged(self.shelf, thing.files)
        return Problem(code, what, next_step, place_below(self._roots[thing.id], steps), severity=severity)


def _all(library: Library, shelf: Shelf, read: Callable[[str], T]) -> tuple[list[T], list[Problem]]:
    """Everything on a shelf that can be read in full, and the faults of what cannot."""
    things: list[T] = []
    found = list(library.problems_on(shelf))
    for ref in library.entries(shelf):
        try:
            thing = read(ref)
        except UnreadableFile as error:
            found += [problem for problem in error.problems if problem not in found]
        else:
            things.append(thing)
            found += [problem for problem in thing.refused if problem not in found]
    return things, found


def _missing(country: Country, at: _Pointer) -> Iterator[Problem]:
    """What a profile of a State leaves open, though every State has it."""
    status = country.united_nations.status
    if status not in ("member", "observer"):
        return
    wanted = [one for one in _OF_STATES if status == "member" or one[1] != "admitted"]
    lacking = [one for one in wanted if not getattr(getattr(country, one[0]), one[1])]
    if lacking:
        keys = ", ".join(f"`{group}: {field}`" for group, field in lacking)
        what = f"{country.name} is a State ({status}), but {keys} {'is' if len(lacking) == 1 else 'are'} not given."
        next_step = "Add what is missing; for what is no State, write another `status` under `united_nations`."
        yield at(country, lacking[0][:1], "country-incomplete", what, next_step)


def _own_years(country: Country, at: _Pointer) -> Iterator[Problem]:
    """The seat's years in the United Nations."""
    nations = country.united_nations
    if is_before(nations.left, nations.admitted):
        what = f"It cannot leave before it was admitted, on {date_in_words(nations.admitted)}."
        yield at(country, ("united_nations", "left"), "country-left-first", what, "Check both dates.")


class _Upset:
    """The instruments that a nearer file corrects, and profiles behind it that do not fit the correction.

    One slip in a correction would else be a fault of each of the 195 profiles that ship, which have none."""

    def __init__(self, library: Library) -> None:
        self.instruments = library.entries(Shelf.INSTRUMENTS)
        self._corrections = {found.name: found.path for found in library.instruments() if found.shadows}
        self._faults: dict[str, list[Problem]] = {}

    @property
    def is_possible(self) -> bool:
        return bool(self._corrections)

    def takes(self, country: Country, ref: str, faults: list[Problem]) -> bool:
        """Whether the faults of an act are the correction's, and will be told of it."""
        path = self._corrections.get(ref)
        if not faults or path is None or country.files[0].parent.parent == path.parent.parent:
            return False
        self._faults.setdefault(ref, []).append(faults[0])
        return True

    def told(self) -> Iterator[Problem]:
        for ref, faults in self._faults.items():
            key = "kind" if faults[0].code == "country-wrong-list" else "adopted"
            count = f"{len(faults)} profiles do" if len(faults) > 1 else "A profile does"
            what = f"{count} not fit {ref} any more, as this file corrects it. The first says: {faults[0].what}"
            next_step = f"Mend or delete the line `{key}` here, unless you correct the profiles too."
            place = place_in(self._corrections[ref], (key,))
            yield Problem("instrument-upsets-profiles", what, next_step, place)


def _acts(country: Country, upset: _Upset, library: Library, at: _Pointer) -> Iterator[Problem]:
    """The treaties and adoptions of a profile, each against its instrument."""
    entries: list[tuple[str, int, Treaty | Adoption]] = [
        *(("treaties", index, entry) for index, entry in enumerate(country.treaties)),
        *(("adoptions", index, entry) for index, entry in enumerate(country.adoptions)),
    ]
    seen: set[tuple[str, str]] = set()
    for group, index, entry in entries:
        steps: Steps = (group, index, "instrument")
        if (group, entry.instrument) in seen:
            what = f"{entry.instrument} stands twice under `{group}`."
            next_step = "Write both into one entry, and delete the other."
            yield at(country, steps, "country-instrument-twice", what, next_step)
        seen.add((group, entry.instrument))
        instrument = upset.instruments.get(entry.instrument)
        if instrument is None:
            what = f"There is no readable instrument {entry.instrument!r} in the library."
            yield at(country, steps, "country-instrument-unknown", what, _next_step_for(entry.instrument, library))
            continue
        faults = list(_against(country, entry, instrument, (group, index), at))
        if not upset.takes(country, entry.instrument, faults):
            yield from faults


def _next_step_for(ref: str, library: Library) -> str:
    try:
        library.instrument(ref)
    except MundraftError as error:
        return error.problems[0].next_step
    return "Check its id: mundraft instrument list"


def _against(
    country: Country, entry: Treaty | Adoption, instrument: Entry, steps: Steps, at: _Pointer
) -> Iterator[Problem]:
    if (steps[0] == "treaties") != instrument.takes_parties:
        has, belongs = ("parties", "treaties") if instrument.takes_parties else ("no parties", "adoptions")
        what = f"This instrument has {has}: {instrument.title}."
        yield at(country, (*steps, "instrument"), "country-wrong-list", what, f"Move the entry to `{belongs}`.")
    as_of = country.sources[entry.source].as_of
    for field in ("signed", "consent", "withdrew", "on"):
        day = getattr(entry, field, "")
        if is_before(day, instrument.adopted):
            what = f"{date_in_words(day)} is before the adoption, on {date_in_words(instrument.adopted)}."
            yield at(country, (*steps, field), "country-date-too-early", what, "Check both dates.")
        # A withdrawal is known before the day on which it takes effect.
        if field != "withdrew" and is_before(as_of, day):
            what = f"{date_in_words(day)} is later than its source, which speaks for {date_in_words(as_of)}."
            yield at(country, (*steps, field), "country-date-after-source", what, "Name the source that says so.")
    if is_before(getattr(entry, "withdrew", ""), getattr(entry, "consent", "")):
        what = "The withdrawal is before the consent."
        yield at(country, (*steps, "withdrew"), "country-withdrew-first", what, "Check both dates.")


def _own_dates(instrument: Instrument, at: _Pointer) -> Iterator[Problem]:
    if is_before(instrument.in_force, instrument.adopted):
        what = f"It cannot enter into force before it was adopted, on {date_in_words(instrument.adopted)}."
        yield at(instrument, ("in_force",), "instrument-dates", what, "Check both dates.")


def _articles_twice(instrument: Instrument, at: _Pointer) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, article in enumerate(instrument.articles):
        if article.written in seen:
            what = f"{article.written} stands here twice."
            yield at(instrument, ("articles", index, "number"), "instrument-article-twice", what, "Keep one.")
        seen.add(article.written)
