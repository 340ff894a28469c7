"""The files of one folder of the library, with what tells whether one has changed; none is opened."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import NamedTuple

from mundraft.library.file_names import ENDING, MOST_TOLD, fault_of_file_name
from mundraft.library.folders import Shelf, is_safe_name, stays_inside
from mundraft.problems import Place, Problem

#: A class has a few files of its own, and what ships fewer than these; a folder of more is something else.
MOST_FILES = 1_000
#: In bytes; all profiles that ship take a fifth of it.
MOST_BYTES = 10_000_000

#: Time of the last change in nanoseconds, and size in bytes.
Stamp = tuple[int, int]


#: In nanoseconds. A disk that knows only every second second (a memory stick) gives two changes one time.
_UNSETTLED = 3_000_000_000


def is_settled(stamp: Stamp, now: int) -> bool:
    """Whether a change of the file from now on would show in its stamp. `now` is in nanoseconds since 1970."""
    return abs(now - stamp[0]) > _UNSETTLED


class File(NamedTuple):
    """A file of the library, and its state when the folder was looked at."""

    path: Path
    stamp: Stamp


class Scanned(NamedTuple):
    """The files of a folder by the names that they give to things, in order; and that some were left out."""

    files: dict[str, File]
    problems: tuple[Problem, ...] = ()


def files_in(folder: Path, shelf: Shelf) -> Scanned:
    """The files of a shelf's folder, and what is told of files whose names are not as they should be.

    A folder that is missing or cannot be opened holds nothing. Of a link only what leads to its own folder is followed.
    """
    inside = "template.yaml" if shelf is Shelf.TEMPLATES else ""
    try:
        with os.scandir(folder) as listed:
            items = sorted(listed, key=lambda item: item.name)
    except OSError:
        return Scanned({})
    misnamed = [] if inside else [fault for item in items if (fault := fault_of_file_name(shelf, folder, item.name))]
    told = misnamed[:MOST_TOLD]
    wrong = {fault.place.file for fault in misnamed if fault.place}
    found: dict[str, File] = {}
    size = 0
    for item in items:
        if not _may_belong(item.name, inside) or str(folder / item.name) in wrong:
            continue
        file = _file(item, folder, inside)
        if file is None:
            told += [] if inside else [_no_file(folder, item.name)]
            continue
        size += file.stamp[1]
        if len(found) >= MOST_FILES or size > MOST_BYTES:
            return Scanned(found, (*told[:MOST_TOLD], _crowded(folder, item.name)))
        found[item.name if inside else file.path.stem] = file
    return Scanned(found, tuple(told[:MOST_TOLD]))


def _may_belong(name: str, inside: str) -> bool:
    return (bool(inside) or name.endswith(ENDING)) and is_safe_name(name)


def _file(item: os.DirEntry[str], folder: Path, inside: str) -> File | None:
    """The file of an entry, None where there is none. What the entry itself knows costs Windows no further look."""
    path = folder / item.name
    try:
        if item.is_symlink() and not stays_inside(path, folder):
            return None
        path = path / inside if inside else path
        status = path.stat() if inside else item.stat()
    except OSError:
        return None
    return File(path, (status.st_mtime_ns, status.st_size)) if stat.S_ISREG(status.st_mode) else None


def _no_file(folder: Path, name: str) -> Problem:
    return Problem(
        "library-no-file",
        f"{name!r} is no file of this folder: it is a link to another place, a folder, or cannot be opened.",
        "Put the file itself there.",
        Place(str(folder / name)),
    )


def _crowded(folder: Path, name: str) -> Problem:
    return Problem(
        "library-folder-crowded",
        f"This folder holds more than the library lists: {MOST_FILES} files, and {MOST_BYTES // 1_000_000} MB in all. "
        f"Those from {name!r} on are left out of lists.",
        "Keep only files of the library in it.",
        Place(str(folder)),
    )
