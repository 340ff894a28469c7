"""Names that the library surely has: one Enter takes them, and the box then says what the paper says."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList
from tui_walking import app_on, at, interview, type_in, until, write_paper

from mundraft.tui.editors.textbox import TextBox

EMPTY = "topics:\n  - id: t1\n"
COVENANT = "committee:\n  name: Human Rights Committee\n  short: CCPR\n" + EMPTY


@pytest.mark.parametrize("typed", ["human rights council", "unhrc"])
async def test_a_committee_typed_in_full_is_taken_by_one_enter(papers: Path, typed: str) -> None:
    async with app_on(write_paper(papers / "new.yaml", EMPTY)) as pilot:
        await at(pilot, "committee")
        await type_in(pilot, typed)
        await pilot.press("enter")
        screen = interview(pilot)
        await until(pilot, lambda: screen.address == "delegates")
        assert screen.work.paper.committee.name == "Human Rights Council"
        assert screen.work.paper.committee.short == "UNHRC"


async def test_the_short_form_of_the_committee_before_goes_with_it(papers: Path) -> None:
    async with app_on(write_paper(papers / "new.yaml", COVENANT)) as pilot:
        await at(pilot, "committee")
        short = interview(pilot).query_one("#short", TextBox)
        assert short.text == "CCPR"
        await pilot.press("ctrl+a")
        await type_in(pilot, "Water Forum")
        await until(pilot, lambda: interview(pilot).work.paper.committee.name == "Water Forum")
        assert short.text == interview(pilot).work.paper.committee.short == ""


async def test_the_box_of_a_country_shows_its_name_once_it_is_taken(papers: Path) -> None:
    async with app_on(write_paper(papers / "new.yaml", EMPTY)) as pilot:
        await at(pilot, "seat")
        await type_in(pilot, "urug")
        await pilot.press("enter")
        screen = interview(pilot)
        await until(pilot, lambda: screen.address == "committee" and screen.question_is_shown())
        await pilot.press("f7")
        await until(pilot, lambda: screen.address == "seat" and screen.question_is_shown())
        assert isinstance(screen.focused, TextBox)
        assert screen.focused.text == "Uruguay"


async def test_what_is_typed_in_a_list_goes_on_in_the_box_above_it(papers: Path) -> None:
    async with app_on(write_paper(papers / "new.yaml", EMPTY)) as pilot:
        await at(pilot, "committee")
        await type_in(pilot, "Security Counsel")
        await pilot.press("enter")
        screen = interview(pilot)
        await until(pilot, lambda: isinstance(screen.focused, OptionList))
        await pilot.press("space", "o", "f", "space", "u", "s")
        await until(pilot, lambda: screen.work.paper.committee.name == "Security Counsel of us")
        await until(pilot, lambda: isinstance(screen.focused, TextBox))
