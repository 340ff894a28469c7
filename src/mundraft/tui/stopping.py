"""The end of an app that was told to stop by a signal, and does not come to its end by itself."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

#: The exit code of a program that was told to stop by a signal, as shells count it.
KILLED = 128
#: Seconds that an app has to end by itself. What keeps it is a terminal that takes nothing any more.
PATIENCE = 3.0
#: Leaves the other screen, shows the cursor, and takes back what was asked of mouse, keys, focus and pasting.
_AS_BEFORE = b"\x1b[<u\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?2004l\x1b[?1004l\x1b[?7h\x1b[?1049l\x1b[?25h"


def terminal_now() -> list[Any] | None:
    """How the terminal takes what is typed, to be put back; None where the system has no such thing."""
    with suppress(Exception):
        import termios

        return list(termios.tcgetattr(0))
    return None


def end_for_certain(numbers: list[int], save: Callable[[], object], terminal: list[Any] | None) -> None:
    """From now on, end the program `PATIENCE` seconds after one of these signals, saving first, if it is still there.

    Whoever listens for them in the event loop does so as before: the loop hears of a signal beside this. It is for a
    loop that stands still, where nothing in it can be heard. `terminal` is what `terminal_now` said before the app."""
    for number in numbers:
        with suppress(ValueError, OSError):
            signal.signal(number, lambda got, frame: _give_it(PATIENCE, got, frame, save, terminal))


def _give_it(
    seconds: float, number: int, frame: FrameType | None, save: Callable[[], object], terminal: list[Any] | None
) -> None:
    del frame
    timer = threading.Timer(seconds, _end, (number, save, terminal))
    timer.daemon = True
    timer.start()


def _end(number: int, save: Callable[[], object], terminal: list[Any] | None) -> None:
    with suppress(Exception):  # the program ends in any case
        save()
    with suppress(Exception):
        os.set_blocking(1, False)
        os.write(1, _AS_BEFORE)
    _put_back(terminal)
    os._exit(KILLED + number)


def _put_back(terminal: list[Any] | None) -> None:
    with suppress(Exception):
        import termios

        if terminal is not None:
            termios.tcsetattr(0, termios.TCSANOW, terminal)
