"""Putting many files on the disk itself while more of them are being made."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

from mundraft.files.atomic import settle
from mundraft.problems import CannotSave

#: How many files are settled together: each time the disk is waited for, it may have to write its journal.
_TOGETHER = 250


class Settling:
    """Files that were not written durably, on their way to the disk beside other work.

    A disk that is slower than the work makes nobody wait before `finish`."""

    def __init__(self) -> None:
        self._waiting: list[Path] = []
        self._thread: Thread | None = None
        self._refused: CannotSave | None = None

    def add(self, path: Path) -> None:
        """A file that has been written and is in its place."""
        self._waiting.append(path)
        if len(self._waiting) >= _TOGETHER and not (self._thread and self._thread.is_alive()):
            self._begin()

    def finish(self) -> None:
        """Wait until all files are on the disk. Raises `CannotSave` where it fails for one of them."""
        if self._thread:
            self._thread.join()
        self._settle(self._waiting)
        if self._refused:
            raise self._refused

    def _begin(self) -> None:
        thread = Thread(target=self._settle, args=(self._waiting,), daemon=True)
        try:
            thread.start()
        except RuntimeError:  # the system has no thread more: they wait for the end
            return
        self._thread, self._waiting = thread, []

    def _settle(self, paths: list[Path]) -> None:
        try:
            settle(paths)
        except CannotSave as error:
            self._refused = self._refused or error
