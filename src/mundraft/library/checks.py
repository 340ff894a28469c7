"""Faults that one file alone cannot show: profiles against instruments, and files against one another.

A file's own faults are told when it is read. Here the library is looked at as a whole; each fault names its file, line
and column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mundraft.files.reading import read_capped
from mundraft.library.facts import date_in_words, is_before
from mundraft.library.folders import CALLED, Shelf
from mundraft.library.pointing import Steps, place_in
from mundraft.problems import MundraftError, Problem
from mundraft.text.folding import fold

if TYPE_CHECKING:
    from mundraft.library.country import Adoption, Country, Treaty
    from mundraft.library.instrument import Instrument
    from mundraft.library.search_path import Library


def problems(library: Library) -> tuple[Problem, ...]:
    """Every fault of the countries, instruments and bodies of a library, those of unreadable files included."""
    return country_problems(library) + instrument_problems(library) + body_problems(library)


def country_problems(library: Library) -> tuple[Problem, ...]:
    """What is wrong with country profiles."""
    countries = [(found.path, library.country(found.name)) for found in library.countries()]
    found = [*library.problems_on(Shelf.COUNTRIES), *_codes_twice(countries)]
    found += _names_twice(Shelf.COUNTRIES, [(path, c.id, (c.name, *c.aliases)) for path, c in countries])
    for path, country in countries:
        found += _acts(path, country, library)
    return tuple(found)


def instrument_problems(library: Library) -> tuple[Problem, ...]:
    """What is wrong with instruments."""
    instruments = [(found.path, library.instrument(found.name)) for found in library.instruments()]
    found = list(library.problems_on(Shelf.INSTRUMENTS))
    found += _names_twice(Shelf.INSTRUMENTS, [(path, i.id, (i.title, i.short, *i.aliases)) for path, i in instruments])
    for path, instrument in instruments:
        found += _own_dates(path, instrument)
        found += _articles_twice(path, instrument)
    return tuple(found)


def body_problems(library: Library) -> tuple[Problem, ...]:
    """What is wrong with bodies: names that two claim, and things that they name and the library does not hold."""
    bodies = [(found.path, library.body(found.name)) for found in library.bodies()]
    found = list(library.problems_on(Shelf.BODIES))
    found += _names_twice(Shelf.BODIES, [(path, body.id, (body.name, *body.aliases)) for path, body in bodies])
    instruments = {one.name for one in library.instruments()}
    known = {body.id for _, body in bodies}
    for path, body in bodies:
        for index, ref in enumerate(body.instruments):
            if ref not in instruments:
                what = f"There is no readable instrument {ref!r} in the library."
                next_step = "Check its id: mundraft instrument list"
                found.append(_problem(path, ("instruments", index), "body-instrument-unknown", what, next_step))
        if body.part_of and body.part_of not in known:
            what = f"There is no readable body {body.part_of!r} in the library."
            found.append(_problem(path, ("part_of",), "body-parent-unknown", what, "Check its id: mundraft body list"))
    return tuple(found)


def _acts(path: Path, country: Country, library: Library) -> Iterator[Problem]:
    """The treaties and adoptions of a profile, each against its instrument."""
    entries: list[tuple[str, int, Treaty | Adoption]] = [
        *(("treaties", index, entry) for index, entry in enumerate(country.treaties)),
        *(("adoptions", index, entry) for index, entry in enumerate(country.adoptions)),
    ]
    seen: set[str] = set()
    for group, index, entry in entries:
        at: Steps = (group, index, "instrument")
        if entry.instrument in seen:
            yield _problem(path, at, "country-instrument-twice", f"{entry.instrument} stands here twice.", "Keep one.")
        seen.add(entry.instrument)
        try:
            instrument = library.instrument(entry.instrument)
        except MundraftError as error:
            next_step = error.problems[0].next_step
            what = f"There is no readable instrument {entry.instrument!r} in the library."
            yield _problem(path, at, "country-instrument-unknown", what, next_step)
            continue
        yield from _against(path, country, entry, instrument, (group, index))


def _against(
    path: Path, country: Country, entry: Treaty | Adoption, instrument: Instrument, at: Steps
) -> Iterator[Problem]:
    if (at[0] == "treaties") != instrument.takes_parties:
        has, belongs = ("parties", "treaties") if instrument.takes_parties else ("no parties", "adoptions")
        what = f"This {instrument.kind} has {has}: {instrument.title}."
        yield _problem(path, (*at, "instrument"), "country-wrong-list", what, f"Move the entry to `{belongs}`.")
    as_of = country.sources[entry.source].as_of
    for field in ("signed", "consent", "on"):
        day = getattr(entry, field, "")
        if is_before(day, instrument.adopted):
            what = f"{date_in_words(day)} is before the adoption, on {date_in_words(instrument.adopted)}."
            yield _problem(path, (*at, field), "country-date-too-early", what, "Check both dates.")
        if is_before(as_of, day):
            what = f"{date_in_words(day)} is later than its source, which speaks for {date_in_words(as_of)}."
            yield _problem(path, (*at, field), "country-date-after-source", what, "Name the source that says so.")
    if is_before(getattr(entry, "withdrew", ""), getattr(entry, "consent", "")):
        what = "The withdrawal is before the consent."
        yield _problem(path, (*at, "withdrew"), "country-withdrew-first", what, "Check both dates.")


def _codes_twice(countries: Iterable[tuple[Path, Country]]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for path, country in countries:
        for field in ("iso2", "iso3", "m49"):
            code = getattr(country.codes, field)
            if code in seen:
                what = f"The code {code} already belongs to {seen[code]}."
                yield _problem(path, ("codes", field), "country-code-twice", what, "Look the code up again.")
            seen.setdefault(code, country.name)


def _names_twice(shelf: Shelf, named: Iterable[tuple[Path, str, tuple[str, ...]]]) -> Iterator[Problem]:
    """Names that two entries both claim as their own; such a name belongs under `shared_aliases`."""
    owners: dict[str, str] = {}
    for path, ref, names in named:
        for name in names:
            owner = owners.setdefault(fold(name), ref)
            if owner != ref:
                what = f"The name {name!r} already belongs to {owner}."
                code = f"{CALLED[shelf]}-name-twice"
                yield _problem(path, _steps_to(path, name), code, what, "Put it under `shared_aliases` in both files.")


def _own_dates(path: Path, instrument: Instrument) -> Iterator[Problem]:
    if is_before(instrument.in_force, instrument.adopted):
        what = f"It cannot enter into force before it was adopted, on {date_in_words(instrument.adopted)}."
        yield _problem(path, ("in_force",), "instrument-dates", what, "Check both dates.")


def _articles_twice(path: Path, instrument: Instrument) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, article in enumerate(instrument.articles):
        if article.written in seen:
            what = f"{article.written} stands here twice."
            yield _problem(path, ("articles", index, "number"), "instrument-article-twice", what, "Keep one.")
        seen.add(article.written)


def _steps_to(path: Path, name: str) -> Steps:
    """The way to an alias in a file, or to nothing where the name is a title."""
    from mundraft.strictyaml.nodes import Mapping, Scalar, Sequence
    from mundraft.strictyaml.reader import read_nodes

    root = read_nodes(read_capped(path, "file"), str(path))
    if isinstance(root, Mapping) and "aliases" in root.entries:
        aliases = root.entries["aliases"][1]
        if isinstance(aliases, Sequence):
            texts = [item.text if isinstance(item, Scalar) else "" for item in aliases.items]
            return ("aliases", texts.index(name)) if name in texts else ()
    return ()


def _problem(path: Path, steps: Steps, code: str, what: str, next_step: str) -> Problem:
    return Problem(code=code, what=what, next_step=next_step, place=place_in(path, steps))
