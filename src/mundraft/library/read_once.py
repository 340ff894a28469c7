"""Files read once, and again only when one of them has changed."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from mundraft.library.scanning import is_settled

Thing = TypeVar("Thing")


class ReadOnce:
    """What was read from files, by the files, their times and their sizes."""

    def __init__(self) -> None:
        self._read: dict[tuple[tuple[Path, int, int], ...], object] = {}

    def of(self, paths: tuple[Path, ...], read: Callable[..., Thing]) -> Thing:
        """What `read` makes of the files of one name; each time anew where there is none to look at."""
        if not paths:
            return read()
        try:
            seen = [path.stat() for path in paths]
        except OSError:
            return read(*paths)
        key = tuple((path, one.st_mtime_ns, one.st_size) for path, one in zip(paths, seen, strict=True))
        if key in self._read:
            return self._read[key]  # type: ignore[return-value]
        value = read(*paths)
        now = time.time_ns()
        if all(is_settled((one.st_mtime_ns, one.st_size), now) for one in seen):
            self._read[key] = value
        return value
