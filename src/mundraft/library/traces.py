"""Which files a thing of the library was read from, and what the nearer ones changed in those behind them."""

from pathlib import Path
from typing import NamedTuple

from mundraft.problems import Problem


class Correction(NamedTuple):
    """One field that a nearer file sets: "treaties.crc.consent", "names.adjective", "aliases".

    `was` and `now` are what stood there and what stands there now, "" where that is no single value."""

    field: str
    path: Path
    was: str = ""
    now: str = ""

    @property
    def in_words(self) -> str:
        """What stands there now, and what stood there: "treaties.crc.consent: 2021-01-01 (was: 1990-09-21)"."""
        if self.now and self.was:
            return f"{self.field}: {self.now} (was: {self.was})"
        return f"{self.field}: {self.now or ('taken out' if self.was else 'changed')}"


class Trace(NamedTuple):
    """Where a thing of the library comes from.

    `files` are those that count, the nearest first; `corrections` what each changed in those behind it; `refused` what
    is wrong with files of this name that were passed over."""

    files: tuple[Path, ...] = ()
    corrections: tuple[Correction, ...] = ()
    refused: tuple[Problem, ...] = ()


NO_TRACE = Trace()


class Traced:
    """A thing that knows where it comes from."""

    __slots__ = ()
    trace: Trace

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that count, the nearest first."""
        return self.trace.files

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What each nearer file changed in those behind it."""
        return self.trace.corrections

    @property
    def refused(self) -> tuple[Problem, ...]:
        """What is wrong with files of this name that were passed over."""
        return self.trace.refused
