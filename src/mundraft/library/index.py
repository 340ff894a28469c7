"""The compiled index of a folder of profiles or instruments: what lists and searches need, without reading the files.

Each entry is kept with its file's modification time and size, so that a changed file is read again and only that one.
The index stands in the user's state folder as JSON. It is a convenience: where it cannot be read it is made again, and
where it cannot be written the library is only slower.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from mundraft import __version__
from mundraft.library.folders import is_safe_name, stays_inside
from mundraft.problems import CannotSave, MundraftError, Problem

#: Raised when the shape of an entry changes.
_FORM = 3
#: A folder with fewer files is read faster than an index of it is worth keeping.
_WORTH_KEEPING = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One file, as lists and searches need it.

    `names` and `shared` are folded, as a `matching.Candidate` holds them; the last fields belong to instruments and
    are those of `participation.HasParticipants`."""

    id: str
    title: str
    detail: str = ""
    names: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    takes_parties: bool = False
    in_force: str = ""
    complete_as_of: str = ""
    participants_named: str = ""
    adopted: str = ""
    adopted_by_consensus: bool = False
    binds: str = ""
    open_to_whom: str = ""
    closed_circle: tuple[str, ...] = ()
    joined_by_admission: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of one folder: an entry for each that can be read, and what is wrong with each that cannot."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
    broken: tuple[str, ...] = ()


Stamp = tuple[int, int]


def listing(folder: Path, summarize: Callable[[Path], Entry], keep_in: Path | None, inside: str = "") -> Listing:
    """The YAML files of a folder, or with `inside` the files of that name in each folder of it.

    `summarize` reads one, raising `MundraftError`; `keep_in` is where indexes are kept. A folder that is missing or
    cannot be opened holds nothing."""
    files = _stamped(folder, inside)
    kept_file = keep_in / f"{folder.name}-{_digest(folder)}.json" if keep_in and len(files) >= _WORTH_KEEPING else None
    kept = _read(kept_file) if kept_file else {}
    entries: dict[str, tuple[Stamp, Entry]] = {}
    problems: list[Problem] = []
    broken: list[str] = []
    for path, stamp in files.items():
        name = path.parent.name if inside else path.stem
        known = kept.get(name)
        if known and known[0] == stamp:
            entries[name] = known
            continue
        try:
            entries[name] = stamp, summarize(path)
        except MundraftError as error:
            problems.extend(error.problems)
            broken.append(name)
    if kept_file and entries != kept:
        _write(kept_file, entries)
    return Listing(tuple(entry for _, entry in entries.values()), tuple(problems), tuple(broken))


def _stamped(folder: Path, inside: str) -> dict[Path, Stamp]:
    try:
        with os.scandir(folder) as listed:
            names = sorted(item.name for item in listed if _belongs(item, folder))
    except OSError:
        return {}
    wanted = [folder / name / inside if inside else folder / name for name in names]
    found: dict[Path, Stamp] = {}
    for path in wanted:
        if path.suffix == ".yaml":
            try:
                status = path.stat()
            except OSError:
                continue
            if stat.S_ISREG(status.st_mode):
                found[path] = status.st_mtime_ns, status.st_size
    return found


def _belongs(item: os.DirEntry[str], folder: Path) -> bool:
    """Whether an entry of a folder has a name that can be asked for, and is no link to somewhere else."""
    return is_safe_name(item.name) and (not item.is_symlink() or stays_inside(folder / item.name, folder))


def _digest(folder: Path) -> str:
    return hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _read(file: Path) -> dict[str, tuple[Stamp, Entry]]:
    """What an index holds; nothing where it is missing, of another version, or not what it should be."""
    try:
        held = json.loads(file.read_bytes())
        if held["form"] != _FORM or held["version"] != __version__:
            return {}
        return {name: ((row[0], row[1]), _entry(row[2])) for name, row in held["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return {}


_FIELDS = {field.name: str(field.type) for field in fields(Entry)}


def _entry(held: dict[str, Any]) -> Entry:
    """An entry from JSON. Raises `TypeError` or `KeyError` where a value is not of its field's type."""
    return Entry(**{name: _of_type(_FIELDS[name], value) for name, value in held.items()})


def _of_type(wanted: str, value: Any) -> Any:
    if wanted.startswith("tuple"):
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
    elif type(value).__name__ == wanted:
        return value
    raise TypeError(wanted)


def _write(file: Path, entries: dict[str, tuple[Stamp, Entry]]) -> None:
    from mundraft.files.atomic import write_atomically

    files = {name: [*stamp, asdict(entry)] for name, (stamp, entry) in entries.items()}
    held = {"form": _FORM, "version": __version__, "files": files}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode())
    except (CannotSave, OSError):
        return
