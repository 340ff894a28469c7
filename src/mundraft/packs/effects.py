"""What adding a pack would change: what is new, what it would replace or correct, and what goes before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from mundraft.library.added_packs import AddedPack
from mundraft.library.folders import CALLED, CORRECTED, Folder, Shelf, Tier, is_there, path_on
from mundraft.library.search_path import Library
from mundraft.packs.pack import Pack
from mundraft.problems import MundraftError


class Does(StrEnum):
    """What a thing of a pack does to what was there."""

    ADDS = "adds"
    REPLACES = "replaces"
    CORRECTS = "corrects"
    #: something of another name is no longer found by one of its names
    TAKES_NAME = "takes the name of"
    #: the student's own of the same name goes before it
    WAITS = "waits behind"


class Effect(NamedTuple):
    """One change: what is done with which thing, and whose thing it was ("" where there was none).

    `other` is what a name is taken from, by its id. `changes` are the fields that a correction sets, in words: what a
    paper would say otherwise from then on."""

    does: Does
    shelf: Shelf
    name: str
    whose: str = ""
    other: str = ""
    changes: tuple[str, ...] = ()

    @property
    def must_be_asked(self) -> bool:
        """Whether something that ships, or of another pack, would not be as it was."""
        return self.does in (Does.REPLACES, Does.CORRECTS, Does.TAKES_NAME)

    @property
    def in_words(self) -> str:
        """The change as a person reads it."""
        thing = f"{CALLED[self.shelf]} {self.name}"
        if self.does is Does.ADDS:
            return thing
        if self.does is Does.TAKES_NAME:
            return f"{thing} takes a name of the {CALLED[self.shelf]} {self.other} {self.whose}"
        if self.does is Does.WAITS:
            return f"{thing} waits behind your own of the same name"
        return f"{thing} {self.does.value} the one {self.whose}"


def effects(pack: Pack, folder: Path, path: tuple[Folder, ...], packs: tuple[AddedPack, ...]) -> tuple[Effect, ...]:
    """What adding a pack that is laid out in `folder` would change on a search path, on which `packs` were added.

    The path is given without an earlier version of the same pack, which goes."""
    same = (effect for shelf, name in pack.things() for effect in _on(shelf, name, path, packs))
    whole = Library((Folder(folder, Tier.PACK), *(one for one in path if one.origin in (Tier.PACK, Tier.SHIPPED))))
    return (*(_with_changes(effect, folder, whole) for effect in same), *_names_taken(folder, path, packs))


def _with_changes(effect: Effect, folder: Path, library: Library) -> Effect:
    """A correction with the fields that it sets; what cannot be read is told elsewhere."""
    if effect.does is not Does.CORRECTS:
        return effect
    try:
        thing = _READ[effect.shelf](library, effect.name)
    except MundraftError:
        return effect
    made = (one for one in getattr(thing, "corrections", ()) if one.path.is_relative_to(folder))
    return effect._replace(changes=tuple(one.in_words for one in made))


def _on(shelf: Shelf, name: str, path: tuple[Folder, ...], packs: tuple[AddedPack, ...]) -> Iterator[Effect]:
    there = [one for one in path if is_there(path_on(shelf, one.path, name), shelf)]
    if not there:
        yield Effect(Does.ADDS, shelf, name)
    for one in there:
        if one.origin in (Tier.PACK, Tier.SHIPPED):
            does = Does.CORRECTS if shelf in CORRECTED else Does.REPLACES
            yield Effect(does, shelf, name, _whose(one, packs))
        else:
            yield Effect(Does.WAITS, shelf, name)


_READ: Mapping[Shelf, Callable[[Library, str], object]] = {
    Shelf.COUNTRIES: Library.country,
    Shelf.INSTRUMENTS: Library.instrument,
    Shelf.BODIES: Library.body,
    Shelf.PRESETS: Library.conference,
}


def _names_taken(folder: Path, path: tuple[Folder, ...], packs: tuple[AddedPack, ...]) -> Iterator[Effect]:
    """Names by which something else was found and would not be any more: a pack's own file that calls itself France."""
    own = Library([Folder(folder, Tier.PACK)])
    shipped = [one for one in path if one.origin is Tier.SHIPPED]
    for shelf in CORRECTED:
        names = {
            _compact(name): ref
            for ref, entry in own.entries(shelf).items()
            # What corrects something that ships takes no name from others (`library/shelving`).
            if not any(is_there(path_on(shelf, one.path, ref), shelf) for one in shipped)
            for name in entry.names
        }
        for one in path if names else ():
            if one.origin in (Tier.PACK, Tier.SHIPPED):
                for ref, entry in Library([one]).entries(shelf).items():
                    taken = {names.get(_compact(name), ref) for name in entry.names} - {ref}
                    yield from (Effect(Does.TAKES_NAME, shelf, by, _whose(one, packs), ref) for by in sorted(taken))


def _compact(name: str) -> str:
    return name.replace(" ", "")


def _whose(folder: Folder, packs: tuple[AddedPack, ...]) -> str:
    if folder.origin is Tier.SHIPPED:
        return "that ships"
    return f"of the pack {_pack_of(folder, packs)}"


def _pack_of(folder: Folder, packs: tuple[AddedPack, ...]) -> str:
    return next((pack.name for pack in packs if pack.folder == folder.path), folder.path.parent.name)
