"""A new paper: an empty one for a seat and a topic, or a copy of an example."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from glob import escape as glob_escape
from pathlib import Path
from typing import TYPE_CHECKING

from mundraft.files.there import is_there, may_be_there
from mundraft.problems import Problem, Severity, WrongUse

if TYPE_CHECKING:
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Look, Paper, Seat

#: The template of a paper for which nobody named another.
USUAL = "classic"
#: Letters of a paper's variety: some fifty million differ.
_DRAWN_LETTERS = 6
_VARIETY = re.compile(rb"^variety: \w+\n", re.MULTILINE)
PAPER_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known of a paper before its first question; everything may be left empty."""

    template: str = USUAL
    country: str = ""
    seat: str = ""
    committee: str = ""
    conference: str = ""
    citing: str = ""
    topic: str = ""
    example: str = ""


def paper_path(name: str | Path) -> Path:
    """The file for a paper named on the command line: `kenya` means `kenya.yaml`.

    Raises `WrongUse` where nothing is named but a folder."""
    path = Path(name)
    if not path.name.strip("."):
        what = f"{str(name)!r} names no file." if str(name) else "The paper has no name."
        raise WrongUse(Problem("paper-no-name", what, "Give it one, such as: kenya.yaml"))
    return path if path.suffix.lower() in PAPER_SUFFIXES else path.with_name(path.name + ".yaml")


def new_paper(path: Path, library: Library, beginning: Beginning) -> Path:
    """Write a new paper at `path` and return it. Never replaces a file.

    Raises `WrongUse` where the file exists or its folder does not, `UnknownName` where the template, country or example
    does not, and `CannotSave` where it cannot be written."""
    from mundraft.files.atomic import write_atomically
    from mundraft.files.names import refuse_reserved
    from mundraft.paper.file import paper_to_bytes

    refuse_reserved(path)
    if not is_there(path.parent):
        next_step = f'Make it first: mkdir "{path.parent}", or leave it out: mundraft new "{path.name}"'
        raise WrongUse(Problem("paper-folder-missing", f"There is no folder {path.parent}.", next_step))
    if may_be_there(path):
        raise WrongUse(
            Problem(
                "paper-exists",
                f"{path} is there already.",
                f'Open it with: mundraft "{path}", or choose another name.',
            )
        )
    paper = paper_from(library, beginning)
    if not beginning.example:
        paper = paper.changed(variety=_drawn())
    write_atomically(path, paper_to_bytes(paper))
    return path


def _drawn() -> str:
    """A variety for one paper: thirty students of one class need not meet the same wordings. It spells no word."""
    import secrets  # what it stands on takes longer to load than all else here

    return "".join(secrets.choice("bcdfghjkmnpqrstvwxz") for _ in range(_DRAWN_LETTERS))


def begun_and_left(path: Path, library: Library, beginning: Beginning) -> Path | None:
    """A paper of the same name ("paper.yaml", "paper-2.yaml") that was begun in this way and never written in."""
    from mundraft.paper.file import paper_to_bytes

    fresh = paper_to_bytes(paper_from(library, beginning))
    stem = path.stem.rstrip("0123456789").rstrip("-") if path.stem[-1:].isdigit() else path.stem
    for other in sorted(path.parent.glob(f"{glob_escape(stem)}*.yaml")):
        with suppress(OSError):
            small = other.stat().st_size <= len(fresh) + len(b"variety: \n") + _DRAWN_LETTERS
            if small and other.is_file() and _VARIETY.sub(b"", other.read_bytes()) == fresh:
                return other
    return None


def paper_from(library: Library, beginning: Beginning) -> Paper:
    """The paper that a beginning describes. Raises `UnknownName`, `UnreadableFile` for a conference's preset, and
    `WrongUse` for a way of citing that it does not leave open."""
    from mundraft.paper.file import read_paper
    from mundraft.paper.model import Committee, Paper, Topic

    if beginning.example:
        return read_paper(library.example(beginning.example), beginning.example)
    definition = library.template(beginning.template).definition
    preset, conference = _conference(library, beginning.conference or definition.preset)
    return Paper(
        template=beginning.template,
        preset=preset,
        conference=conference,
        look=_look(library, preset, beginning.citing),
        seat=_seat(library, beginning),
        committee=Committee(name=beginning.committee),
        topics=(Topic(title=beginning.topic),),
    )


def _conference(library: Library, named: str) -> tuple[str, str]:
    """The preset and the printed name of a conference. One whose rules nobody knows is printed as it was named."""
    from mundraft.desk.conferences import conference_named
    from mundraft.problems import UnknownName

    if not named.strip():
        return "", ""
    try:
        conference = conference_named(library, named)
    except UnknownName:
        return "", named
    return conference.id, conference.printed


def _look(library: Library, preset: str, citing: str) -> Look:
    """The way of citing that is named, where the conference leaves it open. Raises `WrongUse` where it does not."""
    from mundraft.compose.chosen_look import look_of
    from mundraft.paper.model import Look

    look = Look(citing=citing.strip())
    refused = look_of(look, library.conference(preset) if preset else None).refused
    if refused:
        raise WrongUse(replace(refused[0], severity=Severity.ERROR))
    return look


def _seat(library: Library, beginning: Beginning) -> Seat:
    from mundraft.library.meant import surely_meant
    from mundraft.paper.model import Seat

    if beginning.country:
        return Seat(ref=surely_meant("country", beginning.country, library.find_countries(beginning.country)))
    return Seat(name=beginning.seat)
