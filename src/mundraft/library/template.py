"""A template as it was read: its own folder and all that it extends, as one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mundraft.library.extending import place_of, read_template
from mundraft.library.folders import Folder, Shelf, Tier, path_on
from mundraft.library.pointing import Steps
from mundraft.library.template_links import Link
from mundraft.problems import Place, Problem

if TYPE_CHECKING:
    from mundraft.library.questions import TemplateDefinition
    from mundraft.library.template_texts import Texts


class Template(NamedTuple):
    """A template, read with all that it extends: its definition, its texts, its own folder, and where it came from.

    `chain` begins with itself and ends with the one that extends nothing. `files` are all that it was made from, and
    `faults` the slips in them that could be passed over. `trusted` is true only where all of it ships with the
    program."""

    name: str
    definition: TemplateDefinition
    texts: Texts
    path: Path
    origin: Tier
    chain: tuple[Link, ...]
    files: tuple[Path, ...]
    faults: tuple[Problem, ...]
    origins: frozenset[Tier]
    folders: tuple[Folder, ...]

    @property
    def source(self) -> str:
        """The text of its own `paper.md.j2`."""
        return next(iter(self.texts.values())).source

    @property
    def extends(self) -> str:
        """The name of the template that this one extends, "" where it extends none."""
        return self.chain[1].name if len(self.chain) > 1 else ""

    @property
    def trusted(self) -> bool:
        return self.origins == {Tier.SHIPPED}

    def place(self, steps: Steps) -> Place:
        """Where a value of the definition was written, in whichever file of the chain. Raises `UnreadableFile`."""
        return place_of(self.chain[0], self.folders, steps)


def template_at(name: str, path: Path, origin: Tier, folders: tuple[Folder, ...]) -> Template:
    """The template in this folder of a search path. Raises `UnreadableFile`, also for what it extends."""
    index = next(at for at, folder in enumerate(folders) if path_on(Shelf.TEMPLATES, folder.path, name) == path)
    own = Link(name, path, index, origin)
    read = read_template(own, folders)
    return Template(
        name=name,
        definition=read.definition,
        texts=read.texts,
        path=path,
        origin=origin,
        chain=read.links,
        files=read.files,
        faults=read.faults,
        origins=read.origins,
        folders=folders,
    )
