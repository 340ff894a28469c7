"""What a person wants of an export. Light to import: it is told to the processes that do the work."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Where(NamedTuple):
    """Where a person wants documents: in one named file, or in a folder (None: beside the paper)."""

    output: Path | None = None
    folder: Path | None = None


class Wish(NamedTuple):
    """How a person wants papers exported. `to` is "" for the format that the conference means, else Word; `conference`
    names one whose rules hold in place of those of the paper's own ("" for its own). `looks` names a Word file whose
    looks they have ("" for those of each paper's template, "none" for the project's own look). Not `measured`, how long
    documents are is not worked out, which takes a tenth of the time: words and pages are 0."""

    to: str
    where: Where
    force: bool = False
    conference: str = ""
    looks: str = ""
    measured: bool = True
