"""`mundraft body`: the organs, committees, funds and agencies of the United Nations, and what each is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from mundraft.cli.cards import facts, paragraph, section, sources_section
from mundraft.cli.corrected import corrections
from mundraft.cli.library_output import as_json_option, facts_of, library_of, print_list, say_lines, the_body, to_json
from mundraft.cli.running import DONE, say_data
from mundraft.library.folders import Shelf
from mundraft.problems import MundraftError

if TYPE_CHECKING:
    from mundraft.library.body import Body
    from mundraft.library.search_path import Library


@click.group("body")
def body_command() -> None:
    """The bodies of the United Nations and others: committees, funds, agencies, treaty bodies."""


@body_command.command("list")
@click.option("--topic", help="Only those that work on a topic, such as child-rights.")
@as_json_option
@click.pass_context
def list_bodies(context: click.Context, topic: str | None, as_json: bool) -> int:
    """List the bodies."""
    return print_list(library_of(context), Shelf.BODIES, as_json, topic)


@body_command.command("show")
@click.argument("name")
@as_json_option
@click.pass_context
def show_body(context: click.Context, name: str, as_json: bool) -> int:
    """Show a body by its name, short name or any way that people write it."""
    library = library_of(context)
    body = the_body(library, name)
    if as_json:
        say_data(to_json(facts_of(body)))
    else:
        say_lines(_card(body, library))
    return DONE


@body_command.command("check")
@click.argument("names", nargs=-1)
@click.pass_context
def check_bodies_command(context: click.Context, names: tuple[str, ...]) -> int:
    """Check bodies (all of them without NAMES) against the instruments and one another.

    Exit code 1 where an error stands, 2 where a file cannot be read.
    """
    from mundraft.cli.shelf_checks import check_bodies

    return check_bodies(library_of(context), names)


def _card(body: Body, library: Library) -> Iterator[str]:
    yield from paragraph(body.name)
    if body.short and body.short != body.name:
        yield body.short
    yield ""
    yield from paragraph(f"{body.in_sentence[:1].upper()}{body.in_sentence[1:]} {body.mandate}.", 2, 2)
    yield ""
    yield from facts(
        (
            ("Kind", body.kind),
            ("Part of", _called(body.part_of, library)),
            ("Also called", ", ".join(body.aliases)),
            ("Topics", ", ".join(body.topics)),
            ("Note", body.note),
            ("Link", body.url),
        )
    )
    yield from section("Watches over", (line for ref in body.instruments for line in _instrument(ref, library)))
    yield from corrections(body)
    yield from sources_section(body.sources.values())


def _called(ref: str, library: Library) -> str:
    try:
        return library.body(ref).name if ref else ""
    except MundraftError:
        return ref


def _instrument(ref: str, library: Library) -> list[str]:
    try:
        return paragraph(library.instrument(ref).title, 2, 4)
    except MundraftError:
        return [f"  {ref}"]
