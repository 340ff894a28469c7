"""A Python process of our own: started the same way on every system, seen by nobody, and ended with all below it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from typing import IO, Protocol

# Isolated from the environment and the current folder, yet with our own import path: `-I` alone would lose what was
# installed for one user only. What spares the program's start something spares it here too.
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from mundraft.starting import start_lightly; start_lightly(); "
    "from {module} import {function}; {function}()"
)
#: Windows: no console window, and a process group of its own.
_UNSEEN = 0x08000000 | 0x00000200


class Child(Protocol):
    """What is asked of a process, however it was made: a part of `subprocess.Popen`."""

    @property
    def pid(self) -> int: ...
    @property
    def stdin(self) -> IO[bytes] | None: ...
    @property
    def stdout(self) -> IO[bytes] | None: ...
    def poll(self) -> int | None: ...
    def wait(self) -> int | None: ...
    def kill(self) -> None: ...


def started(module: str, function: str, *, apart: bool = True) -> subprocess.Popen[bytes]:
    """A child that runs a function without arguments, with pipes as its input and output. Raises `OSError`.

    `apart`, it is in a process group of its own: what a person types to interrupt the program does not reach it. If
    not, it ends with whoever ends the group of this process, and what interrupts this process reaches it too."""
    on_windows = sys.platform == "win32"
    return subprocess.Popen(
        [
            sys.executable,
            "-I",
            "-c",
            _START.format(module=module, function=function),
            json.dumps([entry for entry in sys.path if entry]),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=_UNSEEN if on_windows else 0,
        process_group=None if on_windows or not apart else 0,
    )


def kill(child: Child) -> None:
    """Kill a child and, where it has a group of processes of its own, everything in it. From any thread."""
    kill_group = getattr(os, "killpg", None)
    with contextlib.suppress(OSError):
        if child.poll() is not None:
            return
        if kill_group and os.getpgid(child.pid) == child.pid:
            kill_group(child.pid, signal.SIGKILL)
        else:
            child.kill()


def end(child: Child) -> None:
    """Kill a child, wait until it is gone and close its pipes. For the thread that reads and writes them."""
    kill(child)
    child.wait()
    for pipe in (child.stdin, child.stdout):
        with contextlib.suppress(OSError):  # what was still to be written has nobody left to read it
            if pipe:
                pipe.close()
