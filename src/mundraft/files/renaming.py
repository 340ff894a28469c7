"""Another name for a file, which never takes the place of a file that is there.

Windows refuses to replace. Linux and macOS do not, and a look beforehand leaves a moment in which another program can
write: there the name is taken first, by an empty file that only one program can make, and then given to the file.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from mundraft.files import system


def rename_to_free(old: Path, new: Path) -> None:
    """Give a file another name on its disk. Another spelling of its own name ("Kenya", "kenya") is free too. What is
    a link stays one, and the file behind it keeps its name.

    Raises `FileExistsError` where something else has the name, and `OSError` where the system refuses."""
    if system.is_windows():
        system.rename(old, new)
        return
    try:
        os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    except FileExistsError:
        if not _is_one_name(old, new):
            raise
        old.rename(new)
    else:
        _take_place(old, new)
    system.sync_folder(new.parent)


def _is_one_name(old: Path, new: Path) -> bool:
    """Whether the disk takes both names for one: not for a link and the file behind it, which would be replaced."""
    try:
        return os.path.samestat(os.lstat(old), os.lstat(new))
    except OSError:
        return False


def _take_place(old: Path, new: Path) -> None:
    """Put a file in the place of the empty one that was made for it, or take that away again."""
    try:
        old.replace(new)
    except BaseException:
        with contextlib.suppress(OSError):
            if not new.stat().st_size:
                new.unlink()
        raise
