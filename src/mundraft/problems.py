"""What is wrong, where, and what to do: the one form in which every layer tells of a fault.

A problem is data; how it is shown (a terminal, JSON, a panel of the app) is the business of whoever shows it. Every
error that a person can cause is a `MundraftError`, so that the command line and the app need to catch only one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from mundraft.text.harmless import in_one_line


class Severity(StrEnum):
    """How much a problem matters: an error is in the way, a warning is most likely a slip, advice is a matter of taste.

    Only errors make a command end with exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file a problem stands. Lines and columns count from 1; 0 means that there is none to name.

    `excerpt` is the line as it is shown, or a stretch of it; `caret` is how many terminal cells stand before the column
    in it, where that is not `column - 1` (a stretch of a long line, tabs, wide characters)."""

    file: str
    line: int = 0
    column: int = 0
    excerpt: str = ""
    caret: int | None = None

    def __str__(self) -> str:
        file = in_one_line(self.file)
        if not self.line:
            return file
        return f"{file}:{self.line}:{self.column}" if self.column else f"{file}:{self.line}"


@dataclass(frozen=True, slots=True)
class SeenRule:
    """Where the rule that a problem is about was seen: so that it can be looked up and doubted.

    `season` is the one that the place speaks of, "" where it names none; `seen_on` is as precise as it is known."""

    title: str
    url: str = ""
    season: str = ""
    seen_on: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: a stable code, what is wrong, what to do next, and where (a file's place or a paper's address).

    `seen` is where the rule stands that is broken, for rules that are not this program's own."""

    code: str
    what: str
    next_step: str = ""
    place: Place | None = None
    address: str = ""
    severity: Severity = Severity.ERROR
    seen: tuple[SeenRule, ...] = ()

    def told(self) -> str:
        """The problem as lines of plain text: place and message, the line with a caret, the next step."""
        head = f"{self.place}: " if self.place else ""
        head += "warning: " if self.severity is Severity.WARNING else ""
        lines = [f"{head}{self.what} [{self.code}]"]
        if self.place and self.place.excerpt:
            lines.append(f"    {self.place.excerpt}")
            if self.place.column:
                before = self.place.column - 1 if self.place.caret is None else self.place.caret
                lines.append("    " + " " * before + "^")
        if self.next_step:
            lines.append(f"    -> {self.next_step}")
        return "\n".join(lines)


class MundraftError(Exception):
    """Something that a person can mend. Carries every problem found, never only the first."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(problem.told() for problem in self.problems))


class UnreadableFile(MundraftError):
    """A paper, template, profile or other file that cannot be read as what it should be."""


class UnknownName(MundraftError):
    """A template, country, instrument, example or code that is not found under the name given."""


class TemplateFault(MundraftError):
    """A template that may not run, or that failed while it ran."""


class CannotSave(MundraftError):
    """A file that could not be written. What was to be written is still in hand or in the rescue folder."""


class CannotExport(MundraftError):
    """An export that was refused or failed."""


class WrongUse(MundraftError):
    """A command or request that cannot be carried out as asked."""
