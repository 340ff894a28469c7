"""`mundraft instrument parties`: how every country stands to one instrument, as a person and as a program reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mundraft.cli.cards import paragraph, section
from mundraft.cli.instrument_cards import how_complete
from mundraft.cli.standing_lines import participation_as_data
from mundraft.library.age import dated
from mundraft.library.participation import State

if TYPE_CHECKING:
    from mundraft.library.instrument import Instrument
    from mundraft.library.standings import Participant

#: Under what countries are listed, in the order in which a delegate asks.
_HEADINGS: dict[State, str] = {
    State.PARTY: "Parties",
    State.RATIFIED_NOT_IN_FORCE: "Ratified; the treaty is not yet in force",
    State.SIGNATORY: "Signed, not ratified",
    State.WITHDREW: "Withdrew",
    State.NOT_A_PARTY: "Never joined",
    State.FOR: "Voted for",
    State.AGAINST: "Voted against",
    State.ABSTAINED: "Abstained",
    State.ABSENT: "Were absent from the vote",
    State.CONSENSUS: "Members of the United Nations when it was adopted without a vote",
    State.UNKNOWN: "Not known here: look them up before you write about them",
    State.NOT_OPEN: "Cannot join",
    State.NO_PARTIES: "Nothing is known here of a vote of theirs",
}
#: Of these a number says enough.
_ONLY_COUNTED = frozenset({State.NOT_OPEN, State.NO_PARTIES})
#: Of these each country has a year of its own; a vote was taken on one day.
_JOINED = frozenset({State.PARTY, State.RATIFIED_NOT_IN_FORCE, State.SIGNATORY, State.WITHDREW})
_MAY_HAVE_CHANGED = frozenset({State.SIGNATORY, State.NOT_A_PARTY})


def participant_lines(instrument: Instrument, found: Sequence[Participant], every: bool) -> Iterator[str]:
    """Every country under how it stands, with the year of what it did; who cannot join is counted, unless `every`."""
    yield from paragraph(instrument.title)
    if complete := how_complete(instrument):
        yield from paragraph(f"{complete[:1].upper()}{complete[1:]}.")
    for state, heading in _HEADINGS.items():
        these = [one for one in found if one.participation.state is state]
        if these and (every or state not in _ONLY_COUNTED):
            yield from section(f"{heading} ({len(these)}){_as_of(these, state)}", paragraph(_named(these, state), 2, 2))
        elif these:
            yield from ("", f"{heading}: {len(these)}. --all names them.")
    yield ""
    yield from paragraph(f"`mundraft instrument show {instrument.id} --country NAME` gives day and source.")
    if instrument.status_page:
        yield from paragraph(f"The depositary's list: {instrument.status_page}")


def participants_as_data(found: Sequence[Participant]) -> list[dict[str, object]]:
    """The same for a program: each country with its standing, its source and its age."""
    return [{"country": one.ref, "name": one.title, **participation_as_data(one.participation)} for one in found]


def _as_of(found: Sequence[Participant], state: State) -> str:
    """The oldest day for which it is known that these had not ratified, with its age: that may have changed."""
    if state not in _MAY_HAVE_CHANGED:
        return ""
    days = sorted({one.participation.as_of for one in found} - {""})
    return f", {dated(days[0])}{' or younger' if days[1:] else ''}" if days else ""


def _named(found: Sequence[Participant], state: State) -> str:
    if state in _JOINED:
        return ", ".join(f"{one.title} {one.participation.since[:4]}".rstrip() for one in found)
    return ", ".join(one.title for one in found)
