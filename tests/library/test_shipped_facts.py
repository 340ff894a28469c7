"""What ships: every file is what it should be, and the famous cases are told rightly."""

from __future__ import annotations

import re

import pytest

from mundraft.library.checks import problems
from mundraft.library.participation import State
from mundraft.paper.file import read_paper
from mundraft.paper.model import Citation, Paper


def test_every_profile_and_instrument_is_sound(shipped):
    assert [problem.told() for problem in problems(shipped)] == []


def test_ten_countries_and_thirty_instruments_are_there(shipped):
    countries = {found.name for found in shipped.countries()}
    assert countries >= {
        "mexico", "kenya", "japan", "france", "netherlands", "cote-divoire", "united-states", "india", "brazil",
        "gambia", "democratic-republic-of-the-congo", "united-kingdom",
    }  # fmt: skip
    assert len(shipped.instruments()) >= 30


STANDINGS = [
    ("mexico", "crc", State.PARTY, "1990-09-21"),
    ("mexico", "opsc", State.PARTY, "2002-03-15"),
    ("mexico", "palermo-tip", State.PARTY, "2003-03-04"),
    ("mexico", "ilo-c182", State.PARTY, "2000-06-30"),
    ("mexico", "tpnw", State.PARTY, "2018-01-16"),
    ("kenya", "paris", State.PARTY, "2016-12-28"),
    ("kenya", "opsc", State.SIGNATORY, "2000-09-08"),
    ("kenya", "great-lakes-idp", State.PARTY, ""),
    ("kenya", "kampala", State.NOT_A_PARTY, ""),
    ("thailand", "ctbt", State.RATIFIED_NOT_IN_FORCE, "2018-09-25"),
    ("egypt", "bwc", State.SIGNATORY, "1972-04-10"),
    ("russia", "minamata", State.UNKNOWN, ""),
    ("tonga", "ottawa", State.PARTY, "2025-06-25"),
    ("germany", "uncac", State.PARTY, "2014-11"),
    ("algeria", "gc-iv", State.PARTY, "1960"),
    ("south-sudan", "iccpr", State.PARTY, ""),
    ("united-states", "unclos", State.NOT_A_PARTY, ""),
    ("united-states", "gc-ap1", State.SIGNATORY, "1977-12-12"),
    ("japan", "npt", State.PARTY, "1976-06-08"),
    ("japan", "ctbt", State.RATIFIED_NOT_IN_FORCE, "1997-07-08"),
    ("japan", "tpnw", State.NOT_A_PARTY, ""),
    ("japan", "palermo-tip", State.PARTY, "2017-07-11"),
    ("united-states", "crc", State.SIGNATORY, "1995-02-16"),
    ("united-states", "cedaw", State.SIGNATORY, "1980-07-17"),
    ("united-states", "icescr", State.SIGNATORY, "1977-10-05"),
    ("united-states", "ctbt", State.SIGNATORY, "1996-09-24"),
    ("united-states", "opac", State.PARTY, "2002-12-23"),
    ("united-states", "ref-1951", State.NOT_A_PARTY, ""),
    ("united-states", "ref-1967", State.PARTY, "1968-11-01"),
    ("united-states", "paris", State.WITHDREW, "2026-01-27"),
    ("united-states", "unfccc", State.PARTY, "1992-10-15"),
    ("india", "npt", State.NOT_A_PARTY, ""),
    ("india", "ctbt", State.NOT_A_PARTY, ""),
    ("india", "rome", State.NOT_A_PARTY, ""),
    ("india", "cat", State.SIGNATORY, "1997-10-14"),
    ("gambia", "ctbt", State.RATIFIED_NOT_IN_FORCE, "2022-03-24"),
    ("brazil", "att", State.PARTY, "2018-08-14"),
    ("cote-divoire", "tpnw", State.PARTY, "2022-03-23"),
    ("france", "hague-1993", State.UNKNOWN, ""),
    ("united-states", "gcm", State.AGAINST, "2018-12-19"),
    ("india", "gcm", State.FOR, "2018-12-19"),
    ("kenya", "gpa-tip", State.CONSENSUS, "2010-07-30"),
    ("kenya", "udhr", State.NO_PARTIES, ""),
]


