"""The names that keep their capitals in an answer, as far as the paper and the library know them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from mundraft.library.seat_name import of_paper

if TYPE_CHECKING:
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Seat

#: Names of countries that are other words too, written small.
_OTHER_WORDS = frozenset(("chad", "georgia", "guinea", "jordan", "turkey"))
#: Shorter names are initials.
_SHORTEST = 4


def known_names(seat: Seat, library: Library) -> tuple[str, ...]:
    """The seat's name as typed and as known, its adjective, every country's and body's, and the word lists of packs.

    The lists of countries and bodies are read once for a library and kept; a seat's profile is kept as well."""
    known = of_paper(seat, library)
    countries = (country.title for country in library.countries())
    bodies = (body.title for body in library.bodies())
    names = (seat.name, known.name, known.adjective, *countries, *bodies, *library.words())
    return tuple(dict.fromkeys(name for name in names if name))


def name_written_small(text: str, names: tuple[str, ...]) -> str:
    """The first of the names that stands in the text without its capitals ("france"), as it should stand; "" for none.

    A part of a web address or of a longer word is no name."""
    found = _small_names(names)
    hit = found[0].search(text) if found[1] else None
    return found[1][hit[0]] if hit else ""


@lru_cache(maxsize=8)
def _small_names(names: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    small = {name.lower(): name for name in names if len(name) >= _SHORTEST and name.lower() != name}
    small = {typed: name for typed, name in small.items() if typed not in _OTHER_WORDS}
    longest_first = sorted(map(re.escape, small), key=len, reverse=True)
    return re.compile(rf"(?<![\w./@-])(?:{'|'.join(longest_first)})(?![\w/@-]|\.\w)"), small
