"""The commands that ask the library: which templates, countries and instruments there are, and what they hold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mundraft.cli.running import DONE, say, tell
from mundraft.library.meant import surely_meant

if TYPE_CHECKING:
    from mundraft.library.country import Country
    from mundraft.library.instrument import Instrument
    from mundraft.library.questions import Group, Question, TemplateDefinition
    from mundraft.library.search_path import Library
    from mundraft.library.shelving import Found

as_json_option = click.option("--json", "as_json", is_flag=True, help="Print as JSON.")


def _library(context: click.Context) -> Library:
    from mundraft.library.search_path import default_library

    return default_library(extra=context.find_root().obj)


# templates


@click.group("template")
def template_command() -> None:
    """The templates that can be found, and what they ask."""


@template_command.command("list")
@as_json_option
@click.pass_context
def list_templates(context: click.Context, as_json: bool) -> int:
    """List the templates, and where each was found."""
    library = _library(context)
    return _print_found(library, library.templates(), as_json)


@template_command.command("show")
@click.argument("name")
@as_json_option
@click.pass_context
def show_template(context: click.Context, name: str, as_json: bool) -> int:
    """Show the steps and questions of a template."""
    template = _library(context).template(name)
    if as_json:
        say(_json({"name": name, "where": template.path, **template.definition.model_dump(mode="json")}))
        return DONE
    say(f"{template.definition.name} ({template.path})\n{template.definition.description}")
    for line in _asked(template.definition):
        say(line)
    return DONE


@template_command.command("check")
@click.argument("names", nargs=-1)
@click.pass_context
def check_templates_command(context: click.Context, names: tuple[str, ...]) -> int:
    """Check the text of templates (all of them without NAMES), and tell every fault with its line.

    Exit code 1 where a file has faults, 2 where one cannot be read.
    """
    from mundraft.cli.shelf_checks import check_templates

    return check_templates(_library(context), names)


def _asked(definition: TemplateDefinition) -> Iterable[str]:
    for step in definition.steps:
        yield f"\n{step.title}"
        yield from _asked_in(step.questions, "  ")


def _asked_in(elements: Sequence[Question | Group], indent: str) -> Iterable[str]:
    from mundraft.library.questions import Group

    for element in elements:
        if isinstance(element, Group):
            least = f", at least {element.count.min}" if element.count.min else ""
            yield f"{indent}{element.title} (for each {element.item}{least}):"
            yield from _asked_in(element.questions, indent + "  ")
        else:
            yield f"{indent}{'*' if element.required else ' '} {element.ask} [{element.kind.value}]"


# countries


@click.group("country")
def country_command() -> None:
    """The countries in the library, and what binds them."""


@country_command.command("list")
@as_json_option
@click.pass_context
def list_countries(context: click.Context, as_json: bool) -> int:
    """List the countries, and where each profile was found."""
    library = _library(context)
    return _print_found(library, library.countries(), as_json)


@country_command.command("show")
@click.argument("name")
@as_json_option
@click.pass_context
def show_country(context: click.Context, name: str, as_json: bool) -> int:
    """Show a country by its name, an alias ("UK") or its code."""
    library = _library(context)
    country = library.country(surely_meant("country", name, library.find_countries(name)))
    if as_json:
        say(_json({"id": country.id, **country.model_dump(mode="json", by_alias=True, exclude_defaults=True)}))
        return DONE
    for line in _country_card(country, library):
        say(line)
    return DONE


@country_command.command("check")
@click.argument("names", nargs=-1)
@click.pass_context
def check_countries_command(context: click.Context, names: tuple[str, ...]) -> int:
    """Check country profiles (all of them without NAMES) against the instruments and one another.

    Exit code 1 where a file has faults, 2 where one cannot be read.
    """
    from mundraft.cli.shelf_checks import check_countries

    return check_countries(_library(context), names)


def _country_card(country: Country, library: Library) -> Iterable[str]:
    names, land, nations = country.names, country.land, country.united_nations
    yield f"{names.short} ({names.formal})"
    adjective = names.adjective or "none in use"
    yield f"  Adjective: {adjective}   In a sentence: {country.seat_name().in_sentence}"
    yield f"  Capital: {land.capital}   Languages: {', '.join(land.languages)}"
    since = nations.admitted or "unknown"
    yield f"  United Nations: {nations.status} since {since}, {nations.regional_group or 'no regional group'}"
    if country.blocs.members_of:
        yield f"  Groups: {', '.join(country.blocs.members_of)}"
    yield "  Instruments:"
    for found in library.instruments():
        instrument = library.instrument(found.name)
        if instrument.takes_parties:
            yield f"    {instrument.short}: {country.participation(instrument).in_words}"
    yield "  Sources:"
    for source in country.sources.values():
        yield f"    {source.named}"


# instruments


@click.group("instrument")
def instrument_command() -> None:
    """The treaties, declarations and resolutions in the library."""


@instrument_command.command("list")
@click.option("--topic", help="Only those on a topic, such as child-rights.")
@as_json_option
@click.pass_context
def list_instruments(context: click.Context, topic: str | None, as_json: bool) -> int:
    """List the instruments."""
    library = _library(context)
    found = library.instruments()
    if topic:
        kept = {match.ref for match in library.find_instruments("", topic=topic, limit=len(found))}
        found = tuple(one for one in found if one.name in kept)
    return _print_found(library, found, as_json)


@instrument_command.command("show")
@click.argument("name")
@click.option("--country", help="Say also how this country stands to it.")
@as_json_option
@click.pass_context
def show_instrument(context: click.Context, name: str, country: str | None, as_json: bool) -> int:
    """Show an instrument by its title, short title or any way that people write it."""
    library = _library(context)
    instrument = library.instrument(surely_meant("instrument", name, library.find_instruments(name)))
    seat = library.country(surely_meant("country", country, library.find_countries(country))) if country else None
    if as_json:
        data = {"id": instrument.id, **instrument.model_dump(mode="json", by_alias=True, exclude_defaults=True)}
        if seat:
            standing = seat.participation(instrument)
            data["participation"] = {"country": seat.id, "state": standing.state.value, "since": standing.since}
        say(_json(data))
        return DONE
    for line in _instrument_card(instrument, seat):
        say(line)
    return DONE


@instrument_command.command("check")
@click.argument("names", nargs=-1)
@click.pass_context
def check_instruments_command(context: click.Context, names: tuple[str, ...]) -> int:
    """Check instruments (all of them without NAMES) against one another.

    Exit code 1 where a file has faults, 2 where one cannot be read.
    """
    from mundraft.cli.shelf_checks import check_instruments

    return check_instruments(_library(context), names)


def _instrument_card(instrument: Instrument, seat: Country | None) -> Iterable[str]:
    binding = "binding on its parties" if instrument.binding else "not binding"
    yield f"{instrument.title} ({instrument.short})"
    yield f"  A {instrument.kind}, {binding}; adopted {instrument.adopted or 'unknown'}; {_force(instrument)}"
    for label, value in (
        ("Symbol", instrument.symbol),
        ("Treaty series", instrument.citation),
        ("Link", instrument.url),
    ):
        if value:
            yield f"  {label}: {value}"
    if seat:
        standing = seat.participation(instrument)
        yield f"  {seat.name}: {standing.in_words}" + (f" ({standing.source})" if standing.source else "")
    for article in instrument.articles:
        yield f"    {article.locator}: {article.does}"


def _force(instrument: Instrument) -> str:
    if not instrument.takes_parties:
        return "it has no parties"
    return f"in force since {instrument.in_force}" if instrument.in_force else "not in force"


# what all share


def _print_found(library: Library, found: tuple[Found, ...], as_json: bool) -> int:
    if as_json:
        say(_json([_found_as_data(one) for one in found]))
    else:
        width = max((len(one.name) for one in found), default=0)
        for one in found:
            say(f"{one.name:<{width}}  {one.title}{_where(one)}")
    for problem in library.problems:
        tell(problem.told())
    return DONE


def _found_as_data(found: Found) -> dict[str, object]:
    return {"name": found.name, "title": found.title, "folder": str(found.folder), "origin": found.origin.value}


def _where(found: Found) -> str:
    """Say where a thing was found only when it does not ship with the program."""
    if found.origin.value == "shipped":
        return ""
    hidden = "; it hides one of the same name" if found.shadows else ""
    return f"  [{found.folder}{hidden}]"


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> str:
    return str(value) if isinstance(value, Path) else repr(value)
