"""A burst of keys, in a pseudo-terminal, until the last of them shows on the screen."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pyte

from harness import MUNDRAFT, PYTHON, Pairing, Sample, Terminal, in_turn
from papers import long_paper, write

HERE = Path(__file__).resolve().parent
COLUMNS, ROWS = 120, 40
BURSTS = 12
F8 = b"\x1b[19~"
HOME = b"\x1b[H"
#: the question after the one at which a finished paper is taken up again: it takes a sentence
QUESTION = "your country offer"


class Screen:
    """A program in a terminal, with what a person would see of it."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self.terminal = Terminal(command, COLUMNS, ROWS, env)
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)

    def shows(self, text: str) -> bool:
        return any(text in line for line in self.screen.display)

    def wait(self, text: str, timeout: float = 20.0) -> None:
        until = time.perf_counter() + timeout
        while not self.shows(text):
            if time.perf_counter() > until:
                raise TimeoutError(f"{text!r} never showed:\n" + "\n".join(self.screen.display))
            self.stream.feed(self.terminal.read(0.02))

    def settle(self, quiet: float = 0.2, longest: float = 2.0) -> None:
        """Read until nothing has been drawn for a while; a cursor that blinks must not keep it up for ever."""
        until = time.perf_counter() + longest
        while time.perf_counter() < until and (data := self.terminal.read(quiet)):
            self.stream.feed(data)

    def press_until(self, key: bytes, text: str, most: int = 20) -> None:
        """Press a key until some text shows."""
        for _ in range(most):
            if self.shows(text):
                return
            self.terminal.send(key)
            self.settle()
        raise TimeoutError(f"{text!r} never showed:\n" + "\n".join(self.screen.display))

    def burst(self, number: int) -> float:
        """Seconds from sending 23 keys at once to seeing the last of them."""
        word = f"burst{number:03}ofabcdefghijkl "
        begun = time.perf_counter()
        self.terminal.send(word.encode())
        self.wait(word.strip())
        taken = time.perf_counter() - begun
        self.terminal.send(b"\x7f" * len(word))
        self.settle()
        return taken


def typing_pairing(work: Path) -> Pairing:
    """The app with its preview open against a bare TextArea of the same text, burst by burst in turn."""
    paper = write(long_paper(), work / "long.yaml")
    text = work / "long.txt"
    subprocess.run([*MUNDRAFT, "export", str(paper), "--to", "txt", "-o", str(text)], check=True, cwd=work)
    env = {"MUNDRAFT_HOME": str(work / "home")}
    ours = Screen([*MUNDRAFT, str(paper)], env)
    bare = Screen([PYTHON, str(HERE / "bare_textarea.py"), str(text)], env)
    try:
        ours.wait("saved")
        bare.wait("Position Paper")
        ours.settle(1.0, 5.0)
        ours.press_until(F8, QUESTION)
        # An answer is gone on with at its end, where the line may break inside the word that is looked for.
        ours.terminal.send(HOME)
        ours.settle(1.0, 5.0)
        numbers = iter(range(1000))
        return in_turn(
            lambda: Sample(ours.burst(next(numbers))), lambda: Sample(bare.burst(next(numbers))), BURSTS, warmup=2
        )
    finally:
        ours.terminal.close()
        bare.terminal.close()
