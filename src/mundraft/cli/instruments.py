"""`mundraft instrument`: the treaties, declarations and resolutions, what they hold, and who is bound by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mundraft.cli.corrected import corrections
from mundraft.cli.instrument_cards import article_card, country_lines, instrument_card, listed
from mundraft.cli.library_output import (
    as_json_option,
    facts_of,
    library_of,
    print_list,
    say_lines,
    the_country,
    the_instrument,
    to_json,
    topic_id,
)
from mundraft.cli.running import DONE, say_data
from mundraft.cli.standing_lines import as_data
from mundraft.library.folders import Shelf
from mundraft.library.participation import State
from mundraft.library.standings import Standing
from mundraft.problems import Problem, UnknownName

if TYPE_CHECKING:
    from mundraft.library.instrument import Article, Instrument


@click.group("instrument")
def instrument_command() -> None:
    """The treaties, declarations and resolutions in the library."""


@instrument_command.command("list")
@click.option("--topic", help="Only those on a topic, such as child-rights.")
@click.option("--party", metavar="COUNTRY", help="Only those that bind this country, with the day since when.")
@as_json_option
@click.pass_context
def list_instruments(context: click.Context, topic: str | None, party: str | None, as_json: bool) -> int:
    """List the instruments."""
    library = library_of(context)
    if party:
        found = library.standing(the_country(library, party), topic_id(library, topic))
        bound = [one for one in found if one.participation.state is State.PARTY]
        if as_json:
            say_data(to_json([as_data(one) for one in bound]))
        else:
            say_lines(listed(bound))
        return DONE
    return print_list(library, Shelf.INSTRUMENTS, as_json, topic)


@instrument_command.command("show")
@click.argument("name")
@click.argument("number", required=False)
@click.option("--article", help="Show one article (the same as its number after NAME).")
@click.option("--country", help="Say also how this country stands to it.")
@as_json_option
@click.pass_context
def show_instrument(
    context: click.Context, name: str, number: str | None, article: str | None, country: str | None, as_json: bool
) -> int:
    """Show an instrument by its title, short title or any way that people write it; with NUMBER one article of it."""
    library = library_of(context)
    instrument = the_instrument(library, name)
    seat = the_country(library, country) if country else None
    wanted = article or number
    one = _provision(instrument, wanted) if wanted else None
    listed_as = library.entries(Shelf.INSTRUMENTS)[instrument.id]
    standing = Standing(listed_as, seat.participation(instrument)) if seat else None
    if as_json:
        from mundraft.models.fields import plain

        data = {"id": instrument.id, **(plain(one) if one else facts_of(instrument))}
        if seat and standing:
            data["participation"] = {"country": seat.id, **as_data(standing)}
        say_data(to_json(data))
        return DONE
    say_lines(article_card(instrument, one) if one else instrument_card(instrument))
    if seat and standing:
        say_lines(country_lines(seat, standing))
    say_lines(corrections(instrument))
    return DONE


@instrument_command.command("parties")
@click.argument("name")
@click.option(
    "--all", "every", is_flag=True, help="Name also those that cannot join, or of whose vote nothing is known."
)
@as_json_option
@click.pass_context
def show_parties(context: click.Context, name: str, every: bool, as_json: bool) -> int:
    """Show who is bound by an instrument, who only signed it and who never joined; of other texts, who voted how."""
    from mundraft.cli.participants import participant_lines, participants_as_data

    library = library_of(context)
    instrument = the_instrument(library, name)
    found = library.participants(instrument.id)
    if as_json:
        say_data(to_json(participants_as_data(found)))
    else:
        say_lines(participant_lines(instrument, found, every))
    return DONE


@instrument_command.command("find")
@click.argument("words", nargs=-1, required=True)
@click.option("--in", "instrument", default="", metavar="INSTRUMENT", help="Look in one instrument alone.")
@as_json_option
@click.pass_context
def find_provisions(context: click.Context, words: tuple[str, ...], instrument: str, as_json: bool) -> int:
    """Find the article that does what WORDS say, such as: abduction sale traffic."""
    from mundraft.cli.quoting import find

    return find(library_of(context), " ".join(words), instrument, as_json)


@instrument_command.command("quote")
@click.argument("words", nargs=-1)
@click.option("--claimed", default="", metavar="ARTICLE", help='Whose words they should be, such as "crc 35".')
@as_json_option
@click.pass_context
def judge_quotation(context: click.Context, words: tuple[str, ...], claimed: str, as_json: bool) -> int:
    """Say whose words a quotation holds; with - it is read from standard input.

    Exit code 0 where the words stand in a treaty (and where they were claimed to), 1 where they do not."""
    from mundraft.cli.quoting import quote

    return quote(library_of(context), words, claimed, as_json)


@instrument_command.command("check")
@click.argument("names", nargs=-1)
@click.pass_context
def check_instruments_command(context: click.Context, names: tuple[str, ...]) -> int:
    """Check instruments (all of them without NAMES) against one another.

    Exit code 1 where an error stands, 2 where a file cannot be read.
    """
    from mundraft.cli.shelf_checks import check_instruments

    return check_instruments(library_of(context), names)


def _provision(instrument: Instrument, number: str) -> Article:
    found = instrument.provision(number)
    if found:
        return found
    known = ", ".join(one.locator for one in instrument.articles)
    raise UnknownName(
        Problem(
            "article-unknown",
            f"The library says nothing of {number!r} in {instrument.in_sentence}: it may exist all the same.",
            f"It has {known}." if known else f"Read the text: {instrument.url}",
        )
    )
