"""What every country has done about treaties and texts, as the index keeps it, so that a question put to all of them
reads no profile.

A row answers as a `Country` does when `participation` asks it, with the same names for the same things. An act is kept
as one string, and taken apart only when it is asked for: a list of parties needs one act of each country.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mundraft.library.index import Kind, Made, texts
from mundraft.library.reading import read_country

if TYPE_CHECKING:
    from mundraft.library.country import Country

#: Stands between the fields of an act; no text of a file can hold it.
_BETWEEN = "\x1f"


class Treaty(NamedTuple):
    """The fields of `country.Treaty`."""

    instrument: str
    signed: str
    consent: str
    consent_kind: str
    withdrew: str
    stands: str
    source: str
    note: str


class Adoption(NamedTuple):
    """The fields of `country.Adoption`."""

    instrument: str
    position: str
    on: str
    source: str
    note: str


class Nations(NamedTuple):
    """Of `country.UnitedNations`, what participation rests on."""

    status: str
    admitted: str
    left: str
    source: str


class Codes(NamedTuple):
    """Of `country.Codes`, what tells whether a treaty is open to the country."""

    iso3: str


class Blocs(NamedTuple):
    """Of `country.Blocs`, what tells whether a treaty is open to the country."""

    members_of: tuple[str, ...]


class Source(NamedTuple):
    """Of `facts.FactSource`, the name with its day, and the day."""

    named: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Acts:
    """A country, as far as its standing to instruments goes: it is a `participation.HasActs`."""

    id: str
    name: str
    united_nations: Nations
    codes: Codes
    blocs: Blocs
    sources: dict[str, Source]
    _treaties: dict[str, str]
    _adoptions: dict[str, str]

    def treaty_on(self, instrument: str) -> Treaty | None:
        act = self._treaties.get(instrument)
        return Treaty(*act.split(_BETWEEN)) if act else None

    def adoption_of(self, instrument: str) -> Adoption | None:
        act = self._adoptions.get(instrument)
        return Adoption(*act.split(_BETWEEN)) if act else None


def _made(paths: tuple[Path, ...]) -> Made[Acts]:
    country = read_country(*paths)
    return Made(_unpacked(_of(country)), country.refused)


def _of(country: Country) -> list[Any]:
    """A country as a row for JSON."""
    nations = country.united_nations
    return [
        [country.id, country.name, country.codes.iso3],
        [nations.status, nations.admitted, nations.left, nations.source],
        list(country.blocs.members_of),
        [[ref, source.named, source.as_of] for ref, source in country.sources.items()],
        [_BETWEEN.join(getattr(treaty, field) for field in Treaty._fields) for treaty in country.treaties],
        [_BETWEEN.join(getattr(adoption, field) for field in Adoption._fields) for adoption in country.adoptions],
    ]


def _packed(acts: Acts) -> list[Any]:
    return [
        [acts.id, acts.name, acts.codes.iso3],
        list(acts.united_nations),
        list(acts.blocs.members_of),
        [[ref, *source] for ref, source in acts.sources.items()],
        list(acts._treaties.values()),
        list(acts._adoptions.values()),
    ]


def _unpacked(row: Any) -> Acts:
    """Raises `TypeError` or `ValueError` for what is no row."""
    who, nations, blocs, sources, treaties, adoptions = row
    ref, name, iso3 = texts(who)
    return Acts(
        ref,
        name,
        Nations(*texts(nations)),
        Codes(iso3),
        Blocs(texts(blocs)),
        {source: Source(named, as_of) for source, named, as_of in map(texts, sources)},
        _by_instrument(treaties, len(Treaty._fields)),
        _by_instrument(adoptions, len(Adoption._fields)),
    )


def _by_instrument(acts: Iterable[Any], fields: int) -> dict[str, str]:
    """Acts by their instrument; of two on one, the first, as in a profile."""
    found: dict[str, str] = {}
    for act in texts(acts):
        if act.count(_BETWEEN) != fields - 1:
            raise ValueError(act)
        found.setdefault(act[: act.index(_BETWEEN)], act)
    return found


#: The rows of what each country has done.
ACTS: Kind[Acts] = Kind("acts", _made, _packed, _unpacked)
