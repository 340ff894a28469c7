"""A paper's file, which another window, another program or a sync client may change while it is open here.

Before each write it is looked at. What came meanwhile is merged with what was typed, never overwritten; a file that
cannot be read at the moment (somebody is half-way through editing it) is left alone.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import NamedTuple

from mundraft.desk.encounters import CUT, Encounters
from mundraft.files.atomic import cannot_save, write_atomically
from mundraft.files.locks import held
from mundraft.files.reading import MAX_BYTES, open_to_read
from mundraft.paper import history as kept
from mundraft.paper.file import paper_to_bytes, read_paper
from mundraft.paper.history import History
from mundraft.paper.model import Paper
from mundraft.problems import CannotSave, Place, Problem, UnreadableFile

#: A file changed this short a time ago (in seconds) may still be being written.
_SETTLING = 0.2


class Written(NamedTuple):
    """What is in the file now, and what the person should be told about how it came there."""

    paper: Paper
    told: tuple[str, ...] = ()


class SharedFile:
    """The file of an open paper. Not thread-safe: its owner sees to it that one thread at a time writes."""

    def __init__(self, path: Path, data: bytes, paper: Paper, history: History) -> None:
        self.path = path
        self.history = history
        #: the paper that was last read from the file or written to it: what both sides of a merge began from
        self.common = paper
        self._data = data
        #: what is kept, once, before the first write, and why
        self._opened: tuple[bytes, str] | None = (data, kept.OPENED) if data else None
        self._version_at = float("-inf")
        self._encounters = Encounters(path, history)

    @property
    def data(self) -> bytes:
        """The bytes that were last read from the file or written to it."""
        return self._data

    def was_in_older_form(self) -> None:
        """Keep the file as it was opened for good: the next write puts it in today's form."""
        self._opened = (self._data, kept.OLDER_FORM)

    def move(self, path: Path, history: History) -> None:
        """Go on with the file under another path."""
        self.path, self.history = path, history
        self._encounters = Encounters(path, history)

    def write(self, ours: Paper) -> Written:
        """Put a paper in the file, merged with what others put there. Nothing is written where nothing changed.

        Raises `CannotSave`, and leaves the file as it is, where it cannot be written, read or merged safely."""
        with held(self.path):
            there = self._read()
            if there is not None and there != self._data:
                return self._meet(ours, self._settled(there))
            if ours == self.common:
                return Written(ours)
            told = () if there is not None else (f"{self.path.name} was deleted or moved. It has been written anew.",)
            return Written(self._put(ours), told)

    def replace(self, ours: Paper) -> Written:
        """Put a paper in the file whatever stands there, which is kept as a version first. Raises `CannotSave`."""
        with held(self.path):
            there = self._read()
            if there is not None and there != self._data:
                self._encounters.keep_theirs(there)
            return Written(self._put(ours))

    def _put(self, ours: Paper) -> Paper:
        data = paper_to_bytes(ours)
        if len(data) > MAX_BYTES:
            raise CannotSave(
                Problem(
                    "save-too-large",
                    f"{self.path.name} would pass {MAX_BYTES // 1_000_000} MB and could not be opened again.",
                    "Take out what was pasted by mistake.",
                    Place(str(self.path)),
                )
            )
        self._keep_before(data)
        write_atomically(self.path, data)
        self._data, self.common = data, ours
        self._keep_now_and_then(data)
        return ours

    def _keep_before(self, data: bytes) -> None:
        if self._opened is not None:
            self.history.keep(*self._opened)
            self._opened = None
        if len(data) < len(self._data) - CUT:
            self.history.keep(self._data, kept.BEFORE_CUT)

    def _keep_now_and_then(self, data: bytes) -> None:
        if time.monotonic() - self._version_at > kept.GAP.total_seconds():
            self._version_at = time.monotonic()
            self.history.keep(data)

    def _meet(self, ours: Paper, there: bytes) -> Written:
        theirs = self._parsed(there)
        if ours in (self.common, theirs):
            told = self._encounters.adopted(self._data, there, came=ours != theirs)
            self._data, self.common = there, theirs
            return Written(theirs, told)
        # Two copies rarely meet, and what merges them is not wanted at the start of every window.
        from mundraft.paper.compare import merge

        merged = merge(self.common, ours, theirs)
        told = self._encounters.merged(paper_to_bytes(ours), there, merged, paper_to_bytes(merged.paper))
        return Written(self._put(merged.paper), told)

    def _parsed(self, there: bytes) -> Paper:
        try:
            return read_paper(there, str(self.path))
        except UnreadableFile as error:
            first = error.problems[0]
            raise CannotSave(
                Problem(
                    "save-file-unreadable",
                    f"{self.path.name} was changed by another program and cannot be read as a paper now "
                    f"({first.what.rstrip('.')}). It is left as it is.",
                    "Finish and save it there, or close it here and go back to a kept version: mundraft history "
                    f'"{self.path}".',
                    first.place or Place(str(self.path)),
                )
            ) from error

    def _read(self) -> bytes | None:
        """What is in the file now, or None where it is gone. Raises `CannotSave` where that cannot be known."""
        try:
            with open_to_read(self.path) as file:
                return file.read(MAX_BYTES + 1)
        except FileNotFoundError as error:
            if Path(os.path.realpath(self.path)).parent.is_dir():
                return None
            raise cannot_save(self.path, error) from error
        except (OSError, ValueError) as error:
            raise cannot_save(self.path, error) from error

    def _settled(self, there: bytes) -> bytes:
        """What is in a file that was just changed, once its writer is done: half a paper can look like a whole one."""
        for _ in range(5):
            try:
                age = time.time() - self.path.stat().st_mtime
            except OSError:
                age = 0.0
            if not 0 <= age < _SETTLING:
                return there
            time.sleep(_SETTLING / 2)
            now = self._read()
            if now == there or now is None:
                return there
            there = now
        raise CannotSave(
            Problem(
                "save-busy",
                f"{self.path.name} is being written by another program.",
                "It will be saved when that is done.",
                Place(str(self.path)),
            )
        )
