"""Dates of sources, written YYYY, YYYY-MM or YYYY-MM-DD, as a reader says them."""

from __future__ import annotations

import re

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_DATE = re.compile(r"^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\s*$")


def date_in_words(date: str) -> str:
    """A date in words: "3 March 2025". What is not a date in one of the three forms is returned as it was typed."""
    found = _DATE.match(date)
    if not found:
        return " ".join(date.split())
    year, month, day = found[1], int(found[2] or 0), int(found[3] or 0)
    if not found[2]:
        return year
    if not 1 <= month <= 12 or (found[3] and not 1 <= day <= 31):
        return date.strip()
    return f"{day} {_MONTHS[month - 1]} {year}" if found[3] else f"{_MONTHS[month - 1]} {year}"


def year_of(date: str) -> str:
    """The year of a date. What is not a date in one of the three forms is returned as it was typed ("n.d.")."""
    found = _DATE.match(date)
    return found[1] if found else " ".join(date.split())
