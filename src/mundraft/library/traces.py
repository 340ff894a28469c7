"""Which files a thing of the library was read from, and what the nearer ones changed in those behind them."""

from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import Field

from mundraft.library.corrections import Correction
from mundraft.paper.model import Model
from mundraft.problems import Problem


class Trace(NamedTuple):
    """Where a thing comes from; the fields are those of `Traced`."""

    files: tuple[Path, ...] = ()
    corrections: tuple[Correction, ...] = ()
    refused: tuple[Problem, ...] = ()


NO_TRACE = Trace()


class Traced(Model):
    """A thing that knows where it comes from.

    `files` are those that count, the nearest first; `corrections` what each changed in those behind it; `refused` what
    is wrong with files of this name that were passed over."""

    files: Annotated[tuple[Path, ...], Field(exclude=True)] = ()
    corrections: tuple[Correction, ...] = ()
    refused: Annotated[tuple[Problem, ...], Field(exclude=True)] = ()
