"""Ids of sources: short, readable in the paper's file, and each the only one of its name."""

from __future__ import annotations

import re
from collections.abc import Collection

from mundraft.text.folding import fold

_WORDS, _LETTERS, _LONGEST = 3, 3, 40


def source_id(text: str, taken: Collection[str]) -> str:
    """An id from the first telling words of a title, a link or a name ("okafor-2023") that is not among `taken`."""
    words = [word for word in re.sub(r"[^a-z0-9 ]", " ", fold(text)).split() if len(word) >= _LETTERS][:_WORDS]
    base = "-".join(words)[:_LONGEST].strip("-") or "source"
    return next(
        name for name in (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3))) if name not in taken
    )
