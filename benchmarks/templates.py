"""How long a teacher waits: for `template check` from the shell, and after a save under `template preview --watch`.

The template is a teacher's own, so that everything runs that runs for them: it extends the classic one, and is filled
in the child process. The peer of a save is the least that any program could take which looks for one: noticing the new
time of the file, and a line written.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

sys.path.insert(0, str(Path(__file__).resolve().parent))

from harness import MUNDRAFT, PYTHON, Sample, in_turn, whole_process

#: The lines of a program, each with the moment at which it came.
_Lines = Queue[tuple[float, str]]
RUNS, SAVES = 15, 21
_BARE_WATCHER = """
import os, sys, time
path, seen = sys.argv[1], None
while True:
    now = os.stat(path).st_mtime_ns
    if now != seen:
        print("seen", flush=True)
        seen = now
    time.sleep(0.04)
"""
_DEFINITION = "mundraft-template: 1\nname: Ours\nextends: classic\n"
_FAULTY = '{{% extends "classic" %}}\n{{% block appeal %}}\n{{{{ nothing{number} }}}}\n{{% endblock %}}\n'
_TEXT = '{{% extends "classic" %}}\n{{% block appeal %}}\nTry number {number} asks for more.\n{{% endblock %}}\n'


def main() -> None:
    os.environ.pop("MUNDRAFT_LIBRARY", None)
    with tempfile.TemporaryDirectory(prefix="mundraft-bench-") as work:
        folder = Path(work)
        os.environ["MUNDRAFT_HOME"] = str(folder / "home")
        path = _template(folder)
        _check(folder)
        _watch(folder, path)


def _template(folder: Path) -> Path:
    path = folder / "templates" / "ours" / "paper.md.j2"
    path.parent.mkdir(parents=True, exist_ok=True)
    (path.parent / "template.yaml").write_text(_DEFINITION, encoding="utf-8")
    path.write_text(_TEXT.format(number=0), encoding="utf-8")
    return path


def _check(folder: Path) -> None:
    for name in ("ours", "classic"):
        command = [*MUNDRAFT, "template", "check", name]
        if subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode not in (0, 1):
            raise RuntimeError(f"{command} failed")
        pairing = in_turn(
            lambda command=command: _ended(command, folder),
            lambda: whole_process([PYTHON, "-c", "pass"], folder),
            RUNS,
        )
        print(pairing.told(f"check {name}", "<= 25, under 400 ms"))


def _ended(command: list[str], folder: Path) -> Sample:
    """One run, whatever the exit code says of the template."""
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return Sample(time.perf_counter() - begun)


def _watch(folder: Path, path: Path) -> None:
    """From a save to what changed, and from a save with a fault in it to the fault, each beside the bare watcher."""
    ours = [*MUNDRAFT, "template", "preview", "ours", "--watch"]
    peer = [PYTHON, "-c", _BARE_WATCHER, str(path)]
    sound: list[tuple[float, float]] = []
    faulty: list[tuple[float, float]] = []
    with _running(ours, folder) as told, _running(peer, folder) as seen:
        _wait_for(told, "Watching")
        _wait_for(seen, "seen")
        for number in range(1, SAVES + 1):
            sound.append(_saved(path, _TEXT.format(number=number), f"{{+{number}+}}", told, seen))
            faulty.append(_saved(path, _FAULTY.format(number=number), f"`nothing{number}`", told, seen))
    print(_told("watch", sound[1:]))
    print(_told("watch, fault", faulty[1:]))


def _saved(path: Path, text: str, wanted: str, told: _Lines, seen: _Lines) -> tuple[float, float]:
    """Seconds from one save to some words of ours, and to the peer's."""
    time.sleep(0.5)  # a person saves when the last message is read
    new = path.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    begun = time.perf_counter()
    new.replace(path)
    return _wait_for(told, wanted) - begun, _wait_for(seen, "seen") - begun


def _told(name: str, taken: list[tuple[float, float]]) -> str:
    ours, peer = ([pair[side] * 1000 for pair in taken] for side in (0, 1))
    ratios = [a / b for a, b in zip(ours, peer, strict=True)]
    return (
        f"{name:<12} ratio {statistics.median(ratios):5.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        f"  ours {statistics.median(ours):6.1f} ms, at most {max(ours):.1f}  peer {statistics.median(peer):6.1f} ms"
        "  goal under 250 ms, never 500"
    )


@contextmanager
def _running(command: list[str], folder: Path) -> Iterator[_Lines]:
    """A program, and its lines with the moment at which each came."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    lines: _Lines = Queue()

    def read() -> None:
        for line in process.stdout or ():
            lines.put((time.perf_counter(), line.decode("utf-8", "replace")))

    threading.Thread(target=read, daemon=True).start()
    try:
        yield lines
    finally:
        process.kill()
        process.wait()


def _wait_for(lines: _Lines, wanted: str) -> float:
    """When a line with these words came. Raises `queue.Empty` where none does."""
    while True:
        moment, line = lines.get(timeout=30)
        if wanted in line:
            return moment


if __name__ == "__main__":
    main()
