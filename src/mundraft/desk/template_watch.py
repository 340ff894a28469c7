"""Watching a template's files: each save is told once, when the editor has done writing.

The files are asked for their times again and again, which works on every system and on shared drives, where the
system's own notices do not. Editors write in many ways: in place, by another file that takes the name, by deleting
first. So a change counts once nothing has changed for a moment.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

#: Seconds between two looks, and how long nothing may change before what was written is read.
POLL: Final = 0.04
#: A file that is gone is waited for: an editor may be about to put it back.
_GONE: Final = 0.25

#: What a file is known by: its time, its size and its place on the disk; None where it is not there.
Stamp = tuple[int, int, int] | None
Stamps = dict[Path, Stamp]


def stamps(files: Iterable[Path]) -> Stamps:
    """What the files are known by at this moment."""
    return {path: _stamp(path) for path in files}


def pause(seconds: float) -> None:
    """Wait for the next look."""
    time.sleep(seconds)


def saves(
    files: Callable[[], Iterable[Path]], seen: Stamps, wait: Callable[[float], None] | None = None
) -> Iterator[Stamps]:
    """Yields, without end, what the files are known by after each save; `seen` is what was read before.

    `files` is asked again at each look, since a template may be made of others by then; one that was not asked for
    before has not been saved yet."""
    wait = wait or pause
    while True:
        now = stamps(files())
        if all(seen.get(path, stamp) == stamp for path, stamp in now.items()):
            seen = now
            wait(POLL)
            continue
        seen = _settled(files, seen, wait)
        yield seen


def _settled(files: Callable[[], Iterable[Path]], seen: Stamps, wait: Callable[[float], None]) -> Stamps:
    """What the files are known by once nothing changed for a moment, which is longer while one of them is gone."""
    now, quiet = stamps(files()), 0.0
    while quiet < (_GONE if _is_one_gone(seen, now) else POLL):
        wait(POLL)
        later = stamps(files())
        quiet = quiet + POLL if later == now else 0.0
        now = later
    return now


def _is_one_gone(seen: Stamps, now: Stamps) -> bool:
    return any(stamp is None and seen.get(path) is not None for path, stamp in now.items())


def _stamp(path: Path) -> Stamp:
    try:
        status = os.stat(path)  # noqa: PTH116 - many times a second, and pathlib adds nothing
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
