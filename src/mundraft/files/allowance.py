"""What the system still allows this process. It is asked by trying: limits are several, and not every system tells."""

from __future__ import annotations

import contextlib
import os
from threading import Event, Thread


def files_to_spare(most: int) -> int:
    """How many more files, pipes and the like this process may open, counted up to `most`.

    Not while another thread opens any: it could be refused what is held here for a moment."""
    held: list[int] = []
    try:
        with contextlib.suppress(OSError):
            while len(held) < most:
                held.append(os.open(os.devnull, os.O_RDONLY))
    finally:
        for descriptor in held:
            os.close(descriptor)
    return len(held)


def threads_to_spare(most: int) -> int:
    """How many more threads, or on Linux processes, may be started, counted up to `most`."""
    held: list[Thread] = []
    go = Event()
    try:
        with contextlib.suppress(RuntimeError):
            while len(held) < most:
                thread = Thread(target=go.wait, daemon=True)
                thread.start()
                held.append(thread)
    finally:
        go.set()
        for thread in held:
            thread.join()
    return len(held)
