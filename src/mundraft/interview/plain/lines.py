"""Lines read and written, and the few signs that are commands and not answers."""

from __future__ import annotations

import re
from collections.abc import Callable

#: Shown once at the beginning.
COMMANDS = (
    "Type an answer and press Enter. An empty line leaves the answer as it is and goes on.\n"
    "? help   ! an example   < back   > skip   #12 go to question 12   - take the answer out   . stop"
)

_JUMP = re.compile(r"#\s*(\d{1,4})")


class Command(Exception):
    """A line that says where to go instead of answering."""


class Stop(Command):
    """End the interview here; everything is kept."""


class Back(Command):
    """Go to the question before."""


class Skip(Command):
    """Go on without changing the answer."""


class Jump(Command):
    """Go to the question of this number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Lines:
    """What the conversation reads from and writes to. `read_line` raises `EOFError` when there is no more."""

    def __init__(self, read_line: Callable[[str], str], write: Callable[[str], object]) -> None:
        self._read_line = read_line
        self._write = write
        #: what "?" and "!" show at this question
        self.help = ""
        self.example = ""

    def say(self, *texts: str) -> None:
        """Write each text that is not empty on lines of its own."""
        for text in texts:
            if text:
                self._write(text)

    def read(self, prompt: str) -> str:
        """The next line that is an answer, without the spaces around it. Raises `Command` and `EOFError`."""
        while True:
            line = self._read_line(prompt).strip()
            if line == "?":
                self.say(self.help or "There is no further help for this question.")
            elif line == "!":
                self.say(self.example or "There is no example for this question.")
            else:
                _raise_command(line)
                return line

    def read_plain(self, prompt: str) -> str:
        """A line of a side question (a source, a choice among matches), where going back or on means none of it."""
        try:
            return self.read(prompt)
        except (Back, Skip):
            return ""

    def confirm(self, question: str) -> bool:
        """True for a yes; an empty line is a no."""
        return self.read_plain(f"{question} y or n [n]: ").casefold() in ("y", "yes")

    def pick(self, options: list[str], prompt: str) -> int | None:
        """The index of the option whose number is typed, or None for an empty line."""
        self.say(*(f"  {number}. {option}" for number, option in enumerate(options, start=1)))
        while line := self.read_plain(prompt):
            if line.isdecimal() and 1 <= int(line) <= len(options):
                return int(line) - 1
            self.say(f"Type a number from 1 to {len(options)}, or nothing.")
        return None


def _raise_command(line: str) -> None:
    if line == ".":
        raise Stop
    if line == "<":
        raise Back
    if line == ">":
        raise Skip
    if found := _JUMP.fullmatch(line):
        raise Jump(int(found[1]))
