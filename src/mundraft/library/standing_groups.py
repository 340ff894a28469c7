"""What a country's standing means for a paper, in the order in which a delegate needs it: what binds it first."""

from __future__ import annotations

from mundraft.library.participation import State

#: A key for programs, a heading for people, and the states that belong there.
GROUPS: tuple[tuple[str, str, frozenset[State]], ...] = (
    ("bound", "Binds it", frozenset({State.PARTY})),
    ("awaited", "Ratified, but not yet in force: it binds nobody yet", frozenset({State.RATIFIED_NOT_IN_FORCE})),
    ("signed", "Only signed: write “signed”, not “bound by”", frozenset({State.SIGNATORY})),
    ("left", "Left", frozenset({State.WITHDREW})),
    ("outside", "Never joined", frozenset({State.NOT_A_PARTY})),
    ("closed", "Not open to it", frozenset({State.NOT_OPEN})),
    (
        "position",
        "Adopted, not ratified: these texts have no parties",
        frozenset({State.CONSENSUS, State.FOR, State.AGAINST, State.ABSTAINED, State.ABSENT}),
    ),
    ("texts", "Texts without parties, where its vote is not known here", frozenset({State.NO_PARTIES})),
    ("unknown", "Not known here: look it up before you write about it", frozenset({State.UNKNOWN})),
)
_PLACES = {state: place for place, (_, _, states) in enumerate(GROUPS) for state in states}


def rank(state: State) -> int:
    """The place of a state's group, from 0: what binds first, what is not known last."""
    return _PLACES[state]


def group_of(state: State) -> str:
    """The key of the group to which a state belongs: "bound", "signed", "outside" ..."""
    return GROUPS[rank(state)][0]
