"""Names and codes that two things of the library claim.

In one folder that is always a fault. What a class has made itself may take a name or a code from what ships, so that
its own USSR or its own short title is meant; but a correction takes nothing from others, and no State of today has the
name or the code of another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from mundraft.library.folders import CALLED, Shelf
from mundraft.library.pointing import Steps
from mundraft.problems import Problem
from mundraft.text.folding import fold

if TYPE_CHECKING:
    from mundraft.library.body import Body
    from mundraft.library.conference import Conference
    from mundraft.library.country import Country
    from mundraft.library.instrument import Instrument

T = TypeVar("T", "Country", "Instrument", "Body", "Conference")

#: Makes the problem of a thing: the way to the value, the code, what is wrong and what to do.
Pointing = Callable[[T, Steps, str, str, str], Problem]


def codes_twice(countries: Iterable[Country], at: Pointing[Country]) -> Iterator[Problem]:
    """Codes that two countries have; told of the nearer file. The countries come nearest first."""
    seen: dict[str, Country] = {}
    for country in countries:
        for field in ("iso2", "iso3", "m49"):
            code = getattr(country.codes, field)
            other = seen.setdefault(code, country) if code else country
            if other is country:
                continue
            if not (_of_one_home(other, country) or (_is_of_today(other) and _is_of_today(country))):
                continue
            wrong, owner = (other, country) if _apart(other, country) else (country, other)
            what = f"The code {code} already belongs to {owner.name}."
            yield at(wrong, ("codes", field), "country-code-twice", what, "Look the code up again.")


def names_twice(shelf: Shelf, named: Iterable[tuple[T, tuple[str, ...]]], at: Pointing[T]) -> Iterator[Problem]:
    """Names that two things claim, of each its first one before the others. The things come nearest first."""
    owners: dict[str, tuple[T, str]] = {}
    code = f"{CALLED[shelf]}-name-twice"
    for thing, names in named:
        for name in filter(None, names):
            owner, claimed = owners.setdefault(fold(name), (thing, name))
            if owner.id == thing.id:
                continue
            if not _apart(owner, thing):
                both = "Take it out of one of the two files."
                next_step = both if shelf is Shelf.PRESETS else "Put it under `shared_aliases` in both files."
                yield at(thing, _way_to(thing, name), code, _told(name, owner), next_step)
            elif _of_one_home(owner, thing) or (name == names[0] and _is_of_today(owner) and _is_of_today(thing)):
                next_step = f"Take it out; or, where this file is to correct that one, call it {thing.id}.yaml."
                yield at(owner, _way_to(owner, claimed), code, _told(claimed, thing), next_step)


def _is_of_today(thing: Country | Instrument | Body | Conference) -> bool:
    nations = getattr(thing, "united_nations", None)
    return nations is None or nations.status in ("member", "observer")


def _apart(one: T, other: T) -> bool:
    """Whether two things have their nearest files in different folders of the search path."""
    return one.files[0].parent != other.files[0].parent


def _of_one_home(one: T, other: T) -> bool:
    """Whether two things are of one folder, whatever corrects them."""
    return one.files[-1].parent == other.files[-1].parent


def _told(name: str, owner: Country | Instrument | Body | Conference) -> str:
    return f"The name {name!r} already belongs to {owner.id}."


def _way_to(thing: Country | Instrument | Body | Conference, name: str) -> Steps:
    if name in thing.aliases:
        return "aliases", thing.aliases.index(name)
    if hasattr(thing, "united_nations"):
        return "names", "short"
    return (next((key for key in ("title", "short", "name") if getattr(thing, key, "") == name), "aliases"),)
