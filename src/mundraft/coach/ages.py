"""How old the facts are on which a paper's law rests: told once for the whole paper, since most are old."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from mundraft.library.age import age_in_words, years_old
from mundraft.library.looked_up import LookedUp
from mundraft.paper.address import Address, join
from mundraft.paper.model import Paper
from mundraft.problems import Problem, Severity
from mundraft.text.dates import date_in_words

if TYPE_CHECKING:
    from mundraft.library.search_path import Library

#: As many instruments are named as a person reads.
_NAMED = 3


class _Old(NamedTuple):
    """An instrument, and the day on which the library last knew how the seat stands to it."""

    as_of: str
    short: str
    page: str
    address: Address


def old_statuses(paper: Paper, library: Library, today: date | None = None) -> Iterator[Problem]:
    """One piece of advice that names the instruments whose status in the library is the oldest, with their pages."""
    looked_up = LookedUp(library)
    country = looked_up.country(paper.seat.ref)
    old: dict[str, _Old] = {}
    for topic in paper.topics:
        for use in topic.instruments:
            instrument = looked_up.instrument(use.ref)
            if country is None or instrument is None or not instrument.takes_parties:
                continue
            as_of = country.participation(instrument).as_of
            # A list of everyone who takes part, of a later day, would tell what changed since.
            as_of = as_of and max(as_of, instrument.complete_as_of)
            if years_old(as_of, today):
                address = join("topics", topic.id, "instruments", use.id, "ref")
                old.setdefault(use.ref, _Old(as_of, instrument.short_in_sentence, instrument.status_page, address))
    if old:
        yield _told(sorted(old.values()), today)


def _age(old: list[_Old], today: date | None) -> str:
    """The age of the oldest: its whole years, which are fewer than have gone by."""
    at_least = f"at least {age_in_words(old[0].as_of, today)}"
    return at_least if len(old) == 1 else f"in part {at_least}"


def _told(old: list[_Old], today: date | None) -> Problem:
    named = [f"{one.short} (as of {date_in_words(one.as_of)})" for one in old[:_NAMED]]
    named += [f"{len(old) - _NAMED} more"] if len(old) > _NAMED else []
    listed = " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
    pages = " and ".join(dict.fromkeys(one.page for one in old[:_NAMED] if one.page))
    look = f"look once before the conference: {pages}" if pages else "look it up once before the conference."
    return Problem(
        "status-old",
        f"What the library knows of your country’s part in {listed} is {_age(old, today)}.",
        f"Countries join and leave treaties; {look}",
        address=old[0].address,
        severity=Severity.ADVICE,
    )
