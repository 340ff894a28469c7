"""Pointing at a value of a file that was read: where it stands, by line and column."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from mundraft.files.reading import read_capped
from mundraft.problems import Place

#: A way into a file: keys of mappings and positions in lists.
Steps: TypeAlias = tuple[str | int, ...]


def place_in(path: Path, steps: Steps) -> Place:
    """Where a value stands in a YAML file, as near to it as the file goes. Raises `UnreadableFile`."""
    from mundraft.strictyaml.nodes import Mapping, Sequence
    from mundraft.strictyaml.reader import read_nodes

    node = read_nodes(read_capped(path, "file"), str(path))
    for step in steps:
        if isinstance(node, Mapping) and step in node.entries:
            node = node.entries[str(step)][1]
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
    return node.place
