"""What must stay in sight on a terminal of 24 lines: the warning about an answer, and the line that is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from tui_walking import KENYA, NARROW, app_on, at, interview, shown, type_in, until, write_paper

LONG = "TODO " + "Climate displacement is the forced move of people. " * 14


def is_in_sight(pilot: Pilot[None], selector: str) -> bool:
    """Whether every line of a widget is inside the pane of the question, above its end."""
    screen = interview(pilot)
    widget: Widget = screen.query_one(selector)
    pane = screen.query_one("#question").region
    return bool(widget.region.height) and widget.region.y >= pane.y and widget.region.bottom <= pane.bottom


@pytest.mark.parametrize(
    ("address", "lines", "told"),
    [
        ("topics/t1/answers/definition", [LONG], "“TODO” looks like a mark"),
        ("topics/t1/answers/affected", ["the herders.", "The families move. They walk.", "some others"], "one"),
        ("topics/t1/answers/affected", [f"herders of place {number}. They walk." for number in range(9)], "one"),
    ],
)
async def test_a_long_answer_does_not_push_its_warning_off_the_screen(
    papers: Path, address: str, lines: list[str], told: str
) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA), NARROW) as pilot:
        await at(pilot, address)
        await pilot.press("ctrl+a")
        for line in lines:
            await type_in(pilot, line)
            await pilot.press("enter") if len(lines) > 1 else None
        await until(pilot, lambda: told in shown(pilot, "#advice") and is_in_sight(pilot, "#advice"))
        focused = pilot.app.focused
        assert focused is not None
        below = interview(pilot).query_one("#minded").region
        cursor = interview(pilot).app.cursor_position
        assert cursor.y < below.y, "the cursor is above the warning"


async def test_the_line_above_a_question_of_an_entry_does_not_wrap(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA), NARROW) as pilot:
        for address in ("articles/a1/number", "articles/a1/does", "articles/a1/quote"):
            await at(pilot, f"topics/t1/instruments/i1/{address}")
            assert "Article 1 of 1" in shown(pilot, "#where")
            assert interview(pilot).query_one("#where").content_region.height == 1
