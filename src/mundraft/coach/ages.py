"""How old the facts are on which a paper's law rests: told once for the whole paper, since most are old."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from mundraft.library.age import age_in_words, years_old
from mundraft.library.looked_up import LookedUp
from mundraft.paper.address import join
from mundraft.paper.model import Paper
from mundraft.problems import Problem, Severity
from mundraft.text.dates import date_in_words

if TYPE_CHECKING:
    from mundraft.library.search_path import Library

#: As many instruments are named as a person reads.
_NAMED = 3


def old_statuses(paper: Paper, library: Library, today: date | None = None) -> Iterator[Problem]:
    """One piece of advice that names the instruments whose status in the library is the oldest."""
    looked_up = LookedUp(library)
    country = looked_up.country(paper.seat.ref)
    old: dict[str, tuple[str, str, str]] = {}
    for topic in paper.topics:
        for use in topic.instruments:
            instrument = looked_up.instrument(use.ref)
            if country is None or instrument is None or not instrument.takes_parties:
                continue
            found = country.participation(instrument)
            if years_old(found.as_of, today):
                address = join("topics", topic.id, "instruments", use.id, "ref")
                old.setdefault(use.ref, (found.as_of, instrument.short_in_sentence, address))
    if old:
        yield _told(sorted(old.values()), today)


def _told(old: list[tuple[str, str, str]], today: date | None) -> Problem:
    named = [f"{short} (as of {date_in_words(as_of)})" for as_of, short, _ in old[:_NAMED]]
    named += [f"{len(old) - _NAMED} more"] if len(old) > _NAMED else []
    listed = " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
    age = age_in_words(old[0][0], today)
    return Problem(
        "status-old",
        f"What the library knows of your country’s part in {listed} is up to {age}.",
        "Countries join and leave treaties: look at the instrument’s page once before the conference.",
        address=old[0][2],
        severity=Severity.ADVICE,
    )
