"""`mundraft export`: a paper, or every paper of a class, as the files that are handed in."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mundraft.cli.papers import PAPER, LibraryBeside
from mundraft.cli.progress import Progress
from mundraft.cli.running import DONE, WRONG, say, tell
from mundraft.problems import Problem, WrongUse

if TYPE_CHECKING:
    from mundraft.desk.exporting import BatchEvent
    from mundraft.desk.making import Wish

FORMATS = ("docx", "pdf", "txt", "md")
#: Those that can be printed in a terminal.
_TEXTS = ("txt", "md")
#: How many papers make up for the start of a process (a quarter of a second); a PDF takes a second of its own.
_WORTH, _WORTH_IN_PDF = 25, 2
#: How many names a line of the summary holds.
_MOST_NAMED = 8

JOBS = click.IntRange(1, 64)


@click.command("export")
@click.argument("papers", nargs=-1, required=True, type=PAPER)
@click.option("--to", type=click.Choice(FORMATS), help="The kind of file; what the conference takes first, else Word.")
@click.option("-o", "--output", type=PAPER, help="The file to write; - prints text or Markdown.")
@click.option("--out-dir", type=PAPER, help="The folder to write into (default: beside each paper).")
@click.option("--force", is_flag=True, help="Replace a file even if it was changed since the last export.")
@click.option("--conference", default="", help="Write by the rules of this conference (none: of no conference).")
@click.option("--jobs", type=JOBS, help="How many processes work on many papers (default: as this computer can).")
@click.pass_context
def export_command(
    context: click.Context,
    papers: tuple[Path, ...],
    to: str | None,
    output: Path | None,
    out_dir: Path | None,
    force: bool,
    conference: str,
    jobs: int | None,
) -> int:
    """Write each PAPER as a Word document (or PDF, text, Markdown), at any moment: what is missing is marked in it.

    A folder stands for every paper in it and in the folders right below it. A paper that is broken is named and does
    not stop the others."""
    from mundraft.desk.class_folder import papers_named
    from mundraft.desk.making import Wish
    from mundraft.desk.targets import Where
    from mundraft.files.atomic import make_folder

    named = papers_named(papers)
    alone = len(papers) == 1 and not papers[0].is_dir()
    if output and (out_dir or not alone):
        raise WrongUse(
            Problem("export-one-output", "-o names one file for one paper.", "For several papers use --out-dir.")
        )
    kind = to or _format_of(output)
    if output and str(output) == "-":
        return _print_paper(papers[0], kind or "docx", context.obj, conference)
    if out_dir:
        make_folder(out_dir)
    wish = Wish(kind, Where(output, out_dir), force, conference)
    if alone:
        return _export_one(named.papers[0], LibraryBeside(context.obj), wish)
    tell_passed_over(named.passed_over)
    return _Class(named.papers).export(LibraryBeside(context.obj), wish, jobs)


def tell_passed_over(paths: Sequence[Path]) -> None:
    """Name the files of a folder that are no papers, so that a paper among them is missed."""
    if paths:
        tell(f"Passed over, because they are no papers: {names_of(paths)}.")


def names_of(paths: Sequence[Path]) -> str:
    """The names of files in a line, those beyond the first few counted."""
    more = len(paths) - _MOST_NAMED
    named = ", ".join(str(path) for path in paths[:_MOST_NAMED])
    return f"{named} and {more} more" if more > 0 else named


def broken(paper: Path, problems: Sequence[Problem]) -> str:
    """A paper that could not be used, by the first of its faults and the number of the others."""
    first, others = problems[0], len(problems) - 1
    where = "" if first.place and first.place.file == str(paper) else f"{paper}: "
    more = f"\n    and {others} more. See them all: mundraft check {paper}" if others else ""
    return f"{where}{first.told()}{more}"


def _export_one(paper: Path, library_for: LibraryBeside, wish: Wish) -> int:
    from mundraft.desk.exporting import export_batch

    for event in export_batch([paper], library_for, wish):
        if event.problems:
            tell("\n".join(problem.told() for problem in event.problems))
            return WRONG
        if event.report:
            say(event.report.message)
    return DONE


class _Class:
    """The papers of a class on their way to documents, and what became of them."""

    def __init__(self, papers: Sequence[Path]) -> None:
        self._papers = papers
        self._made = 0
        self._with_gaps: list[Path] = []
        self._broken: list[Path] = []

    def export(self, library_for: LibraryBeside, wish: Wish, jobs: int | None) -> int:
        from mundraft.desk.batches import jobs_worth
        from mundraft.desk.exporting import export_batch

        each = _WORTH_IN_PDF if wish.to == "pdf" else _WORTH
        events = export_batch(self._papers, library_for, wish, jobs or jobs_worth(len(self._papers), each))
        try:
            with Progress(len(self._papers)) as progress, closing(events):
                for event in events:
                    progress.step(wrong=bool(event.problems))
                    self._tell(event, progress)
        finally:
            say("\n".join(self._summary()))
        return WRONG if self._broken else DONE

    def _tell(self, event: BatchEvent, progress: Progress) -> None:
        if event.report is None:
            self._broken.append(event.paper)
            progress.tell(broken(event.paper, event.problems))
            return
        self._made += 1
        if any(file.gaps for file in event.report.files):
            self._with_gaps.append(event.paper)
        if not (progress.is_shown and sys.stdout and sys.stdout.isatty()):
            progress.say(event.report.message)
            return
        # The bar says that it was written; only what asks for somebody's eyes is to stand above it.
        for line in (*(file.renamed for file in event.report.files if file.renamed), *event.report.remarks):
            progress.say(f"{event.paper}: {line}")

    def _summary(self) -> Iterator[str]:
        done = self._made + len(self._broken)
        if done < len(self._papers):
            yield f"Stopped after {done} of {len(self._papers)} papers."
        yield f"Wrote the documents of {_papers(self._made)}."
        if self._with_gaps:
            many = _papers(len(self._with_gaps))
            yield f"With gaps, answers that are still to write: {many} ({names_of(self._with_gaps)})."
        if self._broken:
            yield f"Could not be made: {_papers(len(self._broken))} ({names_of(self._broken)})."


def _papers(number: int) -> str:
    return "1 paper" if number == 1 else f"{number} papers"


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
