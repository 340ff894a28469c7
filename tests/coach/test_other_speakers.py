"""A paper in which another country speaks than the one that it is for; neighbours may be named."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.coach.findings import findings
from mundraft.library.folders import Folder, Tier
from mundraft.library.search_path import Library
from mundraft.paper.file import read_paper
from mundraft.paper.model import Paper, Said, Seat, Solution, Topic
from mundraft.problems import Problem, Severity

SHIPPED = Library([Folder(Path(__file__).parents[2], Tier.SHIPPED)])


def told(paper: Paper) -> list[Problem]:
    return [problem for problem in findings(paper, SHIPPED) if problem.code == "another-country-speaks"]


def said(place: str, words: str, seat: str = "nigeria") -> list[Problem]:
    topic = {
        "stance": Topic(id="t1", answers={"stance": Said(text=words)}),
        "appeal": Topic(id="t1", answers={"appeal": Said(text=words)}),
        "reasons": Topic(id="t1", answers={"reasons": (Said(text=words),)}),
        "solution": Topic(id="t1", solutions=(Solution(id="s1", mechanism=words),)),
        "own words": Topic(id="t1", own_words={"stance": Said(text=words)}),
    }[place]
    return told(Paper(seat=Seat(ref=seat), topics=(topic,)))


@pytest.mark.parametrize(
    ("place", "words", "quoted"),
    [
        ("stance", "Kenya seeks a decision on grants.", "Kenya seeks"),
        ("stance", "The United States believes that it is grave.", "The United States believes"),
        ("stance", "It is grave. The Gambia calls for help.", "The Gambia calls"),
        ("stance", "“We must act.” Kenya seeks a decision.", "Kenya seeks"),
        ("stance", "(It is grave.) Kenya seeks a decision.", "Kenya seeks"),
        ("stance", "Kenya is ready to share the lessons of its Act.", "Kenya is ready"),
        ("appeal", "The United States remains firmly committed to it.", "The United States remains firmly committed"),
        ("appeal", "The Mexican delegation invites every Member State to join it.", "The Mexican delegation"),
        ("appeal", "The delegation of the Netherlands asks for votes.", "The delegation of the Netherlands"),
        ("solution", "Kenya proposes to host the office.", "Kenya proposes"),
        ("own words", "Kenya seeks grants. Much is lost. Kenya urges haste.", "Kenya seeks"),
    ],
)
def test_another_country_that_speaks_is_told(place: str, words: str, quoted: str) -> None:
    (found,) = said(place, words)
    assert f"“{quoted}”" in found.what
    assert "the paper speaks for Nigeria" in found.what
    assert found.severity is Severity.WARNING
    assert found.address.startswith("topics/t1/")


@pytest.mark.parametrize(("stance", "many"), [("Kenya seeks a decision on grants.", 2), ("It is grave.", 0)])
def test_what_is_said_of_cooperation_is_told_where_the_same_country_speaks_elsewhere(stance: str, many: int) -> None:
    words = {"stance": stance, "cooperation": "Kenya is ready to share the lessons of its Act."}
    topic = Topic(id="t1", answers={question: Said(text=said) for question, said in words.items()})
    found = told(Paper(seat=Seat(ref="ghana"), topics=(topic,)))
    assert [one.address for one in found] == ["topics/t1/answers/stance", "topics/t1/answers/cooperation"][:many]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("stance", "Nigeria seeks a decision on grants."),
        ("stance", "Kenya seeks grants, and Nigeria stands with it."),
        ("stance", "Kenya supports this, and so do we."),
        ("stance", "Kenya lost many herds, and the region pays for it."),
        ("stance", "With Kenya and Ghana much was begun; now it is time to finish it."),
        ("stance", "Climate change asks much of the poor."),
        ("stance", "“Kenya seeks a decision”, said its minister."),
        ("stance", "Its minister said: “It is grave. Kenya seeks a decision."),
        ("stance", "The “whole” Kenya seeks to save is small."),
        ("appeal", "The whole delegation invites every Member State."),
        ("appeal", "Thanks are due to the Mexican delegation."),
        ("reasons", "Kenya wants the same."),
        ("stance", "Kenya is a neighbour, and it is ready."),
        ("solution", "Kenya is ready to host the office."),
        ("solution", "Kenya supports such an office with two ships."),
        ("own words", "Kenya urges haste. Ghana proposes a fund."),
        ("own words", "Kenya urges haste, as it has for years."),
    ],
)
def test_a_neighbour_that_is_mentioned_is_not_told(place: str, words: str) -> None:
    assert not said(place, words)


def test_who_speaks_for_an_organisation_may_tell_of_countries() -> None:
    assert not said("stance", "Kenya seeks a decision on grants.", seat="")


def test_an_example_speaks_for_its_own_seat_and_for_no_other() -> None:
    for example in SHIPPED.examples():
        paper = read_paper(SHIPPED.example(example.name), example.name)
        assert not told(paper)
    paper = read_paper(SHIPPED.example("kenya-climate-displacement"), "example")
    assert len(told(paper.changed(seat=Seat(ref="nigeria")))) == 3
