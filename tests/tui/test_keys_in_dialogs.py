"""Keys that move, in windows that have nothing to move: they do nothing, and end nothing."""

from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from tui_walking import KENYA, app_on, interview, until, write_paper

from mundraft.tui.dialogs import Dialog
from mundraft.tui.help import HelpDialog

MOVES = ("pagedown", "pageup", "down", "up", "home", "end")


async def moved_everywhere(pilot: Pilot[None]) -> None:
    """Press every key that moves, from each place of the window that takes the cursor."""
    window = pilot.app.screen
    for _ in range(len(window.focus_chain) or 1):
        for key in MOVES:
            if pilot.app.screen is window and not hasattr(window.focused, "edit"):
                await pilot.press(key)
        if pilot.app.screen is window:
            await pilot.press("tab")


@pytest.mark.parametrize("opens", ["ctrl+k", "f1", "f6", "f9", "ctrl+g"])
async def test_keys_that_move_end_nothing_in_a_window_that_fits(papers: Path, opens: str) -> None:
    path = write_paper(papers / "kenya.yaml", KENYA)
    async with app_on(path) as pilot:
        assert interview(pilot)
        await pilot.press(opens)
        await until(pilot, lambda: pilot.app.screen is not interview(pilot) or isinstance(pilot.app.screen, Dialog))
        await moved_everywhere(pilot)
        assert pilot.app.is_running


async def test_a_second_palette_is_not_opened_over_the_help_of_the_first(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))
        await pilot.press("ctrl+p")
        assert isinstance(pilot.app.screen, HelpDialog)
        await pilot.press("escape", "escape")
        await until(pilot, lambda: pilot.app.screen is interview(pilot))
        assert pilot.app.is_running
