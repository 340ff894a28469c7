"""Two to four countries beside one another: one line an instrument, and a mark where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mundraft.cli.cards import WIDTH, columns, paragraph
from mundraft.cli.standing_lines import LEFT_OUT, NOT_KNOWN, SHORTLY, as_data
from mundraft.library.participation import Participation, State

if TYPE_CHECKING:
    from mundraft.library.country import Country
    from mundraft.library.standings import Standing

_MARK, _INDENT = 2, 0
_COLUMN = {2: 21, 3: 18, 4: 15}
#: Positions on a text that was adopted without the country's objection.
_AGREED = frozenset({State.CONSENSUS, State.FOR})


def side_by_side(countries: Sequence[Country], rows: Sequence[Sequence[Standing]], every: bool) -> Iterator[str]:
    """A table with a `*` before each instrument to which the countries stand differently.

    A row holds how each of the countries stands to one instrument. One that is open to none of them, or of which
    nothing is known, is only counted, unless `every`."""
    column = _COLUMN[len(countries)]
    widths = (_MARK, WIDTH - _MARK - column * len(countries), *(column for _ in countries))
    yield from columns(("", "", *(country.name for country in countries)), widths, _INDENT)
    hidden = differing = 0
    for row in rows:
        found = [one.participation for one in row]
        if not every and all(one.state in LEFT_OUT for one in found):
            hidden += 1
            continue
        differs = differ(found)
        differing += differs
        cells = ("*" if differs else "", row[0].instrument.short, *(_cell(one) for one in found))
        yield from columns(cells, widths, _INDENT)
    yield ""
    yield from paragraph(_told(differing, hidden))


def differ(found: Sequence[Participation]) -> bool:
    """Whether countries surely stand differently: what is not known of one is no difference."""
    known = {State.FOR if one.state in _AGREED else one.state for one in found if one.state not in NOT_KNOWN}
    return len(known) > 1


def _cell(found: Participation) -> str:
    return f"{SHORTLY[found.state]} {found.since[:4]}".rstrip()


def _told(differing: int, hidden: int) -> str:
    said = f"* They differ on {differing}." if differing else "Nothing is known on which they differ."
    more = f" {hidden} more are open to none of them or not known here; --all shows them." if hidden else ""
    return f"{said}{more} `mundraft country show` gives days and sources."


def compared_as_data(countries: Sequence[Country], rows: Sequence[Sequence[Standing]]) -> list[dict[str, object]]:
    """The same for a program: every instrument, with each country's standing and whether they differ."""
    return [
        {
            "instrument": row[0].instrument.id,
            "title": row[0].instrument.title,
            "differ": differ([one.participation for one in row]),
            "countries": {country.id: as_data(one) for country, one in zip(countries, row, strict=True)},
        }
        for row in rows
    ]
