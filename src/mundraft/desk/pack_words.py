"""A class pack in words: what it says of itself, what is in it, what it would change; for commands and app alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mundraft.library.folders import CALLED, Shelf
from mundraft.packs.checksum import read_out
from mundraft.packs.effects import Does
from mundraft.text.dates import date_in_words

if TYPE_CHECKING:
    from mundraft.desk.packs import Kept, Looked
    from mundraft.packs.manifest import Manifest

#: More changes of one kind are counted and not listed.
_MOST_LISTED = 40


def about(manifest: Manifest, code: str) -> tuple[tuple[str, str], ...]:
    """What a pack says of itself, as labels and values; "" where it does not say."""
    return (
        ("name", manifest.name),
        ("checksum", read_out(code)),
        ("for", ", ".join(filter(None, (manifest.for_whom, manifest.season)))),
        ("made by", manifest.made_by),
        ("made on", date_in_words(manifest.made_on) if manifest.made_on else ""),
    )


def changes(looked: Looked) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Headings and lines: first what would not be as it was, then what is new. A heading without lines is left out."""
    loud = [one.in_words for one in looked.effects if one.must_be_asked]
    if looked.installed and not looked.is_here:
        loud.insert(0, f"takes the place of the version {read_out(looked.installed.code)} of this pack")
    quiet = [one.in_words for one in looked.effects if one.does is Does.WAITS]
    words = len(looked.pack.words)
    if words:
        quiet.append(f"word list: {words} {'name' if words == 1 else 'names'} written with capitals")
    sections = (("Changes what is here", _listed(loud)), ("New", (*_new(looked), *_listed(quiet))))
    return tuple((title, lines) for title, lines in sections if lines)


def _new(looked: Looked) -> Iterator[str]:
    """What is added and changes nothing: a line for each kind of thing."""
    for shelf in Shelf:
        names = [one.name for one in looked.effects if one.does is Does.ADDS and one.shelf is shelf]
        if names:
            yield f"{CALLED[shelf]}: {', '.join(_listed(names))}"


def _listed(lines: list[str]) -> tuple[str, ...]:
    more = len(lines) - _MOST_LISTED
    return (*lines[:_MOST_LISTED], *([f"and {more} more"] if more > 0 else []))


def holds(kept: Kept) -> tuple[tuple[str, str], ...]:
    """What an added pack holds, as labels and names."""
    return tuple((CALLED[shelf], ", ".join(names)) for shelf, names in kept.holds.items())
