"""The texts of a chain of templates and the pieces that they name, found on the search path and each read once."""

from __future__ import annotations

from pathlib import Path

from mundraft.library.folders import Folder, Tier, is_safe_name, stays_inside
from mundraft.library.template_links import Link, find, is_written_so
from mundraft.library.template_texts import (
    MOST_CHARACTERS,
    MOST_TEXTS,
    PIECE_ENDING,
    PIECES,
    Text,
    Texts,
    names_in,
    read_text,
)
from mundraft.problems import Place, Problem, UnreadableFile

#: The text of a template that changes questions alone, and has no text of its own.
_UNCHANGED = '{{% extends "{}" %}}\n'


class Gathering:
    """The texts of a chain and the pieces that they name, each read once."""

    def __init__(self, folders: tuple[Folder, ...], links: tuple[Link, ...]) -> None:
        self.folders = folders
        self.links = links
        self._origins: set[Tier] = set()
        self._texts: dict[str, Text] = {}
        self._labels: dict[Path, str] = {}
        self._size = 0

    def gather(self) -> Texts:
        for link in self.links:
            self._labels.setdefault(link.path, self._label(link.name))
        for number, link in enumerate(self.links):
            behind = self.links[number + 1] if number + 1 < len(self.links) else None
            self._take(f"{self._labels[link.path]}/paper.md.j2", link.text, link, behind)
        return self._texts

    @property
    def origins(self) -> frozenset[Tier]:
        """Where all that was gathered comes from."""
        return frozenset(self._origins)

    def _label(self, name: str) -> str:
        """How a template is called in keys: by its name, and a second of that name so that no third can be meant."""
        taken = sum(1 for label in self._labels.values() if label.partition(":")[0] == name)
        return f"{name}:{taken + 1}" if taken else name

    def _take(self, key: str, path: Path, asking: Link, behind: Link | None) -> None:
        """Read a text and all that it names."""
        if key in self._texts:
            return
        source = read_text(path) if behind is None or path.exists() else _UNCHANGED.format(behind.name)
        self._origins.add(asking.origin)
        self._size += len(source)
        if len(self._texts) >= MOST_TEXTS or self._size > MOST_CHARACTERS:
            what = f"This template is made of more than {MOST_TEXTS} texts or {MOST_CHARACTERS:,} characters."
            raise UnreadableFile(Problem("template-too-long", what, "Share fewer pieces.", Place(str(path))))
        uses: dict[str, str] = {}
        self._texts[key] = Text(source, str(path), uses)
        for name, extends in names_in(source).items():
            if extends and behind is not None and name == behind.name:
                uses[name] = f"{self._labels[behind.path]}/paper.md.j2"
            piece = None if extends else self._piece(name, asking)
            if piece is not None:
                link, file = piece
                label = self._labels.setdefault(link.path, self._label(link.name))
                uses[name] = f"{label}/{PIECES}/{file.name}"
                self._take(uses[name], file, link, None)

    def _piece(self, name: str, asking: Link) -> tuple[Link, Path] | None:
        """The nearest piece of this name, "classic/pieces/law.md.j2", from the folder of the asking text on."""
        template, folder, file = (*name.split("/"), "", "")[:3]
        if name.count("/") != 2 or folder != PIECES or not file.endswith(PIECE_ENDING) or not is_safe_name(file):
            return None
        start = asking.folder
        while (link := find(template, self.folders, start)) is not None:
            path = link.path / PIECES / file
            if stays_inside(path, link.path) and path.is_file() and is_written_so(path):
                return link, path
            start = link.folder + 1
        return None
