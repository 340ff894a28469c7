"""The questions of a template and of all that it extends, as one tree of nodes, with the places of its values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from mundraft.files.reading import read_capped
from mundraft.library.folders import Folder
from mundraft.library.template_links import Link, behind, find_behind
from mundraft.problems import Problem, UnreadableFile

if TYPE_CHECKING:
    from mundraft.strictyaml.nodes import Mapping

#: `extends` itself, and what has a meaning beside it alone.
_SAYS_EXTENDS = re.compile(rb"""(?m)^(?:\xef\xbb\xbf)?["']?(?:extends?|leave_out|change|add)["']?[ \t]*:""")


def extends_another(data: bytes) -> bool:
    """Whether a `template.yaml` says that it extends another."""
    return _SAYS_EXTENDS.search(data) is not None


def definitions_of(links: Sequence[Link], data: bytes) -> list[bytes]:
    """What the definitions of a chain hold; `data` is that of the first."""
    return [data, *(read_capped(one.definition, "template") for one in links[1:])]


class Merged(NamedTuple):
    """The questions of a chain as one tree of nodes, what they leave out, and slips that could be passed over.

    `definitions` is what the file of each link held."""

    root: Mapping
    links: tuple[Link, ...]
    definitions: list[bytes]
    left_out: tuple[str, ...]
    faults: tuple[Problem, ...]


#: What was merged last: a check asks for the place of every fault, and who watches a template changes its text more
#: often than its questions. To parse them again takes longer than all else that is done with them.
_last: list[tuple[tuple[Folder, ...], Merged]] = []


def merged_chain(link: Link, data: bytes, folders: tuple[Folder, ...]) -> Merged:
    """A chain as one, made anew where anything of it is not as it was. `data` is what its first definition holds."""
    for where, made in list(_last):
        if made.links[0] == link and where == folders and _is_as_it_was(made, data, folders):
            return made
    made = _made_anew(link, data, folders)
    _last[:] = [(folders, made)]
    return made


def _is_as_it_was(made: Merged, data: bytes, folders: tuple[Folder, ...]) -> bool:
    for one, nearest in pairwise(made.links):
        if find_behind(one, nearest.name, folders) != nearest:
            return False
    try:
        return definitions_of(made.links, data) == made.definitions
    except UnreadableFile:
        return False


def _made_anew(link: Link, data: bytes, folders: tuple[Folder, ...]) -> Merged:
    from mundraft.library.merging_questions import merged

    links = [link]
    definitions = [data]
    nodes = [_nodes(link, data)]
    while "extends" in nodes[-1].entries:
        links.append(behind(links, nodes[-1], folders))
        definitions.append(read_capped(links[-1].definition, "template"))
        nodes.append(_nodes(links[-1], definitions[-1]))
    root = nodes.pop()
    left_out: list[str] = []
    faults: list[Problem] = []
    for own in reversed(nodes):
        result = merged(own, root)
        left_out += result.left_out
        faults += result.faults
    return Merged(root, tuple(links), definitions, tuple(left_out), tuple(faults))


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
