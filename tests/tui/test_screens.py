"""Pictures of the screens, compared with those that a person has looked at (`__snapshots__`).

They hold no day, path or version. After a change that is meant: `pytest tests/tui/test_screens.py --snapshot-update`,
and look at every picture that changed.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from tui_walking import KENYA, NARROW, WIDE, at, at_a_question, interview, shown, type_in, until, write_paper

from mundraft.tui.app import MundraftApp
from mundraft.tui.preview import Preview

pytest.importorskip("pytest_textual_snapshot", reason="compares pictures of screens")

Step = Callable[[Pilot[None]], Awaitable[None]]
Compare = Callable[..., bool]
#: Seconds between two looks that must show the same; longer than the app waits before it draws anything anew.
LOOK_AGAIN = 0.5
DEFINITION = "topics/t1/answers/definition"


async def at_rest(pilot: Pilot[None]) -> None:
    """Everything is saved, counted, drawn and scrolled, so that the picture is the same each time."""
    screen = interview(pilot)
    await until(pilot, lambda: screen.draft is not None and screen.draft.document is not None, "the paper composed")
    await until(pilot, lambda: "saved ·" in str(screen.status.content), "the paper saved")
    before = ""
    while before != (now := _without_ids(pilot.app.export_screenshot())):
        before = now
        await asyncio.sleep(LOOK_AGAIN)
        await pilot.pause()


def _without_ids(picture: str) -> str:
    return re.sub(r"terminal-\d+", "terminal", picture)


async def seat_picker(pilot: Pilot[None]) -> None:
    await at(pilot, "seat")
    await pilot.press("ctrl+a")
    await type_in(pilot, "Korea")
    await until(pilot, lambda: "could mean" in shown(pilot, "SeatPicker .understood"))


async def advice(pilot: Pilot[None]) -> None:
    await at(pilot, DEFINITION)
    await pilot.press("ctrl+a")
    await type_in(pilot, "TODO Say what the forced move of people is.")
    await until(pilot, lambda: "TODO" in shown(pilot, "#advice"))


async def review(pilot: Pilot[None]) -> None:
    await at(pilot, DEFINITION)
    await at_rest(pilot)
    await pilot.press("f4")
    await until(pilot, lambda: "to look at" in shown(pilot, "#summary"))


async def sources(pilot: Pilot[None]) -> None:
    await at(pilot, DEFINITION)
    await pilot.press("f5")
    await until(pilot, lambda: pilot.app.screen.query("#url") and pilot.app.focused)


async def help_on_a_question(pilot: Pilot[None]) -> None:
    await at(pilot, DEFINITION)
    await pilot.press("f1")
    await until(pilot, lambda: pilot.app.screen.query(".dialog-body"))


async def question_and_preview(pilot: Pilot[None]) -> None:
    await at(pilot, DEFINITION)
    preview = interview(pilot).query_one(Preview)
    await until(pilot, lambda: preview.query_one(".part.-here").region.height, "the part marked")
    await until(pilot, lambda: "The issue: " in str(interview(pilot).status.content), "the part counted")
    await at_rest(pilot)
    preview.scroll_home(animate=False)  # how far the marked part can be brought up is not the same each time


SCREENS: dict[str, tuple[Step, tuple[int, int]]] = {
    "seat-picker": (seat_picker, NARROW),
    "advice": (advice, NARROW),
    "review": (review, NARROW),
    "sources": (sources, NARROW),
    "help": (help_on_a_question, NARROW),
    "question-and-preview": (question_and_preview, WIDE),
}


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_looks_as_it_did(papers: Path, snap_compare: Compare, name: str) -> None:
    steps, size = SCREENS[name]
    app = MundraftApp(write_paper(papers / "kenya.yaml", KENYA))

    async def walk(pilot: Pilot[Any]) -> None:
        await at_a_question(pilot)
        await steps(pilot)
        await at_rest(pilot)

    assert snap_compare(app, terminal_size=size, run_before=walk)


def test_the_first_screen_looks_as_it_did(papers: Path, snap_compare: Compare) -> None:
    async def walk(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: pilot.app.screen.has_class("home") and pilot.app.focused, "the first screen")

    assert snap_compare(MundraftApp(), terminal_size=NARROW, run_before=walk)
