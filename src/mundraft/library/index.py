"""The compiled index: what lists and searches need of each file, kept so that no file is read for it twice.

A row is kept with the time and size of every file that it was made from, so that a changed file is read again and only
that one. The index stands in the user's state folder as JSON, one file for each folder and kind of row: a list of
countries need not load what each of them has ratified. It is a convenience: where it cannot be read it is made again,
and where it cannot be written the library is only slower.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from mundraft import __version__
from mundraft.files.digests import sha256
from mundraft.library.scanning import File, Stamp, is_settled
from mundraft.problems import CannotSave, MundraftError, Problem

R = TypeVar("R")

#: Raised when the shape of a row changes.
_FORM = 7
#: A folder with fewer files is read faster than an index of it is worth keeping.
_WORTH_KEEPING = 8
#: In bytes; far above any index. A larger file is not one.
_LARGEST = 30_000_000

#: The files of one name along the search path, the nearest first.
Chain = tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the library, as lists and searches need it.

    `names` and `shared` are folded, as a `matching.Candidate` holds them; the fields from `short` on belong to
    instruments: what a list tells of one, and what `participation.HasParticipants` asks."""

    id: str
    title: str
    detail: str = ""
    names: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    short: str = ""
    url: str = ""
    status_page: str = ""
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


class Made(NamedTuple, Generic[R]):
    """A row, and what is wrong with files that had to be passed over to make it."""

    row: R
    refused: tuple[Problem, ...] = ()


class Kind(NamedTuple, Generic[R]):
    """A kind of row: its name, how one is made of the files of a name, and how it is written to JSON and read back.

    `make` raises `MundraftError`; `unpack` raises `TypeError`, `ValueError`, `KeyError` or `IndexError` for what is no
    row."""

    name: str
    make: Callable[[tuple[Path, ...]], Made[R]]
    pack: Callable[[R], Any]
    unpack: Callable[[Any], R]


class Rows(NamedTuple, Generic[R]):
    """The rows of a folder by name, and what is wrong with the files that gave none or were passed over."""

    rows: dict[str, R]
    problems: tuple[Problem, ...] = ()


def rows_of(folder: Path, chains: Mapping[str, Chain], kind: Kind[R], keep_in: Path | None) -> Rows[R]:
    """A row for each name whose nearest file stands in this folder; `keep_in` is where indexes are kept."""
    index = keep_in / f"{folder.name}-{_digest(folder)}-{kind.name}.json" if keep_in else None
    kept = _read(index, kind) if index and len(chains) >= _WORTH_KEEPING else {}
    rows: dict[str, R] = {}
    now = time.time_ns()
    fresh: dict[str, tuple[list[Stamp], R]] = {}
    problems: list[Problem] = []
    for name, chain in chains.items():
        stamps = [file.stamp for file in chain]
        known = kept.get(name)
        if known and known[0] == stamps:
            rows[name] = known[1]
            fresh[name] = known
            continue
        try:
            made = kind.make(tuple(file.path for file in chain))
        except MundraftError as error:
            problems.extend(error.problems)
            continue
        rows[name] = made.row
        problems.extend(made.refused)
        # What was made in spite of a fault is made again, so that the fault is told again; and what was saved just
        # now, since it may be saved again, as long as before, within one tick of the disk's clock.
        if not made.refused and all(is_settled(stamp, now) for stamp in stamps):
            fresh[name] = stamps, made.row
    if index and len(chains) >= _WORTH_KEEPING and fresh != kept:
        _write(index, fresh, kind)
    return Rows(rows, tuple(problems))


def _digest(folder: Path) -> str:
    return sha256(os.path.realpath(folder).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _read(file: Path, kind: Kind[R]) -> dict[str, tuple[list[Stamp], R]]:
    """What an index holds; nothing where it is missing, of another version, or not what it should be."""
    from mundraft.files.reading import open_to_read

    try:
        with open_to_read(file) as opened:
            held = json.loads(opened.read(_LARGEST))
        if held["form"] != _FORM or held["version"] != __version__:
            return {}
        unpack = kind.unpack
        rows = {
            name: ([(time, size) for time, size in stamps], unpack(row)) for name, (stamps, row) in held["rows"].items()
        }
        return rows if all(getattr(row, "id", name) == name for name, (_, row) in rows.items()) else {}
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return {}


def _write(file: Path, rows: Mapping[str, tuple[list[Stamp], R]], kind: Kind[R]) -> None:
    from mundraft.files.atomic import write_atomically

    packed = {name: [stamps, kind.pack(row)] for name, (stamps, row) in rows.items()}
    held = {"form": _FORM, "version": __version__, "rows": packed}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode())
    except (CannotSave, OSError):
        return


_FIELDS = {
    field.name: (str(field.type), None if field.default is MISSING else field.default) for field in fields(Entry)
}


def pack_entry(entry: Entry) -> dict[str, Any]:
    """An entry for JSON, without what is as it is left out."""
    values = {name: getattr(entry, name) for name in _FIELDS}
    return {name: value for name, value in values.items() if value != _FIELDS[name][1]}


def unpack_entry(held: dict[str, Any]) -> Entry:
    """An entry from JSON. Raises `TypeError` or `KeyError` where a value is not of its field's type."""
    return Entry(**{name: _of_type(_FIELDS[name][0], value) for name, value in held.items()})


def _of_type(wanted: str, value: Any) -> Any:
    if type(value).__name__ == wanted:
        return value
    if isinstance(value, list) and wanted.startswith("tuple"):
        return texts(value)
    raise TypeError(wanted)


def texts(held: Iterable[Any]) -> tuple[str, ...]:
    """Strings from JSON. Raises `TypeError` where one is something else."""
    found = tuple(held)
    if not {str}.issuperset(map(type, found)):
        raise TypeError("str")
    return found
