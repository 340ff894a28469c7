"""A Word file that was changed by hand: it stays unless the delegate has it replaced."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui_walking import KENYA, app_on, shown, until, write_paper

from mundraft.tui.button import Button
from mundraft.tui.editors.textbox import TextBox

BY_HAND = b"what a delegate wrote in Word"


@pytest.fixture
def kenya(papers: Path) -> Path:
    return write_paper(papers / "kenya.yaml", KENYA)


async def exported_over(pilot: Pilot[None], text: Path) -> None:
    await pilot.press("f9")
    await until(pilot, lambda: pilot.app.screen.query("#replace"))
    pilot.app.screen.query_one("#file", TextBox).show(str(text))
    pilot.app.screen.query_one("#export", Button).press()
    await until(pilot, lambda: "was left alone" in shown(pilot, "#told"))


async def test_a_file_changed_by_hand_is_replaced_when_the_delegate_says_so(kenya: Path, papers: Path) -> None:
    text = papers / "changed.docx"
    text.write_bytes(BY_HAND)
    async with app_on(kenya) as pilot:
        await exported_over(pilot, text)
        assert text.read_bytes() == BY_HAND
        assert "changed.docx was changed" in shown(pilot, "#told")
        assert "Replace the file?" in shown(pilot, "#asks")
        assert "--force" not in shown(pilot, "#told")
        replace = pilot.app.screen.query_one("#replace", Button)
        assert replace.region.bottom <= pilot.app.size.height
        replace.press()
        await until(pilot, lambda: text.read_bytes()[:2] == b"PK" and not replace.display)
        assert "changed (2).docx is still there, and is not needed." in shown(pilot, "#told")
        assert not pilot.app.screen.query_one("#asks").display


async def test_a_file_open_in_another_program_is_not_offered_to_be_replaced(kenya: Path, papers: Path) -> None:
    text = papers / "open.docx"
    text.write_bytes(BY_HAND)
    (papers / "~$open.docx").touch()
    async with app_on(kenya) as pilot:
        await exported_over(pilot, text)
        assert "open in another program" in shown(pilot, "#told")
        assert not pilot.app.screen.query_one("#replace", Button).display


async def test_what_is_asked_is_in_sight_however_much_was_said(kenya: Path, papers: Path) -> None:
    text = papers / f"{'Child labour in the garment industry of Bangladesh ' * 3}.docx"
    text.write_bytes(BY_HAND)
    async with app_on(kenya, size=(80, 24)) as pilot:
        await exported_over(pilot, text)
        window = pilot.app.screen.query_one(".dialog").region
        for part in ("#asks", "#replace", "#close"):
            assert window.contains_region(pilot.app.screen.query_one(part).region), part
