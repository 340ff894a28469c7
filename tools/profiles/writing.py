"""Profiles as files: read as plain values, changed fact by fact, written so that a person can read them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mundraft.files.atomic import write_atomically
from mundraft.files.reading import read_capped
from mundraft.library.country import Profile
from mundraft.problems import Place, Problem, UnreadableFile
from mundraft.strictyaml.nodes import plain_value
from mundraft.strictyaml.reader import read_as, read_nodes
from mundraft.strictyaml.writer import to_yaml
from profiles.comparing import GROUPS, LISTS, Difference, Kind
from profiles.proposing import Plain
from profiles.sources import source_ids

_ORDER = (
    "mundraft-country", "names", "aliases", "shared_aliases", "codes", "united_nations", "land", "blocs",
    "treaties", "adoptions", "by_hand", "sources",
)  # fmt: skip
_ENTRY_ORDER = (
    "instrument",
    "signed",
    "consent",
    "consent_kind",
    "withdrew",
    "stands",
    "position",
    "on",
    "source",
    "note",
)
# An M49 code may begin with 0, and other readers of YAML would take it for a number.
_NUMBER = re.compile(r"^(  m49: )(\d+)$", re.MULTILINE)


def read_plain(path: Path) -> Plain:
    """A profile's file as plain values. Raises `UnreadableFile` where it is not a profile as the library knows it."""
    data = read_capped(path, "country profile")
    read_as(Profile, data, str(path), "country")
    plain: Plain = plain_value(read_nodes(data, str(path)))
    return plain


def write_plain(path: Path, profile: Plain) -> bool:
    """Write a profile where it says something new; whether it did.

    Raises `UnreadableFile` rather than lose a comment that somebody wrote into the file."""
    ordered = {key: profile[key] for key in _ORDER if profile.get(key)}
    data = _NUMBER.sub(r'\1"\2"', to_yaml(ordered)).encode("utf-8")
    if path.is_file():
        before = read_capped(path, "country profile")
        if read_plain(path) == ordered:
            return False
        lines = before.decode("utf-8").splitlines()
        if comment := next((number for number, line in enumerate(lines, 1) if line.lstrip().startswith("#")), 0):
            what = "This file holds a comment, which writing it anew would lose."
            next_step = "Put it into a `note`, or make the change by hand."
            raise UnreadableFile(Problem("profile-comment", what, next_step, Place(str(path), comment)))
    write_atomically(path, data)
    return True


def changed(profile: Plain, proposal: Plain, chosen: Iterable[Difference]) -> Plain:
    """The profile with the tables' word on the chosen differences, with the sources that those facts name."""
    result: Plain = {key: _copied(value) for key, value in profile.items()}
    for one in chosen:
        _take(result, proposal, one)
    named = {result[group]["source"] for group in GROUPS if group in result} | {
        entry["source"] for entry in _entries(result)
    }
    for source in sorted(named - result["sources"].keys()):
        result["sources"][source] = dict(proposal["sources"][source])
    result["sources"] = {
        ref: entry for ref, entry in result["sources"].items() if ref in named or ref not in source_ids()
    }
    return result


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(below) for key, below in value.items()}
    return [_copied(item) for item in value] if isinstance(value, list) else value


def _entries(profile: Plain) -> list[Plain]:
    return [entry for name in LISTS for entry in profile.get(name, ())]


def _take(profile: Plain, proposal: Plain, one: Difference) -> None:
    group, name, *rest = one.field.split(".")
    if group in LISTS:
        _take_act(profile.setdefault(group, []), name, rest[0] if rest else "", one)
        return
    whole = profile.setdefault(group, {"source": proposal[group]["source"]} if group in GROUPS else {})
    place = whole[name] if rest else whole
    _put(place, rest[0] if rest else name, one.in_table)
    if one.kind is Kind.BY_HAND and group in GROUPS:
        profile["by_hand"] = [field for field in profile.get("by_hand", ()) if field != one.field]
        profile[group]["source"] = proposal[group]["source"]


def _take_act(entries: list[Plain], instrument: str, key: str, one: Difference) -> None:
    entry = next((entry for entry in entries if entry["instrument"] == instrument), None)
    if entry is None:
        entries.append(dict(one.in_table))
    elif not key:
        entries.remove(entry)
    else:
        _put(entry, key, one.in_table)
        ordered = {key: entry[key] for key in _ENTRY_ORDER if key in entry}
        entry.clear()
        entry.update(ordered)


def _put(place: Plain, key: str, value: Any) -> None:
    if value is None:
        place.pop(key, None)
    else:
        place[key] = value
