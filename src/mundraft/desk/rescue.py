"""Rescue copies: where a paper goes while its own file cannot be written, and how it is found again.

They stand in the user's state folder, as plain papers that a person can open, and are offered when the paper is opened.
"""

from __future__ import annotations

import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from mundraft.files.atomic import write_atomically
from mundraft.files.places import key_for, user_state
from mundraft.files.reading import read_capped
from mundraft.paper.file import read_paper
from mundraft.paper.model import Paper
from mundraft.problems import MundraftError


class Rescue(NamedTuple):
    """A rescue copy found beside its paper: where it stands, when it was written (UTC), and the paper in it."""

    path: Path
    when: datetime
    paper: Paper
    data: bytes


class RescueShelf:
    """The rescue copies of one paper."""

    def __init__(self, paper: Path) -> None:
        self._key = key_for(paper)
        self._own: Path | None = None

    @property
    def folder(self) -> Path:
        return user_state() / "rescue"

    def write(self, data: bytes) -> Path:
        """Write this window's rescue copy; never over one that was there before. Raises `CannotSave`, `OSError`."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if self._own is None:
            first = self.folder / f"{self._key}.yaml"
            self._own = self.folder / f"{self._key}-{os.getpid()}.yaml" if first.exists() else first
        write_atomically(self._own, data)
        return self._own

    def clear(self) -> None:
        """Take this window's rescue copy away: the paper is in its own file again."""
        if self._own is not None:
            remove(self._own)
            self._own = None

    def newest(self, unlike: Paper | None) -> Rescue | None:
        """The newest rescue copy that holds another paper than the one given; those that hold the same are removed."""
        found = []
        for path in self._paths():
            rescue = _read(path)
            if rescue is None or path == self._own:
                continue
            if rescue.paper == unlike:
                remove(path)
            else:
                found.append(rescue)
        return max(found, key=lambda rescue: rescue.when, default=None)

    def _paths(self) -> list[Path]:
        try:
            return [
                path for path in self.folder.iterdir() if path.name.startswith(self._key) and path.suffix == ".yaml"
            ]
        except OSError:
            return []


def remove(path: Path) -> None:
    """Take a rescue copy away; one that cannot be taken away is offered again, which does no harm."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _read(path: Path) -> Rescue | None:
    try:
        data = read_capped(path, "rescue copy")
        return Rescue(path, datetime.fromtimestamp(path.stat().st_mtime, UTC), read_paper(data, str(path)), data)
    except (MundraftError, OSError):
        return None
