"""What the commands for many papers share: how many processes, and how files and faults are named in a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mundraft.cli.running import tell
from mundraft.problems import Problem
from mundraft.text.harmless import in_one_line

if TYPE_CHECKING:
    from mundraft.desk.class_folder import ClassFolder

#: Faults of files in which nothing is left to mend.
_LOST = frozenset(("yaml-empty",))
#: How many names a line holds.
_MOST_NAMED = 8

#: A paper or a folder of papers, as one of the words of a command.
PAPER = click.Path(path_type=Path)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    help="How many processes work on many papers (default: as many as are worth it).",
)


def tell_not_looked_at(named: ClassFolder) -> None:
    """Name what lies in a folder and may be a student's work, so that a paper among it is missed."""
    for why, paths in (
        ("these are no papers", named.passed_over),
        ("these are documents and no papers of mundraft", named.documents),
        ("papers are looked for one folder down and no deeper", named.too_deep),
    ):
        if paths:
            tell(f"Not looked at, because {why}: {names_of(paths)}.")


def names_of(paths: Sequence[Path]) -> str:
    """The names of files in a line, those beyond the first few counted."""
    more = len(paths) - _MOST_NAMED
    named = ", ".join(in_one_line(str(path)) for path in paths[:_MOST_NAMED])
    return f"{named} and {more} more" if more > 0 else named


def broken(paper: Path, problems: Sequence[Problem]) -> str:
    """A paper that could not be used, by the first of its faults and the number of the others."""
    first, others = problems[0], len(problems) - 1
    if first.code in _LOST:  # on this computer there is no earlier version of what came by mail
        first = replace(first, next_step="Ask whoever sent it for the file again, or for a copy of an earlier version.")
    name = in_one_line(str(paper))
    where = "" if first.place and first.place.file == str(paper) else f"{name}: "
    more = f"\n    and {others} more. See them all: mundraft check {name}" if others else ""
    return f"{where}{first.told()}{more}"


def many(papers: int) -> str:
    """A number of papers, in words."""
    return "1 paper" if papers == 1 else f"{papers} papers"
