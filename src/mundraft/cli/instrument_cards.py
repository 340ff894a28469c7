"""An instrument, or one article of it, as a person reads it in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mundraft.cli.cards import columns, facts, paragraph, section
from mundraft.cli.standing_lines import in_full, source_in_full
from mundraft.library.age import dated
from mundraft.text.dates import date_in_words

if TYPE_CHECKING:
    from mundraft.library.country import Country
    from mundraft.library.instrument import Article, Instrument
    from mundraft.library.standings import Standing


def instrument_card(instrument: Instrument) -> Iterator[str]:
    """What an instrument is, where it can be read, and what its articles do."""
    yield from paragraph(instrument.title)
    if instrument.short != instrument.title:
        yield instrument.short
    yield ""
    yield from facts(
        (
            ("Kind", f"{instrument.kind}, {instrument.binding_in_words}"),
            ("Adopted", _adopted(instrument)),
            ("In force", _in_force(instrument)),
            ("Open to", instrument.open_to_whom),
            ("Symbol", instrument.symbol),
            ("Treaty series", instrument.citation),
            ("Depositary", instrument.depositary),
            ("Topics", ", ".join(instrument.topics)),
            ("Bodies", ", ".join(instrument.bodies)),
            ("Participants", how_complete(instrument)),
            ("Note", instrument.note),
            ("Link", instrument.url),
        )
    )
    yield from section("Provisions, in our own words", _articles(instrument.articles))


def article_card(instrument: Instrument, article: Article) -> Iterator[str]:
    """One article: what it does, and where its exact words can be read."""
    yield from paragraph(f"{article.cited[:1].upper()}{article.cited[1:]} of {instrument.in_sentence}")
    yield ""
    yield from paragraph(f"It {article.does}.", 2, 2)
    yield ""
    yield from paragraph(f"These are our own words and not the text's. The text: {instrument.url}", 2, 2)


def country_lines(country: Country, standing: Standing) -> Iterator[str]:
    """How a country stands to the instrument, with the source and its age."""
    found = standing.participation
    yield ""
    yield from paragraph(f"{country.seat_name().at_start}: {in_full(found)}")
    if found.source:
        yield from paragraph(f"Source: {source_in_full(found)}", 2, 2)
    elif standing.group == "unknown":
        yield from paragraph(f"Look it up before you write about it: {standing.instrument.status_page}", 2, 2)
    if found.note:
        yield from paragraph(found.note, 2, 2)


def listed(standings: Sequence[Standing]) -> Iterator[str]:
    """Instruments with the day since when each binds."""
    for instrument, found in standings:
        yield from columns((instrument.id, date_in_words(found.since), instrument.title), (20, 19, 41), 0)


def _adopted(instrument: Instrument) -> str:
    day = date_in_words(instrument.adopted) or "on a day not known here"
    where = f", {instrument.adopted_at}" if instrument.adopted_at else ""
    consensus = ", without a vote" if instrument.adopted_by_consensus else ""
    by = f", by {instrument.adopted_by}" if instrument.adopted_by else ""
    return f"{day}{where}{by}{consensus}"


def _in_force(instrument: Instrument) -> str:
    if not instrument.takes_parties:
        return "it has no parties"
    return f"since {date_in_words(instrument.in_force)}" if instrument.in_force else "not in force"


def how_complete(instrument: Instrument) -> str:
    """Whether every party is known here, and as of which day; "" for what has no parties."""
    if not instrument.takes_parties:
        return ""
    if not instrument.complete_as_of:
        return "the list here is not complete: a country that is not on it may be a party"
    return f"the list here is complete {dated(instrument.complete_as_of)}"


def _articles(articles: Sequence[Article]) -> Iterator[str]:
    column = max((len(article.locator) for article in articles), default=0) + 4
    for article in articles:
        lines = paragraph(article.does, column, column)
        yield f"  {article.locator}".ljust(column) + lines[0][column:]
        yield from lines[1:]
