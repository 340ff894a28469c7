"""Whether something is there, asked so that no system's refusal to say ends a command.

`Path.exists`, `.is_file` and `.is_dir` raise before Python 3.14 where a folder may not be looked into or a share is
gone. What cannot be seen is not there: whoever then reads or writes it is told why that cannot be.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether a file or a folder stands at a path."""
    return os.path.exists(path)  # noqa: PTH110


def may_be_there(path: Path) -> bool:
    """Whether something stands at a path, or may where a disk fails to say: nothing is to be begun in its place.

    A folder that may not be looked into takes no new file either, and whoever begins one there is told so."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, PermissionError, ValueError):
        return False
    except OSError:
        return True
    return True


def is_file(path: Path) -> bool:
    """Whether a file stands at a path."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path) -> bool:
    """Whether a folder stands at a path."""
    return os.path.isdir(path)  # noqa: PTH112
