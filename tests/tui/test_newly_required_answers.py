"""A conference that is chosen late says which answers it needs beyond those that the paper needed already."""

from __future__ import annotations

import pytest

from mundraft.interview.asking import interview_of
from mundraft.interview.interview import Interview
from mundraft.library.search_path import shipped_library
from mundraft.paper.model import Paper
from mundraft.tui.newly_required import newly_required

WHO, SCHOOL = "“Who wrote this paper?”", "“Which school or delegation do you come from?”"


def under(preset: str, school: str = "") -> Interview:
    return interview_of(Paper(preset=preset, school=school), shipped_library())


@pytest.mark.parametrize(
    ("school", "asks"), [("", f"{WHO} {SCHOOL}"), ("Northfield", WHO)], ids=["both open", "one answered"]
)
def test_the_open_answers_that_a_conference_needs_alone_are_named(school: str, asks: str) -> None:
    told = newly_required(under("", school), under("mitmunc", school))
    assert told == f"This conference needs an answer to: {asks} The review (F4) leads there."


def test_a_conference_that_needs_nothing_more_is_not_told_of() -> None:
    assert newly_required(under(""), under("dmunc")) == ""
    assert newly_required(under("mitmunc"), under("smunc")) == ""
