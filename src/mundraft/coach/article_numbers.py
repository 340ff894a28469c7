"""Whether what a paper calls the number of an article can be one.

The catalogue lists only the articles that delegates cite, so a number that it lacks is no fault; words are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mundraft.paper.address import Address
from mundraft.problems import Problem, Severity

if TYPE_CHECKING:
    from mundraft.library.instrument import Instrument

#: Older treaties count their articles in Roman numerals.
_ROMAN = re.compile(r"[ivxlcdm]+", re.IGNORECASE)


def article_problem(number: str, instrument: Instrument, address: Address = "") -> Problem | None:
    """What to tell of what stands as an article's number; None where it can be one, or the articles are not known."""
    typed = number.strip()
    if not (typed and instrument.articles) or instrument.provision(typed):
        return None
    if any(letter.isdigit() for letter in typed) or _ROMAN.fullmatch(typed):
        return None
    return Problem(
        "article-not-there",
        f"“{typed}” is not the number of an article.",
        "Choose the article from the list, or type its number in figures, such as 35.",
        address=address,
        severity=Severity.WARNING,
    )
