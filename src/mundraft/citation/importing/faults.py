"""What could not be read of a file of references, gathered with its lines."""

from __future__ import annotations

from bisect import bisect_left

from mundraft.problems import Place, Problem, Severity

#: More faults than this are not read by anyone; they have one cause.
MOST_TOLD = 100
#: A file with more faults than this is not a list of references, whatever it begins with.
_MOST_FAULTS = 2_000
_EXCERPT = 120


class Lines:
    """A text's lines: where an offset stands, and how a line reads. Every question is answered in logarithmic time."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [at for at, letter in enumerate(text) if letter == "\n"] if "\n" in text else []

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_left(self._ends, offset)
        return line + 1, offset - (self._ends[line - 1] if line else -1)

    def excerpt(self, line: int) -> str:
        """The beginning of a line, as it is shown."""
        start = self._ends[line - 2] + 1 if line > 1 else 0
        end = self._ends[line - 1] if line <= len(self._ends) else len(self._text)
        shown = self._text[start : min(end, start + _EXCERPT)].replace("\t", " ").rstrip()
        return shown + "…" if end > start + _EXCERPT else shown


class Faults:
    """The problems of one file, in the order in which they were found; no more than are worth telling."""

    def __init__(self, file: str, lines: Lines) -> None:
        self._file, self._lines = file, lines
        self._found: list[Problem] = []
        self.untold = 0

    def tell(
        self, code: str, what: str, next_step: str, line: int, severity: Severity = Severity.WARNING, column: int = 0
    ) -> None:
        """Note a fault of a line. An `ERROR` means that an entry is left out; a `WARNING`, a part of one."""
        if len(self._found) >= MOST_TOLD:
            self.untold += 1
            return
        excerpt = self._lines.excerpt(line)
        if column > len(excerpt):
            column = 0
        self._found.append(Problem(code, what, next_step, Place(self._file, line, column, excerpt), severity=severity))

    @property
    def too_many(self) -> bool:
        """True when the file is so broken that reading on serves nobody."""
        return self.untold > _MOST_FAULTS

    def problems(self) -> tuple[Problem, ...]:
        """Everything told, in the order of the lines, and a last word where there was more."""
        told = sorted(self._found, key=lambda one: one.place.line if one.place else 0)
        if self.untold:
            told.append(
                Problem(
                    "import-many-problems",
                    "There is more in this file that could not be read than is shown here.",
                    "Mend these, and read the file again to see the rest.",
                    Place(self._file),
                    severity=Severity.WARNING,
                )
            )
        return tuple(told)
