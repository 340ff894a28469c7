"""The instruments that ship, taken together: complete, consistent, and honest about what binds whom."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import get_args

import pytest

from mundraft.library.checks import instrument_problems
from mundraft.library.country import Country
from mundraft.library.instrument import WITH_PARTIES, Instrument, InstrumentKind
from mundraft.library.participation import State
from mundraft.library.topics import TOPICS
from mundraft.text.dates import is_before
from mundraft.text.folding import fold

#: Cook Islands, Niue and the European Union join treaties and have no profile.
WITHOUT_PROFILE = 3


@pytest.fixture(scope="module")
def catalogue(shipped) -> dict[str, Instrument]:
    return {found.name: shipped.instrument(found.name) for found in shipped.instruments()}


@pytest.fixture(scope="module")
def countries(shipped) -> list[Country]:
    return [shipped.country(found.name) for found in shipped.countries()]


def test_two_hundred_and_twenty_instruments_are_there_and_sound(shipped, catalogue):
    assert len(catalogue) >= 220
    assert [problem.told() for problem in instrument_problems(shipped)] == []


def test_no_name_of_one_instrument_is_claimed_by_another(catalogue):
    claimed = defaultdict(set)
    for instrument in catalogue.values():
        for name in (instrument.id, instrument.title, instrument.short, *instrument.aliases):
            claimed[fold(name)].add(instrument.id)
    assert {name: ids for name, ids in claimed.items() if len(ids) > 1} == {}


def test_a_name_is_not_both_its_own_and_shared(catalogue):
    for instrument in catalogue.values():
        own = {fold(name) for name in (instrument.title, instrument.short, *instrument.aliases)}
        shared = [fold(name) for name in instrument.shared_aliases]
        assert not own & set(shared), instrument.id
        assert len(shared) == len(set(shared)), instrument.id


def test_topics_are_those_of_the_one_list(catalogue):
    for instrument in catalogue.values():
        assert instrument.topics, instrument.id
        assert set(instrument.topics) <= set(TOPICS), instrument.id
        assert len(set(instrument.topics)) == len(instrument.topics), instrument.id


def test_every_topic_of_the_list_is_used_and_told_on_the_page_on_data(catalogue):
    used = {topic for instrument in catalogue.values() for topic in instrument.topics}
    page = (Path(__file__).parents[2] / "docs" / "data.md").read_text(encoding="utf-8")
    for topic, name in TOPICS.items():
        assert topic in used, topic
        assert f"| `{topic}` | {name} |" in page, topic


def test_every_kind_of_the_form_is_used_and_takes_parties_or_not(catalogue):
    assert {instrument.kind for instrument in catalogue.values()} == set(get_args(InstrumentKind))
    assert set(WITH_PARTIES) < set(get_args(InstrumentKind))
    for instrument in catalogue.values():
        assert instrument.takes_parties is (instrument.kind in WITH_PARTIES), instrument.id


def test_what_takes_parties_binds_them_and_the_rest_says_whom_it_binds(catalogue):
    for instrument in catalogue.values():
        assert instrument.binding is (instrument.takes_parties or bool(instrument.binds)), instrument.id
        if not instrument.takes_parties and not instrument.binds:
            assert not instrument.in_force, instrument.id
            assert not instrument.depositary, instrument.id


def test_every_treaty_has_a_depositary_and_a_page_to_look_its_parties_up(catalogue):
    for instrument in catalogue.values():
        if instrument.takes_parties:
            assert re.match(r"https?://", instrument.status_page), instrument.id
            assert instrument.depositary or instrument.id == "great-lakes-idp", instrument.id
        else:
            assert instrument.status_page == "", instrument.id


def test_only_treaties_that_wait_for_ratifications_are_not_in_force(catalogue):
    waiting = {one.id for one in catalogue.values() if one.takes_parties and not one.in_force}
    assert waiting == {"ctbt", "cyber-2024", "who-pa"}


def test_resolutions_are_found_by_every_way_to_write_their_number(shipped, catalogue):
    council = [one for one in catalogue.values() if one.symbol.startswith("S/RES/")]
    assert len(council) >= 35
    for one in council:
        number, year = re.fullmatch(r"S/RES/(\d+)\((\d{4})\)", one.symbol).groups()
        for written in (
            f"S/RES/{number}", f"S/RES/{number} ({year})", f"UNSCR {number}", f"SCR {number}", f"Resolution {number}",
            f"Res. {number}", f"UN Security Council Resolution {number} ({year})", f"UNSC resolution {number}",
        ):  # fmt: skip
            best = shipped.find_instruments(written)[0]
            assert (best.ref, best.sure) == (one.id, True), written


@pytest.mark.parametrize(
    ("written", "ref"),
    [
        ("the Mine Ban Treaty", "ottawa"), ("Ottawa Treaty", "ottawa"), ("Fourth Geneva Convention", "gc-iv"),
        ("Geneva Convention IV", "gc-iv"), ("GCIV", "gc-iv"), ("4th Geneva Convention", "gc-iv"),
        ("Second Optional Protocol", "iccpr-op2"), ("SDGs", "agenda-2030"), ("SDG 5", "agenda-2030"),
        ("Goal 16", "agenda-2030"), ("High Seas Treaty", "bbnj"), ("UNCRPD", "crpd"), ("ICERD", "cerd"),
        ("A/RES/64/292", "ga-64-292"), ("UNGA Res. 64/292", "ga-64-292"), ("resolution 1514 (XV)", "ga-1514"),
        ("ILO Convention No. 87", "ilo-c87"), ("ILO C189", "ilo-c189"), ("C190", "ilo-c190"),
        ("Additional Protocol I", "gc-ap1"), ("AP II", "gc-ap2"), ("Istanbul Convention", "coe-210"),
        ("Belem do Para", "belem"), ("Pact of San Jose", "achr"), ("Mandela Rules", "mandela"), ("R2P", "ga-60-1"),
        ("MDGs", "millennium"), ("Uniting for Peace", "ga-377v"), ("IHR", "ihr-2005"), ("JCPOA", "sc-2231"),
    ],
)  # fmt: skip
def test_the_names_of_the_trade_find_their_instrument_surely(shipped, written, ref):
    best = shipped.find_instruments(written)[0]
    assert (best.ref, best.sure) == (ref, True)


@pytest.mark.parametrize(
    ("written", "refs"),
    [
        ("Geneva Conventions", {"gc-i", "gc-ii", "gc-iii", "gc-iv"}),
        ("Geneva Convention", {"gc-i", "gc-ii", "gc-iii", "gc-iv", "ref-1951"}),
        ("Vienna Convention", {"vclt", "vcdr", "vccr", "vienna-ozone"}),
        ("Hague Convention", {"hague-1954", "hague-1980", "hague-1993"}),
        ("Additional Protocol", {"gc-ap1", "gc-ap2"}),
        ("Optional Protocol", {"opac", "opsc", "opic", "op-cedaw", "opcat", "op-crpd"}),
        ("Palermo Convention", {"untoc"}),
        ("Cybercrime Convention", {"coe-185", "cyber-2024"}),
        ("women, peace and security", {"sc-1325", "sc-2122", "sc-2242"}),
    ],
)
def test_a_name_that_several_share_asks_and_offers_each(shipped, written, refs):
    found = shipped.find_instruments(written, limit=20)
    assert not found[0].sure
    assert refs <= {match.ref for match in found}


@pytest.mark.parametrize(
    ("ref", "read"),
    [
        ("gc-iv", "the Fourth Geneva Convention"), ("gc-ap1", "Additional Protocol I"), ("unclos", "UNCLOS"),
        ("un-charter", "the UN Charter"), ("sc-1325", "resolution 1325"), ("agenda-2030", "the 2030 Agenda"),
        ("ilo-c87", "ILO Convention 87"), ("mandela", "the Nelson Mandela Rules"), ("cites", "CITES"),
        ("ga-s27-2", "A World Fit for Children"), ("crc-gc25", "CRC General Comment 25"),
    ],
)  # fmt: skip
def test_short_names_read_rightly_inside_a_sentence(catalogue, ref, read):
    assert catalogue[ref].short_in_sentence == read


def test_a_complete_list_counts_as_many_parties_as_its_note_says(catalogue, countries):
    complete = [one for one in catalogue.values() if one.participants.complete]
    assert len(complete) >= 22
    for instrument in complete:
        said = int(re.match(r"\d+", instrument.participants.note).group())
        known = sum(_was_a_party(country, instrument) for country in countries)
        assert said - WITHOUT_PROFILE <= known <= said, instrument.id


def _was_a_party(country: Country, instrument: Instrument) -> bool:
    """On the day for which the list is complete."""
    day = instrument.participants.as_of
    acts = next((entry for entry in country.treaties if entry.instrument == instrument.id), None)
    if acts is None or not (acts.consent or acts.stands == "party"):
        return False
    if is_before(day, acts.consent or country.sources[acts.source].as_of):
        return False
    return not acts.withdrew or is_before(day, acts.withdrew)


def test_a_text_adopted_without_a_vote_has_no_votes_on_record(catalogue, countries):
    voted = {
        entry.instrument
        for country in countries
        for entry in country.adoptions
        if entry.position in ("for", "against", "abstained", "absent")
    }
    assert not {ref for ref in voted if ref in catalogue and catalogue[ref].adopted_by_consensus}


@pytest.mark.parametrize(
    ("country", "ref", "state", "words"),
    [
        ("japan", "acrwc", State.NOT_OPEN, "cannot join: open only to members of the African Union"),
        ("france", "actip", State.NOT_OPEN, "cannot join: open only to members of ASEAN"),
        ("mexico", "great-lakes-idp", State.NOT_OPEN, "Great Lakes"),
        ("mexico", "echr", State.NOT_OPEN, "members of the Council of Europe"),
        ("kenya", "escazu", State.NOT_OPEN, "Latin America and the Caribbean"),
        ("japan", "coe-210", State.UNKNOWN, "open to members of the Council of Europe, and to others by invitation"),
        ("kenya", "un-charter", State.PARTY, "party since 16 December 1963"),
        ("holy-see", "un-charter", State.NOT_A_PARTY, "not a party"),
        ("kenya", "ihr-2005", State.NO_PARTIES, "but it binds every member of the World Health Organization"),
        ("kenya", "sc-1373", State.NO_PARTIES, "but it binds every Member of the United Nations, where it decides"),
        ("pakistan", "ottawa", State.NOT_A_PARTY, "not a party as of 25 June 2025"),
        ("pakistan", "ccm", State.NOT_A_PARTY, "not a party as of 5 September 2025"),
        ("india", "gc-ap1", State.NOT_A_PARTY, "not a party as of 2025"),
        ("china", "iccpr", State.SIGNATORY, "signed 5 October 1998, not ratified as of 2024"),
    ],
)
def test_who_may_join_and_who_is_bound_is_told(shipped, catalogue, country, ref, state, words):
    found = shipped.country(country).participation(catalogue[ref])
    assert found.state is state
    assert words in found.in_words
