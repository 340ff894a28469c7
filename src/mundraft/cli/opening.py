"""Opening the terminal app, where there is a terminal to open it in."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mundraft.problems import Problem, WrongUse

#: What a terminal is called that can only print line below line, as the one inside an editor may be.
_ONLY_LINES = ("dumb", "unknown")
#: What Textual reads of its own settings that a person may want for the terminal, and the values that it can take
#: (empty: whatever it cannot take it passes over). All others are for who writes apps: another driver, keys to press.
_SETTINGS = {
    "TEXTUAL_ALLOW_SIGNALS": (),
    "TEXTUAL_ANIMATIONS": (),
    "TEXTUAL_COLOR_SYSTEM": ("auto", "standard", "256", "truecolor", "windows"),
    "TEXTUAL_DIM_FACTOR": (),
    "TEXTUAL_DISABLE_KITTY_KEY": (),
    "TEXTUAL_FPS": (),
    "TEXTUAL_SMOOTH_SCROLL": (),
}
#: A window that says to be larger is none.
_LARGEST = 2000


def in_terminal() -> bool:
    """Whether a person can see and type: all ends of the program are a terminal. It is drawn where errors go, as a
    program's output may be taken by another."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def open_app(paper: Path | None, library: Path | None) -> int:
    """Open the app on a paper, or on its home screen. Raises `WrongUse` where there is no terminal."""
    if not in_terminal():
        raise WrongUse(
            Problem(
                "no-terminal",
                "The app needs a terminal to draw in, and here its input, output or errors are a file or a pipe.",
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
    _forget_what_stops_textual()
    from mundraft.starting import load_asyncio_without_encryption

    load_asyncio_without_encryption()
    from mundraft.tui.app import run

    return run(paper, library)


def _forget_what_stops_textual() -> None:
    """Take away the variables of somebody's shell that Textual would end the app for, or draw for ever."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL_")]:
        known = _SETTINGS.get(name)
        if known is None or (known and os.environ[name] not in known):
            del os.environ[name]
    for name in ("COLUMNS", "LINES"):
        said = os.environ.get(name, "")
        if not (said.isascii() and said.isdecimal() and len(said) < 5 and 0 < int(said) <= _LARGEST):
            os.environ.pop(name, None)
