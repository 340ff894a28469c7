"""Years of adoption that are another event's, names of countries that were mistyped, the Gambia without its "the"."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.coach.findings import findings
from mundraft.library.folders import Folder, Tier
from mundraft.library.search_path import Library
from mundraft.paper.file import read_paper
from mundraft.paper.model import Action, Paper, Said, Seat, Topic
from mundraft.problems import Problem, Severity

ROOT = Path(__file__).parents[2]
SHIPPED = Library([Folder(ROOT, Tier.SHIPPED)])
CODES = {"name-misspelt", "name-without-the", "year-not-its-own"}


def told(paper: Paper) -> list[Problem]:
    return [problem for problem in findings(paper, SHIPPED) if problem.code in CODES]


def said(words: str, seat: str = "kenya") -> list[Problem]:
    return told(Paper(seat=Seat(ref=seat), topics=(Topic(id="t1", answers={"stance": Said(text=words)}),)))


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("The General Assembly adopted the Palermo Protocol in 2005.", "adopted in 2000"),
        ("The CRC was adopted in 1995, and much was done.", "adopted in 1989"),
        ("Kenya ratified the CRC, adopted in 1995.", "adopted in 1989"),
        ("States adopted the Kyoto Protocol in 2005.", "2005 is the year in which it entered into force"),
    ],
)
def test_a_year_of_adoption_that_the_library_does_not_know_is_told(words: str, known: str) -> None:
    (found,) = said(words)
    assert (found.code, found.severity) == ("year-not-its-own", Severity.WARNING)
    assert known in found.what


@pytest.mark.parametrize(
    "words",
    [
        "The General Assembly adopted the Palermo Protocol in 2000.",
        "The Human Rights Council adopted UNDRIP in 2006.",
        "Kenya adopted the Kyoto Protocol in 2005.",
        "The Optional Protocol to the CRC was adopted in 2000.",
        "The Conference adopted the Paris Agreement rulebook in 2018.",
        "In 1995 the CRC was praised.",
    ],
)
def test_a_year_that_may_be_right_is_not_told(words: str) -> None:
    assert not said(words)


@pytest.mark.parametrize(
    ("actor", "did", "year", "field"),
    [
        ("the General Assembly", "adopted the Palermo Protocol in 2005", "", "did"),
        ("the General Assembly", "adopted the Palermo Protocol, which names trafficking", "2005", "year"),
        ("Norway", "adopted the Palermo Protocol", "2005", ""),
        ("the General Assembly", "adopted the Palermo Protocol", "2000", ""),
        ("the General Assembly", "adopted the Palermo Protocol", "", ""),
    ],
)
def test_an_action_of_a_body_is_held_to_its_year(actor: str, did: str, year: str, field: str) -> None:
    action = Action(id="p1", actor=actor, did=did, year=year)
    found = told(Paper(seat=Seat(ref="kenya"), topics=(Topic(id="t1", past_actions=(action,)),)))
    assert [problem.address for problem in found] == ([f"topics/t1/past_actions/p1/{field}"] if field else [])


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("The Phillipines and Kenya agree.", "Did you mean the Philippines?"),
        ("Officials in Columbia look away, and Columbia’s courts too.", "Did you mean Colombia?"),
        ("It is so in Afganistan.", "Did you mean Afghanistan?"),
    ],
)
def test_a_mistyped_country_is_told_once(words: str, meant: str) -> None:
    (found,) = said(words)
    assert (found.code, found.severity) == ("name-misspelt", Severity.ADVICE)
    assert meant in found.what


@pytest.mark.parametrize(
    "words",
    [
        "Siberia, British Columbia and Columbia University are elsewhere.",
        "The Argentinian, Bangladeshi and Slovakian delegations agree.",
        "Colombians and the Netherlands agree.",
        "“Columbia” is how the guide spells it.",
        "«Columbia» and ‘Columbia’ are how the guides spell it.",
        "The Convention, the Assembly and the Committee met in Geneva.",
    ],
)
def test_a_name_of_its_own_is_not_told(words: str) -> None:
    assert not said(words)


@pytest.mark.parametrize(
    ("words", "told_of"),
    [
        ("Gambia seeks a fund.", "“Gambia seeks”"),
        ("It is grave. Gambia believes so.", "“Gambia believes”"),
        ("Much was done in Gambia.", "“in Gambia”"),
        ("The Gambia seeks a fund, and much was done in the Gambia.", ""),
        ("Gambia River boats are small.", ""),
    ],
)
def test_a_seat_whose_name_takes_the_is_written_with_it(words: str, told_of: str) -> None:
    found = said(words, "gambia")
    assert [one.code for one in found] == (["name-without-the"] if told_of else [])
    assert all(told_of in one.what and "called the Gambia" in one.what for one in found)


def test_no_example_is_doubted() -> None:
    examples = [read_paper(SHIPPED.example(one.name), one.name) for one in SHIPPED.examples()]
    assert not [problem for paper in examples for problem in told(paper)]


@pytest.mark.parametrize("piece", ["Columbiaa", "The States adopted it. ", "The States adopted ", "Adopted in 1999 "])
def test_a_heap_of_words_is_read_like_any_other(piece: str) -> None:
    assert not said(piece * 20_000)
