"""The demo: a finished example paper and its Word document, written where a newcomer can look at them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from mundraft.desk.exporting import ExportReport, export_paper

if TYPE_CHECKING:
    from mundraft.library.search_path import Library

EXAMPLE = "mexico-child-trafficking"


@dataclass(frozen=True, slots=True)
class Demo:
    """The example paper that was written, and what became of it in Word."""

    paper: Path
    document: ExportReport


def write_demo(folder: Path, library: Library) -> Demo:
    """Write the Mexico paper and its Word document into a folder. A paper changed since is left as it is."""
    from mundraft.files.atomic import write_atomically
    from mundraft.paper.file import read_paper

    data = library.example(EXAMPLE)
    path = _free_path(folder, data)
    if not path.exists():
        write_atomically(path, data)
    report = export_paper(read_paper(data, str(path)), library, "docx", path.with_suffix(".docx"), paper_file=path)
    return Demo(path, report)


def _free_path(folder: Path, data: bytes) -> Path:
    for number in count(1):
        path = folder / (f"{EXAMPLE}.yaml" if number == 1 else f"{EXAMPLE} ({number}).yaml")
        if not path.exists() or path.read_bytes() == data:
            return path
    raise AssertionError("count() ends nowhere")
