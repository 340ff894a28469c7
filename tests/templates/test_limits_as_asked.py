"""A question that says how many words it wants tells of the first word too many."""

from __future__ import annotations

import pytest

from mundraft.interview.answering import problems_with
from mundraft.library.questions import Question
from mundraft.library.search_path import shipped_library


@pytest.mark.parametrize("template", ["classic", "crisis"])
def test_a_topic_of_seven_words_is_told_where_six_are_asked_for(template: str) -> None:
    steps = shipped_library().template(template).definition.steps
    questions = [one for step in steps for one in step.questions if isinstance(one, Question)]
    (noun,) = (one for one in questions if one.at == "topic:noun")
    assert "two to six words" in noun.ask
    assert [one.code for one in problems_with(noun, "child labour in the cheap garment industry")] == ["answer-long"]
    assert not problems_with(noun, "child labour in the garment industry")
