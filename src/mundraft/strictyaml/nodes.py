"""What a YAML file holds, as a tree in which every node knows its place. All scalars are text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

from mundraft.problems import Place
from mundraft.strictyaml.excerpts import excerpt

#: What a plain scalar is written as when someone means "nothing".
NOTHING = frozenset(("", "~", "null", "Null", "NULL"))


class Source:
    """The text of a file, with its lines: turns a character's offset into a place."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def line_of(self, index: int) -> int:
        """The line, counted from 1, on which the character at `index` stands."""
        return bisect_right(self._starts, index)

    def index_of(self, line: int) -> int:
        """Where a line that the file has, counted from 1, begins."""
        return self._starts[line - 1]

    def line_text(self, number: int) -> str:
        """The text of a line counted from 1; "" where the file has no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def place(self, index: int) -> Place:
        """The place of the character at `index`, with its line as an excerpt."""
        index = min(max(index, 0), len(self.text))
        line = self.line_of(index)
        column = index - self._starts[line - 1] + 1
        shown = excerpt(self.line_text(line), column)
        return Place(self.file, line, column, shown.text, shown.caret)


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
    """Keys and their values in the order of the file. Of a key that stands twice the first value is here."""

    source: Source = field(repr=False)
    index: int
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)

    @property
    def place(self) -> Place:
        return self.source.place(self.index)


Node: TypeAlias = Scalar | Sequence | Mapping


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
