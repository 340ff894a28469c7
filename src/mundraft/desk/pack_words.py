"""A class pack in words: what it says of itself, what is in it, what it would change; for commands and app alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mundraft.library.folders import CALLED
from mundraft.packs.checksum import read_out
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
    """Headings and lines: what is new, and what would not be as it was. A heading without lines is left out."""
    quiet = [one.in_words for one in looked.effects if not one.must_be_asked]
    loud = [one.in_words for one in looked.effects if one.must_be_asked]
    words = len(looked.pack.words)
    if words:
        quiet.append(f"word list: {words} {'name' if words == 1 else 'names'} written with capitals")
    if looked.installed and not looked.is_here:
        loud.insert(0, f"takes the place of the version {read_out(looked.installed.code)} of this pack")
    sections = (("New", _listed(quiet)), ("Changes what is here", _listed(loud)))
    return tuple((title, lines) for title, lines in sections if lines)


def _listed(lines: list[str]) -> tuple[str, ...]:
    more = len(lines) - _MOST_LISTED
    return (*lines[:_MOST_LISTED], *([f"and {more} more"] if more > 0 else []))


def holds(kept: Kept) -> tuple[tuple[str, str], ...]:
    """What an added pack holds, as labels and names."""
    return tuple((CALLED[shelf], ", ".join(names)) for shelf, names in kept.holds.items())