@pytest.mark.parametrize(("country", "instrument", "state", "since"), STANDINGS)
def test_famous_cases_are_told_rightly(shipped, country, instrument, state, since):
    found = shipped.country(country).participation(shipped.instrument(instrument))
    assert (found.state, found.since) == (state, since)


def test_nobody_is_outside_a_treaty_without_a_day_and_a_source(shipped):
    instruments = [shipped.instrument(found.name) for found in shipped.instruments()]
    for one in shipped.countries():
        country = shipped.country(one.name)
        for instrument in instruments:
            found = country.participation(instrument)
            if found.state is State.NOT_A_PARTY:
                assert found.as_of, (country.id, instrument.id)
                assert found.source, (country.id, instrument.id)
            if not instrument.takes_parties:
                assert found.state not in (State.PARTY, State.SIGNATORY, State.NOT_A_PARTY, State.WITHDREW)


def test_the_index_and_the_files_tell_the_same_standing(shipped):
    for match in shipped.find_instruments("", country="japan", limit=300):
        assert match.participation == shipped.country("japan").participation(shipped.instrument(match.ref))


def test_every_provision_says_what_it_does_as_a_verb_phrase(shipped):
    for found in shipped.instruments():
        instrument = shipped.instrument(found.name)
        for article in instrument.articles:
            assert re.match(r"[a-z]+s\b", article.does), (instrument.id, article.does)
            assert not article.does.endswith("."), (instrument.id, article.does)


def test_a_provision_is_found_however_its_number_is_written(shipped):
    crc, declaration = shipped.instrument("crc"), shipped.instrument("drc-1959")
    assert crc.provision("35") is crc.provision("art. 35") is crc.provision("Article 35") is not None
    assert declaration.provision("Principle 9") is declaration.provision("9") is not None
    assert declaration.provision("9").written == "Principle 9"
    assert crc.provision("99") is None


def test_an_instrument_is_a_source_of_the_resources_list(shipped):
    for found in shipped.instruments():
        instrument = shipped.instrument(found.name)
        source = instrument.as_source
        assert Citation(source=source.id).source == f"instrument:{instrument.id}"
        assert source.title == instrument.title
        assert source.publisher
        assert source.issued[:4] == instrument.year
        assert source.url.startswith(("https://", "http://"))


def test_titles_read_rightly_inside_a_sentence(shipped):
    assert shipped.instrument("crc").in_sentence == "the Convention on the Rights of the Child"
    assert shipped.instrument("sc-1887").in_sentence == "Security Council resolution 1887 (2009)"
    assert shipped.instrument("ilo-c182").short_in_sentence == "ILO Convention 182"
    assert shipped.instrument("palermo-tip").short_in_sentence == "the Palermo Protocol"


def refs_of(paper: Paper) -> set[str]:
    used = {use.ref for topic in paper.topics for use in topic.instruments if use.ref}
    cited = set(re.findall(r"instrument:([a-z0-9-]+)", str(paper)))
    return used | cited


def test_every_example_names_countries_and_instruments_that_are_there(shipped):
    assert shipped.examples()
    for found in shipped.examples():
        paper = read_paper(shipped.example(found.name), found.name)
        assert shipped.country(paper.seat.ref).name if paper.seat.ref else paper.seat.name, found.name
        for ref in refs_of(paper):
            assert shipped.instrument(ref).id == ref


def test_the_day_of_a_source_is_told_in_words(shipped):
    mexico = shipped.country("mexico")
    found = mexico.participation(shipped.instrument("crc"))
    assert found.source == "United Nations Treaty Collection, as of March 2015"
    assert found.in_words == "party since 21 September 1990"
    assert mexico.as_of == "2015-03"
