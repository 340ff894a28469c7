"""The provisions that ship: articles of the instruments cited most, goals and targets of the 2030 Agenda."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from mundraft.library.instrument import Article, Instrument

#: For each Goal, how many targets have a number and which letters the rest have.
TARGETS = {
    1: (5, "ab"), 2: (5, "abc"), 3: (9, "abcd"), 4: (7, "abc"), 5: (6, "abc"), 6: (6, "ab"), 7: (3, "ab"),
    8: (10, "ab"), 9: (5, "abc"), 10: (7, "abc"), 11: (7, "abc"), 12: (8, "abc"), 13: (3, "ab"), 14: (7, "abc"),
    15: (9, "abc"), 16: (10, "ab"), 17: (19, ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def agenda(shipped) -> Instrument:
    return shipped.instrument("agenda-2030")


def test_the_agenda_has_every_goal_and_every_target_in_order(agenda):
    expected = []
    for goal, (numbered, letters) in TARGETS.items():
        expected.append(("goal", str(goal)))
        expected += [("target", f"{goal}.{end}") for end in (*range(1, numbered + 1), *letters)]
    assert [(article.label, article.number) for article in agenda.articles] == expected
    assert Counter(article.label for article in agenda.articles) == {"goal": 17, "target": 169}


def test_a_goal_and_a_target_are_written_as_the_united_nations_writes_them(agenda):
    goal, target = agenda.provision("Goal 5"), agenda.provision("target 5.3")
    assert (goal.cited, goal.written, goal.locator) == ("Goal 5", "Goal 5", "Goal 5")
    assert (target.cited, target.written, target.locator) == ("target 5.3", "Target 5.3", "target 5.3")
    assert agenda.provision("5.3") is target
    assert agenda.provision("5.A") is agenda.provision("Target 5.a")


def test_a_rule_is_cited_by_its_label(shipped):
    rule = shipped.instrument("mandela").provision("rule 43")
    assert (rule.cited, rule.written, rule.locator) == ("rule 43", "Rule 43", "rule 43")


def test_a_target_keeps_its_deadline(agenda):
    assert "2025" in agenda.provision("8.7").does
    assert "2030" in agenda.provision("1.1").does
    assert "2020" in agenda.provision("14.5").does


def _every_provision(shipped) -> list[tuple[str, Article]]:
    instruments = [shipped.instrument(found.name) for found in shipped.instruments()]
    return [(instrument.id, article) for instrument in instruments for article in instrument.articles]


def test_a_provision_fits_into_a_sentence_after_the_instrument_s_name(shipped):
    for ref, article in _every_provision(shipped):
        assert re.match(r"[a-z]+s\b", article.does), (ref, article.number, article.does)
        assert not re.search(r"[.;:,\s]$|  |\n", article.does), (ref, article.number, article.does)
        assert 2 <= len(article.does.split()) <= 32, (ref, article.number, article.does)


def test_no_instrument_lists_a_provision_twice(shipped):
    counted = Counter((ref, article.label, article.number) for ref, article in _every_provision(shipped))
    assert [key for key, times in counted.items() if times > 1] == []


def test_keywords_are_what_a_person_types(shipped):
    for ref, article in _every_provision(shipped):
        assert len(set(article.keywords)) == len(article.keywords), (ref, article.number)
        assert all(0 < len(word) <= 40 for word in article.keywords), (ref, article.number)


#: What position papers cite most; each has to offer its provisions.
CITED = (
    "un-charter", "udhr", "iccpr", "icescr", "crc", "cedaw", "cat", "cerd", "crpd", "ced", "cmw", "genocide", "rome",
    "ref-1951", "stateless-1954", "stateless-1961", "opac", "opsc", "palermo-tip", "untoc", "uncac", "ilo-c29",
    "ilo-c138", "ilo-c182", "gc-iii", "gc-iv", "gc-ap1", "gc-ap2", "vclt", "vcdr", "unclos", "unfccc", "paris", "cbd",
    "basel", "npt", "cwc", "bwc", "att", "tpnw", "outer-space", "undrip", "agenda-2030", "gcm", "sc-1325", "sc-1540",
    "acrwc", "achpr", "echr", "rio-1992",
)  # fmt: skip


@pytest.mark.parametrize("ref", CITED)
def test_the_instruments_that_papers_cite_most_have_their_provisions(shipped, ref):
    assert len(shipped.instrument(ref).articles) >= 3


@pytest.mark.parametrize(
    ("ref", "numbers"),
    [
        ("crc", range(1, 43)),
        ("udhr", range(1, 31)),
        ("iccpr", range(1, 28)),
        ("icescr", range(1, 16)),
        ("cedaw", range(1, 17)),
    ],
)
def test_the_human_rights_texts_cited_most_have_every_substantive_article(shipped, ref, numbers):
    instrument = shipped.instrument(ref)
    assert [number for number in numbers if instrument.provision(str(number)) is None] == []


@pytest.mark.parametrize(
    ("typed", "ref", "number"),
    [
        ("abduction sale traffic", "crc", "35"),
        ("child soldiers", "crc", "38"),
        ("veto", "un-charter", "27"),
        ("refoulement", "ref-1951", "33"),
        ("death penalty", "iccpr", "6"),
        ("hate speech", "cerd", "4"),
        ("end child marriage", "agenda-2030", "5.3"),
        ("maternal mortality", "agenda-2030", "3.1"),
        ("starvation as a weapon", "gc-ap1", "54"),
        ("indigenous land", "undrip", "26"),
        ("human shields", "gc-iv", "28"),
        ("solitary confinement", "mandela", "43"),
        ("foreign fighters", "sc-2178", "5"),
        ("unaccompanied minors", "crc", "22"),
        ("judicial independence", "iccpr", "14"),
        ("crc 35", "crc", "35"),
        ("SDG 5.3", "agenda-2030", "5.3"),
    ],
)
def test_what_a_delegate_types_finds_the_provision(shipped, typed, ref, number):
    found = [(match.provision.instrument, match.provision.number) for match in shipped.find_provisions(typed)]
    assert (ref, number) in found


def test_what_is_said_to_be_compared_names_its_text(shipped):
    for found in shipped.instruments():
        instrument = shipped.instrument(found.name)
        if instrument.articles_compared:
            through = instrument.sources[instrument.source].through
            assert re.search(r"compared (in full )?with|held against", through), instrument.id


def test_the_page_on_data_counts_provisions_rightly(shipped):
    page = (Path(__file__).parents[2] / "docs" / "data.md").read_text(encoding="utf-8")
    listing = [one for one in (shipped.instrument(found.name) for found in shipped.instruments()) if one.articles]
    compared = [one for one in listing if one.articles_compared]
    total = sum(len(one.articles) for one in listing)
    held = sum(len(one.articles) for one in compared)
    assert f"{len(listing)} instruments list provisions, {total:,} in all" in page
    assert f"For {len(compared)} of them, with {held}" in page
    assert f"The other {len(listing) - len(compared)} are written from knowledge" in page
    assert f"The bodies in `bodies/` are {len(shipped.bodies())}" in page
