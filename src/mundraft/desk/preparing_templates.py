"""A teacher's own template, begun: a folder that extends one that ships, explains itself, and works as it stands."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mundraft.files.there import may_be_there
from mundraft.problems import Problem, UnknownName, WrongUse

if TYPE_CHECKING:
    from mundraft.library.conference import Conference
    from mundraft.library.search_path import Library
    from mundraft.library.template import Template

_LONGEST_NAME = 52
_MOST_WORDS = 20_000
_FILES = ("template.yaml", "paper.md.j2")


class TemplateWishes(NamedTuple):
    """What is to be different from the template that is extended; what is left empty stays as it is there.

    `conference` is the name of one whose rules the paper will follow; `words` the most that it may have, `leave_out`
    ids of what is not asked, `question` one that is asked beside those that are there."""

    extends: str = "classic"
    title: str = ""
    conference: str = ""
    words: int | None = None
    leave_out: tuple[str, ...] = ()
    question: str = ""


_NO_WISHES = TemplateWishes()


class NewTemplate(NamedTuple):
    """A template that was written: its name, its folder, and its files."""

    name: str
    path: Path
    files: tuple[Path, ...]


def new_template(name: str, folder: Path, library: Library, wishes: TemplateWishes = _NO_WISHES) -> NewTemplate:
    """Write a template of this name into a class's folder. Never replaces one.

    Raises `WrongUse` where the name makes no folder's name or is taken, or where a wish cannot be met; `UnknownName`
    for a template or conference that is not there; `CannotSave`."""
    from mundraft.desk.schemas import copy_schema
    from mundraft.files.atomic import write_atomically
    from mundraft.library.folders import Shelf, path_on

    called = name_for(name)
    path = path_on(Shelf.TEMPLATES, folder, called)
    refuse_taken(called, path, library)
    files = written(called, library, wishes)
    _tried(called, files, library)
    _make_new(path)
    copy_schema("template", folder)
    for file, text in zip(_FILES, files, strict=True):
        write_atomically(path / file, text.encode())
    return NewTemplate(called, path, tuple(path / file for file in _FILES))


def written(name: str, library: Library, wishes: TemplateWishes) -> tuple[str, str]:
    """The texts of a new template: its `template.yaml` and its `paper.md.j2`. Raises as `new_template` does."""
    from mundraft.desk.conferences import conference_named
    from mundraft.desk.template_form import Plan, paper_text, template_text

    behind = library.template(wishes.extends)
    conference = conference_named(library, wishes.conference) if wishes.conference.strip() else None
    plan = Plan(
        name=name,
        title=" ".join(wishes.title.split()) or name.replace("-", " ").capitalize(),
        behind=behind,
        words=_words(wishes, behind, conference),
        leave_out=tuple(dict.fromkeys(one.strip() for one in wishes.leave_out if one.strip())),
        question=" ".join(wishes.question.split()),
        conference=conference,
    )
    return template_text(plan), paper_text(plan)


def name_for(name: str) -> str:
    """The name of a template's folder, in letters that every system takes: "Class 11b" is class-11b.

    Raises `WrongUse` where nothing is left of it."""
    from mundraft.files.names import fault_of_name
    from mundraft.library.folders import Shelf, is_other_shelf, is_safe_name
    from mundraft.text.folding import fold

    called = re.sub(r"[^a-z0-9]+", "-", fold(name))[:_LONGEST_NAME].strip("-")
    if not called or not is_safe_name(called) or fault_of_name(called) or is_other_shelf(called, Shelf.TEMPLATES):
        what = f"{name[:_LONGEST_NAME]!r} makes no name for a template's folder."
        next_step = "Use letters of the English alphabet and digits: mundraft template new class-11b"
        raise WrongUse(Problem("template-no-name", what, next_step))
    return called


def refuse_taken(name: str, path: Path, library: Library) -> None:
    """Raises `WrongUse` for a name that a template of the library has, or whose folder is there."""
    there = path if may_be_there(path) else None
    if there is None:
        try:
            there = library.template(name).path
        except UnknownName:
            return
    what = f"There is a template called {name!r} already: {there}"
    raise WrongUse(Problem("template-exists", what, "Choose another name, or open that one in an editor."))


def _words(wishes: TemplateWishes, behind: Template, conference: Conference | None) -> int:
    """How many words a paper may have: as wished, else as the conference limits every paper, else as it was."""
    if wishes.words is not None:
        if not 0 <= wishes.words <= _MOST_WORDS:
            what = f"A paper cannot have {wishes.words} words at most."
            next_step = f"Give a number from 1 to {_MOST_WORDS:,}, or 0 for no limit."
            raise WrongUse(Problem("template-words", what, next_step))
        return wishes.words
    limits = [one.max_words for one in conference.length if one.max_words and not one.only_for] if conference else []
    return min(limits, default=behind.definition.max_words)


def _tried(name: str, files: tuple[str, ...], library: Library) -> None:
    """Raises `WrongUse` where the template would not work: most often, since an id to leave out is misspelt."""
    from mundraft.library.folders import Folder, Shelf, Tier, path_on
    from mundraft.library.search_path import Library as Libraries

    with tempfile.TemporaryDirectory(prefix="mundraft-") as held:
        path = path_on(Shelf.TEMPLATES, Path(held), name)
        path.mkdir(parents=True)
        for file, text in zip(_FILES, files, strict=True):
            (path / file).write_bytes(text.encode())
        faults = Libraries((Folder(Path(held), Tier.GIVEN), *library.folders)).template(name).faults
    if faults:
        raise WrongUse(tuple(Problem(fault.code, fault.what, fault.next_step) for fault in faults))


def _make_new(path: Path) -> None:
    """Make the template's folder, which must not be there. Raises `CannotSave`, or `WrongUse` where it appeared."""
    from mundraft.files.atomic import cannot_save, make_folder

    make_folder(path.parent)
    try:
        path.mkdir()
    except FileExistsError:
        what = f"There is a template called {path.name!r} already: {path}"
        raise WrongUse(Problem("template-exists", what, "Choose another name.")) from None
    except OSError as error:
        raise cannot_save(path, error) from None
