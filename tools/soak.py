"""Kill the program again and again while somebody types, and look at what is left of the paper.

    python tools/soak.py [--kills 200] [--longest 4.0] [--in-thread]

A child process types into an open paper without a pause and prints each text's number before it types the next; it is
killed at a random moment (SIGKILL; on Windows, TerminateProcess). Then the paper is read. Reported are papers that
could not be read, and how much typing was lost: the time between the first text that is missing and the kill.
The exit code is 1 where a paper was unreadable or more than a second was lost.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

#: Types without a pause: one key each 20 ms, the beat of a very fast typist, saving as the app does.
TYPING = """
import sys, threading, time
from pathlib import Path
from mundraft.desk.session import PaperSession
from mundraft.paper.address import with_value

session = PaperSession.open(Path(sys.argv[1]))
if sys.argv[2] == "thread":
    def save():
        while True:
            session.save_if_due()
            time.sleep(0.1)
    threading.Thread(target=save, daemon=True).start()
number = int(sys.argv[3])
filler = "word " * 3000
while True:
    number += 1
    text = f"{number} {filler}"
    session.put(with_value(session.paper, "topics/t1/answers/definition", text))
    sys.stdout.write(f"{number} {time.time()}\\n")
    sys.stdout.flush()
    if sys.argv[2] == "loop":
        session.save_if_due()
    time.sleep(0.02)
"""


@dataclass(frozen=True, slots=True)
class Kill:
    """What one kill did: whether the paper could be read, and how many seconds of typing were lost."""

    readable: bool
    typed: int
    lost: float


def kill_once(path: Path, seed: random.Random, longest: float, mode: str, first: int) -> Kill:
    """Type into the paper, kill the typist at a random moment, and look at the paper."""
    with subprocess.Popen(
        [sys.executable, "-u", "-c", TYPING, str(path), mode, str(first)], stdout=subprocess.PIPE, text=True
    ) as typist:
        assert typist.stdout is not None
        lines = [typist.stdout.readline()]
        time.sleep(seed.uniform(0.0, longest))
        killed_at = time.time()
        typist.kill()
        lines += typist.stdout.readlines()
    return _looked_at(path, [line for line in lines if line.endswith("\n")], killed_at, first)


def _looked_at(path: Path, lines: list[str], killed_at: float, first: int) -> Kill:
    from mundraft.paper.file import read_paper
    from mundraft.problems import MundraftError

    try:
        paper = read_paper(path.read_bytes(), str(path))
    except (MundraftError, OSError):
        return Kill(False, len(lines), float("inf"))
    said = paper.topics[0].answers.get("definition")
    text = getattr(said, "text", "")
    kept = int(text.split(maxsplit=1)[0]) if text else first
    for line in lines:
        number, when = line.split()
        if int(number) > kept:
            return Kill(True, len(lines), max(0.0, killed_at - float(when)))
    return Kill(True, len(lines), 0.0)


def soak(kills: int, longest: float, mode: str, folder: Path) -> list[Kill]:
    """Kill a typist so many times over one paper."""
    from mundraft.desk.session import PaperSession
    from mundraft.paper.model import Paper

    path = folder / "soak.yaml"
    PaperSession.create(path, Paper()).close()
    seed, done = random.Random(20250314), []
    for number in range(kills):
        done.append(kill_once(path, seed, longest, mode, 100_000 * (number + 1)))
        if not done[-1].readable:
            path.rename(path.with_name(f"unreadable-{number}.yaml"))
            PaperSession.create(path, Paper()).close()
    return done


def told(kills: list[Kill], folder: Path) -> str:
    """The figures, in words."""
    lost = sorted(kill.lost for kill in kills)
    leftovers = [path for path in folder.iterdir() if path.suffix == ".tmp"]
    return "\n".join(
        [
            f"kills:             {len(kills)}, {sum(kill.typed for kill in kills)} texts typed",
            f"unreadable papers: {sum(not kill.readable for kill in kills)}",
            f"seconds lost:      worst {lost[-1]:.3f}, median {statistics.median(lost):.3f}",
            f"temporary files:   {len(leftovers)} left (swept away when the paper is opened a minute later)",
        ]
    )


def main() -> int:
    """Soak, report, and fail where the promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--longest", type=float, default=4.0, help="seconds of typing at most before a kill")
    parser.add_argument("--in-thread", action="store_true", help="save in a thread, as the app does")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        os.environ["MUNDRAFT_HOME"] = str(Path(name) / "home")
        folder = Path(name) / "papers"
        folder.mkdir()
        kills = soak(options.kills, options.longest, "thread" if options.in_thread else "loop", folder)
        print(told(kills, folder))
    return 0 if all(kill.readable and kill.lost <= 1.0 for kill in kills) else 1


if __name__ == "__main__":
    sys.exit(main())
