"""Lines of a file shown in a message: windowed, safe to print, with the caret under the right character."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_WINDOW = 76
_BEFORE = 40
_TAB = 4
# Control and format characters, surrogates and line separators could move the cursor, hide or reorder what is shown.
_UNSHOWABLE = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co"))


class Excerpt(NamedTuple):
    """A line as it can be shown, and how many terminal cells stand before the caret."""

    text: str
    caret: int


def shown(text: str) -> str:
    """The text with every character that could disturb a terminal replaced: a tab by spaces, the rest by "?"."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown_character(char) for char in text)


def quoted(text: str, longest: int = 40) -> str:
    """Text of the file as it is named in a message: on one line, shortened, between quotation marks."""
    one_line = shown(text[: longest + 1].replace("\n", " "))
    return f'"{one_line if len(one_line) <= longest else one_line[: longest - 3] + "..."}"'


def excerpt(line: str, column: int) -> Excerpt:
    """The stretch of a line round a column (counted from 1), with the cells that stand before that column."""
    at = min(column - 1, len(line))
    start = 0 if len(line) <= _WINDOW else max(0, min(at - _BEFORE, len(line) - _WINDOW))
    end = start + _WINDOW
    head = ("..." if start else "") + shown(line[start:at])
    tail = shown(line[at:end]) + ("..." if end < len(line) else "")
    return Excerpt((head + tail).rstrip(), cells(head))


def cells(text: str) -> int:
    """How many cells of a terminal a text takes: two for a wide character, none for a combining one."""
    return sum(_cells_of(char) for char in text)


def _cells_of(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) == "Mn":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _shown_character(char: str) -> str:
    if char == "\t":
        return " " * _TAB
    return "?" if unicodedata.category(char) in _UNSHOWABLE else char
