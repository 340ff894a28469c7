"""What a list or a search needs of one file of the library: the entry that goes into the index."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mundraft.files.reading import read_capped
from mundraft.library.folders import Shelf
from mundraft.library.index import Entry
from mundraft.library.matching import folded
from mundraft.library.reading import read_body, read_country, read_definition, read_instrument

if TYPE_CHECKING:
    from mundraft.library.country import Names


def summary_of(shelf: Shelf) -> Callable[[Path], Entry]:
    """How to summarize a file of this shelf; raises `UnreadableFile` for one that is not what it should be."""
    return _SUMMARIES[shelf]


def _of_country(path: Path) -> Entry:
    country = read_country(path)
    names, codes = country.names, country.codes
    detail = ", ".join(part for part in (names.formal, country.united_nations.regional_group) if part)
    return Entry(
        id=country.id,
        title=names.short,
        detail=detail if names.formal != names.short else country.united_nations.regional_group,
        names=folded((country.id, *_said(names), codes.iso3, *country.aliases)),
        # Two letters may be the beginning of any name: a code of two is never enough alone.
        shared=folded((codes.iso2, *country.shared_aliases)),
    )


def _said(names: Names) -> tuple[str, ...]:
    return names.short, names.formal, names.listed_as, names.adjective, names.people


def _of_instrument(path: Path) -> Entry:
    instrument = read_instrument(path)
    binding = "binding" if instrument.binding else "not binding"
    return Entry(
        id=instrument.id,
        title=instrument.title,
        detail=f"{instrument.short}, {instrument.kind} of {instrument.year}, {binding}",
        names=folded((instrument.id, instrument.title, instrument.short, instrument.symbol, *instrument.aliases)),
        shared=folded(instrument.shared_aliases),
        topics=instrument.topics,
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


def _of_body(path: Path) -> Entry:
    body = read_body(path)
    short = body.short if body.short != body.name else ""
    return Entry(
        id=body.id,
        title=body.name,
        detail=", ".join(part for part in (short, body.kind) if part),
        names=folded((body.id, body.name, body.short, *body.aliases)),
        shared=folded(body.shared_aliases),
        topics=body.topics,
    )


def _of_template(path: Path) -> Entry:
    definition = read_definition(path)
    return _plainly(path.parent.name, definition.name, definition.description)


def _of_example(path: Path) -> Entry:
    from mundraft.paper.file import read_paper

    paper = read_paper(read_capped(path, "example"), str(path))
    seat = paper.seat.name or paper.seat.ref.replace("-", " ").title()
    return _plainly(path.stem, ": ".join(part for part in (seat, paper.topics[0].title) if part))


def _plainly(ref: str, title: str, detail: str = "") -> Entry:
    return Entry(id=ref, title=title or ref, detail=detail, names=folded((ref, title)))


_SUMMARIES = {
    Shelf.TEMPLATES: _of_template,
    Shelf.COUNTRIES: _of_country,
    Shelf.INSTRUMENTS: _of_instrument,
    Shelf.BODIES: _of_body,
    Shelf.EXAMPLES: _of_example,
}
