"""One template of several that extend one another: where it is found, and which one stands behind it.

A name is looked up from the folder of the file that writes it towards what ships, never nearer: so a template that
ships stands on what ships alone, and one that has the name of the template it extends means the one behind it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mundraft.library.folders import Folder, Shelf, Tier, is_safe_name, is_there, path_on
from mundraft.problems import Place, Problem, UnreadableFile
from mundraft.text.near import names_near

if TYPE_CHECKING:
    from mundraft.strictyaml.nodes import Mapping

#: Templates that extend one another in a row; a person can follow no more.
MOST_LINKS = 5


class Link(NamedTuple):
    """One template of a chain: its name, its folder, and which folder of the search path holds that."""

    name: str
    path: Path
    folder: int
    origin: Tier

    @property
    def definition(self) -> Path:
        return self.path / "template.yaml"

    @property
    def text(self) -> Path:
        return self.path / "paper.md.j2"


def find(name: str, folders: Iterable[Folder], start: int = 0) -> Link | None:
    """The nearest template of this name, from a folder of the search path on."""
    if not is_safe_name(name):
        return None
    for index, folder in enumerate(folders):
        if index < start:
            continue
        path = path_on(Shelf.TEMPLATES, folder.path, name)
        if is_there(path, Shelf.TEMPLATES) and is_written_so(path):
            return Link(name, path, index, folder.origin)
    return None


def find_behind(link: Link, name: str, folders: tuple[Folder, ...]) -> Link | None:
    """The template of this name that another one means: never a nearer one, nor itself."""
    return find(name, folders, link.folder + (name == link.name))


def is_written_so(path: Path) -> bool:
    """Whether a file or folder has just this name: a disk that does not tell capitals from small letters finds others,
    and what a teacher writes on it would not be found on another computer."""
    try:
        with os.scandir(path.parent) as listed:
            return any(item.name == path.name for item in listed)
    except OSError:
        return False


def behind(links: list[Link], own: Mapping, folders: tuple[Folder, ...]) -> Link:
    """The template that the last of these extends. Raises `UnreadableFile` where there is none, or no end."""
    last = links[-1]
    value = own.entries["extends"][1]
    place = value.place
    name = getattr(value, "text", "").strip()
    found = find_behind(last, name, folders)
    if found is None:
        raise UnreadableFile(_nothing_called(name, last, folders, place))
    if any(found.path == link.path for link in links):
        circle = " extends ".join([*(link.name for link in links), name])
        what = f"These templates extend one another in a circle: {circle}."
        raise UnreadableFile(Problem("template-extends-circle", what, "Let one of them extend nothing.", place))
    if len(links) >= MOST_LINKS:
        what = f"More than {MOST_LINKS} templates extend one another here: {', '.join(link.name for link in links)}."
        raise UnreadableFile(Problem("template-extends-too-many", what, "Extend one that stands nearer.", place))
    return found


def _nothing_called(name: str, last: Link, folders: tuple[Folder, ...], place: Place) -> Problem:
    there = sorted({one for index in range(last.folder, len(folders)) for one in _names_in(folders[index])})
    if name == last.name:
        what = f"There is no other template called {name!r} behind this one, so it would extend itself."
    else:
        what = f"There is no template called {name!r} to extend."
    near = [one for one in names_near(name, there, n=2) if one != last.name]
    meant = f"Did you mean {' or '.join(near)}?" if near else "`mundraft template list` shows what there is."
    return Problem("template-extends-unknown", what, meant, place)


def _names_in(folder: Folder) -> list[str]:
    from mundraft.library.scanning import files_in

    return list(files_in(folder.path / Shelf.TEMPLATES.value, Shelf.TEMPLATES).files)
