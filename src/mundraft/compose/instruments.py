"""The instruments that a topic cites, joined with what the catalogue knows of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from mundraft.compose.gaps import worth_printing
from mundraft.compose.provisions import LONGEST_REPEATED, LONGEST_TITLE, locator, named, takes_article
from mundraft.compose.standing import joined_in, standing
from mundraft.document.tree import Cited, Origin
from mundraft.library.instrument import Instrument
from mundraft.library.looked_up import LookedUp
from mundraft.library.participation import Participation
from mundraft.library.seat_name import SeatName
from mundraft.paper.model import Article, InstrumentUse, LegalBasis, Seat, Source
from mundraft.templating.leaf import NOTHING, Fragment, Leaf, Nothing, Piece, Record
from mundraft.text.folding import fold

_NO_LIBRARY_ENTRY = "written:"
# Looked up in an enumeration, an origin costs a third of the leaf that it is for.
_THEIRS, _OURS, _LIBRARYS, _QUOTED, _GAP = Origin.DELEGATE, Origin.TEMPLATE, Origin.LIBRARY, Origin.QUOTED, Origin.GAP


class Cataloguer:
    """Gives a topic its instruments and how the seat stands to them, and gathers the sources that they bring along."""

    def __init__(self, looked_up: LookedUp, seat: Seat) -> None:
        self.looked_up = looked_up
        self.seat = seat
        #: the sources of the instruments that were looked up, by id
        self.sources: dict[str, Source] = {}
        #: the ids of the sources of the catalogue's instruments, by the instrument's own id
        self._sourced: dict[str, str] = {}

    def instrument(self, ref: str) -> Instrument | None:
        """The catalogue's entry, None for one written in or not in this machine's library."""
        found = self.looked_up.instrument(ref)
        if found and ref not in self._sourced:
            source = found.as_source
            self.sources[source.id] = source
            self._sourced[ref] = source.id
        return found

    def standing(self, instrument: Instrument | None) -> Participation | None:
        """How the seat stands to an instrument of the catalogue; None where one of them is not there."""
        return self.looked_up.participation(self.seat.ref, instrument) if instrument else None

    def source_of(self, use: InstrumentUse) -> str:
        """The id of the source that an instrument brings along: the catalogue's, or one made of what was typed."""
        if self.instrument(use.ref):
            return self._sourced[use.ref]
        source_id = _NO_LIBRARY_ENTRY + fold(use.name or use.ref).replace(" ", "-")[:48]
        if source_id not in self.sources:
            self.sources[source_id] = Source(
                id=source_id, type="document", title=use.name.strip() or use.ref, issued=use.year.strip(), url=use.url
            )
        return source_id


def instrument_record(
    use: InstrumentUse,
    cataloguer: Cataloguer,
    seat: SeatName,
    gaps_in: Callable[[Article], Mapping[str, Leaf]],
    fewest: int,
    unnamed: Leaf | Any,
) -> Record:
    """An instrument in a template.

    `name` and `article` are for `in_sentence`; `year` is nothing where the title already says it; `articles` have
    `named`, `does`, `quote` and `cite`; `standing` is a relative clause about the seat, `joined_in` the year in which
    it became a party. What `gaps_in` gives stands for the fields of an article that are missing, `unnamed` for a
    missing name."""
    found = cataloguer.instrument(use.ref)
    name, article = _name(use, found, unnamed)
    articles = worth_printing(use.articles, fewest)
    articles += tuple(Article(id=f"gap{n}") for n in range(fewest - len(articles)))
    source = cataloguer.source_of(use) if name and name.origin is not _GAP else ""
    return Record(
        {
            "name": name,
            "article": article,
            "year": _year(use, found, name),
            "articles": tuple([record for one in articles if (record := _article(one, found, source, gaps_in(one)))]),
            "cite": Leaf("", _LIBRARYS, _cites(use, source)),
            **_standing(cataloguer.standing(found), seat),
        }
    )


def _name(use: InstrumentUse, found: Instrument | None, unnamed: Leaf | Any) -> tuple[Leaf | Any, bool]:
    if found:
        return _title(found, LONGEST_TITLE)
    name = (use.name or use.ref).strip()
    if not name:
        return unnamed, False
    bare = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
    return Leaf(bare, _THEIRS), bare != name or takes_article(bare)


