"""Dates as the styles word them, as precise as they are known."""

from __future__ import annotations

from functools import lru_cache

from mundraft.citation.pieces import one_line
from mundraft.text.dates import date_in_words
from mundraft.text.dates import date_parts as parts_of

_LONG = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
#: As American styles shorten them (MLA Handbook, appendix 1).
_SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_NO_DATE = frozenset({"n.d.", "n.d", "nd", "no date", "undated", "s.d.", "unknown"})

#: Each entry asks for the parts of its date several times: to sort, for the year, for month and day.
date_parts = lru_cache(maxsize=256)(parts_of)


def given(text: str) -> str:
    """The date as typed, "" where it says that there is none ("n.d.")."""
    typed = one_line(text)
    return "" if typed.casefold() in _NO_DATE else typed


def year(text: str) -> str:
    """The year, or what was typed where it is no date ("circa 1990")."""
    parts = date_parts(text)
    return str(parts[0]) if parts else given(text)


def day_month_year(text: str) -> str:
    """That is: "3 March 2025"."""
    return date_in_words(text) if date_parts(text) else given(text)


def day_short_month_year(text: str) -> str:
    """That is: "3 Mar. 2025"."""
    return " ".join([*reversed(_month_and_day(text, _SHORT)), year(text)]) if given(text) else ""


def short_month_year(text: str) -> str:
    """That is: "Mar. 2025"."""
    return " ".join([*_month_and_day(text, _SHORT)[:1], year(text)]) if given(text) else ""


def month_year(text: str) -> str:
    """That is: "March 2025"."""
    return " ".join([*_month_and_day(text, _LONG)[:1], year(text)]) if given(text) else ""


def month_day_year(text: str) -> str:
    """That is: "March 3, 2025"."""
    month = month_day(text)
    if not month:
        return year(text)
    return f"{month}, {year(text)}" if len(date_parts(text)) > 2 else f"{month} {year(text)}"


def month_day(text: str) -> str:
    """That is: "March 3", "March" or ""."""
    return " ".join(_month_and_day(text, _LONG))


def in_order(text: str) -> tuple[int, ...]:
    """What dates are sorted by: earlier first, and none before any."""
    return date_parts(text)


def _month_and_day(text: str, months: tuple[str, ...]) -> list[str]:
    parts = date_parts(text)
    return [months[parts[1] - 1], *(str(day) for day in parts[2:])] if len(parts) > 1 else []
