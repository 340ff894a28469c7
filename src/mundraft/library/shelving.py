"""What stands on one shelf of the search path: every name once, the file that counts for it, and what it hides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mundraft.library.folders import Folder, Origin, Shelf, path_on
from mundraft.library.index import Entry, Listing, listing
from mundraft.library.summaries import summary_of
from mundraft.problems import Problem


@dataclass(frozen=True, slots=True)
class Found:
    """One thing on the search path: where the one that counts stands, and the files of the same name that it hides."""

    name: str
    title: str
    folder: Path
    origin: Origin
    path: Path
    detail: str = ""
    shadows: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelved:
    """The things of one shelf by name, their entries for searching, and the faults of files left out."""

    found: dict[str, Found]
    entries: dict[str, Entry]
    problems: tuple[Problem, ...]


def shelve(shelf: Shelf, folders: Iterable[Folder], keep_in: Path | None) -> Shelved:
    """Everything on a shelf, earlier folders first. A file that cannot be read still hides those of its name."""
    found: dict[str, Found] = {}
    entries: dict[str, Entry] = {}
    hidden: dict[str, list[Path]] = {}
    broken: set[str] = set()
    problems: list[Problem] = []
    for folder in folders:
        listed = _listed(shelf, folder.path / shelf.value, keep_in)
        problems.extend(listed.problems)
        for entry in listed.entries:
            path = path_on(shelf, folder.path, entry.id)
            if entry.id in found:
                hidden.setdefault(entry.id, []).append(path)
            elif entry.id not in broken:
                entries[entry.id] = entry
                found[entry.id] = Found(entry.id, entry.title, folder.path, folder.origin, path, entry.detail)
        broken.update(listed.broken)
    found = {name: _hiding(one, tuple(hidden.get(name, ()))) for name, one in found.items()}
    return Shelved(found, entries, tuple(problems))


def _hiding(found: Found, shadows: tuple[Path, ...]) -> Found:
    return Found(found.name, found.title, found.folder, found.origin, found.path, found.detail, shadows)


def _listed(shelf: Shelf, folder: Path, keep_in: Path | None) -> Listing:
    inside = "template.yaml" if shelf is Shelf.TEMPLATES else ""
    return listing(folder, summary_of(shelf), keep_in, inside)
