"""`mundraft check`: all that is found in a paper, its conference's rules included; in a class's papers, as a table."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from mundraft.cli.batches import PAPER, broken, jobs_option, many, tell_not_looked_at
from mundraft.cli.progress import Progress
from mundraft.cli.running import DONE, FINDINGS, WRONG, say, say_data, tell
from mundraft.desk.composers import LibraryBeside
from mundraft.files.there import is_folder
from mundraft.problems import Problem, SeenRule, WrongUse
from mundraft.text.dates import date_in_words

if TYPE_CHECKING:
    from mundraft.desk.checking import PaperCheck
    from mundraft.desk.class_folder import ClassFolder
    from mundraft.desk.class_table import Row

#: How many papers make up for the start of a process, which takes as long as checking these.
_WORTH = 12


class _Wish(NamedTuple):
    """What a person wants checked, and shown: `table` is a line for each paper, `csv` where such lines go as CSV."""

    conference: str
    file: Path | None
    table: bool
    csv: Path | None
    as_json: bool


@click.command("check")
@click.argument("papers", nargs=-1, required=True, type=PAPER)
@click.option(
    "--conference", default="", help="Hold them against the rules of this conference (none: of no conference)."
)
@click.option("--file", "file", type=PAPER, help="A file that is to be handed in: is its kind and its name as asked?")
@click.option("--csv", "csv", type=PAPER, help="Write a line for each paper into this CSV file (-: print it).")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@jobs_option
@click.pass_context
def check_command(
    context: click.Context,
    papers: tuple[Path, ...],
    conference: str,
    file: Path | None,
    csv: Path | None,
    as_json: bool,
    jobs: int | None,
) -> int:
    """Tell what is missing, unsourced or against the conference's rules in each PAPER. Exit code 1 where an error
    stands.

    A folder stands for every paper in it and in the folders right below it; of each, one line is told."""
    from mundraft.desk.class_folder import papers_named
    from mundraft.desk.conferences import refuse_unknown

    named = papers_named(papers)
    library_for = LibraryBeside(context.obj, named.folders)
    _refuse_two_at_once(papers, file, csv, as_json)
    refuse_unknown(conference, named.papers, library_for)
    wish = _Wish(conference, file, bool(named.folders), csv, as_json)
    code = _Checked(wish).all_of(named, library_for, jobs)
    tell_not_looked_at(named)
    return code


def _refuse_two_at_once(papers: Sequence[Path], file: Path | None, csv: Path | None, as_json: bool) -> None:
    if file and (len(papers) > 1 or is_folder(papers[0])):
        raise WrongUse(Problem("check-one-file", "--file is the file of one paper.", "Name that paper alone."))
    if as_json and csv and str(csv) == "-":
        raise WrongUse(
            Problem("check-two-outputs", "JSON and CSV would be printed into each other.", "Name a file: --csv FILE")
        )


class _Checked:
    """Papers as they are checked: what of them is shown at once, and what when all are done."""

    def __init__(self, wish: _Wish) -> None:
        self._wish = wish
        self._rows: list[Row] = []
        self._checks: list[PaperCheck] = []
        self._data: list[dict[str, object]] = []
        self._code = DONE

    def all_of(self, named: ClassFolder, library_for: LibraryBeside, jobs: int | None) -> int:
        """Check the papers, show what was found and return the exit code."""
        from mundraft.desk.batches import jobs_worth
        from mundraft.desk.checking import check_files

        papers, wish = named.papers, self._wish
        jobs = jobs or jobs_worth(len(papers), _WORTH)
        checks = check_files(papers, library_for, wish.conference, wish.file, jobs)
        try:
            with Progress(len(papers), wanted=wish.table) as progress, closing(checks):
                for check in checks:
                    progress.step(wrong=check.unreadable)
                    self._take(check, progress)
        except KeyboardInterrupt:
            tell(f"Stopped after {len(self._rows)} of {many(len(papers))}.")
            self._show()
            raise
        self._show()
        return self._code

    def _take(self, check: PaperCheck, progress: Progress) -> None:
        from mundraft.desk.class_table import row_of

        self._rows.append(row_of(check))
        self._code = max(self._code, WRONG if check.unreadable else FINDINGS if check.has_errors else DONE)
        if self._wish.as_json:
            from mundraft.cli.check_data import as_data

            self._data.append(as_data(check))
        if self._wish.table:
            self._checks.append(check)
            if check.unreadable and not self._wish.as_json:
                progress.tell(broken(check.path, check.findings))
        elif not (self._wish.as_json or self._prints_csv):
            _print(check)

    def _show(self) -> None:
        if self._wish.as_json:
            self._add_shared()
            say_data(json.dumps(self._data, ensure_ascii=False, indent=2))
        elif self._wish.table and not self._prints_csv:
            from mundraft.cli.class_lines import class_lines, example_lines, shared_lines
            from mundraft.cli.fitting import width_of
            from mundraft.desk.shared_words import shared_words

            width = width_of(sys.stdout)
            table, shared = class_lines(self._rows, width and width - 1), shared_lines(shared_words(self._checks))
            for line in (*table, *example_lines(self._checks), *shared):
                say(line)
        if self._wish.csv:
            _put_csv(self._rows, self._wish.csv)

    def _add_shared(self) -> None:
        if self._wish.table:
            from mundraft.cli.check_data import add_shared
            from mundraft.desk.shared_words import shared_words

            add_shared(self._data, shared_words(self._checks))

    @property
    def _prints_csv(self) -> bool:
        return str(self._wish.csv) == "-"


def _put_csv(rows: list[Row], target: Path) -> None:
    from mundraft.desk.class_table import as_csv, write_csv

    if str(target) == "-":
        _print_csv(as_csv(rows))
        return
    written = write_csv(rows, target)
    tell(f"Wrote {written.path}, a line for each of {many(len(rows))}.")
    if written.reason:
        tell(written.reason)


def _print_csv(csv: str) -> None:
    """Print CSV in UTF-8 where a program reads it, with the line ends of the system."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None and not sys.stdout.isatty():
        reconfigure(encoding="utf-8")
    say(csv.replace("\r\n", "\n"), end="")


