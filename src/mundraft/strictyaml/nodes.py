"""What a YAML file holds, as a tree in which every node knows its place. All scalars are text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from mundraft.problems import Place, Problem
from mundraft.strictyaml.source import NOTHING, Source


@dataclass(slots=True)
class Scalar:
    """Text. `plain` says that it was written without quotes."""

    source: Source = field(repr=False)
    index: int
    text: str
    plain: bool

    @property
    def place(self) -> Place:
        return self.source.place(self.index)

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was written here, or an unquoted "null" or "~"."""
        return self.plain and self.text in NOTHING


@dataclass(slots=True)
class Sequence:
    """A list of nodes."""

    source: Source = field(repr=False)
    index: int
    items: list[Node] = field(default_factory=list)

    @property
    def place(self) -> Place:
        return self.source.place(self.index)


@dataclass(slots=True)
class Mapping:
    """Keys and their values in the order of the file. Of a key that stands twice the first value is here.

    `torn` says that the line that began it is gone, which is told: nothing is said of what it lacks."""

    source: Source = field(repr=False)
    index: int
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    torn: bool = False

    @property
    def place(self) -> Place:
        return self.source.place(self.index)


Node: TypeAlias = Scalar | Sequence | Mapping


@dataclass(slots=True)
class Parsed:
    """A parsed file: its nodes, and the problems that did not keep it from being parsed to its end."""

    source: Source
    root: Node
    problems: list[Problem] = field(default_factory=list)
    #: the stretches of the text that are written between { and }: what is inside is not judged further
    flow_mappings: list[tuple[int, int]] = field(default_factory=list)


def plain_value(node: Node) -> Any:
    """The node as dicts, lists and strings. A key with nothing after it is left out, as if it were not there."""
    if isinstance(node, Scalar):
        return "" if node.is_nothing else node.text
    if isinstance(node, Sequence):
        return [plain_value(item) for item in node.items]
    return {
        key: plain_value(value)
        for key, (_, value) in node.entries.items()
        if not (isinstance(value, Scalar) and value.is_nothing)
    }
