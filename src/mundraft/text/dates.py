"""Dates written YYYY, YYYY-MM or YYYY-MM-DD, as precise as they are known: read, and said in words."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_STRICT = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
#: As people type them: "2025-3-4" is understood where a date is only to be said.
_TYPED = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def is_date_written(text: str) -> bool:
    """Whether a text has the form of a date, YYYY, YYYY-MM or YYYY-MM-DD, and nothing around it."""
    return _STRICT.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """True for YYYY, YYYY-MM and YYYY-MM-DD that name a day, month or year that exists."""
    return _STRICT.fullmatch(text.strip()) is not None and bool(date_parts(text))


def date_in_words(text: str) -> str:
    """A date in words: "3 March 2025". What is not a date is given back as it was typed, in one line."""
    parts = date_parts(text)
    if not parts:
        return " ".join(text.split())
    said = [str(parts[0]).zfill(4)]
    if len(parts) > 1:
        said.insert(0, _MONTHS[parts[1] - 1])
    if len(parts) > 2:
        said.insert(0, str(parts[2]))
    return " ".join(said)


def is_before(first: str, second: str) -> bool:
    """Whether `first` is surely earlier than `second`; dates of unlike precision are compared as far as both go."""
    shared = min(len(first), len(second))
    return bool(shared) and first[:shared] < second[:shared]


def year_of(text: str) -> str:
    """The year of a date. What is not a date is given back as it was typed ("n.d.")."""
    found = _TYPED.fullmatch(text.strip())
    return found[1] if found else " ".join(text.split())


def date_meant(text: str) -> str:
    """The date, YYYY-MM-DD, that was written as one says it: "21 September 1971", "September 21, 1971", "21/9/1971".

    "" where it is none, or where day and month could be either ("3/4/2025")."""
    names = [month.casefold() for month in _MONTHS]
    parts = re.findall(r"[^\W\d_]+|\d+", text.casefold())
    months = [str(names.index(part) + 1) for part in parts if part in names]
    numbers = [part for part in parts if part.isdecimal()]
    if len(parts) != 3 or len(numbers) + len(months) != 3 or len(numbers[-1]) != 4:
        return ""
    first, second = numbers[0], (months or numbers[1:2])[0]
    if not months and int(second) > 12:
        first, second = second, first
    meant = f"{numbers[-1]}-{int(second):02}-{int(first):02}"
    return meant if is_date(meant) and (months or int(first) > 12) else ""


def date_parts(text: str) -> tuple[int, ...]:
    """Year, month (1 to 12) and day as far as they are given; nothing where there is no such date."""
    found = _TYPED.fullmatch(text.strip())
    if not found:
        return ()
    parts = tuple(int(part) for part in found.groups() if part)
    try:
        date(*(*parts, 1, 1)[:3])
    except ValueError:
        return ()
    return parts
