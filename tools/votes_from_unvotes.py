"""Make `votes.csv` from the roll calls of the unvotes package, for the texts of the catalogue that a roll call adopted.

    python tools/votes_from_unvotes.py UNVOTES COUNTRIES OUT

UNVOTES is the folder with `un_roll_calls.rda` and `un_votes.rda`, COUNTRIES the table `countries.csv`, OUT the file to
write. It needs pyreadr and pandas, which the project does not: run it in an environment of its own. The form of
`votes.csv` is told in `docs/tables.md`.

Each roll call is held against the count that was announced; where they differ the difference is in the list below. A
State that was a member that day and is in no column of the roll call was absent; one that was not yet a member has no
row.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

#: The last session in which the day of a roll call is often wrong: of it and of those before, only the year is told.
_LAST_UNSURE_SESSION = 52
#: Names that the package gives without a code, or with the code of a State that is no more. What it calls Yugoslavia is
#: Serbia since its admission in 2000; before that day Serbia has no row.
_BY_NAME = {"Federal Republic of Germany": "DEU", "Yugoslavia": "SRB"}
#: Seats that another government or a union held on the day, or that were barred: no row is better than a wrong one.
_NOT_SEATED = {
    "CHN": ("0000", "1971-11"),
    "SYR": ("1958-02", "1961-10"),
    "YEM": ("0000", "1990-05"),
    "ZAF": ("1974-11", "1994-06"),
}
_POSITIONS = {"yes": "for", "no": "against", "abstain": "abstained"}


class RollCall(NamedTuple):
    """The vote on one text: the package's number for it, session, day, and how many were for, against and abstained."""

    instrument: str
    number: int
    session: int
    adopted: str
    tally: tuple[int, int, int]


ROLL_CALLS = (
    RollCall("GA-181", 77, 2, "1947-11-29", (33, 13, 10)),
    RollCall("UDHR", 127, 3, "1948-12-10", (48, 0, 8)),
    RollCall("GA-194", 131, 3, "1948-12-11", (35, 15, 8)),
    RollCall("GA-377V", 252, 5, "1950-11-03", (52, 5, 2)),
    RollCall("GA-1514", 658, 15, "1960-12-14", (89, 0, 9)),
    RollCall("GA-2758", 1190, 26, "1971-10-25", (76, 35, 17)),
    # Announced as 146 for; the record counts one State more that spoke up later.
    RollCall("DRTD", 3064, 41, "1986-12-04", (147, 1, 8)),
    RollCall("GA-60-251", 4593, 60, "2006-03-15", (170, 4, 3)),
    RollCall("UNDRIP", 4753, 61, "2007-09-13", (143, 4, 11)),
    RollCall("GA-64-292", 5046, 64, "2010-07-28", (122, 0, 41)),
    RollCall("GA-67-19", 5182, 67, "2012-11-29", (138, 9, 41)),
    RollCall("GCR", 6135, 73, "2018-12-17", (181, 2, 3)),
    RollCall("GCM", 6140, 73, "2018-12-19", (152, 5, 12)),
)
COLUMNS = ("instrument", "iso3", "position", "on", "source")


def main() -> int:
    """Read the package and the countries, write the table, and say what was counted."""
    parser = argparse.ArgumentParser(prog="votes_from_unvotes", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("unvotes", type=Path)
    parser.add_argument("countries", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    import pyreadr  # type: ignore[import-not-found]

    votes = pyreadr.read_r(str(options.unvotes / "un_votes.rda"))["un_votes"]
    with options.countries.open(encoding="utf-8", newline="") as file:
        countries = list(csv.DictReader(file))
    by_iso2 = {row["iso2"]: row["iso3"] for row in countries}
    admitted = {row["iso3"]: row["un_admission_date"] for row in countries if row["un_admission_date"]}
    with options.out.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        for roll_call in ROLL_CALLS:
            cast = _cast(votes[votes["rcid"] == roll_call.number], by_iso2)
            rows = list(_rows(roll_call, cast, admitted))
            table.writerows(rows)
            absent = [row[1] for row in rows if row[2] == "absent"]
            print(f"{roll_call.instrument}: {len(rows)} States, absent: {', '.join(absent) or 'none'}")
    return 0


def _cast(votes: Any, by_iso2: dict[str, str]) -> list[tuple[str, str]]:
    """The positions of one roll call, as pairs of a code ("" for a State that is no more) and a position."""
    return [
        (_BY_NAME.get(vote.country) or by_iso2.get(str(vote.country_code), ""), _POSITIONS[vote.vote])
        for vote in votes.itertuples()
    ]


def _rows(
    roll_call: RollCall, cast: list[tuple[str, str]], admitted: dict[str, str]
) -> Iterator[tuple[str, str, str, str, str]]:
    """The rows of one roll call. Stops where its count is not the one that is known."""
    positions = [position for _, position in cast]
    tally = tuple(positions.count(position) for position in ("for", "against", "abstained"))
    if tally != roll_call.tally:
        raise SystemExit(
            f"{roll_call.instrument}: {tally} were counted, {roll_call.tally} expected: is the number right?"
        )
    on = roll_call.adopted if roll_call.session > _LAST_UNSURE_SESSION else roll_call.adopted[:4]
    known = dict(cast)
    for iso3, since in sorted(admitted.items()):
        if since <= roll_call.adopted and not _held_by_others(iso3, roll_call.adopted):
            source = f"unvotes 0.3.0 session {roll_call.session}"
            yield roll_call.instrument, iso3, known.get(iso3, "absent"), on, source


def _held_by_others(iso3: str, day: str) -> bool:
    begin, end = _NOT_SEATED.get(iso3, ("9", "9"))
    return begin <= day < end


if __name__ == "__main__":
    raise SystemExit(main())
