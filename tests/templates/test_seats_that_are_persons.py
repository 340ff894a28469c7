"""A template whose seat is a person: the answer is a seat written in by hand, and nobody asks which country it is."""

from __future__ import annotations

from mundraft.coach.findings import findings
from mundraft.compose.extremes import extremes
from mundraft.interview.changing import answer
from mundraft.interview.interview import Interview
from mundraft.interview.plain.answers import read_answer
from mundraft.interview.plain.lines import Lines
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.paper.model import Paper, Seat

LIBRARY = Library((Folder(shipped_folder(), Tier.SHIPPED),))
CRISIS = LIBRARY.template("crisis").definition


def told(template: str) -> set[str]:
    paper = Paper(template=template, seat=Seat(name="Prince Devawongse"))
    return {problem.code for problem in findings(paper, LIBRARY) if problem.address == "seat"}


def test_words_for_the_seat_are_a_seat_by_hand() -> None:
    assert answer(Paper(), CRISIS, "seat", " Prince Devawongse ").seat == Seat(name="Prince Devawongse")


def test_a_seat_that_is_named_as_before_keeps_its_forms() -> None:
    for seat in (Seat(name="Prince Regent", article=True, formal_name="HRH"), Seat(ref="japan")):
        paper = Paper(seat=seat)
        assert answer(paper, CRISIS, "seat", seat.name or seat.ref).seat == seat


def test_a_line_of_the_plain_interview_is_taken_for_the_person_without_a_question_about_countries() -> None:
    prompt = Interview(CRISIS, Paper()).prompt("seat")
    assert prompt is not None
    said: list[str] = []
    lines = Lines(lambda _: "Georgia O'Neill", said.append)
    assert read_answer(prompt, Paper(), LIBRARY, lines) == "Georgia O'Neill"
    assert not [line for line in said if "countr" in line]


def test_that_a_name_cannot_be_checked_is_told_only_where_a_country_is_asked_for() -> None:
    assert told("classic") == {"seat-unverified"}
    assert told("crisis") == set()


def test_generated_papers_are_those_of_a_person() -> None:
    made = extremes(CRISIS)
    assert not [one.name for one in made if one.name.startswith("seat:")]
    everything = made[0].paper(CRISIS, "crisis")
    assert everything.seat == Seat(name="Prince Devawongse Varoprakar")
    assert [one.name for one in extremes(LIBRARY.template("organisation").definition) if one.name.startswith("seat:")]
