"""What was exported, where, and from which paper: a line for each export, in one file for each folder of documents.

The files stand in the user's state folder. A line is given to the system just before its document is put in place, so
that whoever finds the document finds the line, in another window too, and a program that is killed forgets none. One
that a power failure cut off or two windows wrote at once counts as none, and its document as one that somebody changed:
it stays, and is not lost.
"""

from __future__ import annotations

import contextlib
import json
import os
import unicodedata
from collections import deque
from pathlib import Path
from typing import NamedTuple

from mundraft.files.atomic import write_atomically
from mundraft.files.digests import sha256
from mundraft.files.places import key_for, user_state
from mundraft.problems import CannotSave

#: Each time that so many bytes have been added to a folder's file (thousands of exports), only the last line for each
#: document is kept.
_TIDY_EVERY = 1_000_000
#: What stands after the name in a line, and in no name: JSON has a backslash before its quotation marks.
_AFTER_NAME = b'", "'
#: So many of the newest lines of one name are looked at: several windows that export at once write theirs in one order
#: and their documents in another.
_AT_ONCE = 20


class Remembered(NamedTuple):
    """The last export to a path: the hash of its bytes, and the real path of its paper's file, "" where it has none."""

    digest: str
    paper: str


class _Folder(NamedTuple):
    """The file for a folder of documents, and the last line in it for each name, found by how it begins."""

    file: Path
    lines: dict[bytes, bytes]


class Memory:
    """The memory of exports, for one of them or for all of a class: what was read of it is read once, and again only
    for a document that is not what it was, which another window may have exported meanwhile."""

    def __init__(self) -> None:
        self._real_folders: dict[str, str] = {}
        self._folders: dict[str, _Folder] = {}

    def last(self, path: Path) -> Remembered | None:
        """The last export to a path; None where none is known of."""
        folder, name = self._place(path)
        return _read(folder.lines.get(_beginning(name), b""))

    def of_digest(self, path: Path, digest: str) -> Remembered | None:
        """An export to a path whose bytes have this hash: the last one, else one of the newest, looked for anew."""
        last = self.last(path)
        if last is not None and last.digest == digest:
            return last
        folder, name = self._place(path)
        lines = (line for line in _all_lines_in(folder.file) if line.partition(_AFTER_NAME)[0] == _beginning(name))
        newest = (_read(line) for line in deque(lines, _AT_ONCE))
        return next((one for one in newest if one is not None and one.digest == digest), None)

    def remember(self, path: Path, data: bytes, paper: Path | None = None) -> None:
        """Remember what is about to be exported to a path. Where the state folder cannot be written, nothing is."""
        folder, name = self._place(path)
        held = [name, sha256(data).hexdigest(), self.real(paper) if paper else ""]
        line = json.dumps(held).encode("ascii")
        folder.lines[line.partition(_AFTER_NAME)[0]] = line
        with contextlib.suppress(CannotSave, OSError):
            _add(line, folder)

    def real(self, path: Path) -> str:
        """Where a file really stands, as `os.path.realpath` says it; what holds for its folder is asked once."""
        if os.path.islink(path):  # noqa: PTH114 - which never raises
            return os.path.realpath(path)
        folder, name = os.path.split(path)  # as text: a path is slow to look up by
        if folder not in self._real_folders:
            self._real_folders[folder] = os.path.realpath(folder)
        return os.path.join(self._real_folders[folder], name)  # noqa: PTH118

    def _place(self, path: Path) -> tuple[_Folder, str]:
        """The folder in which a document really stands, and its name there, whichever form its accents have."""
        real, name = os.path.split(self.real(path))
        if real not in self._folders:
            file = user_state() / "exports" / f"{key_for(Path(real))}.jsonl"
            self._folders[real] = _Folder(file, _lines_in(file))
        return self._folders[real], unicodedata.normalize("NFC", os.path.normcase(name))


def follow(before: Path, after: Path) -> None:
    """Let what was exported from a paper stay its own under the new name of its file.

    Where that cannot be written, its documents are those of another paper, which nothing replaces."""
    memory = Memory()
    gone, here = memory.real(before), memory.real(after)
    with contextlib.suppress(CannotSave, OSError):
        for file in (user_state() / "exports").glob("*.jsonl"):
            lines = _lines_in(file)
            for line in list(lines.values()):
                with contextlib.suppress(ValueError, TypeError):
                    name, digest, paper = json.loads(line)
                    if paper == gone:
                        _add(json.dumps([name, digest, here]).encode("ascii"), _Folder(file, lines))


def _read(line: bytes) -> Remembered | None:
    try:
        _, digest, paper = json.loads(line)
    except (ValueError, TypeError):
        return None
    return Remembered(str(digest), str(paper))


def _all_lines_in(file: Path) -> list[bytes]:
    try:
        return file.read_bytes().split(b"\n")
    except OSError:
        return []


def _lines_in(file: Path) -> dict[bytes, bytes]:
    """The last line for each name, found by how it begins."""
    return {line.partition(_AFTER_NAME)[0]: line for line in _all_lines_in(file) if line}


def _beginning(name: str) -> bytes:
    return json.dumps([name, ""]).encode("ascii").rpartition(_AFTER_NAME)[0]


def _add(line: bytes, folder: _Folder) -> None:
    """Add a line to the file for a folder. Raises `OSError` and `CannotSave`."""
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(folder.file, flags, 0o666)
    except FileNotFoundError:
        folder.file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder.file, flags, 0o666)
    try:
        added = os.write(descriptor, b"\n" + line)  # at its beginning, so that a line that was cut off costs no other
        size = os.fstat(descriptor).st_size
    finally:
        os.close(descriptor)
    if size // _TIDY_EVERY != (size - added) // _TIDY_EVERY:
        every = _lines_in(folder.file)  # also what another window has added since this one looked
        write_atomically(folder.file, b"".join(b"\n" + last for last in every.values()), durably=False)
