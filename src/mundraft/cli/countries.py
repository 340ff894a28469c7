"""`mundraft country`: which countries there are, what binds them, and how they compare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from mundraft.cli.cards import facts, sources_section
from mundraft.cli.corrected import corrections
from mundraft.cli.library_output import (
    as_json_option,
    facts_of,
    library_of,
    print_list,
    say_lines,
    the_country,
    to_json,
    topic_id,
)
from mundraft.cli.running import DONE, say, say_data
from mundraft.cli.standing_lines import NOT_KNOWN, as_data, binding_first, by_meaning, by_topic
from mundraft.library.folders import Shelf
from mundraft.library.topics import TOPICS
from mundraft.text.dates import date_in_words

if TYPE_CHECKING:
    from mundraft.library.country import Country

topic_option = click.option("--topic", help="Only the instruments on a topic, such as child-rights.")
all_option = click.option("--all", "every", is_flag=True, help="Show also what is not known.")


@click.group("country")
def country_command() -> None:
    """The countries in the library, and what binds them."""


@country_command.command("list")
@as_json_option
@click.pass_context
def list_countries(context: click.Context, as_json: bool) -> int:
    """List the countries, and where each profile was found."""
    return print_list(library_of(context), Shelf.COUNTRIES, as_json)


@country_command.command("show")
@click.argument("name")
@topic_option
@all_option
@as_json_option
@click.pass_context
def show_country(context: click.Context, name: str, topic: str | None, every: bool, as_json: bool) -> int:
    """Show a country by its name, an alias ("UK") or its code; with --topic what binds it there.

    Each fact has its source, and what is older than a year is told with its age."""
    library = library_of(context)
    country = the_country(library, name)
    wanted = topic_id(library, topic)
    found = binding_first(library.standing(country, wanted))
    if not country.joins_treaties:
        found = tuple(one for one in found if one.participation.state not in NOT_KNOWN)
    if as_json:
        data = facts_of(country)
        say_data(to_json({**data, "participation": [as_data(one) for one in found]}))
    elif wanted:
        say(f"{country.seat_name().at_start} and {TOPICS.get(wanted, wanted)}")
        say_lines(by_meaning(found, every) if found else ["", "Nothing is recorded here of what it did about them."])
        say_lines(corrections(country, frozenset(one.instrument.id for one in found)))
    else:
        say_lines(_card(country))
        say_lines(by_topic(found, every))
        say_lines(corrections(country))
        say_lines(sources_section(country.sources.values()))
    return DONE


@country_command.command("compare")
@click.argument("names", nargs=-1, required=True)
@topic_option
@all_option
@as_json_option
@click.pass_context
def compare_countries(
    context: click.Context, names: tuple[str, ...], topic: str | None, every: bool, as_json: bool
) -> int:
    """Show side by side how two to four countries stand to the same instruments."""
    from mundraft.cli.country_comparison import compared_as_data, side_by_side

    library = library_of(context)
    if not 2 <= len(names) <= 4:
        raise click.UsageError("Name two to four countries: mundraft country compare mexico kenya", context)
    countries = [the_country(library, name) for name in names]
    wanted = topic_id(library, topic)
    rows = list(zip(*(library.standing(country, wanted) for country in countries), strict=True))
    if as_json:
        say_data(to_json(compared_as_data(countries, rows)))
    else:
        say_lines(side_by_side(countries, rows, every))
    return DONE


@country_command.command("check")
@click.argument("names", nargs=-1)
@click.pass_context
def check_countries_command(context: click.Context, names: tuple[str, ...]) -> int:
    """Check country profiles (all of them without NAMES) against the instruments and one another.

    Exit code 1 where an error stands, 2 where a file cannot be read.
    """
    from mundraft.cli.shelf_checks import check_countries

    return check_countries(library_of(context), names)


def _card(country: Country) -> Iterator[str]:
    names, land = country.names, country.land
    yield names.short
    if names.formal != names.short:
        yield names.formal
    yield ""
    yield from facts(
        (
            ("In a sentence", country.seat_name().in_sentence),
            ("Adjective", names.adjective or ("none in use" if country.joins_treaties else "")),
            ("People", names.people),
            ("Also called", ", ".join(country.aliases)),
            ("Capital", f"{land.capital} ({land.capital_note})" if land.capital_note else land.capital),
            ("Languages", ", ".join(land.languages)),
            ("United Nations", _in_the_united_nations(country)),
            ("Groups", ", ".join(country.blocs.members_of)),
        )
    )


def _in_the_united_nations(country: Country) -> str:
    nations = country.united_nations
    if nations.status == "none":
        return "not a State that is a member, so nothing is concluded from lists of parties"
    since = f" {'from' if nations.left else 'since'} {date_in_words(nations.admitted)}" if nations.admitted else ""
    until = f" until {date_in_words(nations.left)}" if nations.left else ""
    group = nations.regional_group or ("no regional group" if nations.status in ("member", "observer") else "")
    note = f" ({nations.group_note})" if nations.group_note else ""
    return f"{nations.status}{since}{until}{f', {group}' if group else ''}{note}"
