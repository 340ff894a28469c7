"""The reference document of a template: found in its folder or in that of a template it extends, and read for looks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from mundraft.document.looks import LooksRead
from mundraft.files.reading import read_capped
from mundraft.library.folders import stays_inside
from mundraft.library.template import Template
from mundraft.problems import Place, Problem, Severity, UnreadableFile
from mundraft.text.near import names_near

#: What a reference is called in the folder of a template.
REFERENCE = "reference.docx"
_STEM = "reference"
_OF_WORD = frozenset((".docx", ".doc", ".dotx", ".docm", ".dotm", ".dot", ".odt", ".rtf", ".pages"))


class TemplateLooks(NamedTuple):
    """The looks that a template brings: the file they stand in (None where there is none), and what it says; `told` is
    why it could not be read."""

    path: Path | None = None
    read: LooksRead | None = None
    told: tuple[Problem, ...] = ()


def reference_of(template: Template) -> Path | None:
    """The reference of a template: its own, else that of the nearest template that it extends."""
    return next((path for path in references_of(template) if _is_there(path, path.parent)), None)


def references_of(template: Template) -> tuple[Path, ...]:
    """Where the reference of a template may stand, the nearest first."""
    return tuple(link.path / REFERENCE for link in template.chain)


def meant_as_reference(template: Template) -> Path | None:
    """A file in a template's own folder that its maker meant as the reference, and that is not called so: `.doc`, a
    capital (which only some systems tell apart), `(1)`, or the ending twice where it is hidden."""
    try:
        names = sorted(path for path in template.path.iterdir() if path.suffix.casefold() in _OF_WORD)
    except OSError:
        return None
    if any(path.name == REFERENCE for path in names):
        return None
    stems = [(path, re.match(r"[a-z]*", path.name.casefold())) for path in names]
    return next((path for path, stem in stems if stem and names_near(stem[0], [_STEM], cutoff=0.8)), None)


def misnamed(path: Path) -> Problem:
    """How a reference that is not called so is told."""
    what = f"{path.name} is not read: the Word document with a template's looks is called {REFERENCE}, just so."
    saved = path.suffix.casefold() == ".docx"
    how = f"Rename it to {REFERENCE}." if saved else f"Save it in Word as a .docx, called {REFERENCE}."
    return Problem("looks-misnamed", what, how, Place(str(path)), severity=Severity.WARNING)


def _is_there(path: Path, folder: Path) -> bool:
    """Whether a file stands in a folder itself, and not behind a link to another place."""
    try:
        return path.is_file() and stays_inside(path, folder)
    except OSError:
        return False


def looks_of_template(template: Template) -> TemplateLooks:
    """The looks of a template. One that cannot be read stops no paper: it is told, and the project's own look holds."""
    path = reference_of(template)
    if path is None:
        return TemplateLooks()
    try:
        return TemplateLooks(path, read_reference(path))
    except UnreadableFile as error:
        first = error.problems[0]
        what = f"The looks of the template {template.name!r} cannot be read, and the paper keeps its own: {first.what}"
        return TemplateLooks(path, None, (Problem(first.code, what, first.next_step, severity=Severity.WARNING),))


def read_reference(path: Path) -> LooksRead:
    """The looks in a file. Raises `UnreadableFile`."""
    # What reads Word files is imported only for a paper that has one to read.
    from mundraft.word.looks import LARGEST_FILE, read_looks

    return read_looks(read_capped(path, "Word file", LARGEST_FILE), str(path))
