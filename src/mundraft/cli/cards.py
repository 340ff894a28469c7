"""Text that a person reads in a terminal: cards of 80 columns, with facts, sections and footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from mundraft.library.age import dated

if TYPE_CHECKING:
    from mundraft.library.facts import FactSource

#: The width for which every line is made: the width of a terminal as it opens.
WIDTH = 80
_INDENT = 2


def paragraph(text: str, indent: int = 0, hang: int | None = None, width: int = WIDTH) -> list[str]:
    """Lines of one paragraph; `hang` is the indent of all but the first. Only a link may be longer than the width."""
    rest = indent if hang is None else hang
    lines = wrap(
        text,
        width,
        initial_indent=" " * indent,
        subsequent_indent=" " * rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return lines or [""]


def facts(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Labels in one column and what is known in the other; a label without a value is left out."""
    known = [(label, value) for label, value in pairs if value]
    column = max((len(label) for label, _ in known), default=0) + 2 * _INDENT
    for label, value in known:
        lines = paragraph(value, column, column)
        yield f"{'':{_INDENT}}{label}".ljust(column) + lines[0][column:]
        yield from lines[1:]


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading after a blank line, and what stands under it; nothing where nothing does."""
    under = list(lines)
    if under:
        yield ""
        yield title
        yield from under


def sources_section(sources: Iterable[FactSource]) -> Iterator[str]:
    """Where the facts of a card are from, each source with its day and its age."""
    named = (f"{source.title}, {dated(source.as_of)}" for source in sources)
    yield from section("Sources", (line for source in named for line in paragraph(source, 2, 4)))


def columns(cells: Sequence[str], widths: Sequence[int], indent: int = _INDENT) -> Iterator[str]:
    """One row of a table; a cell that is too long for its column goes on below."""
    wrapped = [paragraph(cell, width=max(width - 1, 1)) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(len(lines) for lines in wrapped)):
        parts = [lines[number] if number < len(lines) else "" for lines in wrapped]
        yield (" " * indent + "".join(part.ljust(width) for part, width in zip(parts, widths, strict=True))).rstrip()


class Footnotes:
    """Sources that stand once below, each under the number that the lines above carry."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def mark(self, source: str) -> str:
        """ " [1]" to put behind a fact, "" where it has no source."""
        if not source:
            return ""
        return f" [{self._numbers.setdefault(source, len(self._numbers) + 1)}]"

    def lines(self) -> Iterator[str]:
        """The sources, in the order of their numbers."""
        width = len(str(len(self._numbers)))
        for source, number in self._numbers.items():
            label = f"[{number}]".rjust(width + 2)
            yield from paragraph(f"{label} {source}", _INDENT, _INDENT + width + 3)
