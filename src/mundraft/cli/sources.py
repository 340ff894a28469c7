"""`mundraft sources`: the sources of a paper, taken in from other programs and given out to them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mundraft.cli.library_output import as_json_option
from mundraft.cli.running import DONE, FINDINGS, WRONG, say, say_data, tell
from mundraft.files.there import may_be_there
from mundraft.problems import Problem, WrongUse

if TYPE_CHECKING:
    from mundraft.desk.sources import Addition
    from mundraft.paper.model import Source

PAPER = click.Path(path_type=Path)


@click.group("sources")
def sources_command() -> None:
    """The sources of a paper: taken in from Zotero and its like, listed, given out."""


@sources_command.command("import")
@click.argument("paper", type=PAPER)
@click.argument("files", nargs=-1, required=True, type=PAPER)
@as_json_option
def import_sources(paper: Path, files: tuple[Path, ...], as_json: bool) -> int:
    """Add to PAPER the works of FILES (CSL-JSON, RIS or BibTeX) that it does not hold yet.

    Exit code 1 where works were left out for a fault, 2 where a file could not be read at all.
    """
    from mundraft.desk.sources import import_into

    addition, notices = import_into(paper, files)
    for notice in notices:
        tell(notice)
    if as_json:
        say_data(json.dumps(_as_data(paper, addition), ensure_ascii=False, indent=2))
    else:
        _print_addition(paper, addition)
    if addition.unreadable:
        return WRONG
    return FINDINGS if addition.left_out else DONE


@sources_command.command("list")
@click.argument("paper", type=PAPER)
@as_json_option
def list_sources(paper: Path, as_json: bool) -> int:
    """List the sources of PAPER, whether cited or not."""
    from mundraft.paper.file import read_paper_file

    sources = read_paper_file(paper).sources
    if as_json:
        say_data(json.dumps([_source_as_data(source) for source in sources], ensure_ascii=False, indent=2))
        return DONE
    for line in _lines(sources):
        say(line)
    if not sources:
        say(f"{paper} holds no source of its own yet.")
    return DONE


@sources_command.command("export")
@click.argument("paper", type=PAPER)
@click.option("-o", "--output", type=PAPER, help="The file to write; it must be new. Without it they are printed.")
def export_sources(paper: Path, output: Path | None) -> int:
    """Give out the sources of PAPER as CSL-JSON, which Zotero and its like read."""
    from mundraft.citation.csl_writer import csl_json
    from mundraft.files.atomic import write_atomically
    from mundraft.paper.file import read_paper_file

    sources = read_paper_file(paper).sources
    if output is None:
        say(csl_json(sources).decode("utf-8"), end="")
        return DONE
    if may_be_there(output):
        raise WrongUse(Problem("sources-output-exists", f"{output} is there already.", "Choose a new name with -o."))
    write_atomically(output, csl_json(sources))
    say(f"Wrote {output}: {len(sources)} sources.")
    return DONE


def _print_addition(paper: Path, addition: Addition) -> None:
    for problem in addition.problems:
        tell(problem.told())
    for line in _lines(addition.added):
        say(line)
    for source, known in addition.known:
        say(f"left out, since the paper holds it as {known.id}: {_called(source)} [import-known]")
    say(f"{paper}: {addition.in_words}")


def _lines(sources: Iterable[Source]) -> list[str]:
    listed = list(sources)
    width = min(max((len(source.id) for source in listed), default=0), 30)
    return [f"{source.id:<{width}}  {_called(source)}" for source in listed]


def _called(source: Source) -> str:
    """A source in one line: authors, title, date."""
    from mundraft.paper.names import authors_in_line

    said = (authors_in_line(source.author[:3]), source.title or source.url or source.doi, source.issued)
    return ". ".join(part for part in said if part)


def _as_data(paper: Path, addition: Addition) -> dict[str, Any]:
    return {
        "paper": str(paper),
        "added": [_source_as_data(source) for source in addition.added],
        "known": [{"title": twin.source.title, "held_as": twin.known.id} for twin in addition.known],
        "problems": [
            {
                "code": problem.code,
                "severity": problem.severity.value,
                "what": problem.what,
                "next_step": problem.next_step,
                "file": problem.place.file if problem.place else "",
                "line": problem.place.line if problem.place else 0,
                "column": problem.place.column if problem.place else 0,
            }
            for problem in addition.problems
        ],
    }


def _source_as_data(source: Source) -> dict[str, Any]:
    from mundraft.models.fields import plain

    data: dict[str, Any] = plain(source)
    return {"id": source.id, "type": source.type, **data}
