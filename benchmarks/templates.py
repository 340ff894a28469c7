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
_TEXT = '{{% extends "classic" %}}\n{{% block appeal %}}\nTry number {number} asks for more.\n{{% endblock %}}\n'


def main() -> None:
    os.environ.pop("MUNDRAFT_LIBRARY", None)
    with tempfile.TemporaryDirectory(prefix="mundraft-bench-") as work:
        folder = Path(work)
        os.environ["MUNDRAFT_HOME"] = str(folder / "home")
        _check(folder, _template(folder))
        _watch(folder, _template(folder))


def _template(folder: Path) -> Path:
    path = folder / "templates" / "ours" / "paper.md.j2"
    path.parent.mkdir(parents=True, exist_ok=True)
    (path.parent / "template.yaml").write_text(_DEFINITION, encoding="utf-8")
    path.write_text(_TEXT.format(number=0), encoding="utf-8")
    return path


def _check(folder: Path, _: Path) -> None:
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
    ours = [*MUNDRAFT, "template", "preview", "ours", "--watch"]
    peer = [PYTHON, "-c", _BARE_WATCHER, str(path)]
    with _running(ours, folder) as told, _running(peer, folder) as seen:
        _wait_for(told, "Watching")
        _wait_for(seen, "seen")
        taken: list[tuple[float, float]] = []
        for number in range(1, SAVES + 1):
            time.sleep(0.3)  # a person saves at any moment of a look, and not while the last message is printed
            begun = _save(path, number)
            first = _wait_for(seen, "seen") - begun
            taken.append((_wait_for(told, f"{{+{number}+}}") - begun, first))
    ours_all, peer_all = zip(*taken, strict=True)
    ratio = statistics.median(a / b for a, b in taken)
    ours_median, peer_median = statistics.median(ours_all) * 1000, statistics.median(peer_all) * 1000
    print(
        f"watch        ratio {ratio:5.2f} ({min(a / b for a, b in taken):.2f} to {max(a / b for a, b in taken):.2f})"
        f"  ours {ours_median:6.1f} ms, at most {max(ours_all) * 1000:.1f}  peer {peer_median:6.1f} ms"
        "  goal under 250 ms, never 500"
    )


def _save(path: Path, number: int) -> float:
    new = path.with_suffix(".new")
    new.write_text(_TEXT.format(number=number), encoding="utf-8")
    begun = time.perf_counter()
    new.replace(path)
    return begun


@contextmanager
def _running(command: list[str], folder: Path) -> Iterator[Queue[tuple[float, str]]]:
    """A program, and its lines with the moment at which each came."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    lines: Queue[tuple[float, str]] = Queue()

    def read() -> None:
        for line in process.stdout or ():
            lines.put((time.perf_counter(), line.decode("utf-8", "replace")))

    threading.Thread(target=read, daemon=True).start()
    try:
        yield lines
    finally:
        process.kill()
        process.wait()


def _wait_for(lines: Queue[tuple[float, str]], wanted: str) -> float:
    """When a line with these words came. Raises `queue.Empty` where none does."""
    while True:
        moment, line = lines.get(timeout=30)
        if wanted in line:
            return moment


if __name__ == "__main__":
    main()
