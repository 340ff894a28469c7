"""What a delegate pastes out of a document: a list takes a line for each entry, and no gap comes along."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import TextArea
from tui_walking import KENYA, app_on, at, on_disk, until, write_paper

from mundraft.paper.address import value_at

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
