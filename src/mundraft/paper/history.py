"""Earlier versions of a paper, kept on this computer in the user's state folder and never beside the paper.

A version is the paper's file as it was, plain, in a folder of its own: whatever else fails, a person can open it. The
name of a version's file says when and why it was kept, so that there is no index that could be lost.
"""

from __future__ import annotations

import contextlib
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from mundraft.files.atomic import write_atomically
from mundraft.files.places import key_for, user_state
from mundraft.problems import MundraftError, Problem, UnknownName
from mundraft.text import clock

WRITING = "while writing"
OPENED = "as it was opened"
CLOSED = "as it was closed"
BEFORE_CUT = "before a cut"
BEFORE_RESTORE = "before restoring"
BEFORE_MERGE = "before merging"
BEFORE_TEMPLATE = "before another template"
OLDER_FORM = "in an older form"
OTHER_PROGRAM = "from another program"
RESCUED = "rescue copy"

#: Versions that stand at a parting of ways: they are kept long after ordinary ones have been thinned out.
_SPECIAL = {BEFORE_RESTORE, BEFORE_MERGE, BEFORE_TEMPLATE, OLDER_FORM, OTHER_PROGRAM, RESCUED}
#: While writing, a version is kept at most this often.
GAP = timedelta(minutes=2)
#: The clock of a computer may be set back by so much, and nothing was wrong with it.
_AHEAD = timedelta(days=1)
#: How many versions of one paper are kept at most; a paper is some 20 KB, so that this is about 5 MB.
_MOST_ORDINARY, _MOST_SPECIAL = 150, 100

_STAMP = "%Y%m%d-%H%M%S-%f"
_FILE = re.compile(r"(?P<id>\d{8}-\d{6}-\d{6})~(?P<why>[a-z-]{1,60})\.yaml")
#: The file that says which paper a folder of versions belongs to.
_WHERE = "paper.txt"


class Version(NamedTuple):
    """One kept version: its id, when (UTC) and why it was kept, and its size in bytes."""

    id: str
    when: datetime
    why: str
    size: int

    @property
    def special(self) -> bool:
        """Whether it was kept at a parting of ways (before a merge, from another program), not in passing."""
        return self.why in _SPECIAL

    def is_ahead(self, now: datetime | None = None) -> bool:
        """Whether the clock was wrong when it was kept: it says a time that is still to come."""
        return self.when > (now or clock.now()) + _AHEAD


