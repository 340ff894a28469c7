"""Timing two commands in turn, and driving a program in a pseudo-terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
#: The program as it is installed, which is what people start.
MUNDRAFT = [str(Path(PYTHON).with_name("mundraft"))]
# Python compiles a module once and keeps it, as an installed program has it; where that is switched off, each start
# would be measured with compiling all of it.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
_ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|[@-Z\\-_])")


@dataclass(frozen=True)
class Sample:
    """One run: wall seconds, the processor's seconds and the peak resident memory in MiB (0 where not taken)."""

    seconds: float
    memory: float = 0.0
    processor: float = 0.0


@dataclass(frozen=True)
class Pairing:
    """Two commands measured in turn."""

    ours: list[Sample]
    peer: list[Sample]

    def ratio(self, figure: str = "seconds") -> float:
        """The median of the ratios ours/peer, pair by pair."""
        pairs = zip(self.ours, self.peer, strict=True)
        return statistics.median(getattr(a, figure) / getattr(b, figure) for a, b in pairs)

    def told(self, name: str, goal: str, figure: str = "seconds") -> str:
        """One line: the median ratio, its spread, and the medians of both sides."""
        ours, peer = ([getattr(sample, figure) for sample in side] for side in (self.ours, self.peer))
        ratios = [a / b for a, b in zip(ours, peer, strict=True)]
        scale, unit = (1, "MiB") if figure == "memory" else (1000, "ms ")
        medians = [f"{statistics.median(side) * scale:7.1f} {unit}" for side in (ours, peer)]
        spread = f"({min(ratios):.2f} to {max(ratios):.2f})"
        ratio = f"{self.ratio(figure):5.2f} {spread:<14}"
        return f"{name:<12} ratio {ratio}  ours {medians[0]}  peer {medians[1]}  goal {goal}"


def in_turn(ours: Callable[[], Sample], peer: Callable[[], Sample], runs: int, warmup: int = 1) -> Pairing:
    """Run the two alternately, `warmup` pairs uncounted."""
    taken = [(ours(), peer()) for _ in range(warmup + runs)][warmup:]
    return Pairing([a for a, _ in taken], [b for _, b in taken])


def whole_process(command: Sequence[str], cwd: Path | None = None, env: dict[str, str] | None = None) -> Sample:
    """Run a command to its end, its output thrown away."""
    begun = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        silent = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silent, stream)
        if cwd:
            os.chdir(cwd)
        os.execvpe(command[0], list(command), env or dict(os.environ))
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - begun
    if status != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {status}")
    return Sample(seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


class Terminal:
    """A program in a pseudo-terminal of its own."""

    def __init__(self, command: Sequence[str], columns: int, rows: int, env: dict[str, str] | None = None) -> None:
        self.begun = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})}
            os.execvpe(command[0], list(command), environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.raw = b""

    def read(self, timeout: float) -> bytes:
        """What came within `timeout` seconds, b"" when nothing did."""
        ready, _, _ = select.select([self.fd], [], [], timeout)
        if not ready:
            return b""
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            return b""
        self.raw += data
        return data

    def wait_for_text(self, text: str, timeout: float = 30.0) -> float:
        """Seconds from the start until some text was drawn. Raises `TimeoutError`."""
        wanted = text.encode()
        until = time.perf_counter() + timeout
        while time.perf_counter() < until:
            self.read(0.05)
            if wanted in _ESCAPES.sub(b"", self.raw):
                return time.perf_counter() - self.begun
        raise TimeoutError(f"{text!r} was not drawn; seen: {_ESCAPES.sub(b'', self.raw)[-400:]!r}")

    def send(self, data: bytes) -> None:
        os.write(self.fd, data)

    def close(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def first_text(
    command: Sequence[str], text: str, columns: int = 120, rows: int = 40, env: dict[str, str] | None = None
) -> Sample:
    """Start a program in a terminal and stop it when some text is drawn."""
    terminal = Terminal(command, columns, rows, env)
    try:
        return Sample(terminal.wait_for_text(text))
    finally:
        terminal.close()
