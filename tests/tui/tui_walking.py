"""What the tests of the app share: starting it, waiting for what they expect, typing, and reading the screen."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import UPDATE_PERIOD
from textual.widgets import Static

from mundraft.paper.file import read_paper
from mundraft.paper.model import Paper
from mundraft.tui.app import MundraftApp
from mundraft.tui.interview_screen import InterviewScreen

NARROW, WIDE = (80, 24), (120, 40)


async def settled(_least: float = 0) -> None:
    """Wait until the screen was painted and every message is dealt with: what is left waits for a timer, a thread
    or a person."""
    await asyncio.sleep(UPDATE_PERIOD)
    loop = asyncio.get_running_loop()
    give_up = time.monotonic() + 1
    await asyncio.sleep(0)
    while loop._ready and time.monotonic() < give_up:  # type: ignore[attr-defined]
        await asyncio.sleep(0)


async def until(pilot: Pilot[None], holds: Callable[[], object], what: str = "") -> None:
    """Wait until something holds, and what comes with it is on the screen: nothing here sleeps for a fixed time."""
    give_up = time.monotonic() + 30
    last: object = None
    while time.monotonic() < give_up:
        try:
            if holds():
                await pilot.pause()
                return
        except Exception as error:  # noqa: BLE001 - what is asked about may not be there yet
            last = error
        await pilot.pause()
        await asyncio.sleep(0.02)
    raise AssertionError(f"waited in vain for {what or holds} ({last!r}) on {pilot.app.screen!r}")


@asynccontextmanager
async def app_on(paper: Path | None = None, size: tuple[int, int] = NARROW) -> AsyncIterator[Pilot[None]]:
    """The app on a paper, at its first question; or on the home screen."""
    app = MundraftApp(paper)
    async with app.run_test(size=size) as pilot:
        if paper is not None:
            await at_a_question(pilot)
        yield pilot


async def at_a_question(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen) and pilot.app.focused, "a question")


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Type the beginning key by key, and paste the rest as a terminal does: keys are slow to simulate."""
    await pilot.press(*("space" if letter == " " else letter for letter in text[:4]))
    if text[4:]:
        pilot.app.post_message(Paste(text[4:]))
        await pilot.pause()


def interview(pilot: Pilot[None]) -> InterviewScreen:
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, InterviewScreen))


async def at(pilot: Pilot[None], address: str) -> None:
    """Go to a question, and wait until the cursor is in its editor."""
    screen = interview(pilot)
    screen.call_later(screen.go, address)
    await until(pilot, lambda: screen.address == address and screen.question_is_shown(), address)


def shown(pilot: Pilot[None], selector: str) -> str:
    """The plain text of a static on the screen."""
    return str(pilot.app.screen.query_one(selector, Static).content)


def on_disk(path: Path) -> Paper:
    return read_paper(path.read_bytes(), path.name)


def write_paper(path: Path, text: str) -> Path:
    path.write_text("mundraft: 1\ntemplate: classic\n" + text, encoding="utf-8")
    return path


KENYA = """
seat:
  ref: kenya
committee:
  name: United Nations Environment Assembly
topics:
  - id: t1
    title: Displacement by drought
    noun: climate displacement
    answers:
      definition: Climate displacement is the forced move of people whose land no longer feeds them.
      affected:
        - pastoral families
"""
