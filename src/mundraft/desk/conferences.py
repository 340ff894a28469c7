"""The conference whose rules a paper follows: found by what a person calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mundraft.library.conference import Conference
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper

#: What a person writes for the project's own look.
NO_CONFERENCE = "none"


def conference_named(library: Library, name: str) -> Conference:
    """The conference that a person surely means. Raises `UnknownName`, naming what else it could be, and
    `UnreadableFile` for its preset."""
    from mundraft.library.meant import surely_meant

    return library.conference(surely_meant("conference", name, library.find_conferences(name)))


def under(paper: Paper, library: Library, name: str) -> Paper:
    """The paper under the rules of another conference ("none": under those of none). Raises as `conference_named`."""
    if name.strip().casefold() == NO_CONFERENCE:
        return paper.model_copy(update={"preset": ""})
    conference = conference_named(library, name)
    if conference.id == paper.preset:
        return paper
    return paper.model_copy(update={"preset": conference.id, "conference": conference.printed})
