"""`mundraft export`: a paper, or every paper of a class, as the files that are handed in."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mundraft.cli.batches import PAPER, broken, jobs_option, many, names_of, tell_not_looked_at
from mundraft.cli.running import DONE, WRONG, say, tell, tell_if_nothing_can_be_kept
from mundraft.desk.composers import LibraryBeside
from mundraft.files.there import is_folder
from mundraft.problems import Problem, WrongUse

if TYPE_CHECKING:
    from mundraft.cli.progress import Progress
    from mundraft.desk.exporting import BatchEvent
    from mundraft.desk.wishes import Wish

FORMATS = ("docx", "pdf", "txt", "md")
#: Those that can be printed in a terminal.
_TEXTS = ("txt", "md")
#: How many papers make up for the start of a process (a quarter of a second); a PDF takes a second of its own.
_WORTH, _WORTH_IN_PDF = 25, 2


@click.command("export")
@click.argument("papers", nargs=-1, required=True, type=PAPER)
@click.option("--to", type=click.Choice(FORMATS), help="The kind of file; what the conference takes first, else Word.")
@click.option("-o", "--output", type=PAPER, help="The file to write; - prints text or Markdown.")
@click.option("--out-dir", type=PAPER, help="The folder to write into (default: beside each paper).")
@click.option("--force", is_flag=True, help="Replace a file even if it was changed since the last export.")
@click.option("--conference", default="", help="Write by the rules of this conference (none: of no conference).")
@click.option("--looks", default="", metavar="FILE", help="Take the looks of this Word file (none: of no file).")
@click.option("--addresses", is_flag=True, help="Print the sources’ addresses, to be read on paper.")
@jobs_option
@click.pass_context
def export_command(
    context: click.Context,
    papers: tuple[Path, ...],
    to: str | None,
    output: Path | None,
    out_dir: Path | None,
    force: bool,
    conference: str,
    looks: str,
    addresses: bool,
    jobs: int | None,
) -> int:
    """Write each PAPER as a Word document (or PDF, text, Markdown), at any moment: what is missing is marked in it.

    A folder stands for every paper in it and in the folders right below it. A paper that is broken is named and does
    not stop the others."""
    from mundraft.desk.class_folder import papers_named
    from mundraft.desk.conferences import refuse_unknown
    from mundraft.desk.looks import looks_named
    from mundraft.desk.wishes import Where, Wish
    from mundraft.files.atomic import make_folder

    tell_if_nothing_can_be_kept()
    named = papers_named(papers)
    alone = len(papers) == 1 and not is_folder(papers[0])
    if output and (out_dir or not alone):
        raise WrongUse(
            Problem("export-one-output", "-o names one file for one paper.", "For several papers use --out-dir.")
        )
    kind = to or _format_of(output)
    if output and str(output) == "-":
        return _print_paper(papers[0], kind or "docx", context.obj, conference, addresses)
    if out_dir:
        make_folder(out_dir)
    looks_named(looks)  # one that cannot be read is told once, and not for each paper
    wish = Wish(kind, Where(output, out_dir), force, conference, looks, addresses)
    if alone:
        return _export_one(named.papers[0], LibraryBeside(context.obj), wish)
    library_for = LibraryBeside(context.obj, named.folders)
    refuse_unknown(conference, named.papers, library_for)
    code = _Class(named.papers).export(library_for, wish, jobs)
    tell_not_looked_at(named)
    return code


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
        self._tells_each = True

    def export(self, library_for: LibraryBeside, wish: Wish, jobs: int | None) -> int:
        from mundraft.cli.progress import Progress
        from mundraft.desk.batches import jobs_worth
        from mundraft.desk.exporting import export_batch

        each = _WORTH_IN_PDF if wish.to == "pdf" else _WORTH
        jobs = jobs or jobs_worth(len(self._papers), each)
        progress = Progress(len(self._papers))
        # On a terminal the bar says that papers were written; only what asks for somebody's eyes stands above it.
        self._tells_each = not (progress.is_shown and sys.stdout and sys.stdout.isatty())
        events = export_batch(self._papers, library_for, wish._replace(measured=self._tells_each), jobs)
        try:
            with progress, closing(events):
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
        if self._tells_each:
            progress.say(event.report.message)
            return
        for line in (*(file.renamed for file in event.report.files if file.renamed), *event.report.remarks):
            progress.say(f"{event.paper}: {line}")

    def _summary(self) -> Iterator[str]:
        done = self._made + len(self._broken)
        if done < len(self._papers):
            yield f"Stopped after {done} of {len(self._papers)} papers."
        yield f"Wrote the documents of {many(self._made)}."
        if self._with_gaps:
            gaps = f"{many(len(self._with_gaps))} ({names_of(self._with_gaps)})"
            yield f"With gaps, answers that are still to write: {gaps}."
        if self._broken:
            yield f"Could not be made: {many(len(self._broken))} ({names_of(self._broken)})."


def _format_of(output: Path | None) -> str:
    """The format that a file's name asks for; "" where nothing says, for what the conference takes."""
    if output is None:
        return ""
    suffix = output.suffix.lstrip(".").lower()
    return suffix if suffix in FORMATS else "docx"


def _print_paper(path: Path, kind: str, extra: Path | None, conference: str, addresses: bool) -> int:
    from mundraft.desk.exporting import export_text
    from mundraft.desk.rescue import words_waiting
    from mundraft.desk.wishes import as_wished
    from mundraft.paper.file import read_paper_file

    if kind not in _TEXTS:
        raise WrongUse(
            Problem("export-word-to-terminal", "Word and PDF files cannot be printed here.", "Add --to txt or --to md.")
        )
    paper, library = read_paper_file(path), LibraryBeside(extra)(path)
    for problem in words_waiting(path, paper):
        tell(problem.told())
    say(export_text(as_wished(paper, library, conference, addresses), library, kind), end="")
    return DONE
