"""Which version of the file's form a paper was written in."""

from __future__ import annotations

import re
from typing import Any

from mundraft.paper.model import FORMAT


class NotAVersion(ValueError):
    """What the file gives as its version is no whole number."""


def version_of(data: Any) -> int:
    """The version of a paper's plain mapping. A file that names none is taken for one of today's.

    Raises `NotAVersion`."""
    if not isinstance(data, dict):
        return FORMAT
    if "mundraft" not in data:
        return 0 if data.get("schema") == "1" else FORMAT
    text = data["mundraft"]
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]{1,6}", text):
        raise NotAVersion(text)
    return int(text)
