"""Whether what a paper calls the number of an article can be one.

The catalogue lists only the articles that delegates cite, so a number that it lacks is no fault by itself. Of the
treaties whose words ship as fingerprints, every article is known; of others only which number would be absurd.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mundraft.paper.address import Address
from mundraft.problems import MundraftError, Problem, Severity

if TYPE_CHECKING:
    from mundraft.library.instrument import Instrument

_NUMBER = re.compile(
    r"(?:art(?:icle|s?\.)?\s*)?(?:(\d{1,6})(?:\s*(?:bis|ter|[a-z]))?|([ivxlcdm]+))(?:\s*\(\w+\))*", re.IGNORECASE
)
#: Older treaties count their articles in Roman numerals.
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
#: How far beyond the last article that the catalogue lists a treaty may still go on: no treaty in it does by so much.
_TIMES, _MORE = 3, 20


def article_problem(number: str, instrument: Instrument, address: Address = "") -> Problem | None:
    """What to tell of what stands as an article's number; None where it can be one, or the articles are not known."""
    typed = number.strip()
    if not (typed and instrument.articles) or instrument.provision(typed):
        return None
    figure = _figure(typed)
    if figure is not None:
        return _beyond(figure, instrument, address)
    if any(letter.isdigit() for letter in typed):
        return None
    return Problem(
        "article-not-there",
        f"“{typed}” is not the number of an article.",
        "Choose the article from the list, or type its number in figures, such as 35.",
        address=address,
        severity=Severity.WARNING,
    )


def _beyond(number: int, instrument: Instrument, address: Address) -> Problem | None:
    last = _last_article(instrument.id)
    known = [figure for one in instrument.articles if one.label == "article" and (figure := _figure(one.number))]
    short = instrument.short_in_sentence
    short = short[:1].upper() + short[1:]
    next_step = "Look the number up in the text, or choose the article from the list."
    if last and not 1 <= number <= last:
        what = f"{short} has no article {number}: it ends with article {last}."
        return Problem("article-not-there", what, next_step, address=address, severity=Severity.WARNING)
    if not last and known and not 1 <= number <= _TIMES * max(known) + _MORE:
        what = f"{short} hardly has an article {number}: the last that the library knows is article {max(known)}."
        return Problem("article-not-there", what, next_step, address=address, severity=Severity.ADVICE)
    return None


def _figure(typed: str) -> int | None:
    """The number in "35", "art. 35(1)(a)", "8 bis" or "VI"; None where no single one is meant."""
    found = _NUMBER.fullmatch(typed)
    return None if found is None else int(found[1]) if found[1] else _from_roman(found[2])


def _last_article(ref: str) -> int:
    """The number of a treaty's last article, 0 where its articles are not all known here."""
    from mundraft.library.quotations.fingerprints import shipped

    try:
        numbers = shipped().articles(ref)
    except MundraftError:
        return 0
    return max((int(one) for one in numbers if one.isdigit()), default=0)


def _from_roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral.lower()]
    following = [*values[1:], 0]
    return sum(-value if value < behind else value for value, behind in zip(values, following, strict=True))
