"""What a delegate pastes out of a document: a list takes a line for each entry, and no gap comes along."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import TextArea
from tui_walking import KENYA, app_on, at, interview, on_disk, until, write_paper

from mundraft.paper.address import value_at
from mundraft.tui.editors.lines import Line
from mundraft.tui.question_view import QuestionView

AFFECTED = "topics/t1/answers/affected"


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(Paste(text))
    await pilot.pause()


def affected(path: Path) -> list[str]:
    return [said.text for said in value_at(on_disk(path), AFFECTED)]


@pytest.fixture
def kenya(tmp_path: Path) -> Path:
    return write_paper(tmp_path / "kenya.yaml", KENYA)


async def test_a_pasted_list_is_one_entry_for_each_line(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await at(pilot, AFFECTED)
        await pilot.press("down")
        await paste(pilot, "1)\told people\r\n2)\twomen  who fetch water\r\n• farmers\r\n")
        await until(pilot, lambda: affected(kenya)[1:] == ["old people", "women who fetch water", "farmers"])
        await pilot.press("!")
        await until(pilot, lambda: affected(kenya)[-1] == "farmers!")


async def test_tabs_and_paragraphs_of_a_paste_leave_one_space(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await at(pilot, "topics/t1/answers/definition")
        box = pilot.app.screen.query_one("Editor TextBox", TextArea)
        box.select_all()
        await paste(pilot, "villages of\tÑuble  reach half of them.\r\n\r\nThe plan is public.")
        await until(pilot, lambda: "public" in box.text)
        assert box.text == "villages of Ñuble reach half of them. The plan is public."


async def test_one_undo_takes_a_pasted_list_back_and_leaves_what_stood_there(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await at(pilot, AFFECTED)
        await pilot.press("home", *["right"] * len("pastoral"))
        await paste(pilot, "ists\nold people\nmany")
        await until(pilot, lambda: affected(kenya) == ["pastoralists", "old people", "many families"])
        await pilot.press("ctrl+z")
        await until(pilot, lambda: affected(kenya) == ["pastoral families"])
        editor = interview(pilot).query_one(QuestionView).editor
        assert editor is not None
        assert [line.text for line in editor.query(Line)] == ["pastoral families", ""]
        await pilot.press("ctrl+y", "!")
        await until(pilot, lambda: affected(kenya) == ["pastoral! families"])
        await paste(pilot, "s\nold people")
        await pilot.press("?", "ctrl+z")
        await until(pilot, lambda: affected(kenya) == ["pastoral!s", "old people families"])
