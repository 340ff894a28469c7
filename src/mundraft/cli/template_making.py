"""`mundraft template new`: a template of one's own, begun; in a terminal, what is not said is asked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from mundraft.cli.library_output import library_of
from mundraft.cli.running import DONE, say, tell
from mundraft.problems import MundraftError, Problem, WrongUse

if TYPE_CHECKING:
    from mundraft.desk.preparing_templates import TemplateWishes
    from mundraft.library.search_path import Library
    from mundraft.library.template import Template

_T = TypeVar("_T")
_USUAL = "classic"


@click.command("new")
@click.argument("name")
@click.option("--extends", default="", help="The template to begin from (classic).")
@click.option("--title", default="", help="What lists call it.")
@click.option("--conference", default="", help="The conference whose limit of words it keeps to.")
@click.option("--words", type=int, help="The most words that a paper may have; 0 for no limit.")
@click.option("--leave-out", multiple=True, metavar="ID", help="A question, group, step or part to leave out.")
@click.option("--question", default="", help="One question of your own.")
@click.option(
    "--in", "folder", type=click.Path(path_type=Path, file_okay=False), help="The class's folder (the current one)."
)
@click.pass_context
def new_template_command(
    context: click.Context,
    name: str,
    extends: str,
    title: str,
    conference: str,
    words: int | None,
    leave_out: tuple[str, ...],
    question: str,
    folder: Path | None,
) -> int:
    """Write a template NAME into your class's folder: one that works, with every line explained, to be changed.

    It extends one that ships. In a terminal, a few questions are asked about what no option says, unless --extends is
    given."""
    from mundraft.desk.preparing_templates import TemplateWishes, name_for, new_template, refuse_taken
    from mundraft.library.folders import Shelf, path_on

    library = library_of(context)
    target = folder or context.find_root().obj or Path.cwd()
    refuse_taken(called := name_for(name), path_on(Shelf.TEMPLATES, target, called), library)
    wishes = TemplateWishes(extends, title, conference, words, leave_out, question)
    if _is_asked() and not extends:
        wishes = _asked(library, called, wishes)
    made = new_template(name, target, library, wishes._replace(extends=wishes.extends or _USUAL))
    say(f"Wrote {made.files[0]}")
    say(f"  and {made.files[1]}")
    given = f' --library "{target}"' if folder else ""
    say("It works as it is. Change it with any editor, then:")
    say(f"  mundraft{given} template check {made.name}")
    say(f"  mundraft{given} template preview {made.name}")
    return DONE


def _is_asked() -> bool:
    return bool(sys.stdin and sys.stdout and sys.stdin.isatty() and sys.stdout.isatty())


def _asked(library: Library, name: str, wishes: TemplateWishes) -> TemplateWishes:
    """The wishes with what a teacher answers; Enter alone takes what stands in brackets."""
    templates = library.templates()
    names = [found.name for found in templates]
    say("Which template do you begin from?")
    for number, found in enumerate(templates, 1):
        say(f"  {number:>2}  {found.name:<20} {found.title}")
    behind = _until_right("Its name or number", _USUAL, lambda said: library.template(_chosen(said, names)))
    title = wishes.title or _line("What is yours called in lists?", name.replace("-", " ").capitalize())
    words = wishes.words
    if words is None and not wishes.conference:
        usual = str(behind.definition.max_words)
        words = _until_right("How many words may a paper have (0: no limit)?", usual, _number)
    leave_out = wishes.leave_out or _left_out(behind)
    question = wishes.question or _line("One question of your own? (Enter for none)", "")
    return wishes._replace(extends=behind.name, title=title, words=words, leave_out=leave_out, question=question)


def _left_out(behind: Template) -> tuple[str, ...]:
    from mundraft.desk.template_form import askable

    optional = [one for one in askable(behind.definition) if not one.required]
    if not optional:
        return ()
    say("Nobody has to answer these. Which do you leave out?")
    for number, one in enumerate(optional, 1):
        say(f"  {number:>2}  {one.ref:<28} {one.words}")
    refs = [one.ref for one in optional]
    return _until_right(
        "Their numbers or ids, with spaces between them (Enter for none)", "", lambda said: _all_of(said, refs)
    )


def _all_of(said: str, refs: list[str]) -> tuple[str, ...]:
    from mundraft.templating.faults import did_you_mean

    chosen = tuple(_chosen(word, refs) for word in said.replace(",", " ").split())
    for one in chosen:
        if one not in refs:
            raise WrongUse(Problem("template-unknown-id", f"{one!r} is not among these.", did_you_mean(one, refs)))
    return chosen


def _chosen(said: str, names: list[str]) -> str:
    """What a number of a list stands for, or the name as it was typed."""
    return names[int(said) - 1] if said.isdecimal() and 0 < int(said) <= len(names) else said


def _number(said: str) -> int:
    if not said.isdecimal():
        raise WrongUse(Problem("template-words", f"{said!r} is not a number.", "Write digits alone, such as 900."))
    return int(said)


def _until_right(question: str, usual: str, read: Callable[[str], _T]) -> _T:
    """Ask until the answer can be used; what is wrong is told each time. Where nobody answers, the usual is taken."""
    while True:
        said = _line(question, usual)
        try:
            return read(said)
        except MundraftError as error:
            if said == usual:
                raise
            tell(str(error))


def _line(question: str, usual: str) -> str:
    say(f"{question} [{usual}] " if usual else f"{question} ", end="")
    return sys.stdin.readline().strip() or usual
