"""Choosing one of a few on the screen, by the keys that people try."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_walking import KENYA, app_on, at, interview, until, write_paper


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_space_and_enter_choose_alike(papers: Path, key: str) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        await at(pilot, "topics/t1/frame")
        await pilot.press("down", key)
        await until(pilot, lambda: interview(pilot).work.paper.topics[0].frame == "goal", "the choice in the paper")
