"""The papers that a template is tried with: the examples that use it, the extremes, and any paper of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mundraft.problems import MundraftError, Problem, UnknownName
from mundraft.text.folding import fold
from mundraft.text.near import names_near

if TYPE_CHECKING:
    from mundraft.compose.extremes import Extreme
    from mundraft.library.search_path import Library
    from mundraft.library.template import Template
    from mundraft.paper.model import Paper

_ENDINGS = (".yaml", ".yml")
#: With how many names near to one that is unknown a message helps and does not bury.
_NEAREST = 3


class Sample(NamedTuple):
    """One paper to try a template with. `key` is what is typed for it, `title` what is read.

    What a paper says that `is_made_up` is put together: the examples of its questions, and another seat and treaty."""

    key: str
    title: str
    paper: Paper
    is_made_up: bool = False


def examples(template: Template, library: Library) -> tuple[Sample, ...]:
    """The example papers that were written with this template; without any, those of the template that it extends.

    An example that cannot be read is left out: it is not what is being tried."""
    papers = [(found, paper) for found in library.examples() if (paper := _readable(found.name, library))]
    for link in template.chain:
        written = [(found, paper) for found, paper in papers if paper.template == link.name]
        if written:
            return tuple(Sample(found.name, found.title, _with(paper, template)) for found, paper in written)
    return ()


def extremes(template: Template) -> tuple[Sample, ...]:
    """Every extreme that the template can have."""
    from mundraft.compose.extremes import extremes as extremes_of

    return tuple(_sample(extreme, template) for extreme in extremes_of(template.definition))


def usual(template: Template, library: Library) -> Sample:
    """The paper that shows the template best: the first example, else one in which everything is answered."""
    from mundraft.compose.extremes import extremes as extremes_of

    found = examples(template, library)
    return found[0] if found else _sample(extremes_of(template.definition)[0], template)


def named(name: str, template: Template, library: Library, beside: Path | None = None) -> Sample:
    """The sample of this name: an example, an extreme ("one solution" or one-solution), or a paper's file, looked for
    in the folder `beside` (the current one for None).

    Raises `UnknownName`, naming what comes near, and `UnreadableFile` for a paper's file."""
    if is_file_name(name):
        return _of_file((beside or Path()) / name, template)
    every = _every_extreme(template)
    for extreme in every:
        if fold(name).replace(" ", "-") == extreme.key:
            return _sample(extreme, template)
    if name in {found.name for found in library.examples()}:
        return Sample(name, _called(name, library), _with(_read_example(name, library), template))
    raise _unknown(name, [*(found.name for found in library.examples()), *(extreme.key for extreme in every)])


def is_file_name(name: str) -> bool:
    """Whether a sample's name is that of a paper's file."""
    return name.lower().endswith(_ENDINGS)


def as_in(template: Template, sample: Sample) -> Sample:
    """The same sample for another version of its template: an extreme is made anew, from what that version asks."""
    extreme = next((one for one in _every_extreme(template) if one.key == sample.key), None)
    return _sample(extreme, template) if extreme else sample._replace(paper=_with(sample.paper, template))


def _every_extreme(template: Template) -> Iterable[Extreme]:
    from mundraft.compose.extremes import extremes as extremes_of
    from mundraft.compose.extremes import one_change_each

    return (*extremes_of(template.definition), *one_change_each(template.definition))


def _sample(extreme: Extreme, template: Template) -> Sample:
    return Sample(extreme.key, extreme.name, extreme.paper(template.definition, template.name), is_made_up=True)


def _readable(name: str, library: Library) -> Paper | None:
    try:
        return _read_example(name, library)
    except MundraftError:
        return None


def _read_example(name: str, library: Library) -> Paper:
    from mundraft.paper.file import read_paper

    return read_paper(library.example(name), name)


def _of_file(path: Path, template: Template) -> Sample:
    from mundraft.paper.file import read_paper_file

    return Sample(path.stem, path.name, _with(read_paper_file(path), template))


def _called(name: str, library: Library) -> str:
    return next(found.title for found in library.examples() if found.name == name)


def _with(paper: Paper, template: Template) -> Paper:
    """The paper as this template writes it."""
    return paper.changed(template=template.name)


def _unknown(name: str, known: list[str]) -> UnknownName:
    near = names_near(fold(name).replace(" ", "-"), known, n=_NEAREST, cutoff=0.5)
    meant = f"Did you mean {' or '.join(near)}?" if near else "`mundraft template preview NAME --list` shows them."
    what = f"There is no example paper and no extreme called “{name[:80]}”."
    return UnknownName(Problem("sample-unknown", what, meant))
