"""Opening the terminal app, where there is a terminal to open it in."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mundraft.problems import Problem, WrongUse

#: What a terminal is called that can only print line below line, as the one inside an editor may be.
_ONLY_LINES = ("dumb", "unknown")


def in_terminal() -> bool:
    """Whether a person can see and type: both ends of the program are a terminal."""
    return bool(sys.stdin and sys.stdout and sys.stdin.isatty() and sys.stdout.isatty())


def open_app(paper: Path | None, library: Path | None) -> int:
    """Open the app on a paper, or on its home screen. Raises `WrongUse` where there is no terminal."""
    if not in_terminal():
        raise WrongUse(
            Problem(
                "no-terminal",
                "The app needs a terminal to draw in, and here input or output is a file or a pipe.",
                "Run mundraft in a terminal window, or use a command: mundraft ask, export or check (mundraft --help).",
            )
        )
    term = os.environ.get("TERM", "")
    if term.lower() in _ONLY_LINES:
        raise WrongUse(
            Problem(
                "no-terminal",
                f"The app draws on the whole screen, and this terminal says that it cannot be drawn on (TERM={term}).",
                "Run mundraft in a terminal window of its own, or be asked line by line: mundraft ask PAPER",
            )
        )
    from mundraft.starting import load_asyncio_without_encryption

    load_asyncio_without_encryption()
    from mundraft.tui.app import run

    return run(paper, library)
