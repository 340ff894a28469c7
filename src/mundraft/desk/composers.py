"""Which library a paper is written from, and a composer for it: shared by the papers of one folder."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mundraft.compose.compose import Composer
    from mundraft.document.looks import Looks
    from mundraft.library.search_path import Library

#: How many libraries are kept at once: the papers of a folder come one after the other.
_MOST_KEPT = 4


class LibraryBeside(NamedTuple):
    """How to find the library for a paper: the same search path, with the paper's own folder in it.

    In a class's folder (`classes`), a student's folder without a library of its own has that of the class. Other
    processes can be told of it."""

    extra: Path | None
    classes: Collection[Path] = ()

    def __call__(self, paper: Path, /) -> Library:
        from mundraft.library.search_path import default_library

        return default_library(beside=self.folder(paper), extra=self.extra)

    def folder(self, paper: Path) -> Path:
        """The folder whose library counts for a paper."""
        from mundraft.library.folders import has_library

        own = paper.parent
        if own in self.classes or own.parent not in self.classes:
            return own
        return own if has_library(own) else own.parent


class Composing(NamedTuple):
    """A library, and a composer that keeps what it looked up in it."""

    library: Library
    composer: Composer


class Composers:
    """One composer for all papers of a folder that come one after the other; `looks` in place of their templates'."""

    def __init__(self, library_for: LibraryBeside, looks: Looks | None = None) -> None:
        self._library_for = library_for
        self._looks = looks
        self._kept: dict[Path, Composing] = {}

    def for_paper(self, paper: Path) -> Composing:
        """The library and the composer for a paper's file."""
        from mundraft.compose.compose import Composer

        folder = self._library_for.folder(paper)
        if folder not in self._kept:
            library = self._library_for(paper)
            self._kept[folder] = Composing(library, Composer(library, looks=self._looks))
            if len(self._kept) > _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
        return self._kept[folder]
