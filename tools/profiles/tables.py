"""The tables that profiles are rebuilt from: read whole, and every fault told with its file and line.

Their columns, units and empty values are told in `docs/tables.md`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mundraft.files.reading import read_capped
from mundraft.library.facts import possible_date
from mundraft.problems import Place, Problem, UnreadableFile

COUNTRY_COLUMNS = (
    "iso3", "iso2", "m49", "un_short_name", "un_formal_name", "un_status", "un_regional_group", "un_group_note",
    "un_admission_date", "un_admission_basis", "capital_factbook", "adjective_factbook", "noun_factbook",
    "languages_cldr_official", "icj_icc_factbook", "blocs",
)  # fmt: skip
ACT_COLUMNS = ("instrument", "iso3", "signature", "consent_date", "consent_kind", "precision", "source")
CHANGE_COLUMNS = ("instrument", "iso3", "change", "date", "certainty", "source")
VOTE_COLUMNS = ("instrument", "iso3", "position", "on", "source")

#: "by 2023-09": a party by then, the day of whose consent no source gives.
_BY = re.compile(r"by \d{4}-\d{2}")
#: Tables are longer than anything that a delegate writes.
_MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its values by column, stripped, and where it stands."""

    values: Mapping[str, str]
    file: str
    line: int

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def fault(self, what: str, next_step: str) -> UnreadableFile:
        """The error that says what is wrong with this row."""
        return _fault(Path(self.file), self.line, what, next_step)


@dataclass(frozen=True, slots=True)
class Tables:
    """All rows. `countries` go by ISO 3166-1 alpha-3; `votes` is None where the folder has no `votes.csv`."""

    countries: Mapping[str, Row]
    acts: tuple[Row, ...]
    changes: tuple[Row, ...]
    votes: tuple[Row, ...] | None
    #: ids of instruments in the order in which a new profile lists them
    order: tuple[str, ...] = ()


def read_tables(folder: Path) -> Tables:
    """The tables of a folder.

    Raises `UnreadableFile` for the first fault: a missing file or column, a row twice, a date that cannot be."""
    countries = {row["iso3"]: row for row in _rows_once(folder / "countries.csv", COUNTRY_COLUMNS, ("iso3",))}
    acts = tuple(_rows_once(folder / "treaty_participation.csv", ACT_COLUMNS, ("instrument", "iso3")))
    for row in acts:
        _dates_are_possible(row, ("signature", "consent_date"))
    changes = folder / "recent_changes.csv"
    votes = folder / "votes.csv"
    instruments = folder / "instruments.csv"
    return Tables(
        countries,
        acts,
        tuple(_rows(changes, CHANGE_COLUMNS)) if changes.is_file() else (),
        tuple(_rows_once(votes, VOTE_COLUMNS, ("instrument", "iso3"))) if votes.is_file() else None,
        tuple(row["id"] for row in _rows(instruments, ("id",))) if instruments.is_file() else (),
    )


def _rows_once(path: Path, columns: tuple[str, ...], key: tuple[str, ...]) -> Iterator[Row]:
    seen: dict[tuple[str, ...], int] = {}
    for row in _rows(path, columns):
        mine = tuple(row[column] for column in key)
        if mine in seen:
            raise row.fault(f"{', '.join(mine)} stands here twice, first in line {seen[mine]}.", "Keep one row.")
        seen[mine] = row.line
        yield row


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    reader = csv.DictReader(_text(path).splitlines(keepends=True), strict=True)
    missing = [column for column in columns if column not in (reader.fieldnames or ())]
    if missing:
        raise _fault(
            path, 1, f"This table lacks the column {', '.join(missing)}.", "See docs/tables.md for its columns."
        )
    try:
        for values in reader:
            if None in values or None in values.values():
                what = "This row does not have as many values as the table has columns."
                raise _fault(path, reader.line_num, what, "Look for a comma or a quotation mark.")
            yield Row({key: value.strip() for key, value in values.items()}, str(path), reader.line_num)
    except csv.Error as error:
        what = f"This row cannot be read as CSV: {error}."
        raise _fault(path, reader.line_num, what, "Look for a quotation mark that is not closed.") from None


def _text(path: Path) -> str:
    try:
        return read_capped(path, "table", _MAX_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _fault(path, 0, "This table is not text in UTF-8.", "Save it as CSV in UTF-8.") from None


def _fault(path: Path, line: int, what: str, next_step: str) -> UnreadableFile:
    return UnreadableFile(Problem("table-fault", what, next_step, Place(str(path), line)))


def _dates_are_possible(row: Row, columns: tuple[str, ...]) -> None:
    for column in columns:
        value = row[column]
        if not value or _BY.fullmatch(value):
            continue
        try:
            possible_date(value)
        except ValueError:
            what = f"In the column {column}, {value!r} is no possible date."
            raise row.fault(what, "A date is written YYYY, YYYY-MM or YYYY-MM-DD.") from None
