"""A treaty that is open to few: who is told that they cannot join, who is told that nothing is known."""

from __future__ import annotations

import pytest
from library_files import country_file, instrument_file

from mundraft.library.participation import State
from mundraft.problems import MundraftError

CLOSED = "open_to:\n  who: members of the League\n  members:\n    - LEAGUE\n    - KEX"
INVITED = "open_to:\n  who: members of the League\n  members:\n    - LEAGUE\n  others_invited: true"


def standing(write, over, treaty: str, blocs: str = "", iso: str = "FR", kind: str = "convention"):
    country = country_file(iso=iso)
    if blocs:
        country = country.replace("blocs:\n", f"blocs:\n  members_of:\n    - {blocs}\n")
    write("ships", "country_profiles/freedonia.yaml", country)
    write("ships", "instruments/ct.yaml", instrument_file(kind=kind, more=treaty))
    library = over("ships")
    found = library.country("freedonia").participation(library.instrument("ct"))
    listed = library.find_instruments("CT", country="freedonia")[0].participation
    assert listed == found, "the index tells the same"
    return found


@pytest.mark.parametrize(
    ("treaty", "blocs", "state", "words"),
    [
        (CLOSED, "OTHERS", State.NOT_OPEN, "cannot join: open only to members of the League"),
        (CLOSED, "LEAGUE", State.UNKNOWN, "participation not known here; open to members of the League"),
        (CLOSED, "", State.UNKNOWN, "participation not known here; open to members of the League"),
        (INVITED, "OTHERS", State.UNKNOWN, "; open to members of the League, and to others by invitation"),
        ("", "OTHERS", State.UNKNOWN, "participation not known here"),
    ],
)
def test_only_who_is_surely_outside_a_closed_circle_cannot_join(write, over, treaty, blocs, state, words):
    found = standing(write, over, treaty, blocs)
    assert found.state is state
    assert found.in_words.endswith(words)


def test_a_state_may_be_named_by_its_code(write, over):
    assert standing(write, over, CLOSED, "OTHERS", iso="KE").state is State.UNKNOWN


def test_what_the_profile_says_goes_before_who_may_join(write, over):
    write("ships", "instruments/ct.yaml", instrument_file(more=CLOSED + "\nin_force: 1991-01-01"))
    joined = "treaties:\n  - instrument: ct\n    consent: 2001-01-01\n    source: made-up"
    blocs = country_file(more=joined).replace("blocs:\n", "blocs:\n  members_of:\n    - OTHERS\n")
    write("ships", "country_profiles/freedonia.yaml", blocs)
    library = over("ships")
    assert library.country("freedonia").participation(library.instrument("ct")).state is State.PARTY


def test_the_charter_binds_from_admission_on(write, over):
    found = standing(write, over, "joined_by_admission: true\nin_force: 1945-10-24", kind="charter")
    assert (found.state, found.since, found.how) == (State.PARTY, "1960-01-01", "admission")
    assert (found.source, found.as_of) == ("Invented for a test, as of 1 January 2020", "2020-01-01")


def test_a_text_without_parties_says_whom_it_binds(write, over):
    found = standing(write, over, "binds: every member of the League", kind="regulations")
    assert found.state is State.NO_PARTIES
    assert found.in_words == "not a treaty: it has no parties, but it binds every member of the League"


@pytest.mark.parametrize(
    ("kind", "more", "told"),
    [
        ("declaration", CLOSED, "has no parties"),
        ("resolution", "joined_by_admission: true", "has no parties"),
        ("convention", "binds: everyone", "binds its parties"),
        ("convention", "open_to:\n  who: some", "others_invited"),
    ],
)
def test_an_entry_that_contradicts_itself_is_refused(write, over, kind, more, told):
    write("ships", "instruments/ct.yaml", instrument_file(kind=kind, more=more))
    with pytest.raises(MundraftError) as caught:
        over("ships").instrument("ct")
    assert told in caught.value.problems[0].what


def test_what_is_law_is_said_in_words(shipped):
    said = {ref: shipped.instrument(ref).binding_in_words for ref in ("crc", "ctbt", "udhr", "sc-1373")}
    assert said == {
        "crc": "binding on its parties",
        "ctbt": "not yet in force",
        "udhr": "not binding",
        "sc-1373": "binding on every Member of the United Nations, where it decides",
    }
