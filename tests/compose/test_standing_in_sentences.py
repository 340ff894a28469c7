"""How a seat stands to a treaty, as the words behind its name: what is not known is passed over."""

from __future__ import annotations

import pytest

from mundraft.compose.standing import joined_in, standing
from mundraft.library.participation import Participation, State

DAY = "2020-05-01"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Participation(State.PARTY, "1990", "ratification"), "which Kenya ratified in 1990"),
        (Participation(State.PARTY, "", "accession"), "to which Kenya acceded"),
        (Participation(State.PARTY, "1990"), "which Kenya joined in 1990"),
        (Participation(State.PARTY), "to which Kenya is a party"),
        (
            Participation(State.RATIFIED_NOT_IN_FORCE, "2019", "ratification"),
            "which Kenya ratified in 2019, but which is not yet in force",
        ),
        (Participation(State.SIGNATORY, "2001"), "which Kenya signed in 2001 but had not ratified"),
        (Participation(State.SIGNATORY, as_of=DAY), "which Kenya signed but had not ratified by 1 May 2020"),
        (Participation(State.NOT_A_PARTY, as_of=DAY), "to which Kenya was not a party as of 1 May 2020"),
        (Participation(State.NOT_A_PARTY), ""),
        (Participation(State.WITHDREW, "2018"), "from which Kenya withdrew in 2018"),
        (Participation(State.ABSTAINED, "2010"), "on which Kenya abstained"),
        (Participation(State.UNKNOWN), ""),
    ],
)
def test_only_what_is_known_of_the_seat_is_said(found: Participation, said: str) -> None:
    assert standing(found, "Kenya") == said


@pytest.mark.parametrize("state", [State.RATIFIED_NOT_IN_FORCE, State.SIGNATORY, State.WITHDREW])
def test_no_year_of_joining_is_said_of_who_is_not_bound(state: State) -> None:
    assert joined_in(Participation(state, "2019")) == ""
    assert joined_in(Participation(State.PARTY, "1990-07-30")) == "1990"
