"""Earlier versions and other copies: compared answer by answer, and taken from."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, OptionList
from tui_walking import KENYA, WIDE, app_on, at, interview, on_disk, shown, type_in, until, write_paper

from mundraft.tui.compare import CompareScreen
from mundraft.tui.editors.checklist import CheckList
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.history import HistoryScreen

DEFINITION = "topics/t1/answers/definition"


@pytest.fixture
def kenya(papers: Path) -> Path:
    return write_paper(papers / "kenya.yaml", KENYA)


def definition(pilot: Pilot[None]) -> str:
    said = interview(pilot).work.value(DEFINITION)
    return said.text


async def test_an_answer_comes_back_from_an_earlier_version(kenya: Path) -> None:
    async with app_on(kenya, WIDE) as pilot:
        before = definition(pilot)
        await at(pilot, DEFINITION)
        await pilot.press("ctrl+a")
        await type_in(pilot, "Other words.")
        await until(pilot, lambda: "Other words." in kenya.read_text(encoding="utf-8"))
        interview(pilot).action_history()
        await until(pilot, lambda: isinstance(pilot.app.screen, HistoryScreen))
        await until(pilot, lambda: pilot.app.screen.query(OptionList))
        versions = pilot.app.screen.query_one(OptionList)
        await until(pilot, lambda: versions.option_count and not versions.options[0].disabled)
        versions.highlighted = versions.option_count - 1
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))
        await until(pilot, lambda: "Other words." in shown(pilot, "#ours") and before in shown(pilot, "#theirs"))
        pilot.app.screen.query_one("#take", Button).press()
        await until(pilot, lambda: definition(pilot) == before)
        await until(pilot, lambda: interview(pilot).question_is_shown() and pilot.app.focused.text == before)


async def test_answers_are_taken_from_another_copy_one_by_one(kenya: Path, papers: Path) -> None:
    theirs = KENYA.replace("pastoral families", "herders").replace("Climate displacement is", "It is")
    write_paper(papers / "theirs.yaml", theirs)
    async with app_on(kenya, WIDE) as pilot:
        before = definition(pilot)
        interview(pilot).action_merge()
        await until(pilot, lambda: pilot.app.screen.query("#line"))
        pilot.app.screen.query_one("#line", TextBox).show(str(papers / "theirs.yaml"))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))
        listed = pilot.app.screen.query_one(CheckList)
        await until(pilot, lambda: listed.option_count == 2)
        listed.highlighted = 1
        await pilot.press("space")
        await until(pilot, lambda: listed.marked == {1})
        pilot.app.screen.query_one("#take", Button).press()
        await until(pilot, lambda: "herders" in kenya.read_text(encoding="utf-8"))
        assert definition(pilot) == before


async def test_a_paper_gets_another_name_and_goes_on(kenya: Path, papers: Path) -> None:
    async with app_on(kenya) as pilot:
        interview(pilot).action_rename()
        await until(pilot, lambda: pilot.app.screen.query("#line"))
        assert pilot.app.screen.query_one("#line", TextBox).text == "kenya-displacement-by-drought.yaml"
        pilot.app.screen.query_one("#line", TextBox).show("final")
        await pilot.press("enter")
        await until(pilot, lambda: (papers / "final.yaml").exists() and not kenya.exists())
        await at(pilot, "topics/t1/answers/stance")
        await type_in(pilot, "Here.")
        await until(pilot, lambda: "Here." in str(on_disk(papers / "final.yaml").topics[0].answers))
