"""The commands for several copies of one paper: a partner's, and earlier ones."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mundraft.cli.running import DONE, FINDINGS, WRONG, say, say_data, tell, tell_if_nothing_can_be_kept
from mundraft.files.there import may_be_there
from mundraft.problems import MundraftError, Problem, WrongUse

if TYPE_CHECKING:
    from mundraft.library.search_path import Library
    from mundraft.paper.compare import Difference
    from mundraft.paper.history import History

PAPER = click.Path(path_type=Path)


@click.command("compare")
@click.argument("ours", type=PAPER)
@click.argument("theirs", type=PAPER)
@click.option("--json", "as_json", is_flag=True, help="Print the differences as JSON.")
@click.pass_context
def compare_command(context: click.Context, ours: Path, theirs: Path, as_json: bool) -> int:
    """Show where two copies of a paper differ, answer by answer. Exit code 1 where they do."""
    from mundraft.desk.comparing import caller
    from mundraft.paper.compare import differences
    from mundraft.paper.file import read_paper_file

    mine, other = read_paper_file(ours), read_paper_file(theirs)
    found = differences(mine, other)
    called = caller(_library(ours, context), mine, other)
    if as_json:
        data = [_as_data(one, called(one.address)) for one in found]
        say_data(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for one in found:
            _print_difference(one, called(one.address))
        many = "1 difference." if len(found) == 1 else f"{len(found)} differences."
        say(many if found else "The two copies say the same.")
    return FINDINGS if found else DONE


@click.command("merge")
@click.argument("ours", type=PAPER)
@click.argument("theirs", type=PAPER)
@click.option("-o", "--output", type=PAPER, help="The file for the merged paper; it must be new.")
@click.option("--base", type=PAPER, help="The copy from which both began, if there is one.")
@click.option("--prefer", type=click.Choice(["ours", "theirs"]), default="ours", show_default=True)
@click.pass_context
def merge_command(
    context: click.Context, ours: Path, theirs: Path, output: Path | None, base: Path | None, prefer: str
) -> int:
    """Merge two copies of a paper into a new file: mundraft merge ana.yaml ben.yaml -o both.yaml

    What only one copy has is taken. Where both answered one question, the preferred copy's answer is taken and both
    are told, so that you can decide in the app; the exit code is 1 then. With --base, the copy from which both began,
    what one of you deleted is deleted; without it, it stands, since nobody knows.
    """
    from mundraft.cli.merge_lines import Copy, conflict_lines, merged_lines
    from mundraft.desk.comparing import caller
    from mundraft.files.atomic import write_atomically
    from mundraft.paper.compare import merge
    from mundraft.paper.file import paper_to_bytes, read_paper_file

    if output is None:
        what = "A merge writes a new paper, and its file is not named."
        next_step = f'Name it with -o: mundraft merge "{ours}" "{theirs}" -o both.yaml'
        raise WrongUse(Problem("merge-no-output", what, next_step))
    if may_be_there(output):
        raise WrongUse(Problem("merge-output-exists", f"{output} is there already.", "Choose a new name with -o."))
    first, second = (ours, theirs) if prefer == "ours" else (theirs, ours)
    common = read_paper_file(base) if base else None
    preferred, other = Copy(first, read_paper_file(first)), Copy(second, read_paper_file(second))
    merged = merge(common, preferred.paper, other.paper)
    write_atomically(output, paper_to_bytes(merged.paper))
    called = caller(_library(ours, context), preferred.paper, merged.paper, other.paper)
    say(f"Wrote {output}.")
    for line in merged_lines(preferred, other, merged, called, has_base=common is not None):
        say(line)
    next_step = (
        f'To choose one by one: mundraft "{output}", and there in ^P Merge another copy, {second}. '
        f"To have {second} stand in all: merge again with --prefer {'theirs' if prefer == 'ours' else 'ours'}."
    )
    for line in conflict_lines(preferred, other, merged, called, next_step):
        tell(line)
    return FINDINGS if merged.conflicts else DONE


@click.command("history")
@click.argument("paper", type=PAPER)
@click.option("--show", metavar="VERSION", help="Print one version.")
@click.option("--restore", metavar="VERSION", help="Put one version back; the present one is kept first.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def history_command(paper: Path, show: str | None, restore: str | None, as_json: bool) -> int:
    """List the earlier versions of PAPER that are kept on this computer."""
    from mundraft.paper.history import History

    history = History(paper)
    tell_if_nothing_can_be_kept()
    _tell_waiting(paper)
    if show:
        say(history.read(show).decode("utf-8", "replace"), end="")
        return DONE
    if restore:
        return _restore(paper, restore)
    return _list_versions(history, paper, as_json)


def _tell_waiting(path: Path) -> None:
    """Whoever looks for lost words here may find them in a rescue copy; a paper that cannot be read says so itself."""
    from mundraft.desk.rescue import words_waiting
    from mundraft.paper.file import read_paper_file

    with suppress(MundraftError):
        for problem in words_waiting(path, read_paper_file(path)):
            tell(problem.told())


def _restore(paper: Path, version: str) -> int:
    from mundraft.cli.plainly import told_saved
    from mundraft.desk.session import PaperSession

    session = PaperSession.open_at_version(paper, version)
    session.close()
    if not told_saved(session):
        return WRONG
    say(f"{paper} is as it was in version {version}; what it was before is kept in its history.")
    return DONE


def _list_versions(history: History, paper: Path, as_json: bool) -> int:
    versions = history.versions()
    if as_json:
        data = [{"id": version.id, "when": version.when.isoformat(), "why": version.why} for version in versions]
        say_data(json.dumps(data, ensure_ascii=False, indent=2))
        return DONE
    for version in versions:
        ahead = " (by a clock that was wrong)" if version.is_ahead() else ""
        say(f"{version.id}  {version.when.astimezone():%Y-%m-%d %H:%M:%S}  {version.why}{ahead}")
    if not versions:
        say(f"No earlier version of {paper} is kept on this computer.")
    for other in history.left_behind():
        kept = len(other.versions())
        number = "1 version is" if kept == 1 else f"{kept} versions are"
        say(f'{number} kept of a paper that is no longer there; is it this one? mundraft history "{other.path}"')
    return DONE


def _library(paper: Path, context: click.Context) -> Library:
    from mundraft.library.search_path import default_library

    return default_library(beside=paper.parent, extra=context.obj)


def _print_difference(difference: Difference, called: str) -> None:
    say(f"{called}  ({difference.address})")
    say(f"  ours:   {_in_words(difference.ours)}")
    say(f"  theirs: {_in_words(difference.theirs)}")


def _as_data(difference: Difference, called: str) -> dict[str, str]:
    return {
        "question": called,
        "address": difference.address,
        "ours": _in_words(difference.ours),
        "theirs": _in_words(difference.theirs),
    }


def _in_words(value: object) -> str:
    from mundraft.paper.compare import in_words

    return in_words(value)
