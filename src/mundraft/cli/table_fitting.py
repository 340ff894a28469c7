"""A class's table in the columns that a terminal has room for: names are shortened, then columns are left out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress

from mundraft.strictyaml.excerpts import cells

#: By heading, the most and the fewest cells of what holds names: shortened in this order, what tells least first.
_NAMES = {"Delegates": (28, 12), "Seat": (22, 10), "Paper": (36, 20)}
#: What is left out in turn: what weighs most tells of the warnings and errors, and the paper's file tells whose it is.
_LEFT_OUT = ("Warnings", "Errors", "Delegates", "Seat")
_ENDING = ".yaml"
_BETWEEN = 2
_LEAST = 8


def fitted_table(table: Sequence[Sequence[str]], width: int) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """The lines of a table whose first line has its headings, and the headings of what was left out.

    A column of names without any is no loss, and is not told."""
    columns = {one[0]: one for one in zip(*table, strict=True) if any(one[1:]) or one[0] not in _NAMES}
    left_out: list[str] = []
    widths = _widths(columns, width)
    for heading in _LEFT_OUT:
        if _taken(widths) <= width:
            break
        if columns.pop(heading, None):
            left_out.append(heading)
            widths = _widths(columns, width)
    if over := max(0, _taken(widths) - width):
        widths["Paper"] = max(_LEAST, widths["Paper"] - over)
    if max(map(cells, columns["Paper"])) > widths["Paper"]:
        columns["Paper"] = _told_apart(columns["Paper"])
    shown = [[_cut(text, widths[heading], heading) for text in column] for heading, column in columns.items()]
    return list(zip(*shown, strict=True)), tuple(left_out)


def _cut(text: str, most: int, heading: str) -> str:
    """A text in so many cells, with dots where it was cut: names of papers often differ at their ends alone."""
    if cells(text) <= most:
        return text
    behind = (most - 3) // 2 if heading == "Paper" else 0
    end = _begun(text[::-1], behind)[::-1]
    return f"{_begun(text, most - 3 - cells(end))}...{end}"


def _begun(text: str, most: int) -> str:
    text = text[: 4 * most]  # marks upon letters take no cell
    while cells(text) > most:
        text = text[:-1]
    return text


def _widths(columns: dict[str, tuple[str, ...]], width: int) -> dict[str, int]:
    """What each column takes where the names are shortened as far as needed, and not below what still tells."""
    widths = {heading: max(map(cells, column)) for heading, column in columns.items()}
    for heading, (most, _) in _NAMES.items():
        if heading in widths:
            widths[heading] = min(widths[heading], most)
    for heading, (_, least) in _NAMES.items():
        if heading in widths:
            over = max(0, _taken(widths) - width)
            widths[heading] = min(widths[heading], max(least, widths[heading] - over))
    return widths


def _taken(widths: dict[str, int]) -> int:
    return sum(widths.values()) + _BETWEEN * (len(widths) - 1)


def _told_apart(column: tuple[str, ...]) -> tuple[str, ...]:
    """The heading and the papers' paths, these without the folder and the ending that they share."""
    heading, *paths = column
    if all(path.endswith(_ENDING) for path in paths):
        paths = [path.removesuffix(_ENDING) for path in paths]
    with suppress(ValueError):  # on several drives
        common = os.path.commonpath([os.path.dirname(path) for path in paths])  # noqa: PTH120 - as they are printed
        paths = [os.path.relpath(path, common) if common else path for path in paths]
    return heading, *paths
