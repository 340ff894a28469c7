"""What a delegate is told who takes an entry out: what went, how it comes back, and what stands in its place."""

from __future__ import annotations

import pytest

from mundraft.interview.asking import interview_of
from mundraft.library.search_path import shipped_library
from mundraft.paper.model import InstrumentUse, Paper, Solution, Topic
from mundraft.tui.taking_out import Removable, removable_at

COMES_BACK = "^Z brings it back."
EMPTY_INSTEAD = "This template asks for at least 1, so an empty one stands in its place."


@pytest.fixture(scope="module")
def removable() -> dict[str, Removable]:
    """Every entry of a paper, by its address without the topic."""
    topic = Topic(
        title="Drought",
        solutions=(Solution(id="s1", action="build wells"), Solution(id="s2"), Solution(id="s3")),
        instruments=(InstrumentUse(id="i1", name="Kampala Convention"),),
    )
    interview = interview_of(Paper(topics=(topic,)), shipped_library())
    found = [one for prompt in interview.prompts() for one in removable_at(interview, prompt)]
    return {one.address.removeprefix("topics/t1/"): one for one in found}


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("solutions/s1", f"Taken out: Solution 1 of 3, “build wells”. {COMES_BACK}"),
        ("solutions/s2", f"Taken out: Solution 2 of 3 (empty). {COMES_BACK}"),
        ("instruments/i1", f"Taken out: Instrument 1 of 1, “Kampala Convention”. {COMES_BACK} {EMPTY_INSTEAD}"),
        (
            "instruments/i1/articles/a1",
            "Article 1 of 1 (empty) holds nothing yet, and this template asks for at least 1.",
        ),
    ],
)
def test_who_takes_an_entry_out_is_told_what_went_and_what_stands_now(
    removable: dict[str, Removable], entry: str, told: str
) -> None:
    assert removable[entry].told() == told
