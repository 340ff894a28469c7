"""Pointing at a value of a file that was read: where it stands, by line and column."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from mundraft.files.reading import read_capped
from mundraft.problems import Place

if TYPE_CHECKING:
    from mundraft.strictyaml.nodes import Node

#: A way into a file: keys of mappings and positions in lists.
Steps: TypeAlias = tuple[str | int, ...]


def place_in(path: Path, steps: Steps) -> Place:
    """Where a value stands in a YAML file, as near to it as the file goes. Raises `UnreadableFile`."""
    from mundraft.strictyaml.reader import read_nodes

    return place_below(read_nodes(read_capped(path, "file"), str(path)), steps)


def place_below(node: Node, steps: Steps) -> Place:
    """Where a value stands below a node, as near to it as the nodes go."""
    from mundraft.strictyaml.nodes import Mapping, Sequence

    for step in steps:
        if isinstance(node, Mapping) and step in node.entries:
            node = node.entries[str(step)][1]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node.place
