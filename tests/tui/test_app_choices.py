"""Choosing one of a few on the screen, by the keys that people try."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui_walking import KENYA, app_on, at, interview, until, write_paper

from mundraft.tui.editors.choices import RadioList


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_space_and_enter_choose_alike(papers: Path, key: str) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        await at(pilot, "topics/t1/frame")
        await pilot.press("down", key)
        await until(pilot, lambda: interview(pilot).work.paper.topics[0].frame == "goal", "the choice in the paper")


async def test_two_long_choices_that_begin_alike_can_be_told_apart_on_a_narrow_screen(papers: Path) -> None:
    text = KENYA.replace("seat:", "preset: hnmun\nseat:", 1)
    async with app_on(write_paper(papers / "kenya.yaml", text), (46, 30)) as pilot:
        await at(pilot, "look/citing")
        await until(pilot, lambda: "author and date" in drawn(pilot))
        assert "…" not in drawn(pilot)


def drawn(pilot: Pilot[None]) -> str:
    """The choices as they stand on the screen."""
    listed = pilot.app.screen.query_one(RadioList)
    return " ".join("".join(listed.render_line(y).text for y in range(listed.size.height)).split())
