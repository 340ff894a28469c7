"""The commands that make, answer and export papers."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mundraft.cli.running import DONE, WRONG, say, tell
from mundraft.problems import Problem, WrongUse

if TYPE_CHECKING:
    from mundraft.library.search_path import Library

PAPER = click.Path(path_type=Path)
FORMATS = ("docx", "pdf", "txt", "md")
#: Those that can be printed in a terminal.
_TEXTS = ("txt", "md")


@dataclass(frozen=True, slots=True)
class LibraryBeside:
    """How to find the library for a paper: the same search path, with the paper's own folder in it. Other processes can
    be told of it."""

    extra: Path | None

    def __call__(self, paper: Path, /) -> Library:
        from mundraft.library.search_path import default_library

        return default_library(beside=paper.parent, extra=self.extra)


@click.command("new")
@click.argument("paper", type=click.Path())
@click.option("--template", default="classic", show_default=True, help="The template to draft from.")
@click.option("--country", default="", help="The country you speak for: a name, an alias or a code.")
@click.option("--seat", default="", help="A seat that is not in the library (an NGO, an observer), as you write it.")
@click.option("--committee", default="", help="The committee's name.")
@click.option("--conference", default="", help="The conference: its rules, where they are known, and its name.")
@click.option("--topic", default="", help="The topic's title.")
@click.option("--example", default="", help="Begin with a copy of an example (mundraft demo shows one).")
@click.pass_context
def new_command(context: click.Context, /, paper: str, **known: str) -> int:
    """Begin a new paper in the file PAPER (.yaml is added when it is missing)."""
    from mundraft.desk.creating import Beginning, new_paper, paper_path

    if known["country"] and known["seat"]:
        raise WrongUse(Problem("new-two-seats", "--country and --seat both name the seat.", "Give one of them."))
    path = paper_path(paper)
    library = LibraryBeside(context.obj)(path)
    written = new_paper(path, library, Beginning(**known))
    say(f"Wrote {written}. Open it with: {called()} {_quoted(written)}")
    if known["conference"]:
        _tell_rules(written, known["conference"], library)
    return DONE


def _tell_rules(written: Path, named: str, library: Library) -> None:
    """Say by whose rules the paper is set, or that none are known for the conference that was named."""
    from mundraft.desk.conferences import conference_named
    from mundraft.desk.exporting import read_paper_file
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
    return ask_plainly(path, LibraryBeside(context.obj)(path))


@click.command("export")
@click.argument("papers", nargs=-1, required=True, type=PAPER)
@click.option("--to", type=click.Choice(FORMATS), help="The kind of file; what the conference takes first, else Word.")
@click.option("-o", "--output", type=PAPER, help="The file to write; - prints text or Markdown.")
@click.option("--out-dir", type=PAPER, help="The folder to write into (default: beside each paper).")
@click.option("--force", is_flag=True, help="Replace a file even if it was changed since the last export.")
@click.option("--conference", default="", help="Write by the rules of this conference (none: of no conference).")
@click.pass_context
def export_command(
    context: click.Context,
    papers: tuple[Path, ...],
    to: str | None,
    output: Path | None,
    out_dir: Path | None,
    force: bool,
    conference: str,
) -> int:
    """Write each PAPER as a Word document (or PDF, text, Markdown), at any moment: what is missing is marked in it."""
    from mundraft.desk.exporting import export_batch
    from mundraft.desk.making import Wish
    from mundraft.desk.targets import Where
    from mundraft.files.atomic import make_folder

    if output and (len(papers) > 1 or out_dir):
        raise WrongUse(
            Problem("export-one-output", "-o names one file for one paper.", "For several papers use --out-dir.")
        )
    kind = to or _format_of(output)
    if output and str(output) == "-":
        return _print_paper(papers[0], kind or "docx", context.obj, conference)
    failed = False
    if out_dir:
        make_folder(out_dir)
    where = Where(output, out_dir)
    for event in export_batch(papers, LibraryBeside(context.obj), Wish(kind, where, force, conference)):
        if event.report:
            say(event.report.message)
        if event.problems:
            failed = True
            tell("\n".join(problem.told() for problem in event.problems))
    return WRONG if failed else DONE


def _format_of(output: Path | None) -> str:
    """The format that a file's name asks for; "" where nothing says, for what the conference takes."""
    if output is None:
        return ""
    suffix = output.suffix.lstrip(".").lower()
    return suffix if suffix in FORMATS else "docx"


def _print_paper(path: Path, kind: str, extra: Path | None, conference: str) -> int:
    from mundraft.desk.conferences import under
    from mundraft.desk.exporting import export_text, read_paper_file

    if kind not in _TEXTS:
        raise WrongUse(
            Problem("export-word-to-terminal", "Word and PDF files cannot be printed here.", "Add --to txt or --to md.")
        )
    paper, library = read_paper_file(path), LibraryBeside(extra)(path)
    say(export_text(under(paper, library, conference) if conference else paper, library, kind), end="")
    return DONE


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
