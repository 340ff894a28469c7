"""What a library has of the things that a paper names: None where it has them not, and no error.

Answers are kept: a preview asks for the same country and instruments at every pause.
"""

from __future__ import annotations

from mundraft.library.country import Country
from mundraft.library.folders import Shelf
from mundraft.library.instrument import Instrument
from mundraft.library.participation import Participation
from mundraft.library.search_path import Library
from mundraft.library.seat_name import SeatName, of_paper
from mundraft.paper.model import Seat
from mundraft.problems import MundraftError
from mundraft.text.folding import fold

#: How a citation names an instrument of the catalogue, which brings its own source (`Instrument.as_source`).
_CATALOGUE = "instrument:"


def catalogue_ref(source_id: str) -> str:
    """The instrument that a cited source is, by its id in the library; "" for a source of the paper's own."""
    return source_id.removeprefix(_CATALOGUE) if source_id.startswith(_CATALOGUE) else ""


class LookedUp:
    """Countries, instruments and bodies of one library. What is not there, or cannot be read, is None: a paper must
    open on a machine whose library is smaller. Answers are kept for the life of this object."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._instruments: dict[str, Instrument | None] = {}
        self._countries: dict[str, Country | None] = {}
        self._letters: dict[str, str] = {}
        self._standings: dict[tuple[str, str], Participation] = {}
        # By its fields: a model takes long to hash and to compare, and this is asked several times for each paper.
        self._seats: dict[tuple[object, ...], SeatName] = {}

    def instrument(self, ref: str) -> Instrument | None:
        if ref not in self._instruments:
            try:
                self._instruments[ref] = self._library.instrument(ref) if ref else None
            except MundraftError:
                self._instruments[ref] = None
        return self._instruments[ref]

    def country(self, ref: str) -> Country | None:
        if ref not in self._countries:
            try:
                self._countries[ref] = self._library.country(ref) if ref else None
            except MundraftError:
                self._countries[ref] = None
        return self._countries[ref]

    def participation(self, country: str, instrument: Instrument) -> Participation | None:
        """How a country stands to an instrument; None where the library has no such country."""
        key = country, instrument.id
        if key not in self._standings:
            found = self.country(country)
            if found is None:
                return None
            self._standings[key] = found.participation(instrument)
        return self._standings[key]

    def seat_name(self, seat: Seat) -> SeatName:
        """The seat's name. It is "" while none is chosen."""
        key = seat.ref, seat.name, seat.formal_name, seat.adjective, seat.article
        if key not in self._seats:
            self._seats[key] = of_paper(seat, self._library)
        return self._seats[key]

    def committee_letters(self, name: str) -> str:
        """The letters of the one body that is called exactly so; "" where there is none, or it has no letters."""
        if name not in self._letters:
            self._letters[name] = self._letters_of(fold(name))
        return self._letters[name]

    def _letters_of(self, folded: str) -> str:
        entries = self._library.entries(Shelf.BODIES) if folded else {}
        called = [ref for ref, entry in entries.items() if folded in entry.names]
        try:
            return self._library.body(called[0]).short if len(called) == 1 else ""
        except MundraftError:
            return ""
