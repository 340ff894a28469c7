"""What stands on one shelf of the search path: every name once, the files that count for it, and what is hidden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from mundraft.library.folders import Folder, Shelf, Tier, is_other_shelf
from mundraft.library.index import Chain, Entry, Kind, pack_entry, rows_of, unpack_entry
from mundraft.library.scanning import File, files_in
from mundraft.library.summaries import summary_of
from mundraft.problems import Problem

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Found:
    """One thing on the search path: where its nearest file stands, and the files of the same name behind that one.

    Those of a template or example are hidden by the nearest; those of anything else are corrected by it."""

    name: str
    title: str
    folder: Path
    origin: Tier
    path: Path
    detail: str = ""
    shadows: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelved:
    """The things of one shelf by name, their entries for searching, and the faults of files left out.

    `chains` holds the files of each name, the nearest first, under the folder of the search path of the nearest."""

    found: dict[str, Found]
    entries: dict[str, Entry]
    problems: tuple[Problem, ...]
    chains: tuple[tuple[Folder, dict[str, Chain]], ...]


def shelve(shelf: Shelf, folders: Iterable[Folder], keep_in: Path | None) -> Shelved:
    """Everything on a shelf. Where no file of a name can be read, it is left out and the faults are told."""
    on_path = tuple(folders)
    shipped = {folder.path / shelf.value for folder in on_path if folder.origin is Tier.SHIPPED}
    chains, problems = _chains(shelf, on_path)
    found: dict[str, Found] = {}
    entries: dict[str, Entry] = {}
    claimed: set[str] = set()
    for folder, named in chains:
        kind = Kind("list", summary_of(shelf, folder.origin is Tier.SHIPPED), pack_entry, unpack_entry)
        rows = rows_of(folder.path / shelf.value, named, kind, keep_in)
        problems += rows.problems
        theirs = {name: _without(entry, claimed) for name, entry in rows.rows.items()}
        entries.update(theirs)
        # A correction takes no name from others: `claimed_twice` tells of it.
        own = [entry for name, entry in theirs.items() if named[name][-1].path.parent not in shipped]
        claimed.update(_compact(name) for entry in own for name in entry.names)
        for name, entry in theirs.items():
            paths = [_place_of(shelf, file) for file in named[name]]
            found[name] = Found(name, entry.title, folder.path, folder.origin, paths[0], entry.detail, tuple(paths[1:]))
    return Shelved(found, entries, tuple(problems), chains)


def _without(entry: Entry, claimed: set[str]) -> Entry:
    """An entry without the names that something of a nearer folder has: a class's own "USSR" is meant, not an alias."""
    if not claimed:
        return entry
    names, shared = (
        tuple(one for one in given if _compact(one) not in claimed) for given in (entry.names, entry.shared)
    )
    return replace(entry, names=names, shared=shared)


def _compact(name: str) -> str:
    """A name as the matcher compares it: "U.S.S.R." is "USSR"."""
    return name.replace(" ", "")


def more_rows(shelf: Shelf, shelved: Shelved, kind: Kind[R], keep_in: Path | None) -> dict[str, R]:
    """Rows of another kind for the things of a shelf; what gives none was told of when the shelf was made."""
    rows: dict[str, R] = {}
    for folder, named in shelved.chains:
        rows |= rows_of(folder.path / shelf.value, named, kind, keep_in).rows
    return rows


def _chains(
    shelf: Shelf, folders: Iterable[Folder]
) -> tuple[tuple[tuple[Folder, dict[str, Chain]], ...], list[Problem]]:
    """The files of each name under the folder of the nearest, and folders of which not all is listed."""
    nearest: dict[str, Folder] = {}
    chains: dict[str, list[File]] = {}
    problems: list[Problem] = []
    for folder in folders:
        scanned = files_in(folder.path / shelf.value, shelf)
        problems.extend(scanned.problems)
        for name, file in scanned.files.items():
            if is_other_shelf(name, shelf):
                continue
            nearest.setdefault(name, folder)
            chains.setdefault(name, []).append(file)
    by_folder: dict[Folder, dict[str, Chain]] = {}
    for name, folder in nearest.items():
        by_folder.setdefault(folder, {})[name] = tuple(chains[name])
    return tuple(by_folder.items()), problems


def _place_of(shelf: Shelf, file: File) -> Path:
    """Where a thing stands: its file, or a template's own folder."""
    return file.path.parent if shelf is Shelf.TEMPLATES else file.path
