"""The seat as a template sees it."""

from __future__ import annotations

from functools import lru_cache

from mundraft.document.tree import Origin
from mundraft.library.seat_name import SeatName
from mundraft.templating.leaf import Fragment, Leaf, Record, record_of

#: What the paper says of a seat that is not chosen yet, where gaps are not shown.
_NO_SEAT = "delegation"


@lru_cache(maxsize=256)
def seat_record(name: SeatName, *, gaps: bool) -> Record:
    """The seat in a template: `name`, `article`, `adjective`, `formal`, `delegation`, and whether it is a `country`.

    `it` says whether "it" may stand for the seat: not for a person whose name was written in."""
    if not name.name.strip():
        return _no_seat(gaps)
    origin = Origin.DELEGATE if name.unverified else Origin.LIBRARY
    return record_of(
        name=Leaf(name.name, origin),
        article=name.article,
        adjective=Leaf(name.adjective, origin),
        formal=Leaf(name.formal or name.name, origin),
        delegation=_delegation(name, origin),
        country=not name.unverified,
        it=bool(not name.unverified or name.article or name.adjective),
    )


def _delegation(name: SeatName, origin: Origin) -> Fragment:
    if name.adjective:
        return Fragment(
            (Leaf("the ", Origin.TEMPLATE), Leaf(name.adjective, origin), Leaf(" delegation", Origin.TEMPLATE))
        )
    return Fragment((Leaf("the delegation of ", Origin.TEMPLATE), Leaf(name.in_sentence, origin)))


def _no_seat(gaps: bool) -> Record:
    called = Leaf("[your country]", Origin.GAP) if gaps else Leaf(_NO_SEAT, Origin.TEMPLATE)
    delegation = Fragment((Leaf("the ", Origin.TEMPLATE), Leaf(_NO_SEAT, Origin.TEMPLATE)))
    return record_of(
        name=called,
        article=not gaps,
        adjective=None,
        formal=called,
        delegation=delegation,
        country=False,
        it=False,
    )
