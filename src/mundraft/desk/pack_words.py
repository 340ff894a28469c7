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
    from mundraft.packs.effects import Effect
    from mundraft.packs.manifest import Manifest

#: More changes of one kind are counted and not listed.
_MOST_LISTED = 40
#: Of the fields of one correction.
_MOST_FIELDS = 8


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
    loud = [line for one in looked.effects if one.must_be_asked for line in (one.in_words, *_fields(one))]
    if looked.installed and not looked.is_here:
        loud.insert(0, f"takes the place of the version {read_out(looked.installed.code)} of this pack{_newer(looked)}")
    quiet = [one.in_words for one in looked.effects if one.does is Does.WAITS]
    words = len(looked.pack.words)
    if words:
        quiet.append(f"word list: {words} {'name' if words == 1 else 'names'} written with capitals")
    sections = (("Changes what is here", _listed(loud)), ("New", (*_new(looked), *_listed(quiet))))
    return tuple((title, lines) for title, lines in sections if lines)


def _newer(looked: Looked) -> str:
    """A warning, as the end of a line, where the version that is here was made after the one that would replace it."""
    here, there = looked.before.made_on if looked.before else "", looked.pack.manifest.made_on
    return f", which is NEWER: made on {date_in_words(here)}" if here and there and here > there else ""


def _fields(effect: Effect) -> Iterator[str]:
    """What a correction makes a paper say otherwise: a student should see that before it is so."""
    yield from (f"  {change}" for change in effect.changes[:_MOST_FIELDS])
    if more := len(effect.changes[_MOST_FIELDS:]):
        yield f"  and {more} more"


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
