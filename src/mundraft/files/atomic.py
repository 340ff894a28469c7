"""Writing a file whole or not at all: after any failure the file is the old one or the new one, never a part."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from mundraft.files import system
from mundraft.files.digests import sha256
from mundraft.files.names import refuse_reserved
from mundraft.files.reading import open_to_read
from mundraft.problems import CannotSave, Place, Problem

#: Sync clients leave files alone that begin so and end in .tmp.
_TEMPORARY = ".~mundraft-"
#: After how long (in seconds) a temporary file is surely one that a killed program left behind.
_LEFTOVER_AGE = 60.0
#: How many bytes of a file are hashed at a time.
_BLOCK = 1 << 18
#: Windows alone has files of text too, whose ends of lines it changes.
_BINARY = getattr(os, "O_BINARY", 0)


class Stamp(NamedTuple):
    """What a file was when it was looked at: size in bytes, time of change, inode, and a hash of its content."""

    size: int
    mtime_ns: int
    inode: int
    digest: str


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file, or None where there is no file that can be read."""
    try:
        with open_to_read(path) as file:
            about = os.fstat(file.fileno())
            digest = sha256()
            while block := file.read(_BLOCK):
                digest.update(block)
    except (OSError, ValueError):
        return None
    return Stamp(about.st_size, about.st_mtime_ns, about.st_ino, digest.hexdigest())


def write_atomically(path: Path, data: bytes, *, durably: bool = True) -> None:
    """Write a file so that it is whole at every moment and on the disk itself when this returns.

    Not `durably`, it is on the disk when the system likes: for what can be done without after a power failure.
    A link is followed and the file behind it replaced; permissions stay as they were. Raises `CannotSave` with one of
    the codes save-disk-full, save-read-only, save-folder-gone, save-busy, save-name-refused, save-not-a-file and
    save-failed.
    """
    try:
        target, mode = _target(path)
        if mode is None:
            refuse_reserved(target)
        _write_beside(target, data, mode, durably)
    except (OSError, ValueError) as error:
        raise cannot_save(path, error) from error


def settle(paths: Collection[Path]) -> None:
    """Put files on the disk itself that were not written durably, and their names. Raises `CannotSave` where the disk
    fails; a file that is gone by now, or was replaced, is not waited for."""
    if len(paths) > 1:  # all are on their way before one is waited for, which then waits for no other
        _each_opened(paths, system.begin_to_sync)
    _each_opened(paths, system.sync_file)
    for folder in {path.parent for path in paths}:
        system.sync_folder(folder)


def _each_opened(paths: Iterable[Path], act: Callable[[int], None]) -> None:
    for path in paths:
        try:
            descriptor = os.open(path, os.O_RDWR | _BINARY)
        except OSError:
            continue
        try:
            act(descriptor)
        except OSError as error:
            raise cannot_save(path, error) from error
        finally:
            os.close(descriptor)


def sweep_leftovers(path: Path) -> None:
    """Remove temporary files of this file that a killed program left beside it."""
    target = Path(os.path.realpath(path))
    with contextlib.suppress(OSError, ValueError):
        for leftover in target.parent.glob(_temporary_prefix(target) + "*.tmp"):
            if time.time() - leftover.stat().st_mtime > _LEFTOVER_AGE:
                leftover.unlink()


def make_folder(folder: Path) -> None:
    """Let a folder be there, those above it included. Raises `CannotSave`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise cannot_save(folder, error) from None


def cannot_save(path: Path, error: Exception) -> CannotSave:
    """What the system's refusal to write (or read back) a file means, in words."""
    code, what, next_step = _told(error)
    return CannotSave(Problem(code, f"{path.name} could not be saved: {what}.", next_step, Place(str(path))))


