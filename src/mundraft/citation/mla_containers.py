"""Containers in MLA's 9th edition: what holds a work, who else made it, its version, number, publisher, date and place.

The numbers in brackets are sections of the handbook (5.31-5.99).
"""

from __future__ import annotations

from mundraft.citation import dates
from mundraft.citation.locators import shortened_range
from mundraft.citation.names import Person, series
from mundraft.citation.pieces import NOTHING, between, capitalised, joined, own
from mundraft.citation.works import Fields, is_numeric, ordinal
from mundraft.document.tree import Inlines

_YEAR_ALONE = frozenset({"book", "chapter", "motion_picture", "paper-conference", "thesis"})


def creators(work: Fields) -> tuple[Person, ...]:
    """Who stands first: authors, or whoever edited or translated in their place (5.9-5.11)."""
    return work.authors or work.editors or work.translators


def container(work: Fields) -> Inlines:
    """Everything of the container, in the handbook's order."""
    return joined((*before_date(work), _date(work), *after_date(work)), ", ")


def before_date(work: Fields) -> tuple[Inlines, ...]:
    """Title, contributors, version, number and publisher."""
    place = between("[", work.say(work.source.publisher_place), "]") if work.is_serial else NOTHING
    title = joined((work.italic_headline(work.container), place), " ")
    others = _contributors(work)
    return (title, others, _edition(work), _volume(work, others), numbered(work), _publisher(work))


def after_date(work: Fields) -> tuple[Inlines, ...]:
    """Where: the event, the pages and the address."""
    return (_event(work), _pages(work), work.link())


def _contributors(work: Fields) -> Inlines:
    """Who else made the work, but for whoever stands first (5.38-5.47)."""
    first = creators(work)
    said = joined(
        (
            between(f"{verb} by ", work.say(shortened(people)))
            for verb, people in (
                ("edited", work.editors),
                ("translated", work.translators),
                ("directed", work.directors),
            )
            if people is not first
        ),
        ", ",
    )
    return said if work.container else capitalised(said)


def shortened(people: tuple[Person, ...]) -> str:
    """Names of contributors: two in full, the first alone of more (5.44)."""
    names = [person.natural(person.given) for person in people]
    return f"{names[0]} et al." if len(names) >= 3 else series(names, "and")


def _edition(work: Fields) -> Inlines:
    edition = work.source.edition.strip()
    return work.say(f"{ordinal(edition)} ed.") if is_numeric(edition) else capitalised(work.say(edition))


def _volume(work: Fields, others: Inlines) -> Inlines:
    volume = work.say(work.source.volume)
    if volume and is_numeric(work.source.volume):
        volume = (*own("vol. "), *volume)
    before = others or work.editors or work.source.edition or work.container
    begins = not (work.is_serial or before)
    series_title = work.say(work.source.collection_title) if work.is_serial else NOTHING
    issue = work.say(work.issue)
    return joined((series_title, capitalised(volume) if begins else volume, between("no. ", issue)), ", ")


def numbered(work: Fields) -> Inlines:
    """The symbol or number, and what it is a number of (5.51)."""
    number = work.say(work.number)
    if work.type == "broadcast" and is_numeric(work.number):
        number = number if work.source.genre.strip() else (*own("episode "), *number)
    elif is_numeric(work.number) and work.type != "standard":
        number = (*own("no. "), *number)
    return joined((work.say(work.source.genre), number), " ") if number else NOTHING


def _publisher(work: Fields) -> Inlines:
    if work.type == "thesis" or work.is_serial:
        return NOTHING
    return work.say(work.source.publisher) or work.say(work.source.publisher_place)


def _date(work: Fields) -> Inlines:
    issued = work.source.issued
    if work.type in _YEAR_ALONE:
        return work.say(dates.year(issued))
    if work.type == "article-journal":
        return work.say(dates.short_month_year(issued))
    return NOTHING if work.type == "speech" else work.say(dates.day_short_month_year(issued))


def _event(work: Fields) -> Inlines:
    if work.type in ("paper-conference",) and (work.editors or work.pages or work.source.volume or work.issue):
        return NOTHING
    if work.is_serial and work.type != "paper-conference" and work.type != "interview":
        return NOTHING
    source = work.source
    date = source.event_date or (source.issued if work.type == "speech" else "")
    if not date and not source.event_title.strip():
        return NOTHING
    said = (
        capitalised(work.say(source.event_title)),
        work.say(dates.day_short_month_year(date)),
        work.say(source.event_place),
    )
    return joined(said, ", ")


def _pages(work: Fields) -> Inlines:
    if not work.pages:
        return NOTHING
    several = any(mark in work.pages for mark in "–,&")
    return (*own("pp. " if several else "p. "), *work.say(shortened_range(work.pages, 2)))
