"""What is told of a template that cannot be read: what is wrong in either of its files, and files that are misnamed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mundraft.library.folders import Shelf, path_on
from mundraft.library.search_path import Library
from mundraft.library.template_texts import read_text
from mundraft.problems import MundraftError, Place, Problem
from mundraft.templating.check import problems_in

_FILES = {"template.yaml": "template.ya?ml", "paper.md.j2": r"paper(?:\.md)?(?:\.j2|\.jinja2?)?"}
_NAMES_OTHERS = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b")


def unread_problems(library: Library, name: str, error: MundraftError) -> tuple[Problem, ...]:
    """The problems of a template for which the library raised `error`: of its questions and of its text."""
    folder = _folder_of(library, name)
    if folder is None:
        return error.problems
    misnamed = tuple(_misnamed(folder))
    told = misnamed or error.problems
    return (*told, *_of_text(folder / "paper.md.j2", told))


def _folder_of(library: Library, name: str) -> Path | None:
    """The nearest folder of this name, whatever it holds."""
    if not re.fullmatch(r"[\w .-]+", name) or name.startswith("."):
        return None
    paths = (path_on(Shelf.TEMPLATES, folder.path, name) for folder in library.folders)
    return next((path for path in paths if path.is_dir()), None)


def _misnamed(folder: Path) -> Iterator[Problem]:
    """Files that are called nearly as those of a template are, where the right one is missing."""
    there = sorted(path.name for path in folder.iterdir())[:100]
    for right, pattern in _FILES.items():
        if right in there:
            continue
        near = [one for one in there if re.fullmatch(rf"{pattern}(?:\.txt)?", one, re.IGNORECASE)]
        for one in near[:1]:
            what = f"This file is called {one}, and is not found so."
            hidden = " Windows shows endings with: View, File name extensions." if one.endswith(".txt") else ""
            yield Problem("template-file-name", what, f"Rename it to {right}.{hidden}", Place(str(folder / one)))


def _of_text(path: Path, told: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """What is wrong in the text by itself, where its questions cannot be read: names cannot be looked at then.

    A text that names others is left until they are known."""
    if any(one.place and one.place.file == str(path) for one in told):
        return ()
    try:
        source = read_text(path)
    except MundraftError:
        return ()
    return () if _NAMES_OTHERS.search(source) else problems_in(source, str(path))
