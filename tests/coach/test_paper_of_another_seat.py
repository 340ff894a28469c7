"""A paper that was written for another seat: that country acts where the seat should. A neighbour may act too."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.coach.findings import findings
from mundraft.library.folders import Folder, Tier
from mundraft.library.search_path import Library
from mundraft.paper.file import paper_to_bytes, read_paper
from mundraft.paper.model import Paper, Said, Seat, Solution, Topic
from mundraft.problems import Problem, Severity

SHIPPED = Library([Folder(Path(__file__).parents[2], Tier.SHIPPED)])


def told(paper: Paper) -> list[Problem]:
    return [problem for problem in findings(paper, SHIPPED) if problem.code == "another-country-often"]


def position(seat: str, *reasons: str, noun: str = "child trafficking", actor: str = "", stance: str = "") -> Paper:
    answers: dict[str, Said | tuple[Said, ...]] = {"reasons": tuple(Said(text=one) for one in reasons)}
    if stance:
        answers["stance"] = Said(text=stance)
    solutions = (Solution(id="s1", actor=actor, action="open joint desks"),) if actor else ()
    topic = Topic(id="t1", noun=noun, answers=answers, solutions=solutions)
    return Paper(seat=Seat(ref=seat), topics=(topic,))


def test_what_is_left_of_mexicos_paper_under_colombia_is_told_once_its_two_sentences_are_mended() -> None:
    paper = read_paper(SHIPPED.example("mexico-child-trafficking"), "example")
    data = paper_to_bytes(paper.changed(seat=Seat(ref="colombia"))).decode()
    mended = data.replace("Mexico asks", "Colombia asks").replace("The Mexican", "The Colombian")
    (found,) = told(read_paper(mended.encode(), "mended"))
    assert found.severity is Severity.ADVICE
    assert "In 3 answers" in found.what
    assert "Mexico is the one that acts, and Colombia is named in only 2." in found.what
    assert "“Mexico is all three at once" in found.what
    assert "/answers/reasons" in found.address


MEXICO = ("Mexico is all three at once.", "It is grave, and Mexico offers to host talks.")


@pytest.mark.parametrize(
    ("paper", "is_told"),
    [
        (position("colombia", *MEXICO, actor="Mexico, the United States and Guatemala"), True),
        (position("colombia", *MEXICO, "The United States and Mexico differ."), False),
        (position("colombia", actor="Mexico, the United States and Guatemala"), False),
        (position("mexico", *MEXICO, actor="Mexico, the United States and Guatemala"), False),
        (position("colombia", *MEXICO, actor="Mexico", noun="trade with Mexico"), False),
        (position("colombia", *MEXICO, "Mexico and Colombia share a sea.", "We gain.", "Our coast."), False),
        (position("colombia", "“Mexico is”, it said.", "Mexico City grows.", "In Mexico it is so."), False),
        (position("kenya", "The United States pays.", "The United States left.", stance="The United States must pay."),
         True),
    ],
)  # fmt: skip
def test_a_country_counts_where_it_acts_and_the_seat_is_not_named(paper: Paper, is_told: bool) -> None:
    assert bool(told(paper)) == is_told


def test_no_example_is_taken_for_another_seats() -> None:
    for example in SHIPPED.examples():
        assert not told(read_paper(SHIPPED.example(example.name), example.name))
