"""How old a fact is: treaties are joined and left, so whatever a source said long ago is told with its age."""

from __future__ import annotations

from datetime import date

from mundraft.text import clock
from mundraft.text.dates import date_in_words


def years_old(as_of: str, today: date | None = None) -> int:
    """Whole years since a day written YYYY, YYYY-MM or YYYY-MM-DD, counted from the first day it can mean; 0 for "".

    `today` is the day on which this is asked, the clock's where it is left out."""
    parts = [int(part) for part in as_of.split("-") if part.isdigit()]
    if not parts:
        return 0
    now = today or clock.today()
    year, month, day = (*parts, 1, 1)[:3]
    return max(0, now.year - year - ((now.month, now.day) < (month, day)))


def age_in_words(as_of: str, today: date | None = None) -> str:
    """ "11 years old"; "" for what is younger than a year."""
    years = years_old(as_of, today)
    return f"{years} year{'s' if years > 1 else ''} old" if years else ""


def dated(as_of: str, today: date | None = None) -> str:
    """The day of a fact with its age: "as of March 2015: 11 years old"; "" for a fact without a day."""
    if not as_of:
        return ""
    age = age_in_words(as_of, today)
    return f"as of {date_in_words(as_of)}" + (f": {age}" if age else "")
