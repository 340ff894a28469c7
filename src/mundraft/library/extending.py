"""Templates that extend one another: the chain of them, their questions merged, and the texts that they share.

A name is looked up from the folder of the file that writes it towards what ships, never nearer: so a template that
ships stands on what ships alone, and one that has the name of the template it extends means the one behind it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from mundraft.files.reading import read_capped
from mundraft.library.folders import Folder, Shelf, Tier, is_safe_name, is_there, path_on, stays_inside
from mundraft.library.pointing import Steps, place_below
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
from mundraft.text.near import names_near

if TYPE_CHECKING:
    from mundraft.library.questions import TemplateDefinition
    from mundraft.strictyaml.nodes import Mapping

#: Templates that extend one another in a row; a person can follow no more.
MOST_LINKS = 5
#: `extends` itself, and what has a meaning beside it alone.
_SAYS_EXTENDS = re.compile(rb"""(?m)^(?:\xef\xbb\xbf)?["']?(?:extends?|leave_out|change|add)["']?[ \t]*:""")


#: The questions of a template, the chain that it begins, and slips that could be passed over.
_Made: TypeAlias = "tuple[TemplateDefinition, tuple[Link, ...], tuple[Problem, ...]]"
#: The text of a template that changes questions alone, and has no text of its own.
_UNCHANGED = '{{% extends "{}" %}}\n'


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


class Whole(NamedTuple):
    """A template, read with all that it extends. `links` begin with its own; `files` are all that it was made from.

    `faults` are slips that could be passed over, `origins` the parts of the search path that anything came from."""

    definition: TemplateDefinition
    texts: Texts
    links: tuple[Link, ...]
    files: tuple[Path, ...]
    faults: tuple[Problem, ...]
    origins: frozenset[Tier]


def read_definition(path: Path) -> tuple[str, str]:
    """The name and the description of the template whose `template.yaml` this is, whatever it extends.

    Raises `UnreadableFile` with every problem that the file has in itself."""
    from mundraft.library.questions import TemplateDefinition
    from mundraft.strictyaml.reader import read_as

    data = read_capped(path, "template")
    if extends_another(data):
        from mundraft.library.extension_form import Extension

        extension = read_as(Extension, data, str(path), "template")
        return extension.name, extension.description
    definition = read_as(TemplateDefinition, data, str(path), "template")
    return definition.name, definition.description


def extends_another(data: bytes) -> bool:
    """Whether a `template.yaml` says that it extends another."""
    return _SAYS_EXTENDS.search(data) is not None


def find(name: str, folders: Iterable[Folder], start: int = 0) -> Link | None:
    """The nearest template of this name, from a folder of the search path on."""
    if not is_safe_name(name):
        return None
    for index, folder in enumerate(folders):
        if index < start:
            continue
        path = path_on(Shelf.TEMPLATES, folder.path, name)
        if is_there(path, Shelf.TEMPLATES) and _is_written_so(path):
            return Link(name, path, index, folder.origin)
    return None


def _is_written_so(path: Path) -> bool:
    """Whether a file or folder has just this name: a disk that does not tell capitals from small letters finds others,
    and what a teacher writes on it would not be found on another computer."""
    try:
        with os.scandir(path.parent) as listed:
            return any(item.name == path.name for item in listed)
    except OSError:
        return False


def read_template(link: Link, folders: tuple[Folder, ...]) -> Whole:
    """A template with all that it extends. Raises `UnreadableFile`, with the place of each fault."""
    data = read_capped(link.definition, "template")
    made = _extended if extends_another(data) else _alone
    definition, links, faults = _kept(link, data, folders) or made(link, data, folders)
    gathered = _Gathering(folders, links)
    texts = gathered.gather()
    files = (*(one.definition for one in links), *(Path(text.file) for text in texts.values()))
    return Whole(definition, texts, links, files, faults, gathered.origins)


# the questions


def _alone(link: Link, data: bytes, _: tuple[Folder, ...]) -> _Made:
    from mundraft.library.questions import TemplateDefinition
    from mundraft.strictyaml.decoding import text_in
    from mundraft.strictyaml.reader import read_as
    from mundraft.strictyaml.values import values_in

    definition = read_as(TemplateDefinition, data, str(link.definition), "template")
    if link.origin is Tier.SHIPPED and (values := values_in(text_in(data, str(link.definition)))) is not None:
        _keep((link,), data, values, ())
    return definition, (link,), ()


def _extended(link: Link, data: bytes, folders: tuple[Folder, ...]) -> _Made:
    from mundraft.library.questions import TemplateDefinition
    from mundraft.strictyaml.nodes import Parsed, plain_value
    from mundraft.strictyaml.reader import fitted

    root, links, _, left_out, faults = _merged(link, data, folders)
    plain = plain_value(root)
    definition = fitted(TemplateDefinition, Parsed(root.source, root), plain, "template")
    if not faults and all(one.origin is Tier.SHIPPED for one in links):
        _keep(links, data, plain, left_out)
    return definition.leaving_out(left_out), links, faults


def _keep(links: Sequence[Link], data: bytes, values: dict[str, Any], left_out: tuple[str, ...]) -> None:
    from mundraft.library.kept_questions import Questions, keep

    keep([one.name for one in links], _definitions(links, data), Questions(values, left_out))


def _kept(link: Link, data: bytes, folders: tuple[Folder, ...]) -> _Made | None:
    """What was made of a template that ships when it was last read, while its files are as they were."""
    if link.origin is not Tier.SHIPPED:
        return None
    from mundraft.library.kept_questions import held
    from mundraft.library.questions import TemplateDefinition

    kept = held(link.name)
    if kept is None:
        return None
    links = [link]
    for name in kept.names[1:]:
        found = find(name, folders, links[-1].folder + (name == links[-1].name))
        if found is None or found.origin is not Tier.SHIPPED:
            return None
        links.append(found)
    questions = kept.questions(_definitions(links, data))
    if questions is None:
        return None
    definition = TemplateDefinition.model_validate(questions.values)
    return definition.leaving_out(questions.left_out), tuple(links), ()


def _definitions(links: Sequence[Link], data: bytes) -> list[bytes]:
    """What the definitions of a chain hold; `data` is that of the first."""
    return [data, *(read_capped(one.definition, "template") for one in links[1:])]


def place_of(link: Link, folders: tuple[Folder, ...], steps: Steps) -> Place:
    """Where a value of a template's questions was written. Raises `UnreadableFile`."""
    return place_below(_merged(link, read_capped(link.definition, "template"), folders).root, steps)


class _Merged(NamedTuple):
    """The questions of a chain as one tree of nodes, what they leave out, and slips that could be passed over.

    `definitions` is what the file of each link held."""

    root: Mapping
    links: tuple[Link, ...]
    definitions: list[bytes]
    left_out: tuple[str, ...]
    faults: tuple[Problem, ...]


#: What was merged last: a check asks for the place of every fault, and who watches a template changes its text more
#: often than its questions. To parse them again takes longer than all else that is done with them.
_last: list[tuple[tuple[Folder, ...], _Merged]] = []


def _merged(link: Link, data: bytes, folders: tuple[Folder, ...]) -> _Merged:
    """A chain as one, made anew where anything of it is not as it was. `data` is what its first definition holds."""
    for where, made in list(_last):
        if made.links[0] == link and where == folders and _is_as_it_was(made, data, folders):
            return made
    made = _merged_chain(link, data, folders)
    _last[:] = [(folders, made)]
    return made


def _is_as_it_was(made: _Merged, data: bytes, folders: tuple[Folder, ...]) -> bool:
    for one, behind in pairwise(made.links):
        if find(behind.name, folders, one.folder + (behind.name == one.name)) != behind:
            return False
    try:
        return _definitions(made.links, data) == made.definitions
    except UnreadableFile:
        return False


def _merged_chain(link: Link, data: bytes, folders: tuple[Folder, ...]) -> _Merged:
    from mundraft.library.merging_questions import merged

    links = [link]
    definitions = [data]
    nodes = [_nodes(link, data)]
    while "extends" in nodes[-1].entries:
        links.append(_behind(links, nodes[-1], folders))
        definitions.append(read_capped(links[-1].definition, "template"))
        nodes.append(_nodes(links[-1], definitions[-1]))
    root = nodes.pop()
    left_out: list[str] = []
    faults: list[Problem] = []
    for own in reversed(nodes):
        result = merged(own, root)
        left_out += result.left_out
        faults += result.faults
    return _Merged(root, tuple(links), definitions, tuple(left_out), tuple(faults))


def _nodes(link: Link, data: bytes) -> Mapping:
    """The nodes of one `template.yaml`, which fits its form where it extends another."""
    from mundraft.strictyaml.nodes import Mapping, plain_value
    from mundraft.strictyaml.parser import parse
    from mundraft.strictyaml.reader import fitted

    parsed = parse(data, str(link.definition))
    root = parsed.root
    if extends_another(data) or not isinstance(root, Mapping):
        from mundraft.library.extension_form import Extension

        fitted(Extension, parsed, plain_value(root), "template")
    elif parsed.problems:
        raise UnreadableFile(parsed.problems)
    assert isinstance(root, Mapping)
    return root


def _behind(links: list[Link], own: Mapping, folders: tuple[Folder, ...]) -> Link:
    """The template that the last of these extends. Raises `UnreadableFile` where there is none, or no end."""
    last = links[-1]
    value = own.entries["extends"][1]
    place = value.place
    name = getattr(value, "text", "").strip()
    found = find(name, folders, last.folder + (name == last.name))
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


# the texts


class _Gathering:
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
            if stays_inside(path, link.path) and path.is_file() and _is_written_so(path):
                return link, path
            start = link.folder + 1
        return None
