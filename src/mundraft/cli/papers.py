"""The commands that make papers and answer them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mundraft.cli.running import DONE, say, tell_if_nothing_can_be_kept
from mundraft.desk.composers import LibraryBeside
from mundraft.files.there import is_there
from mundraft.problems import Problem, WrongUse

if TYPE_CHECKING:
    from mundraft.library.search_path import Library


@click.command("new")
@click.argument("paper", type=click.Path())
@click.option("--template", default="classic", show_default=True, help="The template to draft from.")
@click.option("--country", default="", help="The country you speak for: a name, an alias or a code.")
@click.option("--seat", default="", help="A seat that is not in the library (an NGO, an observer), as you write it.")
@click.option("--committee", default="", help="The committee's name.")
@click.option("--conference", default="", help="The conference: its rules, where they are known, and its name.")
@click.option("--citing", default="", help="How sources are cited: mla, apa, chicago-notes endnotes, numbered, ….")
@click.option("--topic", default="", help="The topic's title.")
@click.option("--example", default="", help="Begin with a copy of an example (mundraft demo shows one).")
@click.pass_context
def new_command(context: click.Context, /, paper: str, **known: str) -> int:
    """Begin a new paper in the file PAPER (.yaml is added when it is missing)."""
    from mundraft.desk.creating import Beginning, new_paper, paper_path

    if known["country"] and known["seat"]:
        raise WrongUse(Problem("new-two-seats", "--country and --seat both name the seat.", "Give one of them."))
    _refuse_beside_an_example(context, known["example"])
    path = paper_path(paper)
    _make_wished(path.parent)
    library = LibraryBeside(context.obj)(path)
    written = new_paper(path, library, Beginning(**known))
    say(f"Wrote {written}. Open it with: {called()} {_quoted(written)}")
    if known["conference"]:
        _tell_rules(written, known["conference"], library)
    return DONE


def _refuse_beside_an_example(context: click.Context, example: str) -> None:
    """An example is a whole paper: what else is named of a new one would change nothing in it."""
    if not example:
        return
    by_default = click.core.ParameterSource.DEFAULT
    options = [name for name in context.params if name not in ("paper", "example")]
    given = [f"--{name}" for name in options if context.get_parameter_source(name) is not by_default]
    if given:
        verb = "changes" if len(given) == 1 else "change"
        raise WrongUse(
            Problem(
                "new-example-and-more",
                f"--example copies a whole paper, in which {' and '.join(given)} {verb} nothing.",
                f"Leave {' and '.join(given)} out, and change that in the copy; or leave --example out.",
            )
        )


def _make_wished(folder: Path) -> None:
    """Make the folder of a new paper where it is missing and somebody at the terminal wants it."""
    from mundraft.files.atomic import make_folder

    if is_there(folder) or not (sys.stdin and sys.stdin.isatty()):
        return
    if click.confirm(f"There is no folder {folder}. Make it?", default=True, err=True):
        make_folder(folder)


def _tell_rules(written: Path, named: str, library: Library) -> None:
    """Say by whose rules the paper is set, or that none are known for the conference that was named."""
    from mundraft.desk.conferences import conference_named
    from mundraft.paper.file import read_paper_file
    from mundraft.problems import UnknownName

    preset = read_paper_file(written).preset
    if preset:
        conference = library.conference(preset)
        say(f"It follows the rules of {conference.name}. See them with: {called()} conference show {conference.id}")
        say("Rules change every season: check your handbook.")
        return
    try:
        conference_named(library, named)
    except UnknownName as error:
        say(f"No conference's rules are set: {error.problems[0].what} See: {called()} conference list")


@click.command("ask")
@click.argument("paper", type=click.Path())
@click.pass_context
def ask_command(context: click.Context, paper: str) -> int:
    """Answer a paper's questions line by line: for screen readers, plain consoles and pipes."""
    from mundraft.cli.plainly import ask_plainly
    from mundraft.desk.creating import paper_path

    path = paper_path(paper)
    tell_if_nothing_can_be_kept()
    return ask_plainly(path, LibraryBeside(context.obj)(path))


@click.command("demo")
@click.option("--no-open", is_flag=True, help="Do not open the app afterwards.")
@click.pass_context
def demo_command(context: click.Context, no_open: bool) -> int:
    """Write the Mexico example and its Word document here; in a terminal, open the app on it."""
    from mundraft.cli.opening import in_terminal, open_app
    from mundraft.desk.demo import write_demo

    folder = Path.cwd()
    demo = write_demo(folder, LibraryBeside(context.obj)(folder / "demo.yaml"))
    say(f"Wrote {demo.paper}, an example of a finished paper.\n{demo.document.message}")
    if no_open or not in_terminal():
        say(f"Open it in a terminal with: {called()} {_quoted(demo.paper.relative_to(folder))}")
        return DONE
    sys.stdout.flush()
    return open_app(demo.paper, context.obj)


def called() -> str:
    """How the person called the program, so that a command that is named can be given again as it stands."""
    return os.environ.get("MUNDRAFT_CALLED", "mundraft")


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
