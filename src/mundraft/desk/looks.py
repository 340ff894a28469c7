"""Whose looks a paper is written in, and what a teacher is told of a reference document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mundraft.problems import MundraftError, Problem, Severity, UnknownName

if TYPE_CHECKING:
    from mundraft.document.looks import LeftOut, Looks, LooksRead
    from mundraft.library.search_path import Library
    from mundraft.library.template import Template
    from mundraft.paper.model import Paper

#: What a person writes for the project's own look.
OWN_LOOK = "none"
_WORD = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".odt", ".rtf", ".pages")


class LooksReport(NamedTuple):
    """What was read of a reference: `path` is its file, `overruled` what `conference` rules otherwise."""

    path: Path
    read: LooksRead
    overruled: tuple[LeftOut, ...] = ()
    conference: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The report as lines of plain text."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"Looks from {self.path}"
        yield "Taken:"
        yield from (f"  {one}" for one in self.read.taken or ("nothing; the paper keeps its own look",))
        if self.read.left_out:
            yield "Left out:"
            yield from (f"  {one.told}" for one in self.read.left_out)
        if self.overruled:
            yield f"Left out by the rules of {self.conference}:"
            yield from (f"  {one.told}" for one in self.overruled)
        if self.read.remarks:
            yield "To think of:"
            yield from (f"  {one}" for one in self.read.remarks)


def looks_named(name: str) -> Looks | None:
    """The looks that a person asks for: of the file named; no looks at all for "none"; None for "", which leaves it to
    each paper's template. Raises `UnreadableFile`."""
    from mundraft.compose.template_looks import read_reference
    from mundraft.document.looks import NO_LOOKS

    if not name.strip():
        return None
    return NO_LOOKS if name.strip().casefold() == OWN_LOOK else read_reference(Path(name)).looks


def looks_report(library: Library, name: str, conference: str = "") -> LooksReport:
    """What a reference says, and what of it is not used: of a file, or of the template of this name.

    `conference` names one whose rules hold. Raises `UnreadableFile`, and `UnknownName` where there is no such template,
    or it has no reference."""
    from mundraft.compose.template_looks import read_reference

    path = Path(name) if is_file(name) else _reference(library, name)
    read = read_reference(path)
    if not conference:
        return LooksReport(path, read)
    called, overruled = _overruled(library, read.looks, conference)
    return LooksReport(path, read, overruled, called)


def looks_lines(template: Template) -> tuple[str, ...]:
    """What a template's reference gives and what is left out of it, as lines of plain text; none where it has none.

    A reference that cannot be read is told and raises nothing."""
    from mundraft.compose.template_looks import looks_of_template

    found = looks_of_template(template)
    if found.path is None:
        return ()
    if found.read is None:
        return tuple(line for problem in found.told for line in problem.told().splitlines())
    return LooksReport(found.path, found.read).lines


def whose_looks(paper: Paper, library: Library) -> str:
    """One line on the looks that a paper's template brings to its Word file; "" where it brings none."""
    from mundraft.compose.presentation import presentation_of
    from mundraft.compose.template_looks import looks_of_template

    try:
        template = library.template(paper.template)
    except MundraftError:
        return ""
    found = looks_of_template(template)
    if found.read is None:
        return " ".join(problem.what for problem in found.told)
    presentation = presentation_of(paper, library, looks=found.read.looks)
    without = ", ".join(one.what[0].lower() + one.what[1:] for one in presentation.overruled)
    ruled = f", without {without} by the rules of {presentation.conference}" if without else ""
    return f"The looks are those of the template “{template.definition.name}”{ruled}."


def is_file(name: str) -> bool:
    """Whether a word names a Word file, and no template."""
    return name.casefold().endswith(_WORD) or "/" in name or "\\" in name


def _reference(library: Library, name: str) -> Path:
    from mundraft.compose.template_looks import REFERENCE, meant_as_reference, misnamed, reference_of

    template = library.template(name)
    path = reference_of(template)
    if path is None:
        if (meant := meant_as_reference(template)) is not None:
            raise UnknownName(replace(misnamed(meant), severity=Severity.ERROR))
        what = f"The template {name!r} brings no looks of its own: papers have the project's own look."
        next_step = f"Save a Word document as {template.path / REFERENCE} to give it some."
        raise UnknownName(Problem("looks-none", what, next_step))
    return path


def _overruled(library: Library, looks: Looks, conference: str) -> tuple[str, tuple[LeftOut, ...]]:
    from mundraft.compose.presentation import of_conference
    from mundraft.desk.conferences import conference_named
    from mundraft.paper.model import Paper

    rules = conference_named(library, conference)
    paper = Paper()
    return rules.called, of_conference(rules, paper).with_looks(looks, paper, rules).overruled
