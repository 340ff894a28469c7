"""What a library keeps for its lifetime of what it found on its shelves: lists, rows of the index, and matchers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from mundraft.library.folders import Folder, Shelf

if TYPE_CHECKING:
    from mundraft.library.index import Kind
    from mundraft.library.matching import Matcher
    from mundraft.library.shelving import Found, Shelved

R = TypeVar("R")


class Shelves:
    """One look at the folders of a search path. Nothing is looked at before it is asked for, and nothing twice."""

    def __init__(self, folders: tuple[Folder, ...], keep_in: Path | None) -> None:
        self._folders = folders
        self._keep_in = keep_in
        self._shelved: dict[Shelf, Shelved] = {}
        self._in_order: dict[Shelf, tuple[Found, ...]] = {}
        self._matchers: dict[Shelf, Matcher] = {}
        self._rows: dict[tuple[Shelf, str], dict[str, Any]] = {}

    def shelved(self, shelf: Shelf) -> Shelved:
        """Everything on a shelf."""
        from mundraft.library.shelving import shelve

        if shelf not in self._shelved:
            self._shelved[shelf] = shelve(shelf, self._folders, self._keep_in)
        return self._shelved[shelf]

    def in_order(self, shelf: Shelf) -> tuple[Found, ...]:
        """Everything on a shelf, by title."""
        from mundraft.text.folding import fold

        if shelf not in self._in_order:
            found = self.shelved(shelf).found.values()
            self._in_order[shelf] = tuple(sorted(found, key=lambda one: (fold(one.title), one.name)))
        return self._in_order[shelf]

    def rows(self, shelf: Shelf, kind: Kind[R]) -> dict[str, R]:
        """Rows of the index beyond what lists need, in the order of the shelf's titles."""
        from mundraft.library.shelving import more_rows

        key = shelf, kind.name
        if key not in self._rows:
            rows = more_rows(shelf, self.shelved(shelf), kind, self._keep_in)
            self._rows[key] = {one.name: rows[one.name] for one in self.in_order(shelf) if one.name in rows}
        return self._rows[key]

    def matcher(self, shelf: Shelf) -> Matcher:
        """What ranks the things on a shelf."""
        from mundraft.library.matching import Candidate, Matcher

        if shelf not in self._matchers:
            entries = self.shelved(shelf).entries.values()
            self._matchers[shelf] = Matcher(Candidate(e.id, e.names, e.shared) for e in entries)
        return self._matchers[shelf]