class History:
    """The kept versions of the paper at a path. Nothing here ever stands in the way of saving the paper itself."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.folder = user_state() / "history" / key_for(path)
        #: why the last version could not be kept, in words; "" when all is well
        self.trouble = ""

    def keep(self, data: bytes, why: str = WRITING, now: datetime | None = None) -> Version | None:
        """Keep a version; returns it, or the newest one where that is the same already.

        None means that it was not kept: too soon after the last one while writing, or it could not be (see
        `trouble`). Never raises for what the disk does.
        """
        moment = (now or clock.now()).astimezone(UTC)
        try:
            versions = self.versions(moment)
            if versions and self._is_kept(versions[0], data, why):
                return versions[0]
            if why == WRITING and _too_soon(versions, moment):
                return None
            version = self._write(data, why, moment)
            self._thin((version, *versions), moment)
        except (MundraftError, OSError, ValueError) as error:
            self.trouble = error.problems[0].what if isinstance(error, MundraftError) else str(error)
            return None
        self.trouble = ""
        return version

    def versions(self, now: datetime | None = None) -> tuple[Version, ...]:
        """Every kept version, the newest first. Those of a clock that was ahead come last: when they were kept nobody
        can tell, and above all others they would hide the newest one for years."""
        try:
            names = sorted((path for path in self.folder.iterdir()), reverse=True)
        except OSError:
            return ()
        moment = now or clock.now()
        found = [version for path in names if (version := _version_of(path)) is not None]
        return tuple(sorted(found, key=lambda version: version.is_ahead(moment)))

    def read(self, version_id: str) -> bytes:
        """The bytes of a version. Raises `UnknownName` where there is none of that id, or it cannot be read."""
        for version in self.versions():
            if version.id == version_id:
                with contextlib.suppress(OSError):
                    return self._file_of(version).read_bytes()
        raise UnknownName(
            Problem(
                "history-no-version",
                f"No version {version_id!r} of {self.path.name} is kept on this computer.",
                "See the list of kept versions: mundraft history PAPER.",
            )
        )

    def forget(self, version: Version) -> None:
        """Let go of a version that a later one has overtaken."""
        with contextlib.suppress(OSError):
            self._file_of(version).unlink(missing_ok=True)

    def left_behind(self) -> tuple[History, ...]:
        """The histories of papers of this file name that stood elsewhere and are there no more: it may be this one.

        A paper's file carries no mark by which a moved one could be known for sure, so the person has to decide."""
        found = []
        with contextlib.suppress(OSError):
            for folder in sorted(self.folder.parent.iterdir()):
                where = _where(folder)
                if folder != self.folder and where and where.name == self.path.name and not where.exists():
                    found.append(History(where))
        return tuple(found)

    def follow(self, path: Path) -> History:
        """The history of this paper under its new path, with its versions; where that fails, they stay behind.

        Where a paper that is gone had this path before, its versions stay among these, as they would without a move."""
        moved = History(path)
        with contextlib.suppress(OSError, MundraftError):
            if not self.folder.is_dir() or moved.folder == self.folder:
                return moved
            if moved.folder.exists():
                for version in self.versions():
                    self._file_of(version).rename(moved._file_of(version))
                (self.folder / _WHERE).unlink()
                self.folder.rmdir()
            else:
                self.folder.rename(moved.folder)
            write_atomically(moved.folder / _WHERE, _as_bytes(path))
        return moved

    def _is_kept(self, newest: Version, data: bytes, why: str) -> bool:
        if newest.size != len(data) or (why in _SPECIAL and not newest.special):
            return False
        return self._file_of(newest).read_bytes() == data

    def _write(self, data: bytes, why: str, moment: datetime) -> Version:
        self.folder.mkdir(parents=True, exist_ok=True)
        where = self.folder / _WHERE
        if not where.exists():
            write_atomically(where, _as_bytes(self.path))
        taken = {version.id for version in self.versions()}
        while moment.strftime(_STAMP) in taken:
            moment += timedelta(microseconds=1)
        version = Version(moment.strftime(_STAMP), moment, why, len(data))
        write_atomically(self._file_of(version), data)
        return version

    def _file_of(self, version: Version) -> Path:
        return self.folder / f"{version.id}~{version.why.replace(' ', '-')}.yaml"

    def _thin(self, versions: tuple[Version, ...], now: datetime) -> None:
        kept = {version.id for version in _worth_keeping(versions, now)}
        for version in versions:
            if version.id not in kept:
                self.forget(version)


def _too_soon(versions: tuple[Version, ...], now: datetime) -> bool:
    # A clock that was set back must not stop versions from being kept: only a version of the past counts.
    return any(timedelta(0) <= now - version.when < GAP for version in versions if not version.special)


def _worth_keeping(versions: tuple[Version, ...], now: datetime) -> list[Version]:
    """Special versions, those of the last hour and, of the older ones, the newest of each hour or day."""
    special = [version for version in versions if version.special][:_MOST_SPECIAL]
    ordinary = [version for version in versions if not version.special]
    newest_of: dict[tuple[str, str], Version] = {}
    for version in ordinary:
        newest_of.setdefault(_slot(version, now), version)
    return special + list(newest_of.values())[:_MOST_ORDINARY]


def _slot(version: Version, now: datetime) -> tuple[str, str]:
    age = now - version.when
    if age < timedelta(hours=1):
        return "itself", version.id
    if age < timedelta(days=1):
        return "hour", version.when.strftime("%Y%m%d%H")
    return "day", version.when.strftime("%Y%m%d")


def _version_of(path: Path) -> Version | None:
    match = _FILE.fullmatch(path.name)
    if not match:
        return None
    try:
        when = datetime.strptime(match["id"], _STAMP).replace(tzinfo=UTC)
        return Version(match["id"], when, match["why"].replace("-", " "), path.stat().st_size)
    except (OSError, ValueError):
        return None


def _as_bytes(path: Path) -> bytes:
    return str(path.absolute()).encode("utf-8", "surrogatepass")


def _where(folder: Path) -> Path | None:
    try:
        return Path((folder / _WHERE).read_bytes().decode("utf-8", "surrogatepass"))
    except (OSError, ValueError):
        return None


__all__ = [
    "BEFORE_CUT",
    "BEFORE_MERGE",
    "BEFORE_RESTORE",
    "BEFORE_TEMPLATE",
    "CLOSED",
    "GAP",
    "OLDER_FORM",
    "OPENED",
    "OTHER_PROGRAM",
    "RESCUED",
    "WRITING",
    "History",
    "Version",
]
