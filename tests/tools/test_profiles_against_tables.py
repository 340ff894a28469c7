"""Every fact of the profiles that ship, held against the tables that they were rebuilt from.

The tables are no part of the project: `MUNDRAFT_TABLES` names their folder where somebody has them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from profiles.comparing import Difference, Kind, differences
from profiles.proposing import proposals
from profiles.tables import Tables, read_tables
from profiles.writing import read_plain
from rebuild_profiles import PROFILES

FOLDER = os.environ.get("MUNDRAFT_TABLES", "")

pytestmark = pytest.mark.skipif(not FOLDER, reason="MUNDRAFT_TABLES names no folder of tables")


@pytest.fixture(scope="module")
def tables() -> Tables:
    return read_tables(Path(FOLDER))


@pytest.fixture(scope="module")
def found(tables: Tables) -> list[Difference]:
    proposed = proposals(tables)
    result: list[Difference] = []
    for path in sorted(PROFILES.glob("*.yaml")):
        profile = read_plain(path)
        result += differences(path.stem, profile, proposed[profile["codes"]["iso3"]])
    return result


def test_every_country_of_the_tables_has_a_profile_and_no_other_is_there(tables):
    shipped = {read_plain(path)["codes"]["iso3"] for path in PROFILES.glob("*.yaml")}
    assert shipped == set(tables.countries)


def test_every_fact_is_what_the_tables_say_unless_it_was_made_by_hand(found):
    assert [one for one in found if one.kind is not Kind.BY_HAND] == []


def test_every_mark_of_a_fact_by_hand_is_needed(tables, found):
    """What is marked differs from the table, or the table has nothing there."""
    differing = {(one.country, one.field) for one in found}
    proposed = proposals(tables)
    for path in sorted(PROFILES.glob("*.yaml")):
        profile = read_plain(path)
        for field in profile.get("by_hand", ()):
            group, name = field.split(".")
            told = proposed[profile["codes"]["iso3"]][group].get(name)
            assert told is None or (path.stem, field) in differing, (path.stem, field)


def test_every_position_on_a_text_is_in_the_table_of_votes(tables):
    if tables.votes is None:
        pytest.skip("the folder of MUNDRAFT_TABLES holds no votes.csv")
    cast = {(row["iso3"], row["instrument"].lower()): (row["position"], row["on"]) for row in tables.votes}
    for path in sorted(PROFILES.glob("*.yaml")):
        profile = read_plain(path)
        iso3 = profile["codes"]["iso3"]
        for entry in profile.get("adoptions", ()):
            if entry["source"].startswith("unga-"):
                assert cast[iso3, entry["instrument"]] == (entry["position"], entry.get("on", "")), path.stem
