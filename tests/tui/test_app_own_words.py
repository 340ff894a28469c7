"""A part written in one's own words: its sources come with it, and what it replaces says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList
from tui_walking import KENYA, app_on, at, interview, shown, until, write_paper

from mundraft.paper.model import Citation

CITED = (
    KENYA
    + """
      facts:
        - text: Half of the herds have died.
          cite:
            - source: herds
              locator: p. 8
        - text: Two million people need food.
          cite:
            - source: food
            - source: herds
              locator: p. 8
      causes:
        - text: the rains have failed five times
          cite:
            - source: rain
sources:
  - id: herds
    title: Herds
  - id: food
    title: Food
  - id: rain
    title: Rain
"""
)
ISSUE = "topics/t1/own_words/issue"


async def write_first_part(pilot: Pilot[None]) -> None:
    screen = interview(pilot)
    await until(pilot, lambda: screen.draft is not None and screen.draft.document is not None, "the paper composed")
    await pilot.press("ctrl+g")
    await until(pilot, lambda: pilot.app.screen.query("#parts"))
    pilot.app.screen.query_one(OptionList).highlighted = 0
    await pilot.press("enter")
    await until(pilot, lambda: screen.address == ISSUE and screen.question_is_shown())


@pytest.mark.parametrize("preset", ["", "preset: amun\n"])
async def test_own_words_begin_with_all_that_the_part_cites_in_its_order(papers: Path, preset: str) -> None:
    path = write_paper(papers / "kenya.yaml", preset + CITED)
    async with app_on(path) as pilot:
        await write_first_part(pilot)
        held = interview(pilot).work.paper.topics[0].own_words["issue"]
        assert "Half of the herds have died" in held.text
        assert held.cite == (Citation(source="herds", locator="p. 8"), Citation(source="food"))
        await until(pilot, lambda: "Sources Herds, p. 8; Food" in shown(pilot, "#cites"))


async def test_a_question_whose_part_is_in_own_words_says_so_with_the_key_that_leads_there(papers: Path) -> None:
    path = write_paper(
        papers / "kenya.yaml", CITED.replace("sources:", "    own_words:\n      causes: Rain.\nsources:")
    )
    async with app_on(path) as pilot:
        screen = interview(pilot)
        await at(pilot, "topics/t1/answers/causes")
        await until(pilot, lambda: "Not printed: you wrote “Who suffers, and why”" in shown(pilot, "#frame"))
        assert "^G leads there" in shown(pilot, "#frame")
        await pilot.press("ctrl+g")
        await until(pilot, lambda: pilot.app.screen.query("#parts"))
        await pilot.press("enter")
        await until(pilot, lambda: screen.address == "topics/t1/own_words/causes" and screen.question_is_shown())
        await until(pilot, lambda: "Not printed" not in shown(pilot, "#frame"), "its own page, which is printed")
        await at(pilot, "topics/t1/answers/definition")
        await until(pilot, lambda: "Not printed" not in shown(pilot, "#frame"))


async def test_whoever_gives_a_part_back_stands_again_at_the_question_from_which_they_came(papers: Path) -> None:
    path = write_paper(papers / "kenya.yaml", CITED)
    async with app_on(path) as pilot:
        screen = interview(pilot)
        await at(pilot, "topics/t1/answers/definition")
        await write_first_part(pilot)
        await pilot.press("ctrl+g")
        await until(pilot, lambda: pilot.app.screen.query("#parts"))
        await pilot.press("delete")
        await until(pilot, lambda: "issue" not in screen.work.paper.topics[0].own_words, "the part given back")
        await pilot.press("escape")
        await until(pilot, lambda: screen.address == "topics/t1/answers/definition" and screen.question_is_shown())
        await pilot.press("x")
        assert "issue" not in screen.work.paper.topics[0].own_words
