"""Lines that fit a terminal: broken between words, never within one. What goes to a file or a pipe stays as it is."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TextIO

#: Where a terminal does not say how wide it is, and below which nothing could be read.
_USUAL, _LEAST = 80, 20
#: A width of so many digits is none; Python refuses to read one of thousands.
_DIGITS = 6
_WORDS = re.compile(r"\S+\s*")
#: How much further than its first line the others begin of what begins so.
_HANGS = {"-> ": 3, "error: ": 4, "warning: ": 4, "advice: ": 4}


def width_of(stream: TextIO | None) -> int | None:
    """How many columns a terminal has; None where the stream is none."""
    if stream is None or not stream.isatty():
        return None
    return max(_columns(stream) or _USUAL, _LEAST)


def _columns(stream: TextIO) -> int:
    wished = os.environ.get("COLUMNS", "")
    if wished.isdecimal() and len(wished) < _DIGITS and int(wished):
        return int(wished)
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 0


def fitted(text: str, width: int) -> str:
    """The text with each line that is too long broken between words. The last cell of these is left free: some consoles
    begin a new line with it. A line of a file with a mark below it stays whole."""
    lines = text.split("\n")
    return "\n".join(
        shown
        for line, below in zip(lines, [*lines[1:], ""], strict=True)
        for shown in (_broken(line, width - 1) if _cells(line) > width and below.strip() != "^" else [line])
    )


def _broken(line: str, most: int) -> Iterator[str]:
    plain = line.lstrip(" ")
    indent = len(line) - len(plain)
    hang = indent + next((by for sign, by in _HANGS.items() if plain.startswith(sign)), 0)
    here = " " * indent
    for word in _WORDS.findall(plain):
        if here.strip() and _cells(here + word.rstrip()) > most:
            yield here.rstrip()
            here = " " * hang
        here += word
    yield here.rstrip()


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    from mundraft.strictyaml.excerpts import cells

    return cells(text)
