"""Conferences inside a longer name: people add a year or a number ("DMUNC XII, 2026") to the name of a conference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mundraft.library.folders import Shelf
from mundraft.text.folding import fold

if TYPE_CHECKING:
    from mundraft.library.conference import Conference
    from mundraft.library.search_path import Library

#: Shorter names stand in too many others.
_SHORTEST = 4
#: What people add to a name without meaning another conference: a year, a number, "session".
_DATED = re.compile(r"(?:\d+(?:st|nd|rd|th)?|[ivxlc]+|the|annual|edition|season|session)")


def named_within(text: str, library: Library) -> tuple[str, ...]:
    """The ids of the conferences one of whose names stands in a text as whole words, the longest name first."""
    return tuple(dict.fromkeys(ref for ref, _ in _within(text, library)))


def named_and_dated(text: str, library: Library) -> str:
    """The id of the conference that a text names with nothing but a year or a number beside it, else ""."""
    for ref, rest in _within(text, library):
        if all(_DATED.fullmatch(word) for word in rest.split()):
            return ref
    return ""


def as_it_writes_itself(text: str, conference: Conference) -> str:
    """A text that names a conference ("dmunc 2027") with that name as the conference writes it ("DMUNC 2027"), because
    the name is printed at the head of the paper. A text that does not name it stays as it is."""
    found = _named_in(text, conference)
    return f"{text[: found.start]}{found.name}{text[found.end :]}" if found else text


def is_named_in(text: str, conference: Conference) -> bool:
    """Whether one of a conference's names stands whole in a text; not so in "harb", which only means HarbMUN."""
    return _named_in(text, conference) is not None


class _Named(NamedTuple):
    """A conference's name as it writes itself, and where it stands in a text."""

    name: str
    start: int
    end: int


def _named_in(text: str, conference: Conference) -> _Named | None:
    for name in sorted({conference.name, conference.short, *conference.aliases} - {""}, key=len, reverse=True):
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
        if found:
            return _Named(name, found.start(), found.end())
    return None


def _within(text: str, library: Library) -> list[tuple[str, str]]:
    """The conferences named in a text, the longest name first, each with the rest of the text."""
    folded = f" {fold(text)} "
    found = [
        (-len(name), ref, folded.replace(f" {name} ", " ", 1))
        for ref, entry in library.entries(Shelf.PRESETS).items()
        for name in entry.names
        if len(name) >= _SHORTEST and f" {name} " in folded
    ]
    return [(ref, rest) for _, ref, rest in sorted(found)]
