"""The papers in the folders that a person names: thirty students' files as they come back."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from mundraft.files.there import is_folder
from mundraft.library.folders import Shelf
from mundraft.problems import MundraftError, Place, Problem, WrongUse
from mundraft.text.folding import fold

_ENDINGS = (".yaml", ".yml")
# What every paper says of itself at the beginning of a line, today's version and the first; also in a file that some
# editor saved with two bytes a letter, which is then told to be unreadable as what it is.
_A_PAPERS_KEY = rb"""(?m)^[ \t{]*["']?(?:mundraft["']?[ \t]*:|schema["']?[ \t]*:[ \t]*["']?1\b)"""
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
        if not is_folder(name):
            papers[name] = None
            continue
        folders.append(name)
        found = _in_folder(name)
        papers.update(dict.fromkeys(found.papers))
        passed_over.update(dict.fromkeys(found.passed_over))
    return ClassFolder(tuple(papers), tuple(passed_over), tuple(folders))


class _File(NamedTuple):
    """A YAML file as a folder lists it, and where it really stands; `linked` where that is somewhere else."""

    path: Path
    real: str
    linked: bool


def _in_folder(folder: Path) -> ClassFolder:
    real = os.path.realpath(folder)
    try:
        here = list(os.scandir(folder))
    except OSError as error:
        raise _no_papers(folder, f"The folder {folder} cannot be read: {error.strerror}.") from None
    files = list(_yaml_files(here, folder, real))
    for entry in here:
        if _is_students_folder(entry):
            files += _files_of(folder / entry.name, os.path.join(real, entry.name))  # noqa: PTH118
    papers: list[Path] = []
    others: list[Path] = []
    for path in _each_once(sorted(files, key=lambda file: _by_name(file.path.relative_to(folder)))):
        (papers if _is_paper(path) else others).append(path)
    if not papers:
        raise _no_papers(folder, f"There is no paper in {folder}, nor in a folder in it.")
    return ClassFolder(tuple(papers), tuple(others))


def _each_once(files: list[_File]) -> Iterator[Path]:
    """The files without those that are one of the others behind a link: a link to the folder itself would give every
    student two documents."""
    seen = {os.path.normcase(file.real) for file in files if not file.linked}
    for file in files:
        key = os.path.normcase(file.real)
        if not file.linked or key not in seen:
            yield file.path
            seen.add(key)


def _by_name(path: Path) -> tuple[str, str]:
    return fold(str(path)), str(path)


def _is_students_folder(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and fold(entry.name) not in _OF_A_LIBRARY and _is_folder(entry)


def _files_of(folder: Path, expected: str) -> Iterator[_File]:
    """The files of a student's folder, which stands where `expected` unless it is a link; none where it cannot be read,
    which costs no other student anything."""
    real = os.path.realpath(folder)
    try:
        for file in _yaml_files(os.scandir(folder), folder, real):
            yield file._replace(linked=file.linked or real != expected)
    except OSError:
        return


def _yaml_files(entries: Iterable[os.DirEntry[str]], folder: Path, real: str) -> Iterator[_File]:
    """The YAML files among what a folder lists; `real` is where it stands. Only of a link the system is asked more."""
    for entry in entries:
        if entry.name.lower().endswith(_ENDINGS) and not entry.name.startswith(".") and not _is_folder(entry):
            path, linked = folder / entry.name, entry.is_symlink()
            yield _File(path, os.path.realpath(path) if linked else os.path.join(real, entry.name), linked)  # noqa: PTH118


def _is_folder(entry: os.DirEntry[str]) -> bool:
    # A link that leads in a circle is none, which only `Path` says without an error.
    return Path(entry.path).is_dir() if entry.is_symlink() else entry.is_dir()


def _is_paper(path: Path) -> bool:
    """Whether a file says that it is a paper. One that cannot be looked into, is empty or no text (a Word file that was
    given a paper's ending) may be one that was lost: it is taken for a paper, so that it is told of."""
    from mundraft.files.reading import read_capped

    try:
        data = read_capped(path, "paper")
    except MundraftError:
        return True
    if not data.strip() or re.search(_A_PAPERS_KEY, data.lstrip(_BYTE_ORDER_MARKS).replace(b"\0", b"")):
        return True
    from mundraft.strictyaml.decoding import text_in

    try:
        text_in(data, str(path))
    except MundraftError:
        return True
    return False


def _no_papers(folder: Path, what: str) -> WrongUse:
    return WrongUse(
        Problem(
            "folder-no-papers",
            what,
            "Name the folder that the papers lie in: files that end in .yaml and begin with mundraft.",
            Place(str(folder)),
        )
    )
