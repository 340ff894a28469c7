"""What the coach says of treaties: claims of having joined, the words of an article, and how old the lists are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mundraft.coach.findings import findings
from mundraft.coach.standing import standing_problem
from mundraft.library.folders import Folder, Tier
from mundraft.library.participation import Participation, State
from mundraft.library.search_path import Library
from mundraft.models.model import from_values
from mundraft.paper.model import Action, Article, InstrumentUse, Paper, Said, Seat, Topic
from mundraft.problems import Problem, Severity

SHIPPED = Library([Folder(Path(__file__).parents[2], Tier.SHIPPED)])
TODAY = date(2026, 11, 22)
ARTICLE_35 = (
    "States Parties shall take all appropriate national, bilateral and multilateral measures to prevent the abduction "
    "of, the sale of or traffic in children for any purpose or in any form."
)


def told(codes: set[str], seat: str = "kenya", **topic: object) -> list[Problem]:
    paper = Paper(seat=Seat(ref=seat), topics=(from_values(Topic, topic),))
    return [problem for problem in findings(paper, SHIPPED, TODAY) if problem.code in codes]


CLAIMS = {"says-bound", "says-signed", "declaration-ratified"}


@pytest.mark.parametrize(
    ("seat", "words", "code"),
    [
        ("kenya", "Kenya ratified the OPSC in 2005.", "says-bound"),
        ("united-states", "The United States is bound by the Convention on the Rights of the Child.", "says-bound"),
        ("united-states", "We have acceded to the CRC.", "says-bound"),
        ("pakistan", "Pakistan has signed the NPT.", "says-signed"),
        ("kenya", "Kenya signed the Universal Declaration of Human Rights.", "declaration-ratified"),
        ("kenya", "Kenya ratified the CRC and the OPSC.", "says-bound"),
        ("kenya", "Kenya ratified the CRC and signed the OPSC.", ""),
        ("kenya", "Kenya ratified the CRC, but the OPSC is only signed.", ""),
        ("kenya", "Kenya joined the consensus on the Global Plan of Action.", ""),
        ("kenya", "Kenya is bound by Security Council resolution 2331.", ""),
        ("united-states", "The United States joined the Paris Agreement in 2021.", ""),
        ("united-states", "The United States is a party to the Paris Agreement.", "says-bound"),
        ("kenya", "Kenya ratified the CRC in 1990.", ""),
        ("kenya", "Kenya signed the OPSC.", ""),
        ("kenya", "Kenya signed Kampala in 2010.", "says-signed"),
        ("kenya", "Kenya signed the Kampala Ministerial Declaration on Migration in 2022.", ""),
        ("kenya", "Kenya has not yet ratified the OPSC.", ""),
        ("kenya", "Kenya asks all States that have ratified the OPSC to report.", ""),
        ("kenya", "Unlike the United States, Kenya ratified the CRC.", ""),
        ("united-states", "Kenya ratified the CRC, and the United States welcomes it.", ""),
        ("united-states", "The United States is glad that Kenya ratified the CRC.", ""),
        (
            "united-states",
            "The United States ratified the Optional Protocol to the Convention on the Rights of the Child on the "
            "involvement of children in armed conflict.",
            "",
        ),
        ("kenya", "Every State that ratified the OPSC has a duty to report.", ""),
        (
            "united-states",
            "As a party to the Convention on the Rights of the Child, the United States acts.",
            "says-bound",
        ),
        ("united-states", "The United States ratified the CERD, and much was lost.", ""),
        ("united-states", "The United States ratified the LOST.", "says-bound"),
        ("kenya", "As a State party to the CRC, Kenya must act.", ""),
        ("united-states", "As a party to the CRC, Kenya can help the United States.", ""),
        ("united-states", "As a party to the CRC it can be held to it.", ""),
        ("river-watch", "We ratified the OPSC.", ""),
    ],
)
def test_a_claim_about_a_treaty_is_held_against_what_is_known(seat: str, words: str, code: str) -> None:
    found = told(CLAIMS, seat, answers={"stance": Said(text=words)})
    assert [problem.code for problem in found] == ([code] if code else [])


def test_what_the_country_did_is_said_without_naming_it() -> None:
    did = Action(id="n1", did="ratified the optional protocol on the sale of children", year="2005")
    (found,) = told(CLAIMS, national_actions=(did,))
    assert found.code == "says-bound"
    assert "8 September 2000" in found.what
    assert found.address == "topics/t1/national_actions/n1/did"


def quoted(ref: str, number: str, words: str) -> list[Problem]:
    article = Article(id="a1", number=number, quote=words)
    use = InstrumentUse(id="i1", ref=ref, articles=(article,))
    return [
        problem
        for problem in told(set(JUDGED), instruments=(use,))
        if problem.address == "topics/t1/instruments/i1/articles/a1/quote"
    ]


JUDGED = ("quotation-other-article", "quotation-partly", "quotation-not-the-text", "quotation-not-compared")


@pytest.mark.parametrize(
    ("ref", "number", "words", "code"),
    [
        ("crc", "35", ARTICLE_35, ""),
        ("crc", "34", ARTICLE_35, "quotation-other-article"),
        ("crc", "35", ARTICLE_35.replace("abduction", "kidnapping"), "quotation-partly"),
        ("crc", "35", "Governments must make sure that nobody kidnaps or sells a child.", "quotation-not-the-text"),
        ("drc-1959", "9", "No child anywhere shall ever be treated as a thing.", "quotation-not-compared"),
        ("crc", "35", "", ""),
        ("crc", "35", "the child", ""),
    ],
)
def test_the_words_of_an_article_are_judged(ref: str, number: str, words: str, code: str) -> None:
    found = quoted(ref, number, words)
    assert [problem.code for problem in found] == ([code] if code else [])


def test_the_age_of_what_is_known_is_told_once_for_the_whole_paper() -> None:
    uses = tuple(InstrumentUse(id=ref, ref=ref) for ref in ("crc", "ilo-c182", "untoc", "cedaw", "udhr"))
    (found,) = told({"status-old"}, instruments=uses)
    assert found.severity is Severity.ADVICE
    assert "1 more" in found.what
    assert "11 years old" in found.what
    assert "mtdsg_no=XVIII-12" in found.next_step


def test_a_complete_list_of_a_later_day_is_what_is_known() -> None:
    (found,) = told({"status-old"}, "mexico", instruments=(InstrumentUse(id="i1", ref="crc"),))
    assert "the CRC (as of 2024) is at least 2 years old" in found.what
    assert "mtdsg_no=IV-11" in found.next_step


def test_what_is_known_since_this_year_has_no_age() -> None:
    paper = Paper(seat=Seat(ref="kenya"), topics=(Topic(instruments=(InstrumentUse(id="i1", ref="crc"),)),))
    assert "status-old" not in {problem.code for problem in findings(paper, SHIPPED, date(2015, 6, 1))}


def test_a_warning_names_the_day_and_says_what_to_write() -> None:
    seat, instrument = SHIPPED.country("kenya").seat_name(), SHIPPED.instrument("opsc")
    signed = Participation(State.SIGNATORY, "2000-09-08", "signature", "UNTC", "2024-04")
    problem = standing_problem(signed, instrument, seat, called="it")
    assert problem
    assert problem.what == "Kenya signed it on 8 September 2000 but had not ratified it as of April 2024."
    assert "Write “signed”" in problem.next_step
    unknown = standing_problem(Participation(State.UNKNOWN), instrument, seat)
    assert unknown
    assert instrument.url in unknown.next_step
