"""Locks between windows: two of them can have one paper open, and neither writes over the other.

Lock files stand in the user's state folder: a file beside the paper would be mailed, synced and asked about. A lock is
a courtesy, never a condition: where it cannot be had, saving goes on, since whoever saves looks at the file first.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path

from filelock import FileLock, Timeout

from mundraft.files.places import key_for, user_state

#: How long (in seconds) to wait for another window's save; a healthy one takes a hundredth of that.
PATIENCE = 2.0
#: The signs that windows put up for a file that is open in them. With more windows than that, the last have none.
_SIGNS = ("open", "open-2", "open-3", "open-4")


@contextlib.contextmanager
def held(path: Path, patience: float = PATIENCE) -> Iterator[bool]:
    """Hold the lock of a file while inside; yields whether it could be had."""
    lock = _lock_for(path, "save")
    if _acquire(lock, patience) is not Taken.OURS:
        yield False
        return
    try:
        yield True
    finally:
        _release(lock)


class Taken(Enum):
    """Who has a lock after one asked for it; `NOBODY` where this computer cannot lock."""

    OURS = auto()
    THEIRS = auto()
    NOBODY = auto()


class Presence:
    """A sign that a file is open in this window, for other windows to see. It goes when the program ends, however.

    Each window puts up one of a few signs, so that each sees the others, whichever came first."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: FileLock | None = None
        self._sign = ""
        for sign in _SIGNS:
            lock = _lock_for(path, sign)
            taken = _acquire(lock, 0)
            if taken is Taken.OURS:
                self._lock, self._sign = lock, sign
            if taken is not Taken.THEIRS:
                break
        #: whether another window had the file open when this one opened it
        self.elsewhere = self.anyone_else()

    def anyone_else(self) -> bool:
        """Whether another window has the file open now."""
        return any(_is_up(_lock_for(self._path, sign)) for sign in _SIGNS if sign != self._sign)

    def leave(self) -> None:
        """Take the sign down. May be called twice, and from another thread."""
        lock, self._lock = self._lock, None
        _release(lock)


def _is_up(lock: FileLock | None) -> bool:
    if lock is None or not Path(lock.lock_file).exists():
        return False
    taken = _acquire(lock, 0)
    if taken is Taken.OURS:
        _release(lock)
    return taken is Taken.THEIRS


def _lock_for(path: Path, purpose: str) -> FileLock | None:
    folder = user_state() / "locks"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return FileLock(folder / f"{key_for(path)}.{purpose}.lock", thread_local=False)
    except (OSError, ValueError):
        return None


def _acquire(lock: FileLock | None, patience: float) -> Taken:
    if lock is None:
        return Taken.NOBODY
    try:
        lock.acquire(timeout=patience, poll_interval=0.01)
    except Timeout:
        return Taken.THEIRS
    except (OSError, NotImplementedError):
        return Taken.NOBODY
    return Taken.OURS


def _release(lock: FileLock | None) -> None:
    if lock is not None:
        with contextlib.suppress(OSError):
            lock.release()
