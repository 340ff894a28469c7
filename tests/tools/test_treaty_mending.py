"""The faults of copied texts, mended before fingerprints are taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from mending import Declared, Mend, mended
from treaty_mends import DECLARED
from treaty_texts import TREATIES, read_treaties

SOUND = [
    ("1", "The members shall report to the council. The council shall examine the reports of the members."),
    ("2", "Nothing in this treaty shall apply to the council or to the members in another country. In any country,"),
    ("3", "the members shall apply the recommendations of the council, and every other recommendation shall apply."),
]


def text_of(copy: str, declared: Declared) -> str:
    return mended({"sound": SOUND, "copy": [("1", copy)]}, declared)["copy"][0][1]


@pytest.mark.parametrize(
    ("copy", "right"),
    [
        ("The membersshall report tothe council", "The members shall report to the council"),
        ("shall applythe reports ofthe members", "shall apply the reports of the members"),
        ("Another country shall report", "Another country shall report"),
        ("an unheard-of country", "an unheard-of country"),
    ],
)
def test_words_joined_at_line_ends_are_parted(copy: str, right: str) -> None:
    assert text_of(copy, Declared(joined=["copy"])) == right


def test_words_are_parted_only_in_texts_that_are_declared() -> None:
    assert text_of("The membersshall report", Declared()) == "The membersshall report"


def test_a_whole_word_that_looks_joined_is_let_be() -> None:
    assert text_of("the inthe", Declared(joined=["copy"], whole={"inthe"})) == "the inthe"


def test_a_declared_pair_is_parted_whatever_its_case() -> None:
    assert text_of("Lawfullystaying in", Declared(pairs=["lawfully staying"])) == "Lawfully staying in"


@pytest.mark.parametrize(
    ("copy", "right"),
    [
        ("the recom mendations of the council", "the recommendations of the council"),
        ("every recom mendation, and the coun try", "every recommendation, and the country"),
        ("in any other country", "in any other country"),
    ],
)
def test_words_cut_at_line_ends_are_made_whole(copy: str, right: str) -> None:
    assert text_of(copy, Declared(cut=["copy"])) == right


def test_a_mend_touches_only_its_text_and_article() -> None:
    mend = Mend("copy", "2", "reservations.*", "", "reservations of States follow")
    texts = {
        "copy": [("1", "no reservations here"), ("2", "the end. reservations of all")],
        "other": [("2", "reservations")],
    }
    assert mended(texts, Declared(mends=[mend])) == {
        "copy": [("1", "no reservations here"), ("2", "the end. ")],
        "other": [("2", "reservations")],
    }


@pytest.mark.parametrize(
    ("text", "number", "copy", "right"),
    [
        ("icerd", "25", "of the Convention. IN FAITH WHEREOF signed. FOR ALBANIA: reservation", "of the Convention. "),
        ("icerd", "12", "other information.230 United Nations — Treaty Series 1969", "other information. "),
        ("uncac", "4", "its domestic law.Chapter IIPreventive measures", "its domestic law."),
        ("uncac", "26", "including monetary sanctions.21", "including monetary sanctions."),
        ("op-icescr", "6", "by that State Party.3 -", "by that State Party."),
        ("op-icescr", "20", "of denunciation.\n- 1 0 -", "of denunciation."),
        ("cedaw", "30", "the present Convention.↑Resolution 217", "the present Convention."),
        ("crc", "43", "consist of eighteen1 experts", "consist of eighteen experts"),
        ("refugee", "11", "another country.CHAPTER IIJURIDICAL STATUS", "another country."),
        ("vclt", "preamble", "Recallingthe peoples", "Recalling the peoples"),
        ("gc-iv", "preamble", "as follows:\n\n=Part I: Beginnings=", "as follows:\n\n "),
    ],
)
def test_the_faults_that_are_declared_are_mended(text: str, number: str, copy: str, right: str) -> None:
    done = mended({text: [(number, copy)]}, Declared(mends=DECLARED.mends))
    assert done[text][0][1] == right


def test_every_mend_is_of_a_known_text_and_has_a_reason() -> None:
    assert {mend.text for mend in DECLARED.mends} <= {"", *TREATIES}
    assert {*DECLARED.joined, *DECLARED.cut} <= set(TREATIES)
    assert all(mend.reason for mend in DECLARED.mends)


def test_a_text_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"cat\.json: cannot be read"):
        read_treaties(tmp_path)
