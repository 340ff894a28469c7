"""The conference whose rules a paper follows: found by what a person calls it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mundraft.problems import MundraftError, UnknownName

if TYPE_CHECKING:
    from mundraft.desk.composers import LibraryBeside
    from mundraft.library.conference import Conference
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper

#: What a person writes for the project's own look.
NO_CONFERENCE = "none"


def conference_named(library: Library, name: str) -> Conference:
    """The conference that a person surely means. Raises `UnknownName`, naming what else it could be, and
    `UnreadableFile` for its preset, as one just written may be: then it is not unknown, and what is wrong is told."""
    from mundraft.library.folders import Shelf
    from mundraft.library.meant import surely_meant
    from mundraft.text.folding import fold

    told = (problem.place.file for problem in library.problems_on(Shelf.PRESETS) if problem.place)
    faulty = {fold(Path(file).stem): Path(file).stem for file in told}
    try:
        ref = faulty.get(fold(name)) or surely_meant("conference", name, library.find_conferences(name))
    except UnknownName as error:
        if not faulty:
            raise
        first = error.problems[0]
        check = f"A preset here cannot be read: mundraft conference check {min(faulty.values())}"
        raise UnknownName(replace(first, next_step=f"{check}. {first.next_step}")) from None
    return library.conference(ref)


def refuse_unknown(name: str, papers: Iterable[Path], library_for: LibraryBeside) -> None:
    """Raises `UnknownName`, or `UnreadableFile`, for a conference that no paper's library can give: told once, and not
    for each of thirty papers."""
    if not name or name.strip().casefold() == NO_CONFERENCE:
        return
    refused = None
    for paper in {library_for.folder(paper): paper for paper in papers}.values():
        try:
            conference_named(library_for(paper), name)
        except MundraftError as error:
            refused = refused or error
        else:
            return
    if refused:
        raise refused


def under(paper: Paper, library: Library, name: str) -> Paper:
    """The paper under the rules of another conference ("none": under those of none). Raises as `conference_named`."""
    if name.strip().casefold() == NO_CONFERENCE:
        return paper.changed(preset="")
    conference = conference_named(library, name)
    if conference.id == paper.preset:
        return paper
    return paper.changed(preset=conference.id, conference=conference.printed)
