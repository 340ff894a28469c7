"""Every State has a profile that serves its delegate: names for sentences, and the cases that papers get wrong."""

from __future__ import annotations

import pytest

from mundraft.library.participation import State
from mundraft.text.folding import fold


@pytest.fixture(scope="module")
def countries(shipped):
    return [shipped.country(found.name) for found in shipped.countries()]


def test_every_member_and_both_observer_states_are_there(countries):
    assert sum(country.united_nations.status == "member" for country in countries) == 193
    observers = {country.id for country in countries if country.united_nations.status == "observer"}
    assert observers == {"holy-see", "state-of-palestine"}


WITH_ARTICLE = {
    "bahamas", "central-african-republic", "comoros", "democratic-republic-of-the-congo", "dominican-republic",
    "gambia",
    "holy-see", "maldives", "marshall-islands", "netherlands", "philippines", "republic-of-the-congo",
    "state-of-palestine", "united-arab-emirates", "united-kingdom", "united-states",
}  # fmt: skip


def test_a_sentence_says_the_where_it_should(countries):
    assert {country.id for country in countries if country.names.article} == WITH_ARTICLE
    assert not [country.id for country in countries if country.names.short.casefold().startswith("the ")]


def test_a_seat_is_called_the_same_whether_all_of_its_profile_is_read_or_not(shipped, countries):
    assert [shipped.seat_name(country.id) for country in countries] == [country.seat_name() for country in countries]


def test_names_can_stand_in_a_sentence_as_they_are(countries):
    for country in countries:
        names = country.names
        for name in (names.short, names.formal, names.adjective, names.people):
            assert not set(name) & set("()[];,/"), (country.id, name)
            assert " or " not in name, (country.id, name)
        assert bool(names.adjective) == bool(names.people) == (country.id != "holy-see"), country.id


def test_a_name_that_others_share_is_never_one_countrys_own_alias(countries):
    shared = {fold(name) for country in countries for name in country.shared_aliases}
    for country in countries:
        assert not shared & {fold(name) for name in country.aliases}, country.id


STANDINGS = [
    ("pakistan", "ottawa", State.NOT_A_PARTY, ""),
    ("pakistan", "ccm", State.NOT_A_PARTY, ""),
    ("south-sudan", "crc", State.PARTY, "2015-01-23"),
    ("somalia", "crc", State.PARTY, "2015-10-01"),
    ("state-of-palestine", "crc", State.PARTY, "2014-04-02"),
    ("montenegro", "crc", State.PARTY, "2006-10-23"),
    ("serbia", "crc", State.PARTY, "2001-03-12"),
    ("eswatini", "ottawa", State.PARTY, "1998-12-22"),
    ("holy-see", "cedaw", State.NOT_A_PARTY, ""),
    ("holy-see", "npt", State.PARTY, "1971-02-25"),
    ("iran", "cedaw", State.NOT_A_PARTY, ""),
    ("china", "iccpr", State.SIGNATORY, "1998-10-05"),
    ("china", "rome", State.NOT_A_PARTY, ""),
    ("armenia", "rome", State.PARTY, "2023-11-14"),
    ("ukraine", "rome", State.PARTY, "2024-10-25"),
    ("burundi", "rome", State.WITHDREW, "2017-10-27"),
    ("philippines", "rome", State.WITHDREW, "2019-03-17"),
    ("hungary", "rome", State.WITHDREW, "2026-06-02"),
    ("finland", "ottawa", State.WITHDREW, "2026-01-10"),
    ("lithuania", "ccm", State.WITHDREW, "2025-03-06"),
    ("canada", "kyoto", State.WITHDREW, "2012-12-15"),
    ("russia", "echr", State.WITHDREW, "2022-09-16"),
    ("russia", "ctbt", State.SIGNATORY, "1996-09-24"),
    ("indonesia", "tpnw", State.PARTY, "2024-09-24"),
    ("germany", "tpnw", State.NOT_A_PARTY, ""),
    ("kiribati", "rome", State.PARTY, "2019-11-26"),
    ("south-africa", "udhr", State.ABSTAINED, "1948"),
    ("kenya", "udhr", State.NO_PARTIES, ""),
    ("canada", "undrip", State.AGAINST, "2007-09-13"),
    ("syria", "ga-1514", State.NO_PARTIES, ""),
    ("china", "ga-2758", State.NO_PARTIES, ""),
    ("israel", "ga-67-19", State.AGAINST, "2012-11-29"),
    ("state-of-palestine", "ga-67-19", State.NO_PARTIES, ""),
]


@pytest.mark.parametrize(("country", "instrument", "state", "since"), STANDINGS)
def test_what_papers_get_wrong_is_told_rightly(shipped, country, instrument, state, since):
    found = shipped.country(country).participation(shipped.instrument(instrument))
    assert (found.state, found.since) == (state, since)


def test_facts_that_nobody_compared_say_so(countries):
    unchecked = [source for country in countries for ref, source in country.sources.items() if ref.startswith("ggo-")]
    assert unchecked
    assert all("unchecked" in source.through for source in unchecked)


def test_what_is_disputed_has_a_note(shipped):
    assert "none" in shipped.country("kiribati").united_nations.group_note
    north_korea = shipped.country("north-korea").participation(shipped.instrument("npt"))
    assert north_korea.state is State.PARTY
    assert "withdrawal" in north_korea.note
    assert shipped.country("united-states").participation(shipped.instrument("unfccc")).note


@pytest.mark.parametrize(("typed", "count"), [("Congo", 2), ("Korea", 2), ("Guinea", 4), ("Dominican", 2)])
def test_a_name_that_several_share_asks(shipped, typed, count):
    found = shipped.find_countries(typed, 6)
    assert len([match for match in found if match.score == found[0].score]) == count
    assert not any(match.sure for match in found)


@pytest.mark.parametrize("typed", ["Sudan", "Niger", "Dominica", "Samoa", "Ireland", "Georgia", "Guinea-Bissau"])
def test_an_exact_name_is_sure_though_others_hold_it(shipped, typed):
    assert shipped.find_countries(typed, 3)[0].sure
