"""Topics of real committees, and for each a text that a delegate must find among the first that are offered."""

from __future__ import annotations

import pytest

from mundraft.library.search_path import Library, shipped_library
from mundraft.library.topic_words import telling_roots
from mundraft.library.word_roots import root, roots
from mundraft.text.folding import fold

_FIRST = 6


@pytest.fixture(scope="module")
def library() -> Library:
    return shipped_library()


@pytest.mark.parametrize(
    ("topic", "instrument"),
    [
        ("Protecting coral reefs", "unclos"),  # UNEA
        ("Coral bleaching", "cbd"),
        ("Reducing marine plastic pollution", "unclos"),
        ("Overfishing in the high seas", "fish-stocks"),  # FAO
        ("The rights of refugees in host countries", "ref-1951"),  # UNHCR
        ("Ending statelessness", "stateless-1961"),
        ("Ending child marriage", "marriage-1962"),  # UN Women
        ("Women, peace and security", "sc-1325"),  # Security Council
        ("Preventing the recruitment of child soldiers", "opac"),
        ("Nuclear disarmament", "npt"),  # First Committee
        ("Combating the illicit trade in small arms and light weapons", "poa-salw"),
        ("The militarization of outer space", "outer-space"),
        ("Trafficking in persons", "palermo-tip"),  # UNODC
        ("Combating corruption", "uncac"),
        ("The financing of terrorism", "terr-fin"),
        ("International protection of migrant workers", "cmw"),  # Third Committee
        ("The death penalty", "iccpr-op2"),  # Human Rights Council
        ("Rights of indigenous peoples to their land", "undrip"),
        ("Universal health coverage", "ga-74-2"),  # WHO
        ("Access to clean water and sanitation", "ga-64-292"),  # Second Committee
        ("The illegal trade in wildlife", "cites"),
        ("Protection of cultural heritage in armed conflict", "hague-1954"),  # UNESCO
        ("Climate displacement", "kampala"),
        ("Electronic waste", "basel"),
        ("Child labour in the garment industry", "ilo-c138"),  # UNICEF
    ],
)
def test_what_is_about_a_topic_is_offered_among_the_first(library: Library, topic: str, instrument: str) -> None:
    near = library.offered_for(topic)
    assert instrument in sorted(near, key=lambda ref: -near[ref])[:_FIRST]


def test_where_something_happens_counts_for_less_than_what_happens(library: Library) -> None:
    near = library.offered_for("Child labour in the garment industry")
    assert max(near, key=lambda ref: near[ref]) == "ilo-c182"
    assert near["fctc"] < near["ilo-c29"]
    assert max(tobacco := library.offered_for("the tobacco industry"), key=lambda ref: tobacco[ref]) == "fctc"
    assert "fctc" in library.offered_for("The industry")


def test_a_text_whose_name_stands_in_the_topic_comes_first(library: Library) -> None:
    near = library.offered_for("The right to water in rural communities")
    order = sorted(near, key=lambda ref: -near[ref])
    assert order[0] == "ga-64-292"
    assert order.index("icescr") < 4


def test_tests_under_water_are_not_about_water(library: Library) -> None:
    near = library.offered_for("Water in dry regions")
    assert near["ptbt"] < min(near["icescr"], near["ramsar"], near["ga-64-292"], near["crc"])
    tests = library.offered_for("Nuclear tests under water")
    assert max(tests, key=lambda ref: tests[ref]) == "ptbt"


def test_words_that_any_topic_may_hold_offer_nothing(library: Library) -> None:
    assert library.offered_for("Protecting and ending international rights of the peoples") == {}
    assert library.offered_for("") == {}


def test_protecting_is_no_responsibility_to_protect(library: Library) -> None:
    assert not {"genocide", "rome", "ga-60-1", "sc-1674", "sc-1973"} & set(
        library.offered_for("Protecting coral reefs")
    )


@pytest.mark.parametrize(
    "alike",
    ["refugee refugees", "migrant migrants migration", "traffic trafficking trafficked", "child children",
     "protect protection protecting", "terrorism terrorist terrorists", "statelessness stateless", "culture cultural"],
)  # fmt: skip
def test_forms_of_a_word_have_one_root(alike: str) -> None:
    assert len({root(fold(word)) for word in alike.split()}) == 1


@pytest.mark.parametrize("others", ["reef refugee", "sea season", "war warming", "arm army"])
def test_words_that_begin_alike_are_others(others: str) -> None:
    assert len(roots(others)) == 2


def test_what_says_little_is_left_out() -> None:
    assert telling_roots("Protecting coral reefs") == {"coral", "reef"}
