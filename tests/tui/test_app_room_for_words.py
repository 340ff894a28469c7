"""Where the paper stands beside the question, no word that matters is cut off."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList
from tui_walking import KENYA, WIDE, app_on, at, interview, shown, type_in, until, write_paper

from mundraft.tui.button import Button
from mundraft.tui.editors.picker import told_apart
from mundraft.tui.editors.textbox import TextBox


@pytest.fixture
def kenya(papers: Path) -> Path:
    return write_paper(papers / "kenya.yaml", KENYA)


def drawn(pilot: Pilot[None], selector: str) -> list[str]:
    """The lines of the list on the screen, as they are drawn."""
    listed = next(one for one in interview(pilot).query(selector).results(OptionList) if one.region)
    return ["".join(listed.render_line(y).text).rstrip() for y in range(listed.size.height)]


@pytest.mark.parametrize("size", [WIDE, (110, 34)])
async def test_every_button_is_seen_in_full(kenya: Path, size: tuple[int, int]) -> None:
    async with app_on(kenya, size) as pilot:
        screen = interview(pilot)
        await at(pilot, "topics/t1/answers/affected")
        assert {"Add a line", "Take out"} <= set(in_full(pilot))
        await at(pilot, "topics/t1/solutions/s1/actor")
        await until(pilot, lambda: "+ Another: Solution" in in_full(pilot))
        assert screen.query_one("#question").region.width >= (48 if size == WIDE else 40)


def in_full(pilot: Pilot[None]) -> list[str]:
    """The buttons whose words all stand within the question's column."""
    column = interview(pilot).query_one("#question").content_region
    shown_now = [button for button in interview(pilot).query(Button) if button.region]
    return [
        str(one.label)
        for one in shown_now
        if column.contains_region(one.region) and one.region.width >= len(str(one.label)) + 2
    ]


async def test_placeholders_end_in_a_sign_where_they_find_no_room(kenya: Path) -> None:
    async with app_on(kenya, (44, 24)) as pilot:
        await at(pilot, "conference")
        box = interview(pilot).focused
        assert isinstance(box, TextBox)
        assert str(box.placeholder).endswith(("…", "name"))
        assert len(str(box.placeholder)) <= box.content_size.width


async def test_two_conferences_whose_names_begin_alike_can_be_told_apart(kenya: Path) -> None:
    async with app_on(kenya, WIDE) as pilot:
        await at(pilot, "conference")
        await type_in(pilot, "National Model")
        await until(pilot, lambda: "could mean" in shown(pilot, "ConferenceEditor .understood"))
        await until(pilot, lambda: any("(older rules)" in line for line in drawn(pilot, ".found")))
        assert not any("…" in line for line in drawn(pilot, ".found"))


def test_only_names_that_would_read_alike_take_more_lines() -> None:
    titles = ["Protocol on the sale", "Protocol on the war", "Another long name of a treaty"]
    assert told_apart(titles, 16) == ["Protocol on the\nsale", "Protocol on the\nwar", titles[2]]
    assert told_apart(titles, 40) == titles
    assert told_apart(titles, 0) == titles
