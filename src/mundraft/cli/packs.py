"""`mundraft pack`: one file with what a class needs, made by a teacher and added by students."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mundraft.cli.cards import facts, paragraph, section
from mundraft.cli.library_output import as_json_option, say_lines, to_json
from mundraft.cli.running import DONE, FINDINGS, WRONG, say, say_data, tell
from mundraft.problems import Problem, UnreadableFile, WrongUse

if TYPE_CHECKING:
    from mundraft.desk.packs import Kept, Looked

#: More files that are left out are counted and not named.
_MOST_TOLD = 12
_A_FILE = click.argument("file", type=click.Path(path_type=Path))


@click.group("pack")
def pack_command() -> None:
    """Class packs: one file of templates, presets, profiles, examples and a word of welcome."""


@pack_command.command("build")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where the pack goes; else the current folder.")
@click.option("--name", help="The pack's name, such as class-9b; else the folder's.")
@click.option("--title", help="What students see.")
@click.option("--made-by", help="Who made it.")
@click.option("--welcome", help="A word of welcome.")
def build_command(
    folder: Path, output: Path | None, name: str | None, title: str | None, made_by: str | None, welcome: str | None
) -> int:
    """Make a pack of what stands in FOLDER, after checking it as students would meet it.

    Exit code 1 where something in it has faults: then no pack is made."""
    from mundraft.desk.packs import build_pack
    from mundraft.packs.checksum import read_out

    said = {"name": name or "", "title": title or "", "made_by": made_by or "", "welcome": welcome or ""}
    built, target = build_pack(folder, said, output)
    for problem in built.problems:
        tell(problem.told())
    for left_out in built.left_out[:_MOST_TOLD]:
        tell(f"Left out, since a pack has no place for it: {left_out}")
    if len(built.left_out) > _MOST_TOLD:
        tell(f"Left out as well: {len(built.left_out) - _MOST_TOLD} more.")
    if not built.is_sound:
        tell("No pack was made: mend what is wrong first.")
        return FINDINGS
    say(f"{target}\nchecksum {read_out(built.pack.code)}")
    return DONE


@pack_command.command("show")
@_A_FILE
@as_json_option
@click.pass_context
def show_command(context: click.Context, file: Path, as_json: bool) -> int:
    """Say what is in the pack FILE and what it would replace, without adding it.

    Exit code 2 where it could not be added: everything that is wrong with it is told."""
    from mundraft.desk.packs import look_at

    looked = look_at(file, context.find_root().obj)
    if as_json:
        say_data(to_json(_as_data(looked)))
    else:
        say_lines(_shown(looked))
    for problem in looked.problems:
        tell(problem.told())
    return WRONG if looked.problems else DONE


@pack_command.command("add")
@_A_FILE
@click.option("--yes", "-y", is_flag=True, help="Do not ask before something is replaced.")
@click.pass_context
def add_command(context: click.Context, file: Path, yes: bool) -> int:
    """Add the pack FILE, after saying what is in it; ask where it replaces something."""
    from mundraft.desk.packs import add_pack, look_at

    looked = look_at(file, context.find_root().obj)
    say_lines(_shown(looked))
    if looked.problems:
        raise UnreadableFile(looked.problems)
    if looked.is_here:
        say("\nThis pack is here already. Nothing was changed.")
        return DONE
    if looked.asks and not yes and not _agreed():
        tell("Nothing was changed.")
        return FINDINGS
    add_pack(looked)
    say(f"\nAdded. `mundraft pack remove {looked.pack.manifest.name}` takes it away again.")
    return DONE


@pack_command.command("list")
@as_json_option
def list_command(as_json: bool) -> int:
    """List the packs that were added, the one that counts first first."""
    from mundraft.desk.packs import kept_packs

    kept = kept_packs()
    if as_json:
        say_data(to_json([_kept_as_data(one) for one in kept]))
    elif not kept:
        say("No pack was added yet: mundraft pack add FILE")
    for number, one in enumerate(() if as_json else kept):
        say_lines(["", *_listed(one)] if number else _listed(one))
    return DONE


@pack_command.command("remove")
@click.argument("name")
def remove_command(name: str) -> int:
    """Remove the pack NAME. Papers that were written with it stay."""
    from mundraft.desk.packs import kept_packs, papers_using, remove_pack

    kept = next((one for one in kept_packs() if one.added.name == name), None)
    using = papers_using(kept) if kept else ()
    remove_pack(name)
    say(f"Removed {name}. No paper was touched.")
    for path in using:
        tell(f"{path} is written with something of this pack: add the pack again before you work on it.")
    return DONE


def _agreed() -> bool:
    """Whether the person at the terminal agrees. Raises `WrongUse` where there is none."""
    if sys.stdin is None or not sys.stdin.isatty():
        what = "This pack replaces something, and nobody is here to be asked."
        raise WrongUse(Problem("pack-must-ask", what, "Look at what it says above; then add --yes."))
    return click.confirm("\nAdd it?", default=False, err=True)


def _shown(looked: Looked) -> Iterator[str]:
    from mundraft.desk.pack_words import about, changes

    yield from paragraph(looked.pack.manifest.called)
    yield from facts(about(looked.pack.manifest, looked.pack.code))
    for title, lines in changes(looked):
        yield from section(title, _lines(lines))
    yield from section("Welcome", _prose(looked.pack.manifest.welcome))


def _lines(said: Iterable[str]) -> Iterator[str]:
    for one in said:
        yield from paragraph(one, 2, 4)


def _prose(text: str) -> Iterator[str]:
    for line in text.split("\n") if text else ():
        yield from paragraph(line, 2, 2)


def _listed(kept: Kept) -> Iterator[str]:
    from mundraft.desk.pack_words import about, holds

    if kept.manifest is None:
        what = f"{kept.added.name} cannot be read any more. Add it again, or remove it: mundraft pack remove"
        yield from paragraph(f"{what} {kept.added.name}")
        return
    yield from paragraph(kept.manifest.called)
    yield from facts((*about(kept.manifest, kept.added.code), *holds(kept)))
    yield from section("Welcome", _prose(kept.manifest.welcome))


def _as_data(looked: Looked) -> dict[str, object]:
    from mundraft.models.fields import plain

    return {
        **plain(looked.pack.manifest, whole=True),
        "checksum": looked.pack.code,
        "files": list(looked.pack.files),
        "words": list(looked.pack.words),
        "is_here": looked.is_here,
        "asks": looked.asks,
        "effects": [{**one._asdict(), "in_words": one.in_words} for one in looked.effects],
    }


def _kept_as_data(kept: Kept) -> dict[str, object]:
    from mundraft.models.fields import plain

    about = plain(kept.manifest, whole=True) if kept.manifest else {"name": kept.added.name}
    return {**about, "checksum": kept.added.code, "holds": {shelf.value: names for shelf, names in kept.holds.items()}}
