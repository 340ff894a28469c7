"""The files, pipes and the like that a process may have open: a system allows so many, and macOS by default few."""

from __future__ import annotations

import contextlib
import os


def spare(most: int) -> int:
    """How many more this process may open, counted up to `most`. Not while another thread opens any."""
    held: list[int] = []
    try:
        # What the system grants is asked of itself: its limits are several, and not every system tells them.
        with contextlib.suppress(OSError):
            while len(held) < most:
                held.append(os.open(os.devnull, os.O_RDONLY))
    finally:
        for descriptor in held:
            os.close(descriptor)
    return len(held)
