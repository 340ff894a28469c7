"""`mundraft conference`: the rules of conferences for position papers, as they are known, and how to write new ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mundraft.cli.cards import paragraph, section
from mundraft.cli.corrected import corrections
from mundraft.cli.library_output import (
    as_json_option,
    facts_of,
    library_of,
    print_list,
    say_lines,
    the_conference,
    to_json,
)
from mundraft.cli.running import DONE, say, say_data
from mundraft.library.folders import Shelf

if TYPE_CHECKING:
    from mundraft.library.conference import Conference, SeenAt


@click.group("conference")
def conference_command() -> None:
    """What conferences ask of a position paper, as far as it is known."""


@conference_command.command("list")
@as_json_option
@click.pass_context
def list_conferences(context: click.Context, as_json: bool) -> int:
    """List the conferences whose rules are known, and where a preset was found."""
    return print_list(library_of(context), Shelf.PRESETS, as_json)


@conference_command.command("show")
@click.argument("name")
@as_json_option
@click.pass_context
def show_conference(context: click.Context, name: str, as_json: bool) -> int:
    """Show the rules of a conference: what it asks, where that was seen and when, and what is not known."""
    conference = the_conference(library_of(context), name)
    if as_json:
        say_data(to_json(_as_data(conference)))
    else:
        say_lines(_card(conference))
    return DONE


@conference_command.command("check")
@click.argument("names", nargs=-1)
@click.pass_context
def check_conferences_command(context: click.Context, names: tuple[str, ...]) -> int:
    """Check presets (all of them without NAMES), and tell every fault with its line.

    Exit code 1 where an error stands, 2 where a file cannot be read.
    """
    from mundraft.cli.shelf_checks import check_conferences

    return check_conferences(library_of(context), names)


@conference_command.command("new")
@click.argument("name")
@click.pass_context
def new_conference_command(context: click.Context, name: str) -> int:
    """Write a preset for the conference NAME into your class's folder, with every rule explained, to fill in.

    The folder is the one of --library, or else the current one."""
    from mundraft.desk.preparing import new_conference

    path = new_conference(name, context.find_root().obj or Path.cwd())
    say(f"Wrote {path}.")
    say(f"Fill it in with any editor, then: mundraft conference check {path.stem}")
    behind = library_of(context).conference(path.stem).files[1:]
    if behind:
        say(f"What it says stands in place of what {behind[0]} says, rule by rule.")
    return DONE


def _as_data(conference: Conference) -> dict[str, object]:
    from mundraft.library.conference_words import CHECK_YOUR_HANDBOOK, rules_in_words

    data = facts_of(conference)
    in_words = {group.title: list(group.rules) for group in rules_in_words(conference)}
    return {"id": conference.id, **data, "in_words": in_words, "advice": CHECK_YOUR_HANDBOOK}


def _card(conference: Conference) -> Iterator[str]:
    from mundraft.library.conference_words import CHECK_YOUR_HANDBOOK, rules_in_words

    yield from paragraph(conference.name)
    if conference.short and conference.short != conference.name:
        yield conference.short
    yield from paragraph(f"Season: {conference.season or 'not named'}. {CHECK_YOUR_HANDBOOK}")
    for group in rules_in_words(conference):
        yield from section(group.title, _listed(group.rules))
    yield from section("Not known, or not verified", _listed(conference.not_verified))
    yield from corrections(conference)
    yield from section("Seen at", (line for seen in conference.seen_at for line in _seen(seen)))


def _listed(said: tuple[str, ...]) -> Iterator[str]:
    for one in said:
        yield from paragraph(one.rstrip("."), 2, 4)


def _seen(seen: SeenAt) -> Iterator[str]:
    from mundraft.library.conference_words import seen_in_words

    yield from paragraph(seen_in_words(seen), 2, 4)
    if seen.url:
        yield f"    {seen.url}"