def _print(check: PaperCheck) -> None:
    if check.unreadable:
        tell("\n".join(problem.told() for problem in check.findings))
        return
    from mundraft.coach.ruling import called_inside
    from mundraft.document.length_now import length_in_words

    rules = f", by the rules of {called_inside(check.conference)}" if check.conference else ""
    say(f"{check.path}: {length_in_words(check.words, check.pages)}{rules}")
    for finding in check.findings:
        words = check.places.get(finding.address, "")
        where = f"  (at {words})" if words and words not in finding.what else ""
        say(f"  {finding.severity.value}: {finding.what} [{finding.code}]{where}")
        if finding.next_step:
            say(f"      -> {finding.next_step}")
    for line in _where_seen(check):
        say(line)
    say(f"  {_many(len(check.findings))}")


def _many(findings: int) -> str:
    if not findings:
        return "Nothing to mend."
    return "1 finding." if findings == 1 else f"{findings} findings."


def _where_seen(check: PaperCheck) -> Iterator[str]:
    """The pages behind the rules that findings name, once for all of them."""
    places = dict.fromkeys(place for finding in check.findings for place in finding.seen)
    if places:
        from mundraft.coach.ruling import called_inside

        yield f"  The rules of {called_inside(check.conference)} were seen at:"
        yield from (f"      {_told(place)}" for place in places)


def _told(place: SeenRule) -> str:
    unnamed = "season not named" if place.url else ""
    season = f"season {place.season}" if place.season else unnamed
    return ", ".join(filter(None, (place.title, season, f"seen on {date_in_words(place.seen_on)}", place.url)))
