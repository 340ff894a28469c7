"""Within each group of the review, the findings stand as the steps do; a wrong length comes before all advice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mundraft.coach.findings import findings
from mundraft.desk.session import PaperSession
from mundraft.interview.asking import Asking
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library, default_library
from mundraft.models.model import from_values
from mundraft.paper.model import Paper, Said, Seat, Topic
from mundraft.problems import Problem, Severity
from mundraft.tui.review import Line, finding_lines, read
from mundraft.tui.work import Work

PRESET = """
name: Hill MUN
short: HillMUN
seen_at:
  - title: Hill MUN, handbook
    url: https://example.org/hill
    season: "2027"
    seen_on: 2026-11-01
"""


def test_what_a_conference_requires_stands_where_its_step_does() -> None:
    library = Library((Folder(shipped_folder(), Tier.SHIPPED),))
    paper = from_values(
        Paper, {"template": "classic", "preset": "nmun-ny", "seat": {"ref": "kenya"}, "topics": [{"id": "t1"}]}
    )
    interview = Asking(library.template("classic").definition, library).interview(paper)
    # told by the conference's rule, last and as a warning: the review counts what is required among what is to mend
    late = Problem("rule-field", "No school.", "Write it.", address="school", severity=Severity.WARNING)
    lines = [line for line in finding_lines((*findings(paper, library), late), interview) if line.address]
    numbers = {prompt.address: prompt.number for prompt in interview.prompts()}
    to_mend = [numbers[line.address] for line in lines if " !" in line.shown.plain[:3]]
    assert "No school." in "".join(line.shown.plain for line in lines[: len(to_mend)])
    assert to_mend == sorted(to_mend)
    assert len(to_mend) > 5


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("max_pages: 0.1", r"takes at most 0\.1 pages\. That is about 0\.\d pages too many\."),
        ("max_words: 100, approximate: true", r"asks for about 100 words\. That is \d+ too many\."),
        ("min_words: 900", r"asks for at least 900 words\. That is \d+ too few\."),
    ],
)
def test_a_length_that_papers_are_turned_away_for_is_the_first_that_is_no_error(
    rule: str, told: str, tmp_path: Path
) -> None:
    lines = review_under(tmp_path, rule)
    titles = [line.shown.plain for line in lines if not line.shown.plain.startswith(" ")]
    assert [title.split(" (")[0] for title in titles[:2]] == [
        "To mend before handing in", "Length: papers are turned away for it",
    ]  # fmt: skip
    first = next(line.shown.plain for line in lines if line.shown.plain.startswith(" •"))
    assert re.search(told, first), first


def test_a_length_for_other_committees_alone_is_only_advice(tmp_path: Path) -> None:
    lines = review_under(tmp_path, "max_words: 100, only_for: crisis committees")
    assert not any("turned away" in line.shown.plain for line in lines)
    assert any(line.shown.plain.startswith(" · The paper has") for line in lines)


def test_what_no_sentence_can_be_stands_among_what_is_to_mend() -> None:
    library = default_library()
    paper = from_values(Paper, {"seat": {"ref": "kenya"}, "topics": [{"id": "t1"}]})
    interview = Asking(library.template("classic").definition, library).interview(paper)
    optional = next(prompt.address for prompt in interview.prompts() if not prompt.required)
    told = [
        Problem(code, f"It is {code}.", "Mend it.", address=optional, severity=Severity.WARNING)
        for code in ("answer-date", "answer-year", "answer-has-subject", "answer-quotation-marks")
    ]
    marks = {
        line.shown.plain.strip()[2:]: line.shown.plain[:3]
        for line in finding_lines(tuple(told), interview)
        if line.address
    }
    assert [mark.strip() for mark in marks.values()] == ["!", "!", "!", "•"]


def review_under(folder: Path, rule: str) -> list[Line]:
    """The review of a paper of some 150 words under one rule of a conference on its length."""
    preset = folder / "templates" / "conferences" / "hillmun.yaml"
    preset.parent.mkdir(parents=True)
    preset.write_text(f"{PRESET}length:\n  - " + rule.replace(", ", "\n    "), encoding="utf-8")
    said = " ".join(["Herders lose their land to drought and to fences."] * 16)
    paper = Paper(
        preset="hillmun",
        seat=Seat(ref="kenya"),
        topics=(Topic(title="Drought", noun="drought", answers={"definition": Said(text=said)}),),
    )
    work = Work(PaperSession.create(folder / "paper.yaml", paper), default_library(beside=folder))
    try:
        return list(finding_lines(read(work), work.interview))
    finally:
        work.session.close()
