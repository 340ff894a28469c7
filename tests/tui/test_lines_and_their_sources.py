"""The editor of a list alone: what it takes from the paper, also while that changes, and what it gives back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

import pytest
from textual.app import App, ComposeResult
from textual.events import Key
from textual.pilot import Pilot

from mundraft.interview.asking import interview_of
from mundraft.interview.states import Prompt
from mundraft.library.search_path import shipped_library
from mundraft.paper.address import value_at
from mundraft.paper.model import Citation, Paper, Said, Source, Topic
from mundraft.tui.button import Button
from mundraft.tui.editors.lines import Line, ListEditor
from mundraft.tui.lookups import Lookups
from mundraft.tui.work import Work

AFFECTED = "topics/t1/answers/affected"
CENSUS = (Citation(source="census"),)


class Held:
    """The paper of which the editor shows a list, as `Lookups` asks for it."""

    def __init__(self, *lines: Said) -> None:
        self.paper = Paper()
        self.has(*lines)

    def has(self, *lines: Said) -> Prompt:
        """Let the paper have these lines, whoever wrote them; how they are asked for."""
        topic = Topic(answers={"affected": lines})
        self.paper = Paper(topics=(topic,), sources=(Source(id="census", title="Census of herds"),))
        prompt = interview_of(self.paper, shipped_library()).prompt(AFFECTED)
        assert prompt is not None
        return prompt

    def value(self, address: str) -> Any:
        return value_at(self.paper, address)


class Alone(App[None]):
    """An app that has this editor and nothing else."""

    def __init__(self, held: Held) -> None:
        super().__init__()
        self._editor = ListEditor(held.has(*held.value(AFFECTED)), Lookups(cast("Work", held)))
        self.taken_out: list[Said | str] = []

    def on_list_editor_took_out(self, event: ListEditor.TookOut) -> None:
        self.taken_out.append(event.line)

    def compose(self) -> ComposeResult:
        yield self._editor


@asynccontextmanager
async def editor_of(held: Held) -> AsyncIterator[tuple[ListEditor, Pilot[None]]]:
    app = Alone(held)
    async with app.run_test() as pilot:
        yield app.query_one(ListEditor), pilot


def lines(editor: ListEditor) -> list[tuple[str, tuple[Citation, ...]]]:
    """The answer that the editor gives."""
    return [(one.text, one.cite) if isinstance(one, Said) else (one, ()) for one in editor.value]


def boxes(editor: ListEditor) -> list[str]:
    return [box.text for box in editor.query(Line)]


def told(pilot: Pilot[None]) -> list[str]:
    return [one.message for one in pilot.app._notifications]


HERDERS, FISHERS, NOMADS = Said(text="herders", cite=CENSUS), Said(text="fishers"), Said(text="nomads")


async def test_the_lines_have_their_sources_as_soon_as_they_are_shown() -> None:
    held = Held(HERDERS, FISHERS)
    async with editor_of(held) as (editor, _):
        assert lines(editor) == [("herders", CENSUS), ("fishers", ())]
        editor.show(held.has(Said(text="herders"), Said(text="fishers", cite=CENSUS)))
        assert lines(editor) == [("herders", ()), ("fishers", CENSUS)]
        editor.show(held.has(FISHERS, NOMADS, HERDERS))
        assert lines(editor) == [("fishers", ()), ("nomads", ()), ("herders", CENSUS)]


@pytest.mark.parametrize("left", [(FISHERS,), ()], ids=["one line", "none"])
async def test_a_line_that_the_paper_has_lost_is_not_shown_any_more_nor_is_its_source(left: tuple[Said, ...]) -> None:
    held = Held(FISHERS, HERDERS, NOMADS)
    async with editor_of(held) as (editor, pilot):
        editor.show(held.has(*left))
        await pilot.pause()
        assert boxes(editor) == [*(one.text for one in left), ""]
        editor.query(Line).last().focus()
        await pilot.press("h")
        assert lines(editor) == [*((one.text, ()) for one in left), ("h", ())]


async def test_a_line_that_is_emptied_right_after_it_got_a_source_keeps_that() -> None:
    held = Held(Said(text="herders"), FISHERS)
    async with editor_of(held) as (editor, pilot):
        held.has(HERDERS, FISHERS)
        editor.focus_first()
        await pilot.press("ctrl+a", "backspace", "w")
        assert lines(editor) == [("w", CENSUS), ("fishers", ())]


async def test_a_line_that_is_taken_out_right_after_it_got_a_source_says_that_it_goes_too() -> None:
    held = Held(Said(text="herders"), FISHERS)
    async with editor_of(held) as (editor, pilot):
        held.has(HERDERS, FISHERS)
        editor.focus_first()
        await pilot.pause()
        editor.query_one("#remove", Button).press()
        await pilot.pause()
        assert lines(editor) == [("fishers", ())]
        assert pilot.app.taken_out == [HERDERS]  # type: ignore[attr-defined]


async def test_an_emptied_line_that_is_taken_out_tells_once_that_its_source_went() -> None:
    async with editor_of(Held(HERDERS, FISHERS)) as (editor, pilot):
        editor.focus_first()
        await pilot.press("ctrl+a", "backspace")
        editor.query_one("#remove", Button).press()
        await pilot.pause()
        assert ["line that you took out" in one for one in told(pilot)] == [True]


async def test_tab_leads_from_a_line_to_the_buttons_which_are_about_that_line() -> None:
    async with editor_of(Held(Said(text="one"), Said(text="two"), Said(text="three"))) as (editor, pilot):
        lines = list(editor.query(Line))
        lines[1].focus()
        await pilot.press("tab", "tab", "enter")
        await pilot.pause()
        assert [line.text for line in editor.query(Line)] == ["two", "one", "three", ""]
        assert pilot.app.focused is lines[1]


async def test_keys_that_come_all_at_once_reach_the_button_that_they_lead_to() -> None:
    async with editor_of(Held(Said(text="one"), Said(text="two"), Said(text="three"))) as (editor, pilot):
        editor.focus_first()
        await pilot.pause()
        for key in ("down", "tab", "tab", "enter"):
            pilot.app.post_message(Key(key, None))
        await pilot.pause()
        await pilot.pause()
        assert [line.text for line in editor.query(Line)] == ["two", "one", "three", ""]


async def test_enter_right_behind_an_arrow_leaves_the_line_that_the_arrow_led_to() -> None:
    async with editor_of(Held(Said(text="one"), Said(text="two"), Said(text="three"))) as (editor, pilot):
        editor.focus_first()
        await pilot.pause()
        for key in ("down", "enter"):
            pilot.app.post_message(Key(key, None))
        await pilot.pause()
        await pilot.pause()
        assert pilot.app.focused is list(editor.query(Line))[2]


@pytest.mark.parametrize(("button", "from_line"), [("#up", 3), ("#down", 2), ("#remove", 3)])
async def test_the_empty_line_at_the_end_stays_there(button: str, from_line: int) -> None:
    async with editor_of(Held(Said(text="one"), Said(text="two"), Said(text="three"))) as (editor, pilot):
        list(editor.query(Line))[from_line].focus()
        await pilot.pause()
        editor.query_one(button, Button).press()
        await pilot.pause()
        assert [line.text for line in editor.query(Line)] == ["one", "two", "three", ""]
