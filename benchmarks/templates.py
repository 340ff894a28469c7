"""How long a teacher waits: for `template check` from the shell, and after a save under `template preview --watch`.

The template is a teacher's own, so that everything runs that runs for them: it extends the classic one, and is filled
in the child process. The peer of both is `python -c pass`, taken in turn: what the machine needs for the least of
programs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from queue import Queue

sys.path.insert(0, str(Path(__file__).resolve().parent))

from harness import MUNDRAFT, PYTHON, Sample, in_turn, whole_process

#: The lines of a program, each with the moment at which it came.
_Lines = Queue[tuple[float, str]]
RUNS, SAVES = 15, 21
#: How each screen of a watch ends.
_SHOWN = "Watching"
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
    """From a save to what changed, and from a save with a fault in it to the fault."""
    least = [PYTHON, "-c", "pass"]
    numbers = count(1)

    def sound() -> Sample:
        number = next(numbers)
        return _saved(path, _TEXT.format(number=number), f"{{+{number}+}}", told)

    def faulty() -> Sample:
        number = next(numbers)
        taken = _saved(path, _FAULTY.format(number=number), f"`nothing{number}`", told)
        _saved(path, _TEXT.format(number=number), f"{{+{number}+}}", told)
        return taken

    with _running([*MUNDRAFT, "template", "preview", "ours", "--watch"], folder) as told:
        _wait_for(told, _SHOWN)
        for name, save in (("watch", sound), ("watch, fault", faulty)):
            print(in_turn(save, lambda: whole_process(least, folder), SAVES).told(name, "<= 15, under 250 ms"))


def _saved(path: Path, text: str, wanted: str, told: _Lines) -> Sample:
    """One save as editors save, until some words are shown; then the rest of the screen is waited for."""
    new = path.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    begun = time.perf_counter()
    new.replace(path)
    taken = _wait_for(told, wanted) - begun
    _wait_for(told, _SHOWN)
    return Sample(taken)


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
