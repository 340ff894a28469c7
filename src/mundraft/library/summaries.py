"""What a list or a search needs of one file of the library: the entry that goes into the index."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mundraft.files.reading import read_capped
from mundraft.library.extending import read_definition
from mundraft.library.folders import Shelf
from mundraft.library.index import Entry, Made
from mundraft.library.matching import DEPOSITARY_NUMBER, folded
from mundraft.library.reading import read_body, read_conference, read_country, read_instrument

if TYPE_CHECKING:
    from mundraft.library.country import Names


def summary_of(shelf: Shelf, ships: bool) -> Callable[[tuple[Path, ...]], Made[Entry]]:
    """How to summarize the files of one name on this shelf, the nearest first.

    What ships is checked when it is made: of its files only what an entry needs is read. Raises `UnreadableFile`."""
    if ships and shelf in _BRIEFLY:
        return partial(_BRIEFLY[shelf], brief=True)
    return _SUMMARIES[shelf]


def _of_country(paths: tuple[Path, ...], brief: bool = False) -> Made[Entry]:
    country = read_country(*paths, brief=brief)
    names, codes = country.names, country.codes
    detail = ", ".join(part for part in (names.formal, country.united_nations.regional_group) if part)
    entry = Entry(
        id=country.id,
        title=names.short,
        detail=detail if names.formal != names.short else country.united_nations.regional_group,
        names=folded((country.id, *_said(names), codes.iso3, *country.aliases)),
        # Two letters may be the beginning of any name: a code of two is never enough alone.
        shared=folded((codes.iso2, *country.shared_aliases)),
    )
    return Made(entry, country.refused)


def _said(names: Names) -> tuple[str, ...]:
    return names.short, names.formal, names.listed_as, names.adjective, names.people


def _of_instrument(paths: tuple[Path, ...], brief: bool = False) -> Made[Entry]:
    instrument = read_instrument(*paths, brief=brief)
    numbered = DEPOSITARY_NUMBER.findall(instrument.url)
    binding = "binding" if instrument.binding else "not binding"
    entry = Entry(
        id=instrument.id,
        title=instrument.title,
        detail=f"{instrument.short}, {instrument.kind} of {instrument.year}, {binding}",
        names=folded((*instrument.called, *numbered)),
        shared=folded(instrument.shared_aliases),
        topics=instrument.topics,
        short=instrument.short,
        url=instrument.url,
        status_page=instrument.status_page,
        takes_parties=instrument.takes_parties,
        in_force=instrument.in_force,
        complete_as_of=instrument.complete_as_of,
        participants_named=instrument.participants_named,
        adopted=instrument.adopted,
        adopted_by_consensus=instrument.adopted_by_consensus,
        binds=instrument.binds,
        open_to_whom=instrument.open_to_whom,
        closed_circle=instrument.closed_circle,
        joined_by_admission=instrument.joined_by_admission,
    )
    return Made(entry, instrument.refused)


def _of_body(paths: tuple[Path, ...]) -> Made[Entry]:
    body = read_body(*paths)
    short = body.short if body.short != body.name else ""
    entry = Entry(
        id=body.id,
        title=body.name,
        detail=", ".join(part for part in (short, body.kind) if part),
        names=folded((body.id, body.name, body.short, *body.aliases)),
        shared=folded(body.shared_aliases),
        topics=body.topics,
    )
    return Made(entry, body.refused)


def _of_conference(paths: tuple[Path, ...]) -> Made[Entry]:
    conference = read_conference(*paths)
    short = conference.short if conference.short != conference.name else ""
    entry = Entry(
        id=conference.id,
        title=conference.name,
        detail=", ".join(part for part in (short, conference.season) if part),
        names=folded((conference.id, conference.name, conference.short, *conference.aliases)),
    )
    return Made(entry, conference.refused)


def _of_template(paths: tuple[Path, ...]) -> Made[Entry]:
    name, description = read_definition(paths[0])
    return _plainly(paths[0].parent.name, name, description)


def _of_example(paths: tuple[Path, ...]) -> Made[Entry]:
    from mundraft.paper.file import read_paper

    path = paths[0]
    paper = read_paper(read_capped(path, "example"), str(path))
    seat = paper.seat.name or paper.seat.ref.replace("-", " ").title()
    return _plainly(path.stem, ": ".join(part for part in (seat, paper.topics[0].title) if part), paper.template)


def _plainly(ref: str, title: str, detail: str = "") -> Made[Entry]:
    return Made(Entry(id=ref, title=title or ref, detail=detail, names=folded((ref, title))))


#: Shelves whose files have long lists that no entry needs.
_BRIEFLY = {Shelf.COUNTRIES: _of_country, Shelf.INSTRUMENTS: _of_instrument}
_SUMMARIES: dict[Shelf, Callable[[tuple[Path, ...]], Made[Entry]]] = {
    Shelf.TEMPLATES: _of_template,
    **_BRIEFLY,
    Shelf.BODIES: _of_body,
    Shelf.PRESETS: _of_conference,
    Shelf.EXAMPLES: _of_example,
}
