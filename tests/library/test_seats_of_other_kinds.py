"""A seat that is no State of today is made in the same form, and nothing is claimed of it that nobody knows."""

from __future__ import annotations

import pytest
from library_files import country_file, instrument_file

from mundraft.library.checks import problems
from mundraft.library.participation import State

SOURCES = "sources:\n  ours:\n    title: The class\n    as_of: 2026-10\n"
NGO = "names:\n  short: Testers without Borders\n  source: ours\n" + SOURCES
USSR = """\
names:
  short: Soviet Union
  formal: Union of Soviet Socialist Republics
  article: true
  adjective: Soviet
  source: ours
aliases:
  - USSR
united_nations:
  status: former member
  admitted: 1945-10-24
  left: 1991-12-24
  source: ours
"""

COMPLETE = "in_force: 1992-01-01\nparticipants:\n  complete: true\n  as_of: 2015-01-01\n  source: made-up"


@pytest.fixture
def library(write, over):
    write("class", "country_profiles/testers.yaml", NGO)
    write("class", "country_profiles/ussr.yaml", USSR + SOURCES)
    write("class", "country_profiles/freedonia.yaml", country_file())
    write("class", "instruments/ct.yaml", instrument_file(more=COMPLETE))
    for ref, year in (("early", "1985"), ("late", "1995")):
        text = instrument_file(ref, ref, "resolution", "adopted_by_consensus: true")
        text = text.replace("1990-05-05", f"{year}-05-05").replace("binding: true", "binding: false")
        write("class", f"instruments/{ref}.yaml", text)
    return over("class")


def standing(library, country, instrument):
    return library.country(country).participation(library.instrument(instrument)).state


def test_a_seat_needs_a_name_and_its_source_alone(library):
    ngo = library.country("testers")
    assert ngo.seat_name().in_sentence == "Testers without Borders"
    assert library.find_countries("testers without")[0].ref == "testers"
    assert problems(library) == ()


def test_absence_from_a_list_of_states_says_nothing_of_what_is_no_state(library):
    assert standing(library, "freedonia", "ct") is State.NOT_A_PARTY
    assert standing(library, "testers", "ct") is State.UNKNOWN
    assert standing(library, "ussr", "ct") is State.UNKNOWN


def test_a_former_member_joined_in_a_consensus_while_it_was_one(library):
    assert standing(library, "ussr", "early") is State.CONSENSUS
    assert standing(library, "ussr", "late") is State.NO_PARTIES
    assert standing(library, "testers", "early") is State.NO_PARTIES


def test_a_state_without_its_codes_is_told_what_is_missing(write, over):
    bare = NGO.replace("sources:", "united_nations:\n  status: member\n  source: ours\nsources:", 1)
    write("class", "country_profiles/freedonia.yaml", bare)
    (problem,) = problems(over("class"))
    assert problem.code == "country-incomplete"
    assert problem.what.split("`")[1::2] == [
        "codes: iso2", "codes: iso3", "codes: m49", "united_nations: admitted"
    ]  # fmt: skip
    assert problem.place.line
