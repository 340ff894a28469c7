"""The folders of the search path, and the names that may be looked up in them.

The order: the folder given for this run, then what stands beside the paper, then the user's own data folder, then the
class packs that were added, the latest first, then what ships with the program. A file found earlier wins over one of
the same name found later.
"""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from mundraft.files.names import fault_of_name
from mundraft.files.there import is_file, is_folder
from mundraft.library.added_packs import packs_added
from mundraft.problems import Problem, UnknownName


class Tier(StrEnum):
    """Which part of the search path a file came from."""

    GIVEN = "library"
    BESIDE = "beside"
    USER = "user"
    PACK = "pack"
    SHIPPED = "shipped"


class Shelf(StrEnum):
    """The kinds of thing that the library holds, by the folder in which each stands."""

    TEMPLATES = "templates"
    COUNTRIES = "country_profiles"
    INSTRUMENTS = "instruments"
    BODIES = "bodies"
    PRESETS = "templates/conferences"
    EXAMPLES = "examples"


#: Shelves on which a nearer file corrects those of its name behind it, field by field; on the others it hides them.
CORRECTED = frozenset((Shelf.COUNTRIES, Shelf.INSTRUMENTS, Shelf.BODIES, Shelf.PRESETS))

#: What one thing of each shelf is called in a message.
CALLED = {
    Shelf.TEMPLATES: "template",
    Shelf.COUNTRIES: "country",
    Shelf.INSTRUMENTS: "instrument",
    Shelf.BODIES: "body",
    Shelf.PRESETS: "conference",
    Shelf.EXAMPLES: "example",
}


#: How a person sees what a shelf holds.
HOW_TO_SEE = {
    **{shelf: f"`mundraft {called} list` shows what there is." for shelf, called in CALLED.items()},
    Shelf.EXAMPLES: "`mundraft new --help` says how to begin with one; without a name, `mundraft demo` writes one.",
}


class Folder(NamedTuple):
    """One folder of the search path; the shelves are folders inside it."""

    path: Path
    origin: Tier


def shipped_folder() -> Path:
    """What ships: inside the installed package, or the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "shipped"
    return installed if installed.is_dir() else package.parent.parent


def folders(beside: Path | None, extra: Path | None, user: Path) -> tuple[Folder, ...]:
    """The search path, in order, without repeats. `beside` is a paper or its folder; None is the current folder.

    A folder below the current one that has no library has that of the nearest around it, up to the current one."""
    given = extra or (Path(os.environ["MUNDRAFT_LIBRARY"]) if os.environ.get("MUNDRAFT_LIBRARY") else None)
    near = beside or Path.cwd()
    if is_file(near) or (near.suffix in {".yaml", ".yml"} and not is_folder(near)):
        near = near.parent
    wanted = [Folder(given, Tier.GIVEN)] if given else []
    wanted += [Folder(_with_library(near), Tier.BESIDE), Folder(user, Tier.USER)]
    wanted += [Folder(pack.folder, Tier.PACK) for pack in packs_added(user)]
    wanted += [Folder(shipped_folder(), Tier.SHIPPED)]
    return _without_repeats(wanted)


def has_library(folder: Path) -> bool:
    """Whether a folder holds one of the folders of a library."""
    return any(is_folder(folder / shelf) for shelf in Shelf)


#: As many folders above a paper's are looked at as a class's papers lie deep.
_MOST_ABOVE = 3


def folder_above(near: Path, shelf: Shelf, name: str) -> Path | None:
    """The nearest folder above one whose library has something of this name: to be told of, and never read unasked."""
    above = list(near.absolute().parents)[:_MOST_ABOVE]
    return next((folder for folder in above if is_there(path_on(shelf, folder, name), shelf)), None)


def _with_library(near: Path) -> Path:
    """The folder whose library counts for one: itself, or the nearest around it that has one, up to the current folder:
    whoever works in a class's folder means its library for the papers in `papers` too. No folder above that is asked,
    since anybody may have put a library there."""
    here, start = Path.cwd(), near.absolute()
    if start == here or not start.is_relative_to(here):
        return near
    inside = [start, *start.parents]
    return next((folder for folder in inside[: inside.index(here) + 1] if has_library(folder)), near)


def _without_repeats(wanted: list[Folder]) -> tuple[Folder, ...]:
    """A folder that stands twice keeps its later place only for what ships, so that a checkout counts as shipped."""
    kept: dict[str, Folder] = {}
    for folder in wanted:
        key = os.path.normcase(os.path.realpath(folder.path))
        if folder.origin is Tier.SHIPPED:
            kept.pop(key, None)
        kept.setdefault(key, folder)
    return tuple(kept.values())


_LONGEST_NAME = 120


def is_safe_name(name: str) -> bool:
    """Whether a name can stand for one file or folder on every system, and cannot lead out of its folder."""
    if len(name) > _LONGEST_NAME or name.startswith((".", " ")) or not name.isprintable():
        return False
    return not fault_of_name(name)


def refuse_unsafe(name: str, shelf: Shelf) -> None:
    """Raises `UnknownName` with code `name-unsafe` for a name that could lead out of its folder."""
    if not is_safe_name(name):
        raise UnknownName(
            Problem(
                code="name-unsafe",
                what=f"{name[:80]!r} cannot be the name of a {CALLED[shelf]}",
                next_step=f"Use the bare name. {HOW_TO_SEE[shelf]}",
            )
        )


def stays_inside(path: Path, folder: Path) -> bool:
    """Whether a file that was found by name truly stands in its folder, and is not a link to somewhere else."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def path_on(shelf: Shelf, folder: Path, name: str) -> Path:
    """Where a thing of this name stands in a folder of the search path: a file, or a template's own folder."""
    return folder / shelf.value / (name if shelf is Shelf.TEMPLATES else f"{name}.yaml")


def is_other_shelf(name: str, shelf: Shelf) -> bool:
    """Whether this name on a shelf is no thing's but another shelf's: presets stand in a folder among the templates."""
    return shelf is Shelf.TEMPLATES and f"{shelf}/{name.casefold()}" in set(Shelf)


def is_there(path: Path, shelf: Shelf) -> bool:
    """Whether a path of `path_on` holds what it should, in its own folder and not behind a link to another."""
    if is_other_shelf(path.name, shelf):
        return False
    files = _files_at(path, shelf)
    try:
        return files[0].is_file() and all(stays_inside(file, path.parent) for file in files)
    except OSError:
        return False


def is_behind_a_link(path: Path, shelf: Shelf) -> bool:
    """Whether something would be there, were it not elsewhere."""
    files = _files_at(path, shelf)
    try:
        return files[0].is_file() and not all(stays_inside(file, path.parent) for file in files)
    except OSError:
        return False


def _files_at(path: Path, shelf: Shelf) -> list[Path]:
    """The files that make a thing of a shelf."""
    return [path / "template.yaml", path / "paper.md.j2"] if shelf is Shelf.TEMPLATES else [path]
