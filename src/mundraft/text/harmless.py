"""Text for a terminal: nothing in it that the terminal would obey instead of showing."""

from __future__ import annotations

import re

# Compiled when they are needed, which they hardly ever are.
_OBEYED = "[\x00-\x08\x0b-\x1f\x7f-\x9f]"
# What would begin another line, or turn round how what follows is shown: https://trojansource.codes
_BREAKS_A_LINE = "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"


def in_one_line(text: str) -> str:
    """A name as it stands within a line: nothing in it can end the line, or make it read otherwise than it is."""
    return text if text.isprintable() else re.sub(_BREAKS_A_LINE, "?", text)


def harmless(text: str) -> str:
    """The text with a question mark for each control character (file names may hold them), save tab and newline."""
    return text if text.isprintable() else re.sub(_OBEYED, "?", text)
