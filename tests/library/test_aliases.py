"""What people type and write finds the right country, instrument or body first; what could mean several asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from mundraft.library.search_path import Library, Match

TABLES = Path(__file__).parent / "aliases"


@pytest.mark.parametrize(("table", "size"), [("tuning", 100), ("unseen", 100), ("bodies", 40)])
def test_at_least_98_in_100_typed_names_resolve(shipped: Library, table: str, size: int) -> None:
    rows = _read(table)
    misses = _misses(shipped, rows)
    assert len(rows) == size
    assert len(misses) <= 0.02 * size, f"{len(misses)} of {size} in {table}:\n" + "\n".join(misses)


def test_every_form_in_which_real_papers_name_something_finds_its_entry(shipped: Library) -> None:
    seeds = _read("seed_forms")
    misses = _misses(shipped, [{**row, "typed": row["form"]} for row in seeds["forms"]])
    assert not misses, "\n".join(misses)


def test_an_address_in_which_a_real_paper_names_something_finds_its_entry(shipped: Library) -> None:
    misses = _misses(shipped, [{**row, "typed": row["form"]} for row in _read("seed_forms")["addresses"]])
    assert not misses, "\n".join(misses)


def test_an_organization_outside_the_list_is_not_taken_for_one_in_it(shipped: Library) -> None:
    taken = {row["form"]: match.ref for row in _read("seed_forms")["not_here"] for match in _sure(shipped, row["form"])}
    assert taken == {}


def _read(table: str) -> Any:
    return yaml.safe_load((TABLES / f"{table}.yaml").read_text(encoding="utf-8"))


def _find(library: Library, kind: str, typed: str) -> tuple[Match, ...]:
    finders: dict[str, Callable[[str], tuple[Match, ...]]] = {
        "country": library.find_countries,
        "instrument": library.find_instruments,
        "body": library.find_bodies,
    }
    return finders[kind](typed)


def _sure(library: Library, typed: str) -> list[Match]:
    return [match for match in _find(library, "body", typed) if match.sure]


def _misses(library: Library, rows: list[dict[str, Any]]) -> list[str]:
    return [miss for row in rows if (miss := _miss(library, row))]


def _miss(library: Library, row: dict[str, Any]) -> str:
    """What went wrong with one row, "" where nothing did."""
    matches = _find(library, row["kind"], row["typed"])
    found = [_code(library, row["kind"], match) for match in matches]
    if "means" in row:
        return "" if found[:1] == [row["means"]] else _told(row, f"{row['means']} first", found)
    if matches and matches[0].sure:
        return _told(row, "to ask", [f"{found[0]}, taken without asking"])
    return "" if set(row["asks"]) <= set(found) else _told(row, f"all of {row['asks']}", found)


def _code(library: Library, kind: str, match: Match) -> str:
    """A match as the tables name it: a country by its alpha-3 code, anything else by its id."""
    return library.country(match.ref).codes.iso3 if kind == "country" else match.ref


def _told(row: dict[str, Any], wanted: str, found: list[str]) -> str:
    return f"  {row['typed']!r} ({row['kind']}): wanted {wanted}, found {', '.join(found[:5]) or 'nothing'}"
