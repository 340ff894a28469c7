"""Judgements that hang on one condition: pages near a bound, what a claim says, a seat that is no State."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mundraft.coach.conference import verdict
from mundraft.coach.findings import findings
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.models.model import from_values
from mundraft.paper.model import InstrumentUse, Paper, Said, Seat, Topic
from mundraft.problems import Problem

TODAY = date(2026, 12, 1)
SHIPPED = Folder(shipped_folder(), Tier.SHIPPED)
RULES = """name: Test Conference
seen_at:
  - title: TC, handbook
    url: https://example.org/tc
    seen_on: 2026-11-22
length:
  - """


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library with a folder of its own, for files that a test writes."""
    (tmp_path / "templates" / "conferences").mkdir(parents=True)
    (tmp_path / "country_profiles").mkdir()
    return Library([Folder(tmp_path, Tier.GIVEN), SHIPPED])


@pytest.mark.parametrize(
    ("sentences", "limit", "code"),
    [
        # about 1.0 pages, their end so near to that of a page that Word may need one more: then half a page is near
        (82, "max_pages: 1", "rule-length-borderline"),
        (82, "max_pages: 1.3", "rule-length-borderline"),
        (82, "min_pages: 1.3", "rule-length-borderline"),
        (82, "max_pages: 1.6", ""),
        (82, "min_pages: 1.6", "rule-too-short"),
        # about 1.1 pages, their end far from that of a page: then a few lines are near
        (94, "max_pages: 1.1", "rule-length-borderline"),
        (94, "max_pages: 1.3", ""),
        (94, "max_pages: 0.9", "rule-too-long"),
        (94, "min_pages: 1.3", "rule-too-short"),
        # 578 words in one paragraph, which are counted and not estimated
        (82, "max_words: 578", ""),
        (82, "max_paragraphs: 1", ""),
        (82, "max_words: 577", "rule-too-long"),
        (82, "min_words: 579", "rule-too-short"),
    ],
)
def test_how_near_to_a_bound_is_too_near_to_tell(
    sentences: int, limit: str, code: str, library: Library, tmp_path: Path
) -> None:
    preset = tmp_path / "templates" / "conferences" / "tc.yaml"
    preset.write_text(f"{RULES}{limit}\n", encoding="utf-8")
    answers = {"definition": "The drought drives people from their land. " * sentences}
    paper = Paper(
        preset="tc",
        seat=Seat(ref="kenya"),
        topics=(from_values(Topic, {"title": "Drought", "noun": "drought", "answers": answers}),),
    )
    told = [one for one in verdict(paper, library, today=TODAY).findings if "length" in one.code or "too-" in one.code]
    assert [one.code for one in told] == ([code] if code else [])


def claimed(seat: str, words: str) -> list[Problem]:
    """What is told of a claim about a treaty."""
    paper = Paper(seat=Seat(ref=seat), topics=(Topic(answers={"stance": Said(text=words)}),))
    codes = ("says-bound", "says-signed", "declaration-ratified")
    return [one for one in findings(paper, Library([SHIPPED]), TODAY) if one.code in codes]


def test_who_only_signed_is_told_to_write_signed() -> None:
    (told,) = claimed("united-states", "The United States is bound by the Convention on the Rights of the Child.")
    assert told.next_step == "Write “signed”."
    assert "signed it" in told.what


def test_who_never_signed_is_not_told_to_write_signed() -> None:
    (told,) = claimed("pakistan", "Pakistan is a party to the NPT.")
    assert told.next_step == "Say how your country stands to it."


def test_who_joined_the_consensus_on_a_text_without_parties_is_told_nothing() -> None:
    assert claimed("kenya", "Kenya joined the Universal Declaration of Human Rights.") == []
    assert [one.code for one in claimed("kenya", "Kenya acceded to the Universal Declaration of Human Rights.")] == [
        "declaration-ratified"
    ]


@pytest.mark.parametrize(("status", "told"), [("member", True), ("former member", True), ("none", False)])
def test_of_a_seat_that_is_no_state_nothing_is_concluded_about_treaties(
    status: str, told: bool, library: Library, tmp_path: Path
) -> None:
    named = "mundraft-country: 1\nnames:\n  short: Riverland\n  source: us\n"
    profile = f"{named}united_nations:\n  status: {status}\n  source: us\n"
    source = "sources:\n  us:\n    title: Our class\n    as_of: 2026-11-22\n"
    (tmp_path / "country_profiles" / "riverland.yaml").write_text(profile + source, encoding="utf-8")
    uses = (InstrumentUse(id="i1", ref="crc", name="the CRC"),)
    paper = Paper(seat=Seat(ref="riverland"), topics=(Topic(instruments=uses),))
    found = [one for one in findings(paper, library, TODAY) if one.address == "topics/t1/instruments/i1/ref"]
    assert bool(found) is told
