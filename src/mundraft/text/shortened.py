"""Words that are shown of a text which may be of any length."""

from __future__ import annotations


def shortened(text: str, most: int) -> str:
    """The text in one line of at most `most` letters; where some are left out, the last of these is an ellipsis."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
