"""Resolutions and labour conventions are found by their numbers, however these are written, and texts by their year."""

from __future__ import annotations

import pytest

CONVENTION = "convention"
COUNCIL = "Security Council resolution 3001 (2031) on tests"
LABOUR = "Tests at Work Convention, 2031 (No. 230)"


@pytest.mark.parametrize(
    ("title", "short", "kind", "symbol", "typed"),
    [
        (COUNCIL, "r", "resolution", "S/RES/3001(2031)", "UNSCR 3001"),
        (
            "Security Council resolution 3001 (2031) on tests",
            "r",
            "resolution",
            "S/RES/3001(2031)",
            "S/RES/3001 (2031)",
        ),
        (
            "Security Council resolution 3001 (2031) on tests",
            "r",
            "resolution",
            "S/RES/3001(2031)",
            "SCR 3001 on tests",
        ),
        ("Text on tests", "r", "resolution", "A/RES/91/7", "UNGA Res. 91/7"),
        ("Text on tests", "r", "resolution", "A/RES/91/7", "GA resolution 91/7"),
        ("Text on tests", "r", "resolution", "A/RES/ES-14/1", "resolution ES-14/1"),
        ("Text on tests", "r", "declaration", "A/RES/4001(XXXI)", "resolution 4001 (XXXI)"),
        ("Text on tests", "r", "declaration", "A/RES/4001(XXXI)", "GA resolution 4001"),
        (LABOUR, "ILO Convention 230", CONVENTION, "", "C230"),
        (LABOUR, "ILO Convention 230", CONVENTION, "", "ILO Convention No. 230"),
        (LABOUR, "ILO Convention 230", CONVENTION, "", "ILO 230 on tests at work"),
        ("Charter of Tests", "CoT", "charter", "", "Charter of Tests (1990)"),
        ("Charter of Tests", "CoT", "charter", "", "1990 CoT"),
    ],
)
def test_a_class_s_own_text_is_found_by_its_number_without_a_list_of_aliases(
    write, over, title, short, kind, symbol, typed
):
    text = f"""\
title: {title}
short: {short}
kind: {kind}
binding: false
adopted: 1990-05-05
symbol: {symbol}
source: made-up
sources:
  made-up:
    title: Invented for a test
    as_of: 2020-01-01
"""
    write("ships", "instruments/tests.yaml", text)
    other = text.replace(title, "Another").replace(f"short: {short}", "short: X")
    other = other.replace(f"symbol: {symbol}", "symbol: X/1")
    write("ships", "instruments/other.yaml", other)
    best = over("ships").find_instruments(typed)[0]
    assert (best.ref, best.sure) == ("tests", True)


def test_a_treaty_is_not_taken_for_the_resolution_that_adopted_it(shipped):
    found = shipped.find_instruments("General Assembly resolution 54/263")
    assert not (found and found[0].sure)
