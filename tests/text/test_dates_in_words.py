"""Dates are read as precise as they are, and what is no date is left as it was typed."""

from __future__ import annotations

import pytest

from mundraft.text.dates import date_in_words, date_meant, is_date, year_of


@pytest.mark.parametrize(
    ("typed", "words", "year"),
    [
        ("2025", "2025", "2025"),
        ("2025-03", "March 2025", "2025"),
        ("2025-03-03", "3 March 2025", "2025"),
        ("2025-14", "2025-14", "2025"),
        ("n.d.", "n.d.", "n.d."),
        ("", "", ""),
        ("2025-02-30", "2025-02-30", "2025"),
    ],
)
def test_dates_are_said_in_words_and_what_is_no_date_stays(typed: str, words: str, year: str) -> None:
    assert date_in_words(typed) == words
    assert year_of(typed) == year


@pytest.mark.parametrize("typed", ["2025", "2025-02", "2024-02-29", " 2025-03-14 "])
def test_a_date_is_one_as_far_as_it_is_known(typed: str) -> None:
    assert is_date(typed)


@pytest.mark.parametrize("typed", ["", "25", "2025-2", "2025-13", "2025-02-30", "14 March 2025", "0000"])
def test_what_names_no_day_is_no_date(typed: str) -> None:
    assert not is_date(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("21 September 1971", "1971-09-21"),
        ("September 21, 1971", "1971-09-21"),
        ("21/11/2026", "2026-11-21"),
        ("11/21/2026", "2026-11-21"),
        ("21.9.1971", "1971-09-21"),
        ("3/4/2025", ""),
        ("31 February 2020", ""),
        ("Sept 3", ""),
        ("1971-21-09", ""),
        ("", ""),
    ],
)
def test_a_date_is_understood_as_one_says_it_unless_it_could_be_two(typed: str, meant: str) -> None:
    assert date_meant(typed) == meant
