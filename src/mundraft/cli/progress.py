"""A bar for work on many papers: on a terminal only, in letters that every console has, and below what is told."""

from __future__ import annotations

import os
import shutil
import sys
import time
from types import TracebackType
from typing import TextIO

from mundraft.cli.running import say, tell

_WIDTH = 30
#: The least time between two drawings, in seconds: a console that draws slowly must not slow down the work.
_PAUSE = 0.1


class Progress:
    """How far work has come, drawn on standard error where that is a terminal; elsewhere nothing is drawn.

    While it is shown, everything else is to be printed with `say` and `tell`, which keep it the last line."""

    def __init__(self, of: int, *, wanted: bool = True) -> None:
        self._of, self._done, self._wrong = of, 0, 0
        self._stream = sys.stderr if wanted and _draws(sys.stderr) else None
        self._drawn_at, self._cells = 0.0, 0

    @property
    def is_shown(self) -> bool:
        return self._stream is not None

    def __enter__(self) -> Progress:
        self._draw()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._wipe()

    def step(self, *, wrong: bool = False) -> None:
        """One more paper is done; `wrong` where it could not be done."""
        self._done += 1
        self._wrong += wrong
        if time.monotonic() - self._drawn_at >= _PAUSE:
            self._draw()

    def say(self, text: str) -> None:
        """Print a result above the bar."""
        self._wipe()
        say(text)
        self._draw()

    def tell(self, message: str) -> None:
        """Print a message above the bar."""
        self._wipe()
        tell(message)
        self._draw()

    def _draw(self) -> None:
        if self._stream is None:
            return
        filled = _WIDTH * self._done // max(self._of, 1)
        wrong = f", {self._wrong} could not be used" if self._wrong else ""
        line = f"[{'#' * filled}{'-' * (_WIDTH - filled)}] {self._done} of {self._of}{wrong}"
        # The last cell of a line stays free: some consoles begin a new line with it.
        line = line[: shutil.get_terminal_size().columns - 1]
        self._put(f"\r{line}{' ' * (self._cells - len(line))}")
        self._cells = len(line)
        self._drawn_at = time.monotonic()

    def _wipe(self) -> None:
        if self._cells:
            self._put(f"\r{' ' * self._cells}\r")
            self._cells = 0

    def _put(self, text: str) -> None:
        if self._stream is None:
            return
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, ValueError):
            self._stream = None  # the terminal was closed: the work goes on without a bar


def _draws(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
