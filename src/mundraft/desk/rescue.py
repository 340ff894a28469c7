"""Rescue copies: where a paper goes while its own file cannot be written, and how it is found again.

They stand in the user's state folder, as plain papers that a person can open, and are offered when the paper is opened.
"""

from __future__ import annotations

import contextlib
import os
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from mundraft.files.atomic import write_atomically
from mundraft.files.places import key_for, user_state
from mundraft.files.reading import read_capped
from mundraft.paper.file import read_paper
from mundraft.paper.model import Paper
from mundraft.problems import MundraftError, Place, Problem
from mundraft.text import clock


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

    @property
    def own(self) -> Path | None:
        """The rescue copy that this window wrote, where one stands."""
        return self._own

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
        found = self._others()
        for rescue in found:
            if rescue.paper == unlike:
                remove(rescue.path)
        return _newest(found, unlike)

    def waiting(self, paper: Paper) -> Rescue | None:
        """The same, with nothing removed: for whoever only looks at the paper."""
        return _newest(self._others(), paper)

    def _others(self) -> list[Rescue]:
        """The rescue copies that another window wrote, or this one at another time."""
        read = (_read(path) for path in self._paths() if path != self._own)
        return [rescue for rescue in read if rescue is not None]

    def _paths(self) -> list[Path]:
        try:
            return [
                path for path in self.folder.iterdir() if path.name.startswith(self._key) and path.suffix == ".yaml"
            ]
        except OSError:
            return []


def copies_stand() -> bool:
    """Whether there is any rescue copy: with none, as nearly always, no paper of a class need be looked up."""
    try:
        return any(entry.name.endswith(".yaml") for entry in os.scandir(user_state() / "rescue"))
    except OSError:
        return False


def words_waiting(path: Path, paper: Paper) -> tuple[Problem, ...]:
    """That a paper's file is not the last of it, where a rescue copy holds what was written since; `paper` is what was
    read from the file. Whoever hands the paper in must know."""
    rescue = RescueShelf(path).waiting(paper)
    if rescue is None:
        return ()
    when = f"{rescue.when.astimezone():%Y-%m-%d at %H:%M}"
    what = (
        f"{path.name} does not hold all that was written: it could not be saved on {when}, and what was written until "
        f"then is in a rescue copy, {rescue.path}."
    )
    next_step = f'Open the paper and choose which of the two you go on with: mundraft "{path}"'
    return (Problem("paper-rescue-waits", what, next_step, Place(str(path))),)


def left_in_rescue(path: Path, copy: Path) -> str:
    """What to say when a paper is left whose last words are in a rescue copy alone."""
    try:
        as_it_was = f"is as it was on {clock.moment(path.stat().st_mtime).astimezone():%Y-%m-%d at %H:%M}"
    except OSError:
        as_it_was = "is not there"
    return (
        f"{path.name} could not be saved and {as_it_was}. What you wrote since is in a rescue copy: {copy}\n"
        f'When the file can be written again, open it and go on with the rescue copy: mundraft "{path}"'
    )


def _newest(found: list[Rescue], unlike: Paper | None) -> Rescue | None:
    return max((one for one in found if one.paper != unlike), key=lambda rescue: rescue.when, default=None)


def remove(path: Path) -> None:
    """Take a rescue copy away; one that cannot be taken away is offered again, which does no harm."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _read(path: Path) -> Rescue | None:
    try:
        data = read_capped(path, "rescue copy")
        return Rescue(path, clock.moment(path.stat().st_mtime), read_paper(data, str(path)), data)
    except (MundraftError, OSError):
        return None
