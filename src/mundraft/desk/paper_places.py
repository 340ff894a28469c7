"""Where new papers go, and what their files are called, when nobody says."""

from __future__ import annotations

import os
import re
from pathlib import Path

from mundraft.files.there import is_folder, is_there

#: What a new paper's file is called until the seat and the topic are known.
WAITING = "new-paper"
_WAITING = re.compile(rf"{WAITING}(-\d+)?\.yaml")


def place_for_papers(current: Path, home: Path) -> Path:
    """Where a new paper is kept: the current folder, where someone has gone to work; else their documents."""
    documents = home / "Documents"
    if current != home and current != Path(current.anchor) and _can_write(current):
        return current
    return documents if is_folder(documents) else home


def free_file(folder: Path, name: str) -> Path:
    """The first file of this name that is not there yet."""
    path, number = folder / f"{name}.yaml", 2
    while is_there(path):
        path, number = folder / f"{name}-{number}.yaml", number + 1
    return path


def waits_for_a_name(path: Path) -> bool:
    """Whether a paper's file has the name that it was given for the time being."""
    return _WAITING.fullmatch(path.name) is not None


def _can_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK)
