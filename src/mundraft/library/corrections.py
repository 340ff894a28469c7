"""What a file in a nearer folder changed in the one behind it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Correction(NamedTuple):
    """One field that a nearer file sets: "treaties.crc.consent", "names.adjective", "aliases".

    `was` and `now` are what stood there and what stands there now, "" where that is no single value."""

    field: str
    path: Path
    was: str = ""
    now: str = ""
