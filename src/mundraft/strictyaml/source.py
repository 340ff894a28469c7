"""The text of a YAML file, and where in it something stands."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from mundraft.problems import Place

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
        from mundraft.strictyaml.excerpts import excerpt  # only what is told of needs it

        shown = excerpt(self.line_text(line), column)
        return Place(self.file, line, column, shown.text, shown.caret)
