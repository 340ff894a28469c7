"""Rebuild country profiles from tables: write those that are missing, report what differs, overwrite nothing unasked.

    python tools/rebuild_profiles.py [TABLES] [--profiles country_profiles] [--write] [--overwrite FIELD …] [--all]

TABLES is the folder of the tables, or the environment variable MUNDRAFT_TABLES; their form is told in `docs/tables.md`.
Without --write nothing is written. With it, profiles that are missing are made, and facts that are missing in a profile
are added. A fact that differs is replaced only where --overwrite names it: "land.capital", "treaties.*",
"kenya:treaties.crc.consent". What was made by hand is kept, and shown with --all; it is replaced only where it is named
in full, with its country.

The exit code is 0 where nothing is left to say, 1 where differences are, 2 where a table or a profile cannot be read.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from mundraft.problems import MundraftError
from profiles.comparing import Difference, Kind, differences
from profiles.proposing import Plain, proposals, ref_of, uncertain
from profiles.tables import read_tables
from profiles.writing import changed, read_plain, write_plain

PROFILES = Path(__file__).parents[1] / "country_profiles"


def main(arguments: list[str] | None = None) -> int:
    """Read the command line and do what it says; the exit code."""
    parser = argparse.ArgumentParser(prog="rebuild_profiles", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("tables", nargs="?", type=Path, default=os.environ.get("MUNDRAFT_TABLES"))
    parser.add_argument("--profiles", type=Path, default=PROFILES)
    parser.add_argument("--write", action="store_true", help="make missing profiles and add missing facts")
    parser.add_argument("--overwrite", nargs="+", default=[], metavar="FIELD", help="replace these facts, and say so")
    parser.add_argument("--all", action="store_true", help="show also what was made by hand and is kept")
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A console of another code page must not stop at a name such as Malé.
        sys.stdout.reconfigure(errors="replace")
    if not options.tables:
        parser.error("name the folder of the tables, or set MUNDRAFT_TABLES")
    try:
        return _heard_or_not(options)
    except MundraftError as error:
        print(error, file=sys.stderr)
        return 2


def _heard_or_not(options: argparse.Namespace) -> int:
    """Do what is asked. Where nobody reads it to its end ("| head"), what is to be written is written all the same."""
    try:
        done = _rebuild(options)
        sys.stdout.flush()
        return done
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _rebuild(options) if options.write or options.overwrite else 0


def _rebuild(options: argparse.Namespace) -> int:
    tables = read_tables(Path(options.tables))
    profiles = {path: read_plain(path) for path in sorted(options.profiles.glob("*.yaml"))}
    # A seat without a code is no State of the tables.
    files = {profile.get("codes", {}).get("iso3", path.stem): path for path, profile in profiles.items()}
    left: list[Difference] = []
    for iso3, proposal in proposals(tables).items():
        if iso3 in files:
            left += _compare(files[iso3], profiles[files[iso3]], proposal, options)
        else:
            _make(options.profiles / f"{ref_of(proposal['names']['short'])}.yaml", proposal, options.write)
    _show(one for one in left if options.all or one.kind is not Kind.BY_HAND)
    kept = sum(one.kind is Kind.BY_HAND for one in left)
    open_ones = len(left) - kept
    print(
        f"{open_ones} differences, {kept} facts by hand kept, {len(uncertain(tables))} changes too uncertain to take."
    )
    return 1 if open_ones else 0


def _make(path: Path, proposal: Plain, write: bool) -> None:
    if write:
        write_plain(path, proposal)
    print(f"{path.name}: {'made' if write else 'missing; --write makes it'}")


def _compare(path: Path, profile: Plain, proposal: Plain, options: argparse.Namespace) -> list[Difference]:
    """Compare one profile, write what was asked for, and give what is left."""
    found = differences(path.stem, profile, proposal)
    replaced = [one for one in found if one.kind is not Kind.MISSING and _named(one, options.overwrite)]
    added = [one for one in found if options.write and one.kind is Kind.MISSING]
    if replaced or added:
        write_plain(path, changed(profile, proposal, [*added, *replaced]))
        for one in replaced:
            print(f"{path.name}: {one.field}: {_told(one.in_file)} replaced by {_told(one.in_table)} ({one.kind})")
        if added:
            print(f"{path.name}: {len(added)} facts added: {', '.join(one.field for one in added)}")
    done = {id(one) for one in (*replaced, *added)}
    return [one for one in found if id(one) not in done]


def _named(one: Difference, fields: Iterable[str]) -> bool:
    """Whether --overwrite names this fact; one by hand only by its full name, with the country."""
    full = f"{one.country}:{one.field}"
    if one.kind is Kind.BY_HAND:
        return full in fields
    return any(fnmatchcase(full, field) or fnmatchcase(one.field, field) for field in fields)


def _show(found: Iterable[Difference]) -> None:
    rows = [(one.country, one.field, _told(one.in_file), _told(one.in_table), str(one.kind)) for one in found]
    if not rows:
        return
    table = [("country", "field", "in the file", "in the table", "what it is"), *rows]
    widths = [min(48, max(len(row[column]) for row in table)) for column in range(5)]
    for row in table:
        print("  ".join(value.ljust(width) for value, width in zip(row, widths, strict=True)).rstrip())


def _told(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, dict):
        return ", ".join(f"{key} {below}" for key, below in value.items() if key != "instrument")
    return "; ".join(value) if isinstance(value, list) else str(value)


if __name__ == "__main__":
    raise SystemExit(main())
