"""Text for a terminal: nothing in it that the terminal would obey instead of showing."""

from __future__ import annotations

import re

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def harmless(text: str) -> str:
    """The text with a question mark for each control character (file names may hold them), save tab and newline."""
    return _OBEYED.sub("?", text)