def _title(found: Instrument, longest: int) -> tuple[Leaf, bool]:
    """An instrument's title, or its short title where that one is too long to read aloud; never initials alone."""
    long = len(found.title) > longest and not found.short.isupper()
    return (
        (Leaf(found.short, _LIBRARYS), found.short_article) if long else (Leaf(found.title, _LIBRARYS), found.article)
    )


def _year(use: InstrumentUse, found: Instrument | None, name: Leaf | Any) -> Leaf | Any:
    if found:
        year, called, origin = found.year, name.text, _LIBRARYS
    else:
        year, called, origin = use.year.strip(), use.name, _THEIRS
    return Leaf(year, origin) if year and year not in called else NOTHING


def _standing(found: Participation | None, seat: SeatName) -> dict[str, Leaf | Nothing]:
    if not found:
        return {"standing": NOTHING, "joined_in": NOTHING}
    return {
        "standing": Leaf(standing(found, seat.in_sentence), _LIBRARYS),
        "joined_in": Leaf(joined_in(found), _LIBRARYS),
    }


def _article(article: Article, found: Instrument | None, source: str, gaps: Mapping[str, Leaf]) -> Record | None:
    number, does, quote = article.number.strip(), article.does.strip(), article.quote.strip()
    if not (number or does or quote or gaps):
        return None
    cites = tuple([Cited(cite.source, cite.locator) for cite in article.cite])
    if not cites and source and (number or does):
        cites = (Cited(source, locator(number, found) if number else ""),)
    return Record(
        {
            "named": named(number, found) if number else gaps.get("number", NOTHING),
            "does": Leaf(does, _THEIRS) if does else gaps.get("does", NOTHING),
            "quote": Leaf(quote, _QUOTED) if quote else gaps.get("quote", NOTHING),
            "cite": Leaf("", _LIBRARYS, cites),
        }
    )


def _cites(use: InstrumentUse, source: str) -> tuple[Cited, ...]:
    cites = tuple(Cited(cite.source, cite.locator) for cite in use.cite)
    return cites or ((Cited(source),) if source else ())


def legal_basis(
    bases: tuple[LegalBasis, ...], uses: tuple[InstrumentUse, ...], cataloguer: Cataloguer
) -> tuple[Fragment, ...]:
    """The provisions on which a solution rests, one fragment for each instrument: "article 6 and article 10 of ..."."""
    fragments = []
    for use in uses:
        numbers = [basis.article.strip() for basis in bases if basis.instrument == use.id]
        if numbers and (use.name or use.ref).strip():
            fragments.append(_basis(use, numbers, cataloguer))
    return tuple(fragments)


def _basis(use: InstrumentUse, numbers: list[str], cataloguer: Cataloguer) -> Fragment:
    found = cataloguer.instrument(use.ref)
    source = cataloguer.source_of(use)
    pieces: list[Piece] = []
    cites: list[Cited] = []
    said = [number for number in numbers if number]
    for index, number in enumerate(said):
        if index:
            pieces.append(Leaf(" and " if index == len(said) - 1 else ", ", _OURS))
        pieces.extend(named(number, found).pieces)
        cites.extend(_cites_of_provision(use, number, found, source))
    if said:
        pieces.append(Leaf(" of ", _OURS))
    pieces.extend(_short_name(use, found))
    return Fragment((*pieces, Leaf("", _LIBRARYS, tuple(cites or [Cited(source)]))))


def _cites_of_provision(use: InstrumentUse, number: str, found: Instrument | None, source: str) -> list[Cited]:
    for article in use.articles:
        if article.number.strip() == number and article.cite:
            return [Cited(cite.source, cite.locator) for cite in article.cite]
    return [Cited(source, locator(number, found))]


def _short_name(use: InstrumentUse, found: Instrument | None) -> tuple[Piece, ...]:
    name, article = _title(found, LONGEST_REPEATED) if found else _name(use, found, NOTHING)
    return (Leaf("the ", _OURS), name) if article else (name,)
