"""The name of a seat, ready for sentences: with its article and its adjective.

A seat is a country of the library, or one that the delegate wrote in: an NGO, an observer, a character. What was
written in is not verified, and says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mundraft.problems import MundraftError

if TYPE_CHECKING:
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Seat


class SeatName(NamedTuple):
    """`name` has no article of its own ("Netherlands"); `adjective` and `formal` may be ""."""

    name: str
    article: bool = False
    adjective: str = ""
    formal: str = ""
    unverified: bool = False

    @property
    def in_sentence(self) -> str:
        """The name inside a sentence: "the Netherlands", "Mexico"."""
        return f"the {self.name}" if self.article else self.name

    @property
    def at_start(self) -> str:
        """The name where a sentence begins: "The Netherlands"."""
        return f"The {self.name}" if self.article else self.name[:1].upper() + self.name[1:]


def of_paper(seat: Seat, library: Library) -> SeatName:
    """The name of a paper's seat: the library's where the seat names a country that is found, else as written in.

    A country that is not found, or whose profile cannot be read, falls back on what the paper itself says: a paper
    must open on a machine whose library is smaller."""
    if seat.ref:
        try:
            return library.country(seat.ref).seat_name()
        except MundraftError:
            pass
    name, article = _without_article(seat.name or seat.ref, seat.article)
    return SeatName(name=name, article=article, adjective=seat.adjective, formal=seat.formal_name, unverified=True)


def _without_article(name: str, article: bool) -> tuple[str, bool]:
    """The name and whether it takes "the". A capital "The" may belong to the name: it stays unless `article`."""
    if name.startswith("the ") or (article and name.startswith("The ")):
        return name[4:], True
    return name, article
