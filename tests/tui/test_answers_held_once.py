"""F8 and Enter at an answer that may not be meant as it stands: asked once, and then let go."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList
from tui_walking import KENYA, app_on, at, interview, on_disk, type_in, until, write_paper

from mundraft.paper.address import value_at

ACTION = """
    past_actions:
      - id: a1
"""


@pytest.fixture
def kenya(tmp_path: Path) -> Path:
    return write_paper(tmp_path / "kenya.yaml", KENYA + ACTION)


def told(pilot: Pilot[None]) -> list[str]:
    return [one.message for one in pilot.app._notifications]


def has_told(pilot: Pilot[None], why: str) -> bool:
    return any(why in one for one in told(pilot))


def has_left(pilot: Pilot[None], address: str) -> bool:
    return interview(pilot).address != address


async def test_letters_that_mean_several_countries_are_asked_about_before_f8_goes_on(tmp_path: Path) -> None:
    path = write_paper(tmp_path / "new.yaml", "")
    async with app_on(path) as pilot:
        await at(pilot, "seat")
        await type_in(pilot, "chi")
        await pilot.press("f8")
        await until(pilot, lambda: any("“chi” may mean" in one and "F8 once more" in one for one in told(pilot)))
        assert interview(pilot).address == "seat"
        await pilot.press("f8")
        await until(pilot, lambda: interview(pilot).address != "seat")
        await until(pilot, lambda: on_disk(path).seat.name == "chi")


async def test_a_year_that_is_none_and_a_name_said_twice_hold_the_first_f8(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        for question, said, why in (
            ("year", "The State has a duty", "is not a year"),
            ("did", "Kenya reformed its Water Act", "name would stand there twice"),
        ):
            address = f"topics/t1/past_actions/a1/{question}"
            await at(pilot, address)
            await type_in(pilot, said)
            await pilot.press("f8")
            await until(pilot, partial(has_told, pilot, why))
            assert interview(pilot).address == address
            await pilot.press("f8")
            await until(pilot, partial(has_left, pilot, address))
        await pilot.press("f4")
        await until(pilot, lambda: pilot.app.screen.query("#findings"))
        findings = pilot.app.screen.query_one("#findings", OptionList)
        await until(pilot, lambda: findings.option_count)
        lines = [str(findings.get_option_at_index(at).prompt) for at in range(findings.option_count)]
        to_mend = lines[: next(place for place, line in enumerate(lines) if line.startswith("A chair will ask"))]
        assert sum("is not a year" in line or "stand there twice" in line for line in to_mend) == 2


async def test_words_that_are_no_article_hold_the_first_enter(tmp_path: Path) -> None:
    used = "    instruments:\n      - id: i1\n        ref: icescr\n        articles:\n          - id: a1\n"
    async with app_on(write_paper(tmp_path / "kenya.yaml", KENYA + used)) as pilot:
        address = "topics/t1/instruments/i1/articles/a1/number"
        await at(pilot, address)
        await type_in(pilot, "the blue bird")
        await pilot.press("enter")
        await until(pilot, lambda: has_told(pilot, "F8 once more"))
        assert interview(pilot).address == address
        await pilot.press("ctrl+a", "backspace")
        await type_in(pilot, "standard of living")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: has_left(pilot, address))
        assert value_at(interview(pilot).work.paper, address) == "11"
