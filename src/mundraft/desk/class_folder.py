"""The papers in the folders that a person names: thirty students' files as they come back."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from mundraft.library.folders import Shelf
from mundraft.problems import MundraftError, Place, Problem, WrongUse
from mundraft.text.folding import fold

_ENDINGS = frozenset({".yaml", ".yml"})
# What every paper says of itself at the beginning of a line, today's version and the first; also in a file that some
# editor saved with two bytes a letter, which is then told to be unreadable as what it is.
_A_PAPERS_KEY = re.compile(rb"""^[ \t{]*["']?(?:mundraft["']?[ \t]*:|schema["']?[ \t]*:[ \t]*["']?1\b)""", re.MULTILINE)
_BYTE_ORDER_MARKS = b"\xef\xbb\xbf\xff\xfe"
_OF_A_LIBRARY = frozenset(fold(shelf.value) for shelf in Shelf if "/" not in shelf.value)


class ClassFolder(NamedTuple):
    """The papers found, in the order of their folded names; the YAML files that are no papers; the folders named."""

    papers: tuple[Path, ...]
    passed_over: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()


def papers_named(names: Iterable[Path]) -> ClassFolder:
    """The papers that a person names: files as they stand, and of folders every paper in them, each once.

    A folder's papers lie in it or one level below it, in students' own folders; folders of a library and files whose
    names begin with a dot are not looked at. Raises `WrongUse` for a folder that cannot be read or has no paper."""
    papers: dict[Path, None] = {}
    passed_over: dict[Path, None] = {}
    folders = []
    for name in names:
        if not name.is_dir():
            papers[name] = None
            continue
        folders.append(name)
        found = _in_folder(name)
        papers.update(dict.fromkeys(found.papers))
        passed_over.update(dict.fromkeys(found.passed_over))
    return ClassFolder(tuple(papers), tuple(passed_over), tuple(folders))


def _in_folder(folder: Path) -> ClassFolder:
    try:
        here = sorted(folder.iterdir(), key=_by_name)
    except OSError as error:
        raise _no_papers(folder, f"The folder {folder} cannot be read: {error.strerror}.") from None
    below = [path for each in here if _is_students_folder(each) for path in _files_of(each)]
    files = sorted(
        [path for path in [*here, *below] if _is_yaml(path)], key=lambda path: _by_name(path.relative_to(folder))
    )
    files = _each_once(files, folder)
    papers = tuple(path for path in files if _is_paper(path))
    if not papers:
        raise _no_papers(folder, f"There is no paper in {folder}, nor in a folder in it.")
    return ClassFolder(papers, tuple(path for path in files if path not in set(papers)))


def _each_once(files: list[Path], folder: Path) -> list[Path]:
    """The files without those that are one of the others behind a link: a link to the folder itself would give every
    student two documents."""
    here = os.path.realpath(folder)
    real = {path: os.path.realpath(path) for path in files}
    linked = {path for path in files if real[path] != os.path.join(here, path.relative_to(folder))}  # noqa: PTH118
    seen = {os.path.normcase(real[path]) for path in files if path not in linked}
    kept = []
    for path in files:
        key = os.path.normcase(real[path])
        if path not in linked or key not in seen:
            kept.append(path)
            seen.add(key)
    return kept


def _by_name(path: Path) -> tuple[str, str]:
    return fold(str(path)), str(path)


def _is_students_folder(path: Path) -> bool:
    return not path.name.startswith(".") and fold(path.name) not in _OF_A_LIBRARY and path.is_dir()


def _files_of(folder: Path) -> Iterator[Path]:
    """The files of a student's folder; none where it cannot be read, which costs no other student anything."""
    try:
        yield from folder.iterdir()
    except OSError:
        return


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in _ENDINGS and not path.name.startswith(".") and not path.is_dir()


def _is_paper(path: Path) -> bool:
    """Whether a file says that it is a paper. One that cannot be looked into, or is empty, may be one that was lost:
    it is taken for a paper, so that it is told of."""
    from mundraft.files.reading import read_capped

    try:
        data = read_capped(path, "paper")
    except MundraftError:
        return True
    return not data.strip() or bool(_A_PAPERS_KEY.search(data.lstrip(_BYTE_ORDER_MARKS).replace(b"\0", b"")))


def _no_papers(folder: Path, what: str) -> WrongUse:
    return WrongUse(
        Problem(
            "folder-no-papers",
            what,
            "Name the folder that the papers lie in: files that end in .yaml and begin with mundraft.",
            Place(str(folder)),
        )
    )
