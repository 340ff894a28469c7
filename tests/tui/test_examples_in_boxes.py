"""What an empty box shows must not be taken for an answer that is there already."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_walking import KENYA, NARROW, WIDE, app_on, at, interview, write_paper

from mundraft.interview.interview import Interview
from mundraft.library.search_path import Library, shipped_library
from mundraft.paper.model import Paper, Topic
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.question_view import QuestionView
from mundraft.tui.source_form import FIELDS


@pytest.fixture(scope="module")
def library() -> Library:
    return shipped_library()


def test_every_example_of_a_template_that_ships_says_that_it_is_one(library: Library) -> None:
    for found in library.templates():
        paper = Paper(template=found.name, topics=(Topic(),))
        shown = [
            one.question.placeholder for one in Interview(library.template(found.name).definition, paper).prompts()
        ]
        # "The name of your character" asks, and is no example.
        assert [one for one in shown if one and not one.startswith(("e.g. ", "The "))] == [], found.name


def test_the_examples_in_the_form_of_a_source_say_so() -> None:
    assert [field.asks for field in FIELDS if any(map(str.isdigit, field.asks)) and "e.g." not in field.asks] == []


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_examples_of_committee_conference_and_year_say_so(papers: Path, size: tuple[int, int]) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA), size) as pilot:
        for address in ("committee", "conference", "topics/t1/noun"):
            await at(pilot, address)
            editor = interview(pilot).query_one(QuestionView).editor
            assert editor is not None
            shown = [box.placeholder for box in editor.query(TextBox)]
            assert shown
            assert all("e.g. " in str(one) for one in shown), shown
