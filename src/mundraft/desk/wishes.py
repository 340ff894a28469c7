"""What a person wants of an export. Light to import: it is told to the processes that do the work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper


class Where(NamedTuple):
    """Where a person wants documents: in one named file, or in a folder (None: beside the paper)."""

    output: Path | None = None
    folder: Path | None = None


class Wish(NamedTuple):
    """How a person wants papers exported. `to` is "" for the format that the conference means, else Word; `conference`
    names one whose rules hold in place of those of the paper's own ("" for its own). `looks` names a Word file whose
    looks they have ("" for those of each paper's template, "none" for the project's own look). With
    `addresses`, those of the sources are printed in the resources list. Not `measured`, how long documents are is not
    worked out, which takes a tenth of the time: words and pages are 0."""

    to: str
    where: Where
    force: bool = False
    conference: str = ""
    looks: str = ""
    addresses: bool = False
    measured: bool = True


def as_wished(paper: Paper, library: Library, conference: str, addresses: bool) -> Paper:
    """The paper as somebody wants it exported: by the rules of another conference ("" for its own), and with addresses
    printed. Raises `UnknownName` and `UnreadableFile` for the conference."""
    if conference:
        from mundraft.desk.conferences import under

        paper = under(paper, library, conference)
    if addresses:
        paper = paper.changed(look=paper.look.changed(addresses="printed"))
    return paper
