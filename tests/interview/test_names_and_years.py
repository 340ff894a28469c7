"""Advice that knows more than one answer: names of countries written small, and a year that is said twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.coach.findings import findings
from mundraft.interview.answering import problems_with
from mundraft.interview.beside import Beside, beside
from mundraft.interview.known_names import known_names, name_written_small
from mundraft.library.questions import Kind, Question
from mundraft.library.search_path import Library, default_library
from mundraft.models.model import from_values
from mundraft.paper.model import Paper, Seat, Topic

NAMES = ("Kiribati", "France", "Côte d’Ivoire", "Turkey", "Dominican Republic")


@pytest.fixture(scope="module")
def library() -> Library:
    return default_library(beside=Path(__file__).parents[2])


def codes(kind: Kind, text: str, year: str = "") -> list[str]:
    question = from_values(Question, {"id": "q", "ask": "What?", "kind": kind})
    return [problem.code for problem in problems_with(question, text, "", NAMES, Beside(year))]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("france should help us and Kiribati asks for a fund.", "France"),
        ("Aid from the dominican republic never came to us.", "Dominican Republic"),
        ("france’s ships came back to the port again.", "France"),
    ],
)
def test_a_country_written_small_is_noticed(typed: str, name: str) -> None:
    assert codes(Kind.SENTENCE, typed) == ["answer-name-small"]
    assert name_written_small(typed, NAMES) == name


@pytest.mark.parametrize(
    "typed",
    [
        "France should help us and Kiribati asks for a fund.",
        "The page www.france.fr tells of a fund for us.",
        "We ate turkey and asked the Committee to act.",
        "The office in franceville asked us to act on it.",
    ],
)
def test_what_is_no_name_is_left_in_peace(typed: str) -> None:
    assert "answer-name-small" not in codes(Kind.SENTENCE, typed)


def test_no_names_are_no_trouble() -> None:
    assert name_written_small("france", ()) == ""
    assert name_written_small("un", ("UN",)) == ""


def test_the_library_s_countries_and_the_seat_are_known(library: Library) -> None:
    names = known_names(Seat(ref="kiribati"), library)
    assert {"Kiribati", "I-Kiribati", "France"} <= set(names)
    assert "River Watch" in known_names(Seat(name="River Watch"), library)


def test_asking_for_the_names_again_looks_into_no_folder(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    first = known_names(Seat(name="River Watch"), library)
    monkeypatch.setattr("pathlib.Path.read_bytes", _no_file)
    monkeypatch.setattr("os.scandir", _no_file)
    assert known_names(Seat(name="River Watch"), library) == first


def _no_file(*_: object) -> None:
    raise AssertionError("a file was read")


@pytest.mark.parametrize(
    ("typed", "year", "told"),
    [
        ("bought land in Fiji in 2014", "2014", ["answer-year-twice"]),
        ("in May 2014 bought land in Fiji", "2014", ["answer-year-twice"]),
        ("bought land in Fiji in 2014", "2015", []),
        ("bought land in Fiji in 2014", "", []),
        ("passed the Lands Act of 2014", "2014", []),
        ("planted 2014 trees", "2014", []),
    ],
)
def test_a_year_that_its_own_question_says_is_noticed(typed: str, year: str, told: list[str]) -> None:
    assert codes(Kind.VERB_PHRASE, typed, year) == told


def test_the_coach_tells_of_the_year_of_the_same_action_alone(library: Library) -> None:
    actions = [
        {"id": "a1", "did": "bought land in Fiji in 2014", "year": "2014"},
        {"id": "a2", "did": "planted trees in 2014", "year": "2016"},
    ]
    topic = from_values(Topic, {"id": "t1", "national_actions": actions})
    paper = Paper(template="classic", topics=(topic,))
    told = [one.address for one in findings(paper, library) if one.code == "answer-year-twice"]
    assert told == ["topics/t1/national_actions/a1/did"]
    assert beside(paper, "topics/t1/national_actions/a1/year").year == ""
    assert beside(paper, "topics/t1/answers/stance").year == ""


def test_a_body_that_is_written_small_is_told(library: Library) -> None:
    names = known_names(Seat(ref="chile"), library)
    assert name_written_small("the un general assembly", names) == "General Assembly"
    assert not name_written_small("the assembly of the village", names)
