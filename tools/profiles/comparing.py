"""A profile as it is, held against what the tables say: what is missing, differs, or only the file has.

A fact was made by hand where the profile says so (`by_hand`), or where its source is none of the tables' sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from profiles.proposing import Plain
from profiles.sources import source_ids

GROUPS = ("names", "codes", "united_nations", "land", "blocs")
LISTS = ("treaties", "adoptions")


class Kind(StrEnum):
    """What a difference is: `MISSING` may be added, `DIFFERS` needs a choice, `BY_HAND` stays unless it is named."""

    MISSING = "missing in the file"
    DIFFERS = "differs"
    BY_HAND = "by hand, kept"
    NOT_IN_TABLE = "not in the table"


class Difference(NamedTuple):
    """One fact that is not the same. `field` is its way in the file: "land.capital", "treaties.crc.consent"."""

    country: str
    field: str
    in_file: Any
    in_table: Any
    kind: Kind


def differences(ref: str, profile: Plain, proposal: Plain) -> list[Difference]:
    """Every difference between a profile and the tables' proposal, in the order of the file."""
    return [*_groups(ref, profile, proposal), *_lists(ref, profile, proposal), *_sources(ref, profile, proposal)]


def _groups(ref: str, profile: Plain, proposal: Plain) -> Iterator[Difference]:
    marked = set(profile.get("by_hand", ()))
    for group in GROUPS:
        mine, theirs = profile.get(group, {}), proposal.get(group, {})
        for field, value in theirs.items():
            name = f"{group}.{field}"
            old = _listed_as(mine) if name == "names.listed_as" else mine.get(field)
            if same(old, value):
                continue
            by_hand = name in marked or (bool(mine) and mine["source"] not in source_ids())
            kind = Kind.BY_HAND if by_hand else Kind.MISSING if old is None else Kind.DIFFERS
            yield Difference(ref, name, old, value, kind)


def _listed_as(names: Plain) -> Any:
    """The name in the United Nations' lists: the short name where the file gives no other."""
    return names.get("listed_as", names.get("short"))


def _lists(ref: str, profile: Plain, proposal: Plain) -> Iterator[Difference]:
    for name in LISTS:
        mine = {entry["instrument"]: entry for entry in profile.get(name, ())}
        theirs = {entry["instrument"]: entry for entry in proposal.get(name, ())}
        for instrument, entry in theirs.items():
            field = f"{name}.{instrument}"
            if instrument in mine:
                yield from _entry(ref, field, mine[instrument], entry)
            else:
                yield Difference(ref, field, None, entry, Kind.MISSING)
        # A folder without votes says nothing about votes.
        if theirs or name == "treaties":
            for instrument in mine.keys() - theirs.keys():
                if mine[instrument]["source"] in source_ids():
                    yield Difference(ref, f"{name}.{instrument}", mine[instrument], None, Kind.NOT_IN_TABLE)


def _entry(ref: str, field: str, mine: Plain, theirs: Plain) -> Iterator[Difference]:
    by_hand = mine["source"] not in source_ids()
    for key in ("signed", "consent", "consent_kind", "withdrew", "stands", "position", "on", "source"):
        old, new = mine.get(key), theirs.get(key)
        if old == new or (by_hand and (new is None or key == "source")):
            continue
        kind = Kind.BY_HAND if by_hand else _kind(old, new)
        yield Difference(ref, f"{field}.{key}", old, new, kind)


def _kind(old: Any, new: Any) -> Kind:
    if old is None:
        return Kind.MISSING
    return Kind.NOT_IN_TABLE if new is None else Kind.DIFFERS


def _sources(ref: str, profile: Plain, proposal: Plain) -> Iterator[Difference]:
    """Sources that both name and that are not told alike; one that only the table names comes with its fact."""
    for source, entry in proposal["sources"].items():
        mine = profile["sources"].get(source, entry)
        for key in ("title", "as_of", "url", "through"):
            if mine.get(key) != entry.get(key):
                yield Difference(ref, f"sources.{source}.{key}", mine.get(key), entry.get(key), Kind.DIFFERS)


def same(old: Any, new: Any) -> bool:
    """Whether two values say the same; the order of a list says nothing."""
    if isinstance(old, Sequence) and isinstance(new, Sequence) and not isinstance(old, str):
        return sorted(old) == sorted(new)
    return bool(old == new)
