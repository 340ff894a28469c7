"""What one operating system does otherwise than another: the only place in `files/` that asks which one it is."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

#: How long (in seconds) a replace that Windows refuses is tried again: what a virus scanner or a sync client needs.
RETRY_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2)
# Disks of some networks and sticks cannot sync and say so; that is no reason not to save on them.
_CANNOT_SYNC = {errno.EINVAL, errno.ENOSYS, getattr(errno, "ENOTSUP", errno.EINVAL)}


def is_windows() -> bool:
    return sys.platform == "win32"


def sync_file(descriptor: int) -> None:
    """Put what was written to a file on the disk itself. Raises `OSError` where the disk failed."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise


def begin_to_sync(descriptor: int) -> None:
    """Let the system begin to put a file on the disk, and do not wait. Only Linux takes the hint: a thousand files are
    then settled in a few steps of its journal, and not in a thousand."""
    advise = getattr(os, "posix_fadvise", None)
    if advise:
        with contextlib.suppress(OSError):
            advise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def sync_folder(folder: Path) -> None:
    """Put a changed name on the disk itself, where the system can; Windows keeps names by its own journal.

    A failure is not told: the file is whole and in place already, and a second attempt could not do better."""
    if is_windows():
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)


def replace(new: str | Path, target: Path) -> None:
    """Put a file in another's place in one step. On Windows a file that is open elsewhere is waited for, briefly."""
    _patiently(os.replace, new, target)


def rename(old: Path, new: Path) -> None:
    """Give a file another name, with the patience of `replace`. Windows replaces nothing, the others what is there."""
    _patiently(os.rename, old, new)


def _patiently(act: Callable[[str | Path, Path], None], source: str | Path, target: Path) -> None:
    if is_windows():
        for pause in RETRY_PAUSES:
            try:
                act(source, target)
            except PermissionError:
                time.sleep(pause)
            else:
                return
    act(source, target)


def copy_mode(descriptor: int, path: str, mode: int) -> None:
    """Give a new file the permissions of the file it will replace; Windows inherits them from the folder."""
    if is_windows():
        return
    try:
        os.chmod(descriptor if os.chmod in os.supports_fd else path, mode)  # noqa: PTH101 - by its descriptor
    except OSError:
        return  # sticks and network disks without permissions: the folder decides there
