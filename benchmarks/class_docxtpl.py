"""The peer: finished paragraphs, in memory before the clock begins, to Word by docxtpl; its seconds are printed."""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import sys
import tempfile
import time
from pathlib import Path

from docxtpl import DocxTemplate

TEXTS: list[list[str]] = json.loads(Path(sys.argv[1]).read_text())
SLIM, INTO = sys.argv[2], sys.argv[3]


def write(number: int, target: object) -> None:
    template = DocxTemplate(SLIM)
    first, *paragraphs = TEXTS[number]
    template.render({"title": first, "paragraphs": paragraphs}, autoescape=True)
    template.save(target)


def half(which: int, folder: str) -> None:
    for number in range(which, len(TEXTS), 2):
        write(number, str(Path(folder) / f"{number}.docx"))


def main() -> None:
    write(0, io.BytesIO())
    with tempfile.TemporaryDirectory() as folder:
        begun, used = time.perf_counter(), _processor()
        if INTO == "memory":
            for number in range(len(TEXTS)):
                write(number, io.BytesIO())
        else:
            fork = multiprocessing.get_context("fork")  # the data is in both from the start
            processes = [fork.Process(target=half, args=(which, folder)) for which in (0, 1)]
            for process in processes:
                process.start()
            for process in processes:
                process.join()
        print(json.dumps({"seconds": time.perf_counter() - begun, "processor": _processor() - used}))


def _processor() -> float:
    """The processor's seconds of this process and of those that have ended below it."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


main()
