"""How countries stand to instruments, many at once: one country to all of them, or all countries to one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from mundraft.text.folding import fold

if TYPE_CHECKING:
    from mundraft.library.acts import Acts
    from mundraft.library.country import Country
    from mundraft.library.index import Entry
    from mundraft.library.participation import HasParticipants, Participation


class Standing(NamedTuple):
    """An instrument, as the index has it, and how one country stands to it."""

    instrument: Entry
    participation: Participation

    @property
    def group(self) -> str:
        """The key of its group in `standing_groups.GROUPS`: "bound", "signed", "outside" ..."""
        from mundraft.library.standing_groups import group_of

        return group_of(self.participation.state)


class Participant(NamedTuple):
    """A country, by its id and its English name, and how it stands to one instrument."""

    ref: str
    title: str
    participation: Participation


def standing(country: Country, instruments: Iterable[Entry], topic: str | None) -> tuple[Standing, ...]:
    """How a country stands to each of these instruments, by title; with a topic, to those on it."""
    wanted = [entry for entry in instruments if topic is None or topic in entry.topics]
    ordered = sorted(wanted, key=lambda entry: (fold(entry.title), entry.id))
    return tuple(Standing(entry, country.participation(entry)) for entry in ordered)


def participants(countries: Iterable[Acts], instrument: HasParticipants) -> tuple[Participant, ...]:
    """How each of these countries stands to an instrument, in their order."""
    from mundraft.library.participation import participation

    return tuple(Participant(one.id, one.name, participation(one, instrument)) for one in countries)
