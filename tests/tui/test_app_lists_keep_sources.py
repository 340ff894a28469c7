"""A line of a list and its sources: neither goes unless the delegate takes it out, and then it is told."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import OptionList, Static
from tui_walking import KENYA, app_on, at, interview, on_disk, shown, type_in, until, write_paper

from mundraft.paper.model import Citation, Said
from mundraft.tui.button import Button
from mundraft.tui.editors.lines import Line, ListEditor

Part = TypeVar("Part", bound=Widget)
AFFECTED = "topics/t1/answers/affected"
CAUSES = "topics/t1/answers/causes"
LISTED = """        - text: pastoral families
          cite:
            - source: census
        - text: fishers
sources:
  - id: census
    title: Census of herds
"""


@pytest.fixture
def herds(papers: Path) -> Path:
    return write_paper(papers / "kenya.yaml", KENYA.replace("        - pastoral families\n", LISTED))


def listed(pilot: Pilot[None]) -> list[tuple[str, tuple[str, ...]]]:
    held = interview(pilot).work.value(AFFECTED)
    assert all(isinstance(one, Said) for one in held)
    return [(one.text, tuple(cite.source for cite in one.cite)) for one in held]


def told(pilot: Pilot[None]) -> str:
    return "\n".join(one.message for one in pilot.app._notifications)


def of_the_list(pilot: Pilot[None], selector: str, kind: type[Part]) -> Part:
    """A part of the list on the screen: those of other questions stay behind it."""
    return next(
        one
        for editor in pilot.app.screen.query(ListEditor)
        if editor.display
        for one in editor.query(selector).results(kind)
    )


async def empty_the_line(pilot: Pilot[None]) -> None:
    await pilot.press("ctrl+a", "backspace")
    await until(pilot, lambda: listed(pilot) == [("fishers", ())], "the first line to be empty")


async def test_a_line_that_is_emptied_and_typed_anew_keeps_its_source(herds: Path) -> None:
    async with app_on(herds) as pilot:
        await at(pilot, AFFECTED)
        await empty_the_line(pilot)
        assert "Census of herds" in str(of_the_list(pilot, ".kept-sources", Static).content)
        await type_in(pilot, "herders of the north")
        await until(pilot, lambda: listed(pilot) == [("herders of the north", ("census",)), ("fishers", ())])
        assert not of_the_list(pilot, ".kept-sources", Static).display
        await pilot.press("f8")
        await until(pilot, lambda: interview(pilot).address != AFFECTED)
        assert told(pilot) == ""


async def test_an_undo_brings_back_the_words_of_a_line_with_their_source(herds: Path) -> None:
    async with app_on(herds) as pilot:
        await at(pilot, AFFECTED)
        await empty_the_line(pilot)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: listed(pilot) == [("pastoral families", ("census",)), ("fishers", ())])


async def test_a_line_left_empty_tells_that_its_source_went_and_gives_it_back(herds: Path) -> None:
    async with app_on(herds) as pilot:
        await at(pilot, AFFECTED)
        await empty_the_line(pilot)
        await pilot.press("f8")
        await until(pilot, lambda: "The source “Census of herds” went" in told(pilot))
        await at(pilot, AFFECTED)
        await type_in(pilot, "herd")
        await until(pilot, lambda: "census" in str(on_disk(herds).topics[0].answers["affected"]))


async def test_a_line_taken_out_tells_that_its_source_went_and_gives_it_to_no_other(herds: Path) -> None:
    async with app_on(herds) as pilot:
        await at(pilot, AFFECTED)
        of_the_list(pilot, "#remove", Button).press()
        await until(pilot, lambda: listed(pilot) == [("fishers", ())])
        assert told(pilot).count("The source “Census of herds” went") == 1
        await type_in(pilot, " too")
        await until(pilot, lambda: listed(pilot) == [("fishers too", ())])


async def test_a_source_given_while_the_list_is_open_stays_with_its_line(herds: Path) -> None:
    async with app_on(herds) as pilot:
        await at(pilot, AFFECTED)
        await pilot.press("down")
        work = interview(pilot).work
        work.cite(AFFECTED, work.cites(AFFECTED, 0), 1)
        await type_in(pilot, "!")
        await until(pilot, lambda: listed(pilot)[1] == ("fishers!", ("census",)))
        of_the_list(pilot, "#up", Button).press()
        await until(pilot, lambda: listed(pilot)[0] == ("fishers!", ("census",)))
        assert listed(pilot)[1] == ("pastoral families", ("census",))


async def test_a_line_is_moved_and_taken_out_without_a_mouse(herds: Path) -> None:
    async with app_on(herds) as pilot:
        await at(pilot, AFFECTED)
        await pilot.press("down", "ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
        await pilot.press(*"move this line up")
        await until(pilot, lambda: pilot.app.screen.query_one(OptionList).option_count == 1)
        await pilot.press("enter")
        await until(pilot, lambda: listed(pilot) == [("fishers", ()), ("pastoral families", ("census",))])
        assert pilot.app.focused is of_the_list(pilot, "Line", Line)
        interview(pilot).action_list_line("remove")
        await until(pilot, lambda: listed(pilot) == [("pastoral families", ("census",))])


async def test_whoever_looks_at_the_paper_comes_back_to_the_line_of_the_list(herds: Path) -> None:
    async with app_on(herds) as pilot:
        await at(pilot, AFFECTED)
        await pilot.press("down")
        line = pilot.app.focused
        await pilot.press("f3")
        await until(pilot, lambda: pilot.app.focused is not line)
        await pilot.press("f3")
        await until(pilot, lambda: pilot.app.focused is line)


async def test_where_nothing_is_listed_a_line_cannot_be_taken_out_and_it_says_so(herds: Path) -> None:
    async with app_on(herds) as pilot:
        await at(pilot, "topics/t1/answers/definition")
        interview(pilot).action_list_line("remove")
        await until(pilot, lambda: "not a list" in told(pilot))


async def test_the_line_below_a_list_says_of_each_line_what_it_rests_on(herds: Path) -> None:
    async with app_on(herds) as pilot:
        await at(pilot, CAUSES)
        await type_in(pilot, "failing rains")
        await pilot.press("enter")
        await type_in(pilot, "fences")
        await until(pilot, lambda: "No source for line 2" in shown(pilot, "#cites"))
        interview(pilot).work.cite(CAUSES, (Citation(source="census"),), 0)
        await pilot.press("up")
        await until(pilot, lambda: "Sources of line 1 Census of herds" in shown(pilot, "#cites"))
        await pilot.press("down")
        await until(pilot, lambda: "No source for line 2" in shown(pilot, "#cites"))
