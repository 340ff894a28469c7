"""The papers in the folders that a person names: thirty students' files as they come back."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from mundraft.desk.paper_signs import foreign_documents, is_paper
from mundraft.files.there import is_folder
from mundraft.library.folders import Shelf
from mundraft.problems import Place, Problem, WrongUse
from mundraft.text.folding import fold

#: Windows hides the last ending of "kenya.yaml.txt", and Notepad adds it.
_ENDINGS = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
_OF_A_LIBRARY = frozenset(fold(shelf.value) for shelf in Shelf if "/" not in shelf.value)


class ClassFolder(NamedTuple):
    """The papers found, in the order of their folded names; the folders named; and what in these is not looked at:
    YAML files that are no papers, documents that nothing here made, and papers that lie too deep."""

    papers: tuple[Path, ...]
    folders: tuple[Path, ...] = ()
    passed_over: tuple[Path, ...] = ()
    documents: tuple[Path, ...] = ()
    too_deep: tuple[Path, ...] = ()


def papers_named(names: Iterable[Path]) -> ClassFolder:
    """The papers that a person names: files as they stand, and of folders every paper in them, each once.

    A folder's papers lie in it or one level below it, in students' own folders; folders of a library and files whose
    names begin with a dot are not looked at. Raises `WrongUse` for a folder that cannot be read or has no paper."""
    papers: dict[Path, None] = {}
    found = []
    folders = []
    for name in names:
        if is_folder(name):
            folders.append(name)
            found.append(_in_folder(name))
            papers.update(dict.fromkeys(found[-1].papers))
        else:
            papers[name] = None
    return ClassFolder(
        tuple(papers),
        tuple(folders),
        _together(one.passed_over for one in found),
        _together(one.documents for one in found),
        _together(one.too_deep for one in found),
    )


def _together(paths: Iterable[tuple[Path, ...]]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(path for some in paths for path in some))


class _File(NamedTuple):
    """A YAML file as a folder lists it, its name below the class's folder, and where it really stands; `linked` where
    that is somewhere else."""

    path: Path
    name: str
    real: str
    linked: bool


def _in_folder(folder: Path) -> ClassFolder:
    real = os.path.realpath(folder)
    try:
        here = list(os.scandir(folder))
    except OSError as error:
        raise _no_papers(folder, f"The folder {folder} cannot be read: {error.strerror}.") from None
    files = list(_yaml_files(here, folder, real))
    below = [entry for entry in here if _is_students_folder(entry)]
    for entry in below:
        files += _files_of(folder / entry.name, os.path.join(real, entry.name))  # noqa: PTH118
    papers: list[Path] = []
    others: list[Path] = []
    for path in _each_once(sorted(files, key=_by_name)):
        (papers if is_paper(path) else others).append(path)
    if not papers:
        raise _no_papers(folder, f"There is no paper in {folder}, nor in a folder in it.")
    students = [folder / entry.name for entry in below if not entry.is_symlink()]
    deeper = sorted(path for student in students for path in _papers_below(student))
    return ClassFolder(
        tuple(papers), (), tuple(others), tuple(foreign_documents([folder, *students], papers)), tuple(deeper)
    )


def _papers_below(folder: Path) -> Iterator[Path]:
    """The papers in the folders of a student's folder. A link is not followed: it may lead anywhere."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if _is_students_folder(entry) and not entry.is_symlink():
                below = folder / entry.name
                for file in _files_of(below, os.path.realpath(below)):
                    if not file.linked and is_paper(file.path):
                        yield file.path


def _each_once(files: list[_File]) -> Iterator[Path]:
    """The files without those that are one of the others behind a link: a link to the folder itself would give every
    student two documents."""
    seen = {os.path.normcase(file.real) for file in files if not file.linked}
    for file in files:
        key = os.path.normcase(file.real)
        if not file.linked or key not in seen:
            yield file.path
            seen.add(key)


def _by_name(file: _File) -> tuple[str, str]:
    return fold(file.name), file.name


def _is_students_folder(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and fold(entry.name) not in _OF_A_LIBRARY and _is_folder(entry)


def _files_of(folder: Path, expected: str) -> Iterator[_File]:
    """The files of a student's folder, which stands where `expected` unless it is a link; none where it cannot be read,
    which costs no other student anything."""
    real = os.path.realpath(folder)
    try:
        for file in _yaml_files(os.scandir(folder), folder, real):
            name = os.path.join(folder.name, file.name)  # noqa: PTH118 - as text: a class has a thousand files
            yield file._replace(name=name, linked=file.linked or real != expected)
    except OSError:
        return


def _yaml_files(entries: Iterable[os.DirEntry[str]], folder: Path, real: str) -> Iterator[_File]:
    """The YAML files among what a folder lists; `real` is where it stands. Only of a link the system is asked more."""
    for entry in entries:
        if entry.name.lower().endswith(_ENDINGS) and not entry.name.startswith(".") and not _is_folder(entry):
            path, linked = folder / entry.name, entry.is_symlink()
            stands = os.path.realpath(path) if linked else os.path.join(real, entry.name)  # noqa: PTH118
            yield _File(path, entry.name, stands, linked)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    # A link that leads in a circle is none, which only `Path` says without an error.
    return Path(entry.path).is_dir() if entry.is_symlink() else entry.is_dir()


def _no_papers(folder: Path, what: str) -> WrongUse:
    return WrongUse(
        Problem(
            "folder-no-papers",
            what,
            "Name the folder that the papers lie in: files that end in .yaml and begin with mundraft.",
            Place(str(folder)),
        )
    )
