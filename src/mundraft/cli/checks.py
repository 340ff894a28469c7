"""`mundraft check`: everything that is found in papers, the rules of their conference included."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mundraft.cli.papers import PAPER, LibraryBeside
from mundraft.cli.running import DONE, FINDINGS, WRONG, say, tell
from mundraft.problems import Problem, SeenRule, WrongUse
from mundraft.text.dates import date_in_words

if TYPE_CHECKING:
    from mundraft.desk.checking import PaperCheck


@click.command("check")
@click.argument("papers", nargs=-1, required=True, type=PAPER)
@click.option(
    "--conference", default="", help="Hold them against the rules of this conference (none: of no conference)."
)
@click.option("--file", "file", type=PAPER, help="A file that is to be handed in: is its kind and its name as asked?")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_context
def check_command(
    context: click.Context, papers: tuple[Path, ...], conference: str, file: Path | None, as_json: bool
) -> int:
    """Tell what is missing, unsourced or against the conference's rules in each PAPER. Exit code 1 where an error
    stands."""
    from mundraft.desk.checking import check_files

    if file and len(papers) > 1:
        raise WrongUse(Problem("check-one-file", "--file is the file of one paper.", "Name that paper alone."))
    checks = list(check_files(papers, LibraryBeside(context.obj), conference, file))
    if as_json:
        say(json.dumps([_as_data(check) for check in checks], ensure_ascii=False, indent=2))
    else:
        for check in checks:
            _print(check)
    if any(check.unreadable for check in checks):
        return WRONG
    return FINDINGS if any(check.has_errors for check in checks) else DONE


def _print(check: PaperCheck) -> None:
    if check.unreadable:
        tell("\n".join(problem.told() for problem in check.findings))
        return
    rules = f", by the rules of {check.conference}" if check.conference else ""
    say(f"{check.path}: {check.words} words, about {check.pages:.1f} pages{rules}")
    for finding in check.findings:
        where = f"  ({finding.address})" if finding.address else ""
        say(f"  {finding.severity.value}: {finding.what} [{finding.code}]{where}")
        if finding.next_step:
            say(f"      -> {finding.next_step}")
    for line in _where_seen(check):
        say(line)
    say("  Nothing to mend." if not check.findings else f"  {len(check.findings)} findings.")


def _where_seen(check: PaperCheck) -> Iterator[str]:
    """The pages behind the rules that findings name, once for all of them."""
    places = dict.fromkeys(place for finding in check.findings for place in finding.seen)
    if places:
        yield f"  The rules of {check.conference} were seen at:"
        yield from (f"      {_told(place)}" for place in places)


def _told(place: SeenRule) -> str:
    season = f"season {place.season}" if place.season else "season not named"
    return ", ".join(filter(None, (place.title, season, f"seen on {date_in_words(place.seen_on)}", place.url)))


def _as_data(check: PaperCheck) -> dict[str, object]:
    return {
        "paper": str(check.path),
        "readable": not check.unreadable,
        "conference": check.conference,
        "words": check.words,
        "pages": round(check.pages, 2),
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "what": finding.what,
                "next_step": finding.next_step,
                "address": finding.address,
                "line": finding.place.line if finding.place else 0,
                "column": finding.place.column if finding.place else 0,
                "rule_seen_at": [
                    {"title": place.title, "url": place.url, "season": place.season, "seen_on": place.seen_on}
                    for place in finding.seen
                ],
            }
            for finding in check.findings
        ],
    }
