"""Opening the terminal app, where there is a terminal to open it in."""

from __future__ import annotations

import sys
from pathlib import Path

from mundraft.problems import Problem, WrongUse


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
    _load_asyncio_without_encryption()
    from mundraft.tui.app import run

    return run(paper, library)


def _load_asyncio_without_encryption() -> None:
    """Load asyncio, on which Textual stands, as a Python without `ssl` has it: the app speaks to no network, and to
    load OpenSSL takes 4 ms and 1.5 MB. Whoever imports `ssl` afterwards gets it."""
    if "asyncio" not in sys.modules and "ssl" not in sys.modules:
        sys.modules["ssl"] = None  # type: ignore[assignment]  # how Python is told that there is no such module
        try:
            import asyncio  # noqa: F401
        finally:
            del sys.modules["ssl"]
