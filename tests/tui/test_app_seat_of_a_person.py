"""The seat's question in the app: its own words in the empty box, and no countries where a person is asked for."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import OptionList
from tui_walking import app_on, at, interview, on_disk, type_in, until

from mundraft.paper.model import Seat
from mundraft.tui.editors.textbox import TextBox


async def test_a_person_is_typed_into_a_plain_box_and_kept_as_the_seat(papers: Path) -> None:
    paper = papers / "crisis.yaml"
    paper.write_text("mundraft: 1\ntemplate: crisis\n", "utf-8")
    async with app_on(paper) as pilot:
        await at(pilot, "seat")
        question = interview(pilot).query_one("#question")
        assert question.query_one("#editors TextBox", TextBox).placeholder == "The name of your character"
        assert not question.query(OptionList)
        await type_in(pilot, "Prince Devawongse")
        await pilot.press("enter")
        await until(pilot, lambda: on_disk(paper).seat == Seat(name="Prince Devawongse"), "the seat on disk")
