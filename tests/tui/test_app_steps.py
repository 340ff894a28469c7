"""The list of steps: every line of it leads where it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import OptionList
from tui_walking import KENYA, WIDE, app_on, at, interview, on_disk, type_in, until, write_paper

from mundraft.tui.steps import Steps, outline

QUESTIONS = "topics/t1/questions_to_consider"
OWN = """
    own_words:
      issue: The rains have failed.
      questions: We answer none.
"""
ARTICLES = """
    instruments:
      - id: i1
        name: One treaty
      - id: i2
        name: Another treaty
"""


@pytest.fixture
def kenya(papers: Path) -> Path:
    return write_paper(papers / "kenya.yaml", KENYA)


def lines(steps: Steps) -> list[str]:
    return [str(option.prompt).strip() for option in steps.options]


async def choose(pilot: Pilot[None], beginning: str) -> None:
    steps = interview(pilot).query_one(Steps)
    await until(pilot, lambda: any(beginning in line for line in lines(steps)), beginning)
    steps.focus()
    steps.highlighted = next(i for i, line in enumerate(lines(steps)) if beginning in line)
    await pilot.press("enter")


async def test_a_step_that_is_an_empty_list_leads_to_its_first_entry(kenya: Path) -> None:
    async with app_on(kenya, WIDE) as pilot:
        screen = interview(pilot)
        await choose(pilot, "The chairs' questions")
        await until(pilot, lambda: screen.address == f"{QUESTIONS}/c1/question" and screen.question_is_shown())
        await type_in(pilot, "Who pays?")
        await until(pilot, lambda: screen.work.paper.topics[0].questions_to_consider[0].question == "Who pays?")
        await at(pilot, "seat")
        assert screen.work.paper.topics[0].questions_to_consider, "what was written stays"


async def test_an_empty_list_that_was_only_looked_into_stays_empty(kenya: Path) -> None:
    async with app_on(kenya, WIDE) as pilot:
        screen = interview(pilot)
        await choose(pilot, "The chairs' questions")
        await until(pilot, lambda: screen.address == f"{QUESTIONS}/c1/question" and screen.question_is_shown())
        await pilot.press("f8", "f8")
        await until(pilot, lambda: QUESTIONS not in screen.address)
        assert not screen.work.paper.topics[0].questions_to_consider
        steps = screen.query_one(Steps)
        await until(pilot, lambda: not any("1 of 1" in line for line in lines(steps)), "the steps drawn without it")
        await choose(pilot, "The chairs' questions")
        await until(pilot, lambda: screen.address == f"{QUESTIONS}/c1/question" and screen.question_is_shown())
        screen.home()
        await until(pilot, lambda: pilot.app.screen is not screen)
        assert not on_disk(kenya).topics[0].questions_to_consider


async def test_the_list_shows_what_is_written_in_own_words_and_what_that_replaces(papers: Path) -> None:
    async with app_on(write_paper(papers / "own.yaml", KENYA + OWN), WIDE) as pilot:
        await at(pilot, "topics/t1/answers/definition")
        screen, steps = interview(pilot), interview(pilot).query_one(Steps)
        await until(pilot, lambda: "✎ The issue" in lines(steps))
        assert [line for line in lines(steps) if line.startswith("✎ Answers to")], "in a step that is not open, too"
        replaced = [prompt.question.ask for prompt in screen.work.interview.prompts() if _of_the_issue(prompt.address)]
        assert {f"✎ {ask}" for ask in replaced} <= set(lines(steps))
        assert not [line for line in lines(steps) if "Who suffers most" in line and line.startswith("✎")]
        await choose(pilot, "✎ The issue")
        await until(pilot, lambda: screen.address == "topics/t1/own_words/issue" and screen.question_is_shown())


def _of_the_issue(address: str) -> bool:
    return address.rpartition("/")[2] in ("hook", "definition", "facts", "forms", "methods")


async def test_two_lists_of_the_same_kind_say_to_which_entry_they_belong(papers: Path) -> None:
    async with app_on(write_paper(papers / "law.yaml", KENYA + ARTICLES)) as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: pilot.app.screen.query("#every-question"))
        adding = list(_adding(pilot.app.screen.query_one(Steps)))
        assert len(set(adding)) == len(adding)
        assert "+ Add another: Article (Instrument 2 of 2)" in adding


def _adding(steps: Steps) -> Iterator[str]:
    yield from (line for line in lines(steps) if line.startswith("+"))


async def test_letters_leave_the_lines_that_have_such_words_and_enter_goes_there(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        screen = interview(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: pilot.app.screen.query("#every-question"))
        steps = pilot.app.screen.query_one(Steps)
        every = len(lines(steps))
        await pilot.press(*"commit", "space", *"sit")
        await until(pilot, lambda: lines(steps)[1:] == ["✓ Which committee do you sit in?"])
        assert "Who you are" in lines(steps)[0]
        await pilot.press("[", "x")
        assert "nothing" in str(pilot.app.screen.query_one(".dialog").border_title)
        await pilot.press(*["backspace"] * 11)
        await until(pilot, lambda: len(lines(steps)) == every)
        await pilot.press(*"commit", "space", *"sit", "enter")
        await until(pilot, lambda: screen.address == "committee" and screen.is_current)


async def test_the_narrow_column_tells_two_topics_and_two_lists_apart(papers: Path) -> None:
    text = KENYA + ARTICLES + "  - id: t2\n    title: Water for herds\n    noun: water scarcity\n"
    async with app_on(write_paper(papers / "two.yaml", text), WIDE) as pilot:
        await at(pilot, "topics/t1/instruments/i1/ref")
        steps = interview(pilot).query_one(Steps)
        await until(pilot, lambda: any("Article" in line for line in lines(steps)))
        room = steps.scrollable_content_region.width - 4
        cut = [line[:room] for line in lines(steps)]
        heads = [line for line in cut if "Your topic" in line]
        assert len(heads) == len(set(heads)) == 2
        adding = [line for line in cut if line.startswith("+")]
        assert len(adding) == len(set(adding))


async def test_the_keys_that_clear_a_text_clear_a_search(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: pilot.app.screen.query("#every-question"))
        window = pilot.app.screen.query_one(".dialog")
        await pilot.press(*"who pays")
        await until(pilot, lambda: "who pays" in str(window.border_title))
        await pilot.press("ctrl+w")
        await until(pilot, lambda: "who▏" in str(window.border_title))
        await pilot.press("ctrl+u")
        await until(pilot, lambda: "type to search" in str(window.border_title))


async def test_a_question_that_is_searched_stands_below_its_entry(papers: Path) -> None:
    async with app_on(write_paper(papers / "law.yaml", KENYA + ARTICLES)) as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: pilot.app.screen.query("#every-question"))
        await pilot.press(*"treaty")
        steps = pilot.app.screen.query_one(Steps)
        heads = ["Instrument 1 of 2", "Instrument 2 of 2"]
        await until(pilot, lambda: [line for line in lines(steps) if line.startswith("Instrument")] == heads)


async def test_the_commands_of_the_interview_are_found_over_the_list_of_questions(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await pilot.press("f2", "ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
        await pilot.press(*"earlier")
        await until(pilot, lambda: pilot.app.screen.query_one(OptionList).option_count == 1)
        await pilot.press("enter")
        await until(pilot, lambda: type(pilot.app.screen).__name__ == "HistoryScreen")
        assert [type(screen).__name__ for screen in pilot.app.screen_stack].count("StepsDialog") == 0


async def test_a_choice_that_nobody_made_yet_has_no_mark_of_an_answer(papers: Path) -> None:
    async with app_on(write_paper(papers / "new.yaml", "")) as pilot:
        await at(pilot, "topics/t1/frame")
        rows = [row.shown.plain for row in outline(interview(pilot).work.interview, "seat", every_question=True)]
        assert [row.strip()[0] for row in rows if "name a problem, or a goal" in row] == ["·"]
