"""A toast never lies over a window: what the interview tells meanwhile waits until the window is closed."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui_walking import KENYA, app_on, interview, until, write_paper

from mundraft.files import atomic
from mundraft.tui.button import Button
from mundraft.tui.conference_rules import ConferenceRules
from mundraft.tui.interview_screen import InterviewScreen


def toasts(pilot: Pilot[None]) -> list[str]:
    return [one.message for one in pilot.app._notifications]


async def test_what_is_told_waits_while_the_rules_are_read(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        screen = interview(pilot)
        screen.notify("Before the window.", timeout=60)
        await until(pilot, lambda: toasts(pilot) == ["Before the window."])
        await pilot.press("ctrl+k")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConferenceRules) and not toasts(pilot))
        assert [str(button.label) for button in pilot.app.screen.query(Button)][1] == "Choose a conference…"
        screen.notify("Behind the window.", timeout=60)
        await pilot.pause()
        assert not toasts(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: toasts(pilot) == ["Before the window.", "Behind the window."])


async def test_what_is_told_waits_while_the_review_is_read(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        screen = interview(pilot)
        screen.notify("Before the review.", timeout=60)
        await pilot.press("f4")
        await until(pilot, lambda: not isinstance(pilot.app.screen, InterviewScreen) and not toasts(pilot))
        pilot.app.notify("Told by the app.", timeout=60)
        await pilot.press("escape")
        await until(pilot, lambda: toasts(pilot) == ["Told by the app.", "Before the review."])


async def test_what_the_app_tells_of_the_paper_stays_over_a_window_that_is_opened(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        screen = interview(pilot)
        screen.notify("Of the question.", timeout=60)
        pilot.app.notify("Nothing is saved.", timeout=60)
        await until(pilot, lambda: len(toasts(pilot)) == 2)
        await pilot.press("ctrl+k")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConferenceRules))
        await until(pilot, lambda: toasts(pilot) == ["Nothing is saved."])
        await pilot.press("escape")
        await until(pilot, lambda: toasts(pilot) == ["Nothing is saved.", "Of the question."])
        screen.withdraw("Of the question.")
        await until(pilot, lambda: toasts(pilot) == ["Nothing is saved."])


@pytest.mark.parametrize("trouble", [False, True])
async def test_a_note_on_the_papers_file_lies_over_a_window_only_where_saving_fails(
    trouble: bool, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        session = interview(pilot).work.session
        await pilot.press("ctrl+k")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConferenceRules))
        if trouble:
            monkeypatch.setattr(atomic, "_write_beside", lambda *_: full_disk())
            interview(pilot).work.put(interview(pilot).work.paper.changed(school="Hill School"))
            await until(pilot, lambda: session.status.state in ("failed", "rescued") and toasts(pilot))
        else:
            session._notices.append("Your paper’s file is called so from now on.")
            await until(pilot, lambda: not session._notices)
            await pilot.pause()
            assert not toasts(pilot)
            await pilot.press("escape")
            await until(pilot, lambda: toasts(pilot) == ["Your paper’s file is called so from now on."])


def full_disk() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")
