"""The sources of an answer: how they are listed below it, and new ones from a link and a title."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from mundraft.paper.model import Citation, Paper, Source
from mundraft.paper.source_ids import source_id
from mundraft.problems import MundraftError
from mundraft.tui.work import Work

CATALOGUE = "instrument:"


def source_title(work: Work, source_id: str) -> str:
    """How a cited source is called, or its id where the paper does not hold it."""
    if source_id.startswith(CATALOGUE):
        try:
            return work.library.instrument(source_id.removeprefix(CATALOGUE)).title
        except MundraftError:
            return source_id
    source = next((source for source in work.paper.sources if source.id == source_id), None)
    return (source.title or source.url) if source else f"missing source {source_id}"


def cited_line(work: Work, cites: Iterable[Citation], needed: bool, line: int = 0) -> Content:
    """The line below an answer: its sources, or that one is wanted; of which `line`, where the answer has several."""
    named = [
        Content(source_title(work, cite.source)) + Content(f", {cite.locator}" if cite.locator else "")
        for cite in cites
    ]
    if named:
        of_line = f" of line {line}" if line else ""
        return Content.from_markup(f"[$success]Sources{of_line}[/] ") + Content("; ").join(named) + _key("change")
    for_line = f" for line {line}" if line else ""
    missing = f"[$warning]No source yet{for_line}.[/] A chair will ask where this is from."
    return Content.from_markup(missing if needed else f"[$quiet]No source{for_line}.[/]") + _key("add one")


def _key(what: str) -> Content:
    return Content.from_markup("  [@click=screen.sources][b $primary]F5[/] $what[/]", what=what)


def blank_source(paper: Paper, title: str) -> Source:
    """A source without anything but an id that no other has, made from a title or a link."""
    return Source(id=source_id(title, {source.id for source in paper.sources}))
