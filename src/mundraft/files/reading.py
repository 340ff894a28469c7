"""Reading a file that somebody names: the faults told in words, and never more than a sane size into memory."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path

from mundraft.files.there import is_folder
from mundraft.problems import Place, Problem, UnreadableFile

#: The longest paper seen is 40 KB; a file of more than this is not something that a person wrote.
MAX_BYTES = 2_000_000
#: What to do where the system's reason is none of permission.
_WHAT_HELPS = {
    errno.ESPIPE: "Name a file that stands on the disk.",
    errno.ELOOP: "It is a link that leads back to itself: name the file that it was meant for.",
}


def open_to_read(path: Path) -> BufferedReader:
    """Open a file to be read as bytes. Raises `OSError`, and `ValueError` for a name that no file can have.

    A pipe or a device is refused with `errno.ESPIPE`: it could keep the program waiting for ever."""
    # Opening alone could wait, for somebody to write into a pipe.
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags)
    kind = stat.S_IFMT(os.fstat(descriptor).st_mode)
    if kind == stat.S_IFREG:
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    if kind == stat.S_IFDIR:
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(path))
    raise OSError(errno.ESPIPE, "it is a device or pipe, not a file", str(path))


def read_capped(path: Path, what: str, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a file. `what` names it in messages ("paper", "template").

    Raises `UnreadableFile` where it is missing, a folder, too large (in bytes), or refused by the system.
    """
    try:
        with open_to_read(path) as file:
            size = os.fstat(file.fileno()).st_size
            # Room for `limit` bytes takes longer to get than a paper to read.
            data = file.read(min(size, limit) + 1)
            if size < len(data) <= limit:  # it holds more than it says, or grows
                data += file.read(limit + 1 - len(data))
    except FileNotFoundError:
        raise _unreadable(
            "file-missing", path, f"There is no {what} at {path}.", "Check the name and the folder."
        ) from None
    except (IsADirectoryError, PermissionError, OSError, ValueError) as error:
        raise _refused(path, what, error) from None
    if len(data) > limit:
        raise _unreadable(
            "file-too-large",
            path,
            f"This file is larger than {limit // 1_000_000} MB, which no {what} is.",
            "Check that it is the right file: it should be a few pages of text.",
        )
    return data


def _refused(path: Path, what: str, error: Exception) -> UnreadableFile:
    if is_folder(path):
        return _unreadable(
            "file-is-folder", path, f"{path} is a folder, not a {what}.", "Name the file inside the folder."
        )
    number = error.errno if isinstance(error, OSError) else None
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "the name cannot be used"
    next_step = _WHAT_HELPS.get(number or 0, "Check that you may open it.")
    return _unreadable("file-refused", path, f"The {what} {path} cannot be read: {reason}.", next_step)


def _unreadable(code: str, path: Path, what: str, next_step: str) -> UnreadableFile:
    return UnreadableFile(Problem(code, what, next_step, Place(str(path))))
