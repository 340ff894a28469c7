"""Processes that are copies of this one as it stands, and need not import and read again what it has: Linux alone."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import IO, NoReturn

#: Input, output and errors.
_STANDARD = (0, 1, 2)
#: What a copy does: it reads from the first pipe and writes into the second, and ends when this returns.
Doing = Callable[[IO[bytes], IO[bytes]], None]


def can_be_made() -> bool:
    """Whether this process may be copied. Windows has no such thing, and on macOS the system's own libraries do not
    bear it. Of several threads only one would be in the copy, and what the others had locked would stay so for ever.
    Where a standard stream is closed (as some services start programs), a pipe to a copy could be taken for it."""
    return sys.platform == "linux" and threading.active_count() == 1 and all(map(_is_open, _STANDARD))


def _is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


class Copy:
    """A copy of this process, with pipes to it and from it; otherwise as a `subprocess.Popen`."""

    def __init__(self, pid: int, stdin: IO[bytes], stdout: IO[bytes]) -> None:
        self.pid, self.stdin, self.stdout = pid, stdin, stdout
        self.returncode: int | None = None
        self._lock = threading.Lock()

    def poll(self) -> int | None:
        """How it ended; None while it runs."""
        with self._lock:
            return self._ended(os.WNOHANG)

    def wait(self) -> int | None:
        """How it ended, once it has."""
        with self._lock:
            return self._ended(0)

    def kill(self) -> None:
        with self._lock:
            if self._ended(os.WNOHANG) is None:
                os.kill(self.pid, signal.SIGKILL)

    def _ended(self, options: int) -> int | None:
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, options)
            if pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode


def copies(doing: Doing, count: int) -> list[Copy]:
    """So many copies of this process, each doing this; fewer where the system gives no more.

    Each is in a process group of its own, and what it prints is seen by nobody. Only where `can_be_made` says so."""
    made: list[Copy] = []
    with contextlib.suppress(OSError):
        for _ in range(count):
            made.append(_copy(doing, [pipe.fileno() for one in made for pipe in (one.stdin, one.stdout)]))
    return made


def _copy(doing: Doing, of_others: list[int]) -> Copy:
    its_input, to_it = os.pipe()
    try:
        from_it, its_output = os.pipe()
    except OSError:
        os.close(its_input)
        os.close(to_it)
        raise
    # Ctrl+C before the copy is in a group of its own would have two programs tell of it.
    signals = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        pid = os.fork()
        if not pid:
            _be_the_copy(doing, its_input, its_output, [*of_others, to_it, from_it])
        with contextlib.suppress(OSError):
            os.setpgid(pid, pid)  # as the copy does itself: nobody knows which of the two is first
    except OSError:
        os.close(to_it)
        os.close(from_it)
        raise
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, signals)
        os.close(its_input)
        os.close(its_output)
    return Copy(pid, os.fdopen(to_it, "wb"), os.fdopen(from_it, "rb"))


def _be_the_copy(doing: Doing, its_input: int, its_output: int, not_its_own: list[int]) -> NoReturn:
    """Do what the copy is for, and end without any of what this process does at its own end."""
    try:
        os.setpgid(0, 0)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        for descriptor in not_its_own:
            os.close(descriptor)
        nothing = os.open(os.devnull, os.O_RDWR)
        for standard in _STANDARD:
            os.dup2(nothing, standard)
        sys.stdout = sys.stderr = os.fdopen(nothing, "w")
        gc.freeze()  # what both have is looked through for garbage by neither, and so stays in one place
        with os.fdopen(its_input, "rb") as given, os.fdopen(its_output, "wb") as answers:
            doing(given, answers)
    finally:
        os._exit(0)