def _target(path: Path) -> tuple[Path, int | None]:
    """The file that a path stands for, behind its link where it is one, and that file's permissions, None where there
    is none yet. Raises `CannotSave`, `OSError`."""
    target = path
    try:
        about = os.lstat(path)
        if stat.S_ISLNK(about.st_mode):
            target = Path(os.path.realpath(path))
            about = target.stat()
    except FileNotFoundError:
        return target, None
    if not stat.S_ISREG(about.st_mode):
        what = "a folder" if stat.S_ISDIR(about.st_mode) else "a device or pipe"
        raise CannotSave(
            Problem(
                "save-not-a-file",
                f"{path} is {what}, not a file.",
                "Name a file, such as one inside that folder.",
                Place(str(path)),
            )
        )
    # A folder that can be written lets any file in it be replaced, but whoever protected the file meant it.
    if not about.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only")
    return target, stat.S_IMODE(about.st_mode)


def _write_beside(target: Path, data: bytes, mode: int | None, durably: bool) -> None:
    # As text: to put paths together takes longer than some of the calls below, and a class has a thousand documents.
    temporary = os.path.join(os.path.dirname(target), f"{_temporary_prefix(target)}{os.urandom(4).hex()}.tmp")  # noqa: PTH118, PTH120
    try:
        _write_new(temporary, data, mode, durably)
        system.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise
    if durably:
        system.sync_folder(target.parent)


def _write_new(path: str, data: bytes, mode: int | None, durably: bool) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        if mode is not None:
            system.copy_mode(descriptor, path, mode)
        written = os.write(descriptor, data)
        while written < len(data):
            written += os.write(descriptor, memoryview(data)[written:])
        if durably:
            system.sync_file(descriptor)
    finally:
        os.close(descriptor)


def _temporary_prefix(target: Path) -> str:
    return _TEMPORARY + sha256(target.name.encode("utf-8", "surrogatepass")).hexdigest()[:8] + "-"


_READ_ONLY = (
    "save-read-only",
    "the file, its folder or the disk is read-only",
    "Allow writing there, or save the paper in another folder.",
)
_FULL = ("save-disk-full", "the disk is full", "Make room on it, or save the paper on another disk.")
_GONE = (
    "save-folder-gone",
    "its folder is not there any more",
    "Plug the disk in again, or save the paper in another folder.",
)
_BUSY = (
    "save-busy",
    "another program holds the file open",
    "Close it there (Word, a sync client, a virus scanner) and it will be saved.",
)
_NAME = ("save-name-refused", "the system does not accept its name", "Choose a shorter, plainer name.")
_LOOP = ("save-not-a-file", "its link leads in a circle", "Name the file itself.")
_FOLDER = (
    "save-not-a-file",
    "a folder stands in its place",
    "Move that folder away, or save the paper under another name.",
)
_PIPE = (
    "save-not-a-file",
    "a device or pipe stands in its place",
    "Take it away, or save the paper under another name.",
)
_FAULT = ("save-failed", "the disk reported a fault", "Save the paper on another disk.")

_BY_NUMBER: dict[int | None, tuple[str, str, str]] = {
    errno.ENOSPC: _FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.ENXIO: _GONE,
    errno.ENODEV: _GONE,
    errno.EBUSY: _BUSY,
    getattr(errno, "ETXTBSY", errno.EBUSY): _BUSY,
    errno.ENAMETOOLONG: _NAME,
    errno.EILSEQ: _NAME,
    errno.ELOOP: _LOOP,
    errno.EISDIR: _FOLDER,
    errno.ESPIPE: _PIPE,
}
#: Windows' own numbers: a file that another program holds (sharing or lock violation), and access denied.
_HELD, _DENIED = {32, 33}, 5


def _told(error: Exception) -> tuple[str, str, str]:
    if not isinstance(error, OSError):
        return _NAME
    on_windows = getattr(error, "winerror", None)
    # Only a replace names two files, and the file was found writable before it: denied then means held.
    if on_windows in _HELD or (on_windows == _DENIED and error.filename2 is not None):
        return _BUSY
    return _BY_NUMBER.get(error.errno, _FAULT)
