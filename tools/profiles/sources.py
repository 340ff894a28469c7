"""What a source string of a table stands for: the source entry that a profile names, with its day.

The list is `sources.csv` beside this file. A row fits whose `string` begins the table's own and whose `instrument`
is empty, equal, or ends with `*` and begins the row's. A longer string goes before a shorter one, a named instrument
before none.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from profiles.tables import Row


@dataclass(frozen=True, slots=True)
class KnownSource:
    """One source of facts.

    `rule` is "not after consent" where a later day in the column of signatures is no signature, "the treaty's day"
    where that column repeats the day of the treaty (it tells who signed and not when, and is left out beside a
    consent), and "passed over" where the rows were found to be wrong.
    """

    string: str
    instrument: str
    id: str
    entry: Mapping[str, str]
    rule: str

    def fits(self, string: str, instrument: str) -> bool:
        """Whether a row with this source string, about this instrument, means this source."""
        if self.instrument.endswith("*"):
            about = instrument.startswith(self.instrument[:-1])
        else:
            about = self.instrument in ("", instrument)
        return about and string.startswith(self.string)


@cache
def known_sources() -> tuple[KnownSource, ...]:
    """Every source of `sources.csv`, those with longer strings first."""
    text = Path(__file__).with_name("sources.csv").read_text(encoding="utf-8")
    found = [
        KnownSource(
            row["string"],
            row["instrument"],
            row["id"],
            {key: row[key] for key in ("title", "as_of", "url", "through") if row[key]},
            row["rule"],
        )
        for row in csv.DictReader(text.splitlines())
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.string), not one.instrument)))


def source_of(row: Row) -> KnownSource:
    """The source of a row about an instrument. Raises `UnreadableFile` at the row where the list has none."""
    for one in known_sources():
        if one.fits(row["source"], row["instrument"]):
            return one
    what = f"No source entry is known for {row['source']!r}."
    raise row.fault(what, "Add it to tools/profiles/sources.csv, with the day for which it speaks.")


def group_source(group: str) -> KnownSource:
    """The source of a group of facts that `countries.csv` holds: names, codes, united_nations, land, blocs."""
    return next(one for one in known_sources() if one.string == f"countries.csv:{group}")


def source_ids() -> frozenset[str]:
    """The ids of all sources that tables have; a fact with another source was made by hand."""
    return frozenset(one.id for one in known_sources())
