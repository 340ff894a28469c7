"""Conferences inside a longer name: people add a year or a number ("DMUNC XII, 2026") to the name of a conference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mundraft.library.folders import Shelf
from mundraft.text.folding import fold

if TYPE_CHECKING:
    from mundraft.library.search_path import Library

#: Shorter names stand in too many others.
_SHORTEST = 4


def named_within(text: str, library: Library) -> tuple[str, ...]:
    """The ids of the conferences one of whose names stands in a text as whole words, the longest name first."""
    folded = f" {fold(text)} "
    found = [
        (-len(name), ref)
        for ref, entry in library.entries(Shelf.PRESETS).items()
        for name in entry.names
        if len(name) >= _SHORTEST and f" {name} " in folded
    ]
    return tuple(dict.fromkeys(ref for _, ref in sorted(found)))
