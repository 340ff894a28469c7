"""^Z after something was taken out: it comes back whole, and nothing that was typed meanwhile goes for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui_walking import KENYA, app_on, at, interview, on_disk, type_in, until, write_paper

from mundraft.paper.model import Paper, Topic
from mundraft.tui.button import Button
from mundraft.tui.editors.lines import Line, ListEditor

DEFINITION = "topics/t1/answers/definition"
AFFECTED = "topics/t1/answers/affected"
SOLUTIONS = """
    solutions:
      - id: s1
        action: build wells
      - id: s2
        action: insure herds
        cite:
          - source: census
      - id: s3
        action: map routes
  - id: t2
    title: Sand storms
sources:
  - id: census
    title: Census of herds
notes:
  topics/t1/solutions/s2/action: ask Amina
"""
ACTION = "topics/t1/solutions/s2/action"


@pytest.fixture
def wells(papers: Path) -> Path:
    return write_paper(papers / "kenya.yaml", KENYA + SOLUTIONS)


def topic(pilot: Pilot[None]) -> Topic:
    return paper(pilot).topics[0]


def paper(pilot: Pilot[None]) -> Paper:
    return interview(pilot).work.paper


def ids(pilot: Pilot[None]) -> list[str]:
    return [one.id for one in topic(pilot).solutions]


def affected(pilot: Pilot[None]) -> list[str]:
    held = topic(pilot).answers["affected"]
    assert isinstance(held, tuple)
    return [one.text for one in held]


def told(pilot: Pilot[None]) -> str:
    return "".join(one.message for one in [*pilot.app._notifications][-1:])


async def taken_out(pilot: Pilot[None], address: str = ACTION) -> None:
    await at(pilot, address)
    entry = address.split("/")[3]
    interview(pilot).action_remove_entry()
    await until(pilot, lambda: entry not in ids(pilot) and "Taken out" in told(pilot), "it is taken out")


async def test_an_entry_comes_back_whole_where_it_stood(wells: Path) -> None:
    async with app_on(wells) as pilot:
        screen, before = interview(pilot), on_disk(wells)
        await taken_out(pilot)
        assert told(pilot).endswith("^Z brings it back.")
        assert not paper(pilot).notes
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "/solutions/s2/" in screen.address and screen.question_is_shown())
        assert paper(pilot) == before
        comes = "Brought back: Solution 2 of 3, “insure herds”. ^Y takes it out again."
        assert [one.message for one in pilot.app._notifications] == [comes], "and no more that it was taken out"
        await pilot.press("ctrl+y")
        await until(pilot, lambda: ids(pilot) == ["s1", "s3"])
        await pilot.press("ctrl+z")
        await until(pilot, lambda: paper(pilot) == before)


async def test_words_typed_since_are_undone_before_that(wells: Path) -> None:
    async with app_on(wells) as pilot:
        await at(pilot, AFFECTED)
        await pilot.press("down", *"abc")
        editor = next(one for one in pilot.app.screen.query(ListEditor) if one.display)
        editor.query(Button).filter("#remove").first().press()
        await until(pilot, lambda: affected(pilot) == ["pastoral families"])
        await pilot.press("up", *"xyz")
        await until(pilot, lambda: affected(pilot) == ["pastoral familiesxyz"])
        await pilot.press("ctrl+z")
        await until(pilot, lambda: affected(pilot) == ["pastoral families"])
        await pilot.press("ctrl+z")
        await until(pilot, lambda: affected(pilot) == ["pastoral families", "abc"])


async def test_all_that_was_undone_around_a_line_is_done_again(wells: Path) -> None:
    async with app_on(wells) as pilot:
        await at(pilot, AFFECTED)
        await pilot.press("down", *"abc", "enter", *"def", "up")
        editor = next(one for one in pilot.app.screen.query(ListEditor) if one.display)
        editor.query(Button).filter("#remove").first().press()
        await until(pilot, lambda: affected(pilot) == ["pastoral families", "def"])
        await pilot.press(*"xyz", "ctrl+z")
        await until(pilot, lambda: affected(pilot) == ["pastoral families", "def"])
        await pilot.press("ctrl+z")
        await until(pilot, lambda: affected(pilot) == ["pastoral families", "abc", "def"])
        await pilot.press("ctrl+y")
        await until(pilot, lambda: getattr(pilot.app.focused, "text", "") == "def", "the line that stands in its place")
        await pilot.press("ctrl+y")
        await until(pilot, lambda: affected(pilot) == ["pastoral families", "defxyz"])


async def test_the_last_that_was_taken_out_comes_back_first_and_words_typed_meanwhile_stay(wells: Path) -> None:
    async with app_on(wells) as pilot:
        await taken_out(pilot)
        await taken_out(pilot, "topics/t1/solutions/s3/action")
        await at(pilot, "topics/t1/solutions/s1/action")
        await type_in(pilot, "and ")
        await at(pilot, DEFINITION)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: ids(pilot) == ["s1", "s3"])
        await pilot.press("ctrl+z")
        await until(pilot, lambda: ids(pilot) == ["s1", "s2", "s3"])
        assert "and " in topic(pilot).solutions[0].action


async def test_an_entry_comes_back_beside_one_that_has_got_its_id(wells: Path) -> None:
    async with app_on(wells) as pilot:
        screen = interview(pilot)
        await taken_out(pilot, "topics/t1/solutions/s1/action")
        await screen.add_to("topics/t1/solutions")
        await at(pilot, "topics/t1/solutions/s1/action")
        await type_in(pilot, "ban fences")
        await at(pilot, DEFINITION)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: len(ids(pilot)) == 4)
        assert [one.action for one in topic(pilot).solutions] == [
            "build wells", "insure herds", "map routes", "ban fences",
        ]  # fmt: skip
        assert len(set(ids(pilot))) == 4


async def test_a_topic_comes_back(wells: Path) -> None:
    async with app_on(wells) as pilot:
        await at(pilot, DEFINITION)
        before = paper(pilot)
        await interview(pilot).action_remove_topic()
        await until(pilot, lambda: [one.id for one in paper(pilot).topics] == ["t2"])
        await pilot.press("ctrl+z")
        await until(pilot, lambda: paper(pilot) == before)


async def test_a_line_comes_back_where_it_stood_and_the_others_keep_their_undo(wells: Path) -> None:
    async with app_on(wells) as pilot:
        await at(pilot, AFFECTED)
        await pilot.press("down")
        await type_in(pilot, "fishers")
        await pilot.press("enter")
        await type_in(pilot, "traders")
        await until(pilot, lambda: affected(pilot) == ["pastoral families", "fishers", "traders"])
        await pilot.press("up")
        editor = next(one for one in pilot.app.screen.query(ListEditor) if one.display)
        editor.query_one("#remove", Button).press()
        await until(pilot, lambda: affected(pilot) == ["pastoral families", "traders"])
        focused = pilot.app.focused
        assert isinstance(focused, Line)
        assert focused.text == "traders", "the line that took its place, and no other"
        assert told(pilot) == "Taken out: “fishers”. ^Z brings it back."
        await pilot.press("ctrl+z")
        await until(pilot, lambda: affected(pilot) == ["pastoral families", "fishers", "traders"])
        await until(pilot, lambda: getattr(pilot.app.focused, "text", "") == "fishers")
        await pilot.press("down")
        while pilot.app.focused.history.undo_stack:  # type: ignore[union-attr]
            await pilot.press("ctrl+z")
        await until(pilot, lambda: affected(pilot) == ["pastoral families", "fishers"])


async def test_where_another_window_has_taken_out_the_rest_it_is_said_what_still_has_it(wells: Path) -> None:
    async with app_on(wells) as pilot:
        work = interview(pilot).work
        await at(pilot, DEFINITION)
        work.take_out("topics/t1/solutions/s2", "Solution 2")
        interview(pilot)._remember()
        work.put(work.paper.changed(topics=work.paper.topics[1:]))
        await pilot.press("ctrl+z")
        await until(pilot, lambda: told(pilot).startswith("Not brought back: Solution 2. What it stood in is gone"))
        assert "“Earlier versions”" in told(pilot)


async def test_what_came_into_the_place_of_a_topic_is_gone_when_it_comes_back(wells: Path) -> None:
    wells.write_text(f"mundraft: 1\ntemplate: two-topics\n{KENYA}{SOLUTIONS}", encoding="utf-8")
    async with app_on(wells) as pilot:
        await at(pilot, "topics/t2/noun")
        await type_in(pilot, "child soldiers")
        await until(pilot, lambda: paper(pilot).topics[1].noun == "child soldiers")
        await interview(pilot).action_remove_topic()
        await until(pilot, lambda: len(paper(pilot).topics) == 1 and "Taken out" in told(pilot))
        await at(pilot, "topics/t2/noun")
        await type_in(pilot, "xyz")
        await until(pilot, lambda: [one.noun for one in paper(pilot).topics][1:] == ["xyz"])
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "xyz" not in [one.noun for one in paper(pilot).topics])
        assert "child soldiers" not in [one.noun for one in paper(pilot).topics]
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "Brought back" in told(pilot))
        assert [(one.title, one.noun) for one in paper(pilot).topics[1:]] == [("Sand storms", "child soldiers")]


async def test_a_topic_for_which_there_is_no_room_comes_back_when_there_is(wells: Path) -> None:
    async with app_on(wells) as pilot:
        screen = interview(pilot)
        await at(pilot, "topics/t2/title")
        await screen.action_remove_topic()
        await until(pilot, lambda: len(paper(pilot).topics) == 1)
        full = paper(pilot)
        more = tuple(Topic(id=f"t{n}", title=f"Topic {n}") for n in (7, 8))
        screen.work.put(full.changed(topics=(*full.topics, *more)))
        await screen.action_undo()
        await until(pilot, lambda: "Not brought back" in told(pilot))
        screen.work.put(full)
        await screen.action_undo()
        await until(pilot, lambda: [one.title for one in paper(pilot).topics][1:] == ["Sand storms"])
