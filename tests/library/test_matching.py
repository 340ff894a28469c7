"""What people type finds what they mean: accents, aliases, unfinished words and slips."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.library.matching import Candidate, Matcher, folded
from mundraft.library.search_path import Library, Match

TABLE = Path(__file__).with_name("what_people_type.csv")


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def find(library: Library, row: dict[str, str]) -> tuple[Match, ...]:
    search = library.find_countries if row["shelf"] == "country" else library.find_instruments
    return search(row["typed"])


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["typed"])
def test_what_people_type_finds_what_they_mean(shipped, row):
    found = find(shipped, row)
    assert found, "nothing was found"
    best = [match.ref for match in found if match.score == found[0].score]
    if row["how"] == "shared":
        assert row["meant"] in best
    else:
        assert best[0] == row["meant"]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["typed"])
def test_only_what_is_beyond_doubt_is_taken_without_asking(shipped, row):
    sure = [match for match in find(shipped, row) if match.sure]
    of_one_word = " " not in row["typed"]
    if row["how"] == "shared" or (row["how"] == "slip" and of_one_word):
        assert sure == []
    assert [match.ref for match in sure] in ([], [row["meant"]])


def test_names_that_mean_one_country_are_taken_without_asking(shipped):
    for typed in ("UK", "DRC", "Ivory Coast", "cote divoire", "Holland", "USA", "mexico", "The Gambia"):
        assert shipped.find_countries(typed)[0].sure, typed


def test_a_name_that_two_share_lists_both_with_equal_rank():
    matcher = Matcher(
        [
            Candidate("dr-congo", folded(("Democratic Republic of the Congo", "DRC")), folded(("Congo",))),
            Candidate(
                "republic-of-the-congo", folded(("Republic of the Congo", "Congo-Brazzaville")), folded(("Congo",))
            ),
            Candidate("kenya", folded(("Kenya",))),
        ]
    )
    found = matcher.rank("congo")
    assert [hit.ref for hit in found] == ["dr-congo", "republic-of-the-congo"]
    assert found[0].score == found[1].score
    assert not any(hit.sure for hit in found)


def test_a_whole_name_wins_over_the_start_of_a_longer_one():
    matcher = Matcher([Candidate("nigeria", folded(("Nigeria",))), Candidate("niger", folded(("Niger",)))])
    found = matcher.rank("Niger")
    assert [hit.ref for hit in found] == ["niger", "nigeria"]
    assert found[0].sure


def test_a_short_start_is_not_enough_to_be_sure():
    matcher = Matcher([Candidate("kenya", folded(("Kenya",)))])
    assert not matcher.rank("Ken")[0].sure
    assert matcher.rank("Keny")[0].sure


def test_the_start_of_one_name_that_is_a_slip_of_another_asks(shipped):
    found = shipped.find_countries("Austra")
    assert {"australia", "austria"} <= {match.ref for match in found}
    assert not found[0].sure


def test_an_empty_query_lists_everything_by_name(shipped):
    found = shipped.find_countries("", limit=300)
    titles = [match.title for match in found]
    assert len(titles) == len(shipped.countries())
    assert titles[:3] == ["Afghanistan", "Albania", "Algeria"]


def test_punctuation_alone_finds_nothing(shipped):
    assert shipped.find_countries("…!") == ()


def test_what_stands_in_brackets_is_another_name_for_the_same():
    matcher = Matcher([Candidate("unodc", folded(("Office on Drugs and Crime", "UNODC"))), Candidate("un", ("un",))])
    for typed in ("Office on Drugs and Crime (UNODC)", "the drugs office of the UN (UNODC)", "(UNODC)"):
        assert [(hit.ref, hit.sure) for hit in matcher.rank(typed)][:1] == [("unodc", True)]


def test_a_name_in_an_address_is_offered_and_never_taken():
    matcher = Matcher([Candidate("unicef", folded(("UNICEF",))), Candidate("crc", folded(("UNCRC", "CRC")))])
    for typed, ref in (("www.unicef.org", "unicef"), ("https://example.org/Summary-of-the-UNCRC.pdf", "crc")):
        assert [(hit.ref, hit.sure) for hit in matcher.rank(typed)] == [(ref, False)]


def test_the_page_of_a_treaty_at_its_depositary_names_the_treaty(shipped):
    page = "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-11-b&chapter=4"
    assert shipped.find_instruments(page)[0].ref == "opac"


def test_the_first_misspelt_search_can_be_made_ready_beforehand(shipped):
    shipped.warm_up()
    assert shipped.find_countries("knya")[0].ref == "kenya"


def test_a_topic_keeps_only_its_instruments(shipped):
    found = shipped.find_instruments("", topic="trafficking", limit=100)
    assert {"palermo-tip", "opsc", "ilo-c182"} <= {match.ref for match in found}
    assert "npt" not in {match.ref for match in found}
    assert shipped.find_instruments("npt", topic="trafficking") == ()


def test_a_search_for_a_country_says_how_it_stands(shipped):
    best = shipped.find_instruments("rights of the child", country="united-states")[0]
    assert best.ref == "crc"
    assert best.participation is not None
    assert best.participation.in_words.startswith("signed 16 February 1995, not ratified")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("sixth comittee", "ga6"), ("the Sixth Comittee", "ga6"), ("secnd committee", "ga2"), ("security counsil", "sc")],
)
def test_one_slip_in_one_word_of_a_name_is_sure_of_the_nearest(shipped, typed, meant):
    found = shipped.find_bodies(typed)
    assert (found[0].ref, found[0].sure) == (meant, True)
    assert not any(other.sure for other in found[1:])


def test_a_word_that_another_name_holds_or_a_number_is_no_slip():
    known = [
        Candidate("iraq", ("republic of iraq",)),
        Candidate("iran", ("iran",)),
        Candidate("p1", ("protocol 1977",)),
    ]
    matcher = Matcher(known)
    assert [hit.sure for hit in matcher.rank("republic of irak")] == [True]
    assert not any(hit.sure for typed in ("republic of iran", "protocol 1976", "irna") for hit in matcher.rank(typed))


def test_one_slip_that_fits_two_names_asks():
    matcher = Matcher([Candidate("a", ("north water board",)), Candidate("b", ("north wafer board",))])
    hits = matcher.rank("north waer board")
    assert {hit.ref for hit in hits} == {"a", "b"}
    assert not any(hit.sure for hit in hits)


@settings(max_examples=60)
@given(st.text(max_size=40))
def test_any_text_at_all_can_be_searched_for(shipped, text):
    for match in (*shipped.find_countries(text), *shipped.find_instruments(text)):
        assert 0 <= match.score <= 100


@settings(max_examples=60)
@given(st.data())
def test_a_letter_doubled_or_left_out_still_finds_a_long_name(shipped, data):
    name = data.draw(st.sampled_from([found.title for found in shipped.countries() if len(found.title) > 5]))
    at = data.draw(st.integers(1, len(name) - 2))
    typed = data.draw(st.sampled_from([name[:at] + name[at:][1:], name[:at] + name[at] + name[at:]]))
    assert name in [match.title for match in shipped.find_countries(typed)]
