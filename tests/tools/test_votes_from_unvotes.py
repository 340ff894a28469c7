"""Votes become rows that say no more than the roll call does."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from votes_from_unvotes import ROLL_CALLS, RollCall, _cast, _rows

ADMITTED = {"AAA": "1945-10-24", "BBB": "1960-09-20", "CHN": "1945-10-24"}
OLD = RollCall("GA-1", 1, 15, "1960-12-14", (1, 0, 0))
NEW = RollCall("GA-2", 2, 73, "2018-12-19", (1, 0, 1))


def test_absent_is_told_only_of_members_of_that_day():
    rows = list(_rows(OLD, [("AAA", "for")], {**ADMITTED, "DDD": "1975-01-01"}))
    assert [(row[1], row[2]) for row in rows] == [("AAA", "for"), ("BBB", "absent")]


def test_only_the_year_of_old_sessions_is_told():
    assert {row[3] for row in _rows(OLD, [("AAA", "for")], ADMITTED)} == {"1960"}
    assert {row[3] for row in _rows(NEW, [("AAA", "for"), ("BBB", "abstained")], ADMITTED)} == {"2018-12-19"}


def test_a_seat_that_another_government_held_has_no_row():
    assert "CHN" not in {row[1] for row in _rows(OLD, [("AAA", "for")], ADMITTED)}
    assert "CHN" in {row[1] for row in _rows(NEW, [("AAA", "for"), ("BBB", "abstained")], ADMITTED)}


def test_a_count_that_is_not_the_known_one_stops():
    with pytest.raises(SystemExit, match="GA-1"):
        list(_rows(OLD, [("AAA", "against")], ADMITTED))


def test_a_state_that_is_no_more_counts_but_has_no_row():
    votes = [
        SimpleNamespace(country="Freedonia", country_code="AA", vote="yes"),
        SimpleNamespace(country="Czechoslovakia", country_code="CS", vote="abstain"),
        SimpleNamespace(country="Yugoslavia", country_code="YU", vote="no"),
    ]
    frame = SimpleNamespace(itertuples=lambda: votes)
    assert _cast(frame, {"AA": "AAA"}) == [("AAA", "for"), ("", "abstained"), ("SRB", "against")]


def test_each_text_is_there_once():
    assert len({one.instrument for one in ROLL_CALLS}) == len({one.number for one in ROLL_CALLS}) == len(ROLL_CALLS)
