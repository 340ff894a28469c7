"""How a country stands to an instrument: the rule that turns dates in two files into one honest state.

A country is never said to be outside a treaty because a row is missing: only where the instrument's own list of
participants is complete as of a day, or where the profile says so with a source. Declarations and resolutions have no
parties; for them the only thing to know is the position that was taken on adoption.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from mundraft.text.dates import date_in_words, is_before

if TYPE_CHECKING:
    from mundraft.library.having_acts import AdoptionAct, HasActs, NamedSource, TreatyAct


class State(StrEnum):
    """Where a country stands. The last six belong to texts that are adopted and not ratified."""

    PARTY = "party"
    RATIFIED_NOT_IN_FORCE = "ratified_not_in_force"
    SIGNATORY = "signatory"
    NOT_A_PARTY = "not_a_party"
    WITHDREW = "withdrew"
    NOT_OPEN = "not_open"
    UNKNOWN = "unknown"
    CONSENSUS = "consensus"
    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    ABSENT = "absent"
    NO_PARTIES = "no_parties"


_IN_WORDS = {
    State.PARTY: "party",
    State.RATIFIED_NOT_IN_FORCE: "has ratified; the treaty is not yet in force",
    State.SIGNATORY: "not ratified",
    State.NOT_A_PARTY: "not a party",
    State.WITHDREW: "withdrew",
    State.NOT_OPEN: "cannot join",
    State.UNKNOWN: "participation not known here",
    State.CONSENSUS: "adopted by consensus",
    State.FOR: "voted for",
    State.AGAINST: "voted against",
    State.ABSTAINED: "abstained",
    State.ABSENT: "was absent from the vote",
    State.NO_PARTIES: "not a treaty: it has no parties",
}

#: What a condition adds to the words for these states.
_CONDITIONS = {
    State.NOT_OPEN: ": open only to {}",
    State.UNKNOWN: "; open to {}",
    State.NO_PARTIES: ", but it binds {}",
}


#: The lists of parties that depositaries keep are of States: that a seat of another kind is not in one says nothing.
_STATES_TODAY = ("member", "observer")


class HasParticipants(Protocol):
    """What must be known of an instrument to say how a country stands to it: an `Instrument`, or its index entry."""

    @property
    def id(self) -> str: ...
    @property
    def takes_parties(self) -> bool: ...
    @property
    def in_force(self) -> str: ...
    @property
    def complete_as_of(self) -> str: ...
    @property
    def participants_named(self) -> str: ...
    @property
    def adopted(self) -> str: ...
    @property
    def adopted_by_consensus(self) -> bool: ...
    @property
    def binds(self) -> str: ...
    @property
    def open_to_whom(self) -> str: ...
    @property
    def closed_circle(self) -> tuple[str, ...]: ...
    @property
    def joined_by_admission(self) -> bool: ...


class Participation(NamedTuple):
    """How a country stands to an instrument: the state, the day it began, the act, and where and when that was true.

    `condition` is to whom a treaty is open, or whom a text without parties binds, "" where there is nothing to say.
    `since` and `as_of` are YYYY, YYYY-MM, YYYY-MM-DD or "" where not known; `how` is "ratification", "accession" ..."""

    state: State
    since: str = ""
    how: str = ""
    source: str = ""
    as_of: str = ""
    note: str = ""
    condition: str = ""

    @property
    def in_words(self) -> str:
        """The state for lists and pickers: "party since 21 September 1990", "not a party as of 10 July 2018"."""
        said = _IN_WORDS[self.state] + (_CONDITIONS[self.state].format(self.condition) if self.condition else "")
        if self.state in (State.NOT_A_PARTY, State.SIGNATORY):
            signed = f"signed {date_in_words(self.since)}, " if self.since else ""
            return f"{signed}{said}" + (f" as of {date_in_words(self.as_of)}" if self.as_of else "")
        if not self.since:
            return said
        return (
            f"{said} since {date_in_words(self.since)}"
            if self.state is State.PARTY
            else f"{said} ({date_in_words(self.since)})"
        )


def participation(country: HasActs, instrument: HasParticipants) -> Participation:
    """How this country stands to this instrument, from the profile first and then from the instrument's own list."""
    if not instrument.takes_parties:
        adoption = country.adoption_of(instrument.id)
        return _position(adoption, country) if adoption else _without_vote(country, instrument)
    treaty = country.treaty_on(instrument.id)
    if treaty:
        return _standing(treaty, instrument, country.sources[treaty.source])
    if instrument.joined_by_admission:
        return _by_admission(country)
    if instrument.closed_circle and _is_outside(country, instrument.closed_circle):
        return Participation(State.NOT_OPEN, condition=instrument.open_to_whom)
    if instrument.complete_as_of and country.united_nations.status in _STATES_TODAY:
        return Participation(State.NOT_A_PARTY, source=instrument.participants_named, as_of=instrument.complete_as_of)
    return Participation(State.UNKNOWN, condition=instrument.open_to_whom)


def _by_admission(country: HasActs) -> Participation:
    """The Charter binds each member of the United Nations from its admission on."""
    nations = country.united_nations
    if nations.status not in _STATES_TODAY:
        return Participation(State.UNKNOWN)
    source = country.sources[nations.source]
    if not nations.admitted:
        state = State.NOT_A_PARTY if nations.status == "observer" else State.UNKNOWN
        return Participation(state, source=source.named, as_of=source.as_of)
    return Participation(State.PARTY, nations.admitted, "admission", source.named, source.as_of)


def _is_outside(country: HasActs, circle: tuple[str, ...]) -> bool:
    """Whether a country is surely not among those who may join; a profile without any blocs cannot tell."""
    blocs = country.blocs.members_of
    return bool(blocs) and not {country.codes.iso3, *blocs} & set(circle)


def _without_vote(country: HasActs, instrument: HasParticipants) -> Participation:
    """A text adopted without a vote speaks for every State that was a member of the United Nations on that day."""
    nations = country.united_nations
    was_member = is_before(nations.admitted, instrument.adopted) and not is_before(nations.left, instrument.adopted)
    if instrument.adopted_by_consensus and was_member:
        return Participation(State.CONSENSUS, since=instrument.adopted)
    return Participation(State.NO_PARTIES, condition=instrument.binds)


def _position(adoption: AdoptionAct, country: HasActs) -> Participation:
    source = country.sources[adoption.source]
    return Participation(
        State(adoption.position), since=adoption.on, source=source.named, as_of=source.as_of, note=adoption.note
    )


def _standing(treaty: TreatyAct, instrument: HasParticipants, source: NamedSource) -> Participation:
    if treaty.withdrew:
        state, since, how = State.WITHDREW, treaty.withdrew, "withdrawal"
    elif treaty.consent or treaty.stands == "party":
        state = State.PARTY if instrument.in_force else State.RATIFIED_NOT_IN_FORCE
        since, how = treaty.consent, treaty.consent_kind
    elif treaty.signed:
        state, since, how = State.SIGNATORY, treaty.signed, "signature"
    else:
        state, since, how = State.NOT_A_PARTY, "", ""
    # A complete list of a later day that adds nothing confirms that a signature was still all there was.
    if state in (State.SIGNATORY, State.NOT_A_PARTY) and instrument.complete_as_of > source.as_of:
        return Participation(state, since, how, instrument.participants_named, instrument.complete_as_of, treaty.note)
    return Participation(state, since, how, source.named, source.as_of, treaty.note)
