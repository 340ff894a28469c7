"""How a seat stands to an instrument, as words to put after the instrument's name: "which Mexico ratified in 1990".

Only what the library knows is said, and what it does not know is passed over. That a country stands outside a treaty
is always said with the day for which that is known, because it can change.
"""

from __future__ import annotations

from mundraft.library.participation import Participation, State
from mundraft.text.dates import date_in_words

_CONSENTED = {
    "ratification": "which {who} ratified",
    "accession": "to which {who} acceded",
    "acceptance": "which {who} accepted",
    "approval": "which {who} approved",
    "succession": "to which {who} succeeded",
}
_VOTED = {
    State.FOR: "for which {who} voted",
    State.AGAINST: "against which {who} voted",
    State.ABSTAINED: "on which {who} abstained",
}


def standing(found: Participation, who: str) -> str:
    """A relative clause about the seat called `who` inside a sentence, or "" where nothing is known to say."""
    if found.state in (State.PARTY, State.RATIFIED_NOT_IN_FORCE):
        return _joined(found, who)
    if found.state is State.SIGNATORY:
        return f"which {who} signed{_in_year(found)} but had not ratified{_as_of(found, ' by ')}"
    if found.state is State.NOT_A_PARTY:
        return f"to which {who} was not a party{_as_of(found, ' as of ')}" if found.as_of else ""
    if found.state is State.WITHDREW:
        return f"from which {who} withdrew{_in_year(found)}"
    if found.state in _VOTED:
        return _VOTED[found.state].format(who=who)
    return ""


def joined_in(found: Participation) -> str:
    """The year in which the seat consented to be bound by a treaty in force, "" where that cannot be said."""
    return found.since[:4] if found.state is State.PARTY else ""


def _joined(found: Participation, who: str) -> str:
    pattern = _CONSENTED.get(found.how)
    if pattern is None:
        return f"which {who} joined{_in_year(found)}" if found.since else f"to which {who} is a party"
    said = pattern.format(who=who) + _in_year(found)
    return f"{said}, but which is not yet in force" if found.state is State.RATIFIED_NOT_IN_FORCE else said


def _in_year(found: Participation) -> str:
    return f" in {found.since[:4]}" if found.since else ""


def _as_of(found: Participation, word: str) -> str:
    return f"{word}{date_in_words(found.as_of)}" if found.as_of else ""
