"""Adding a pack for a student and removing it: whole or not at all, at whatever moment the program is killed.

A version is written into a folder that nothing names yet; then the list of packs is replaced, which is one step; then
what the list does not name is swept away. A killed program leaves at most something to sweep.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path

from mundraft.files.atomic import cannot_save, make_folder, write_atomically
from mundraft.files.locks import held
from mundraft.files.system import replace, sync_folder
from mundraft.library.added_packs import MOST_PACKS, AddedPack, as_list, packs_folder, packs_list, packs_listed
from mundraft.packs.contents import lay_out
from mundraft.packs.pack import Pack
from mundraft.problems import CannotSave, Place, Problem, UnknownName
from mundraft.text.near import names_near

_UNFINISHED = ".new-"


def add(pack: Pack, user: Path) -> AddedPack:
    """Add a pack, or replace an earlier version of it, so that it counts before all others. `user` is the data folder.

    Raises `CannotSave`, and then everything is as it was."""
    name = pack.manifest.name
    added = AddedPack(name, pack.code, packs_folder(user) / name / pack.code, is_new=bool(pack.manifest.welcome))
    make_folder(packs_folder(user))
    with held(packs_list(user)):
        there = _listed(user)
        others = [one for one in there if one.name != name]
        if len(others) >= MOST_PACKS:
            raise CannotSave(_too_many())
        if added.folder not in [one.folder for one in there]:
            _lay_in(pack, added.folder)
        _list([added, *others], user)
        _sweep(user)
    return added


def remove(name: str, user: Path) -> AddedPack:
    """Remove a pack; papers that were written with it stay. Raises `UnknownName` and `CannotSave`."""
    with held(packs_list(user)):
        there = {one.name: one for one in _listed(user)}
        if name not in there:
            raise UnknownName(_unknown(name, there))
        gone = there.pop(name)
        _list(there.values(), user)
        _sweep(user)
    return gone


def greeted(name: str, user: Path) -> None:
    """Remember that a pack's word of welcome was shown. Never raises: it is then shown once more."""
    with contextlib.suppress(CannotSave), held(packs_list(user)):
        _list([one._replace(is_new=one.is_new and one.name != name) for one in _listed(user)], user)


def _lay_in(pack: Pack, folder: Path) -> None:
    """Write a version of a pack where it will stand, in one step for whoever looks there."""
    unfinished = folder.parent / f"{_UNFINISHED}{secrets.token_hex(4)}"
    try:
        make_folder(unfinished)
        lay_out(pack.files, unfinished, lasting=True)
        if folder.exists():
            # Nothing names it: it was left by a program that was killed, or its list was lost.
            shutil.rmtree(folder)
        replace(unfinished, folder)
    except OSError as error:
        raise cannot_save(folder, error) from None
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    sync_folder(folder.parent)


def _listed(user: Path) -> tuple[AddedPack, ...]:
    """The packs that were added. Raises `CannotSave` where nobody can tell which they are."""
    try:
        return packs_listed(user)
    except OSError as error:
        what = f"Which packs are here cannot be read now: {error.strerror}."
        next_step = "Try again in a moment; nothing was changed."
        raise CannotSave(Problem("pack-list-unreadable", what, next_step, Place(str(packs_list(user))))) from None


def _list(packs: Iterable[AddedPack], user: Path) -> None:
    write_atomically(packs_list(user), as_list(packs))


def _sweep(user: Path) -> None:
    """Take away what no line of the list names. What Windows holds open goes the next time."""
    with contextlib.suppress(OSError):
        named = {one.folder for one in packs_listed(user)}
        for pack in _folders_in(packs_folder(user)):
            for version in _folders_in(pack):
                if version not in named:
                    shutil.rmtree(version, ignore_errors=True)
            with contextlib.suppress(OSError):
                pack.rmdir()


def _folders_in(folder: Path) -> list[Path]:
    """The folders in a folder, without links to others."""
    with os.scandir(folder) as listed:
        return [Path(item.path) for item in listed if item.is_dir(follow_symlinks=False)]


def _too_many() -> Problem:
    what = f"There are {MOST_PACKS} packs here already."
    return Problem("pack-too-many", what, "Remove one first: mundraft pack remove NAME")


def _unknown(name: str, there: Iterable[str]) -> Problem:
    near = names_near(name, there, n=1)
    next_step = f"Did you mean {near[0]}?" if near else "`mundraft pack list` shows those that are."
    return Problem("pack-unknown", f"No pack called {name[:60]!r} was added.", next_step)
