"""A class's papers as lines for a terminal: one for each, under one header, and a last one that sums them up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mundraft.cli.batches import many
from mundraft.cli.table_fitting import fitted_table
from mundraft.strictyaml.excerpts import cells
from mundraft.text.harmless import in_one_line
from mundraft.text.shortened import shortened

if TYPE_CHECKING:
    from mundraft.desk.checking import PaperCheck
    from mundraft.desk.class_table import Row
    from mundraft.desk.shared_words import Shared

_HEADER = ("Paper", "Seat", "Delegates", "Words", "Missing", "Errors", "Warnings", "Weighs most")
#: As much of what papers share as a person reads.
_MOST_GROUPS, _MOST_NAMED, _MOST_LETTERS = 20, 8, 90
_NUMBERS = frozenset(("Words", "Missing", "Errors", "Warnings"))


def class_lines(rows: Sequence[Row], width: int | None = None) -> Iterator[str]:
    """The table, and what it comes to. With `width` it is fitted into so many cells of a terminal's line."""
    table: Sequence[Sequence[str]] = [_HEADER, *(tuple(map(in_one_line, _columns(row))) for row in rows)]
    left_out: Sequence[str] = ()
    if width:
        table, left_out = fitted_table(table, width)
    columns = [_padded(column) for column in zip(*table, strict=True)]
    for line in zip(*columns, strict=True):
        yield "  ".join(line).rstrip()
    if left_out:
        yield f"Left out for want of room: {', '.join(reversed(left_out))}. A wider window has them, and --csv FILE."
    yield _summed_up(rows)


def example_lines(checks: Sequence[PaperCheck]) -> Iterator[str]:
    """Which papers are still an example, and how much of each."""
    from mundraft.coach.from_example import CODE

    found = [(check, finding) for check in checks for finding in check.findings if finding.code == CODE]
    for check, finding in found[:_MOST_GROUPS]:
        yield f"Still an example: {in_one_line(str(check.path))}. {finding.what}"
    if len(found) > _MOST_GROUPS:
        yield f"{len(found) - _MOST_GROUPS} more papers are those of an example."


def shared_lines(shared: Sequence[Shared]) -> Iterator[str]:
    """What papers of a class have in common: a line or two for each group of papers."""
    for one in shared[:_MOST_GROUPS]:
        papers = in_one_line(_listed([str(path) for path in one.papers]))
        if one.whole:
            yield f"The same paper: {papers}."
            continue
        number = "a sentence" if len(one.sentences) == 1 else f"{len(one.sentences)} sentences"
        yield f"The same words: {papers} share {number}, of {_of(one.of)} of ten words or more."
        yield f"      “{in_one_line(shortened(one.sentences[0], _MOST_LETTERS))}”"
    if len(shared) > _MOST_GROUPS:
        yield f"{len(shared) - _MOST_GROUPS} more groups of papers share sentences."


def _of(numbers: Sequence[int]) -> str:
    """Of how many: for each paper in its place, for many the fewest and the most."""
    told = [str(number) for number in numbers]
    return f"{min(numbers)} to {max(numbers)}" if len(told) > _MOST_NAMED else f"{', '.join(told[:-1])} and {told[-1]}"


def _listed(names: list[str]) -> str:
    if len(names) > _MOST_NAMED:
        names = [*names[:_MOST_NAMED], f"{len(names) - _MOST_NAMED} more"]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _columns(row: Row) -> tuple[str, ...]:
    if row.readable == "no":
        return (row.paper, "", "", "", "", row.errors, "", f"cannot be read [{row.worst}]")
    length = f"{row.words}/{row.limit}" if row.limit else row.words
    if row.page_limit and not row.limit:
        length = f"{row.words}, {row.pages}/{row.page_limit} pages" if row.words != "0" else f"0/{row.page_limit} pages"
    return (row.paper, row.seat, row.delegates, length, row.missing, row.errors, row.warnings, row.worst)


def _summed_up(rows: Sequence[Row]) -> str:
    unread = sum(row.readable == "no" for row in rows)
    missing = sum(row.missing not in ("", "0") for row in rows)
    over = sum(row.over_limit == "yes" for row in rows)
    told = [
        many(len(rows)),
        f"{missing} with answers missing",
        f"{over} over the limit",
        f"{unread} that cannot be read",
    ]
    return f"{', '.join(told)}. See all that is found in one: mundraft check PAPER"


def _padded(column: Sequence[str]) -> list[str]:
    """A column's cells in one width, numbers to the right."""
    width = max(map(cells, column))
    spaces = [" " * (width - cells(text)) for text in column]
    if column[0] in _NUMBERS:
        return [f"{space}{text}" for text, space in zip(column, spaces, strict=True)]
    return [f"{text}{space}" for text, space in zip(column, spaces, strict=True)]
