"""Whether what a pack holds can be used: everything in it is read as the library would read it, and nothing is run.

The files are laid out in a folder of their own for that, which is gone afterwards; no template is rendered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from mundraft.files.atomic import cannot_save
from mundraft.files.system import sync_file
from mundraft.library.folders import Folder, Shelf, Tier, path_on
from mundraft.library.meant_ids import with_id_meant
from mundraft.library.search_path import Library
from mundraft.problems import MundraftError, Problem

if TYPE_CHECKING:
    from mundraft.library.template import Template
    from mundraft.packs.pack import Pack

_EXPECTATIONS = "expectations.yaml"
_LOOKS = "reference.docx"


@contextmanager
def laid_out(files: Mapping[str, bytes]) -> Iterator[Path]:
    """The files in a folder that is gone afterwards. Raises `CannotSave` where there is no room for them."""
    try:
        made = TemporaryDirectory(prefix="mundraft-pack-", ignore_cleanup_errors=True)
    except OSError as error:
        raise cannot_save(Path("pack"), error) from None
    with made as folder:
        lay_out(files, Path(folder), lasting=False)
        yield Path(folder)


def lay_out(files: Mapping[str, bytes], folder: Path, *, lasting: bool) -> None:
    """Write the files of a pack below a folder; `lasting`: on the disk itself. Their names were judged before.

    Raises `CannotSave`."""
    for path, content in files.items():
        target = folder / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                file.write(content)
                if lasting:
                    file.flush()
                    sync_file(file.fileno())
        except OSError as error:
            raise cannot_save(target, error) from None


def unusable(pack: Pack, folder: Path, behind: Iterable[Folder], shown_as: str) -> tuple[Problem, ...]:
    """What cannot be read, or may not run, in a pack that is laid out in a folder; `behind` is what stands behind it.

    Places name the files below `shown_as`, the pack's own path."""
    return _problems(pack, folder, behind, shown_as, _may_not_run)


def faults(pack: Pack, folder: Path, behind: Iterable[Folder], shown_as: str) -> tuple[Problem, ...]:
    """The same, and everything else that a teacher should mend in the templates before students have them."""
    return _problems(pack, folder, behind, shown_as, _template_faults)


def _problems(
    pack: Pack,
    folder: Path,
    behind: Iterable[Folder],
    shown_as: str,
    of_template: Callable[[Template], tuple[Problem, ...]],
) -> tuple[Problem, ...]:
    library = Library((Folder(folder, Tier.PACK), *behind))
    found: dict[Problem, None] = {}
    for shelf, name in pack.things():
        try:
            if shelf is Shelf.TEMPLATES:
                told = (*of_template(library.template(name)), *_beside(folder / shelf / name))
            else:
                told = _READ[shelf](library, name)
        except MundraftError as error:
            told = error.problems
        found.update((shown(with_id_meant(problem, library), folder, shown_as), None) for problem in told)
    return tuple(found)


def _may_not_run(template: Template) -> tuple[Problem, ...]:
    from mundraft.templating.check import problems_in

    return problems_in(template.texts, template.name, None)


def _template_faults(template: Template) -> tuple[Problem, ...]:
    from mundraft.compose.checking.whole import template_problems

    return template_problems(template)


def _beside(own: Path) -> tuple[Problem, ...]:
    """What is wrong with the files that may stand beside a template's two."""
    try:
        _read_beside(own)
    except MundraftError as error:
        return error.problems
    return ()


def _read_beside(own: Path) -> None:
    """Read what may stand beside a template's two files. Raises `UnreadableFile`."""
    looks, expectations = own / _LOOKS, own / _EXPECTATIONS
    if looks.is_file():
        from mundraft.word.looks import read_looks

        read_looks(looks.read_bytes(), str(looks))
    if expectations.is_file():
        from mundraft.strictyaml.reader import read_nodes

        read_nodes(expectations.read_bytes(), str(expectations))


def _refused_in(read: Callable[[Library, str], object]) -> Callable[[Library, str], tuple[Problem, ...]]:
    """How to read what may correct something: also a file that would be passed over is told."""

    def check(library: Library, name: str) -> tuple[Problem, ...]:
        refused: tuple[Problem, ...] = getattr(read(library, name), "refused", ())
        return refused

    return check


def _example(library: Library, name: str) -> tuple[Problem, ...]:
    from mundraft.paper.file import read_paper

    where = path_on(Shelf.EXAMPLES, library.folders[0].path, name)
    read_paper(library.example(name), str(where))
    return ()


_READ: dict[Shelf, Callable[[Library, str], tuple[Problem, ...]]] = {
    Shelf.COUNTRIES: _refused_in(Library.country),
    Shelf.INSTRUMENTS: _refused_in(Library.instrument),
    Shelf.BODIES: _refused_in(Library.body),
    Shelf.PRESETS: _refused_in(Library.conference),
    Shelf.EXAMPLES: _example,
}


def shown(problem: Problem, folder: Path, shown_as: str) -> Problem:
    """A problem at the place that its reader knows, and not in the folder that is gone."""
    if problem.place is None:
        return problem
    try:
        below = Path(problem.place.file).relative_to(folder)
    except ValueError:
        return problem
    return replace(problem, place=replace(problem.place, file=str(Path(shown_as) / below)))
