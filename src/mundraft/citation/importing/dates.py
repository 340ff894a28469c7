"""Dates in all the forms that files of references hold, to the form of a paper: YYYY, YYYY-MM or YYYY-MM-DD."""

from __future__ import annotations

import re
from typing import NamedTuple

from mundraft.text.dates import date_parts

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_WORD = re.compile(
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_NONE = frozenset({"", "n.d.", "n.d", "nd", "no date", "s.f.", "s.d.", "s. d.", "undated"})
#: Year first: ISO 8601 with its time, and the slashes of RIS with what may stand after them ("2020/03//Spring").
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/.](\d{1,2})?(?:[-/.](\d{1,2})?)?)?(?=\D|$)(.*)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)()")
_CHINESE = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?(.*)")
_TIME = re.compile(r"[T /]\d{1,2}[:.]\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?")
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_TOKEN = re.compile(r"\d+(?=(?:st|nd|rd|th|\.)?(?:\W|$))|[^\W\d_]+")
_FILLING = frozenset({"of", "de", "the", "st", "nd", "rd", "th"})
_LONGEST = 100


class DateRead(NamedTuple):
    """A date, "" where there is none; `exact` is false where the words say more or something else."""

    date: str
    exact: bool = True


def read_date(text: str) -> DateRead:
    """The date that a text names, as precise as it surely is. A stretch of time is its first day."""
    text = " ".join(text[:_LONGEST].split()).strip("[]()?, ")
    if text.casefold() in _NONE:
        return DateRead("")
    for form in (_CHINESE, _COMPACT, _YEAR_FIRST):
        found = form.fullmatch(text)
        if found and (found[2] or not _has_month(found[4])):
            return _of_parts(found)
    return _of_words(text.casefold())


def _has_month(text: str) -> bool:
    return _MONTH_WORD.search(text.casefold()) is not None


def _of_parts(found: re.Match[str]) -> DateRead:
    year, month, day, rest = found.groups()
    date = _composed(int(year), int(month or 0), int(day or 0))
    nothing_more = not rest.strip("/.- ") or _TIME.fullmatch(rest) is not None
    return DateRead(date, nothing_more and date.count("-") == bool(month) + bool(month and day))


def _of_words(text: str) -> DateRead:
    years = _YEAR.findall(text)
    if not years:
        return DateRead("", exact=False)
    month, numbers, alone = 0, [], len(years) == 1
    for token in _TOKEN.findall(text.replace(years[0], " ", 1)):
        if token.isdigit():
            numbers.append(int(token))
        elif _MONTH_WORD.fullmatch(token) and not month:
            month = _MONTHS.index(token[:3]) + 1
        elif token not in _FILLING:
            alone = False
    if not month:
        month, day = _by_numbers(numbers)
    else:
        day = numbers[0] if numbers else 0
    date = _composed(int(years[0]), month, day)
    said = bool(month) + bool(day) if month else len(numbers)
    return DateRead(date, alone and len(numbers) <= 2 and date.count("-") == said and not (month and len(numbers) > 2))


def _by_numbers(numbers: list[int]) -> tuple[int, int]:
    """Month and day of "14/03" or "03/14"; (0, 0) for "03/04", which is March or April by the writer's country."""
    if len(numbers) != 2:
        return 0, 0
    low, high = sorted(numbers)
    return (low, high) if high > 12 or low == high else (0, 0)


def _composed(year: int, month: int, day: int) -> str:
    """The most precise date that exists: a thirteenth month or a 31st of February is left out."""
    for parts in ((year, month, day), (year, month), (year,)):
        written = "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])
        if all(parts) and date_parts(written):
            return written
    return ""
