"""Whether the library knows whom the paper speaks for; where it does not, which of its countries is surely meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mundraft.library.folders import Shelf
from mundraft.library.matching import SAME_WORDS
from mundraft.library.questions import Kind
from mundraft.library.slips import is_near
from mundraft.problems import Problem, Severity
from mundraft.text.folding import fold

if TYPE_CHECKING:
    from mundraft.interview.states import Prompt
    from mundraft.library.country import Country
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper, Seat

#: Slips forgiven in names of so many letters: a short name is a slip away from too much else.
_SLIPS = ((8, 2), (5, 1))
_LOOKED_AT = 6
#: No country has a longer name (letters).
_LONGEST = 100


class Meant(NamedTuple):
    """A country of the library that a name surely means; `exactly`: by one of its own names."""

    ref: str
    in_sentence: str
    exactly: bool


def seat_findings(paper: Paper, library: Library, country: Country | None, asked: Prompt | None) -> tuple[Problem, ...]:
    """What is unknown of a seat. Where the template asks for a person, a name written in by hand is what it wants."""
    seat = paper.seat
    if seat.ref and country is None:
        return (_not_here(seat, country_meant(seat.ref.replace("-", " "), library)),)
    may_be_country = asked is None or asked.question.kind is Kind.COUNTRY
    if may_be_country and not seat.ref and seat.name.strip():
        return (_by_hand(seat, country_meant(seat.name, library)),)
    return ()


def country_meant(name: str, library: Library) -> Meant | None:
    """The one country that a name means: by one of its names, or by one that was mistyped; None where there is none,
    or where two may be meant."""
    found = library.find_countries(name, _LOOKED_AT) if len(name) <= _LONGEST else ()
    if not found:
        return None
    if found[0].score >= SAME_WORDS:
        return Meant(found[0].ref, library.seat_name(found[0].ref).in_sentence, True) if found[0].sure else None
    typed = fold(name).replace(" ", "").removeprefix("the")
    allowed = next((slips for letters, slips in _SLIPS if len(typed) >= letters), 0)
    near = [match.ref for match in found if allowed and _is_near(typed, match.ref, library, allowed)]
    return Meant(near[0], library.seat_name(near[0]).in_sentence, False) if len(near) == 1 else None


def _is_near(typed: str, ref: str, library: Library, allowed: int) -> bool:
    names = library.entries(Shelf.COUNTRIES)[ref].names
    return any(is_near(typed, name.replace(" ", ""), allowed) for name in names)


def _not_here(seat: Seat, meant: Meant | None) -> Problem:
    if meant:
        what = f"This library has no country “{seat.ref}”. Did you mean {meant.in_sentence}?"
        return _warning("seat-misspelt", what, _choose(meant))
    what = f"This library has no country “{seat.ref}”, so nothing about it can be checked."
    next_step = "Choose the country again, or ask whoever gave you the paper for the missing profile."
    return _warning("seat-not-in-library", what, next_step)


def _by_hand(seat: Seat, meant: Meant | None) -> Problem:
    if meant and meant.exactly:
        what = f"“{seat.name}” was written in by hand, so it is not checked, but the library knows this country."
        return _warning("seat-by-hand", what, _choose(meant))
    if meant:
        what = f"“{seat.name}” was written in by hand, and no country is called so. Did you mean {meant.in_sentence}?"
        return _warning("seat-misspelt", what, _choose(meant))
    return Problem(
        "seat-unverified",
        f"“{seat.name}” was written in by hand, so its treaties and its name cannot be checked.",
        "If it is a country, choose it from the list. If not, check its exact name yourself.",
        address="seat",
        severity=Severity.ADVICE,
    )


def _choose(meant: Meant) -> str:
    return f"Choose it from the list; in the file that is `ref: {meant.ref}` below `seat:`, in place of `name:`."


def _warning(code: str, what: str, next_step: str) -> Problem:
    return Problem(code, what, next_step, address="seat", severity=Severity.WARNING)
