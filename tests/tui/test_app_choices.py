"""Choosing one of a few on the screen, by the keys that people try."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui_walking import KENYA, app_on, at, interview, until, write_paper

from mundraft.compose.compose import Composer
from mundraft.interview.conference import ConferenceNamed
from mundraft.tui.editors.checklist import CheckList
from mundraft.tui.editors.choices import RadioList


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_space_and_enter_choose_alike(papers: Path, key: str) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        await at(pilot, "topics/t1/frame")
        await pilot.press("down", key)
        await until(pilot, lambda: interview(pilot).work.paper.topics[0].frame == "goal", "the choice in the paper")


async def test_a_click_on_a_choice_goes_on_to_the_question_that_it_opens(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        await at(pilot, "topics/t1/frame")
        shown = interview(pilot).query(RadioList).last()
        await pilot.click(shown, offset=(6, shown.content_region.y - shown.region.y + 1))
        await until(pilot, lambda: interview(pilot).address != "topics/t1/frame")
        following = interview(pilot).work.interview.after("topics/t1/frame")
        assert interview(pilot).work.paper.topics[0].frame == "goal"
        assert following is not None
        assert interview(pilot).address == following.address


@pytest.mark.parametrize("line", ["It wants to lead.", " the  sea"])
async def test_a_line_that_is_typed_at_a_choice_does_not_run_on_through_the_questions(papers: Path, line: str) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        await at(pilot, "topics/t1/frame")
        keys = ["space" if letter == " " else "full_stop" if letter == "." else letter for letter in line]
        await pilot.press("down", *keys, "enter", *keys, "enter", "enter")
        assert interview(pilot).address == "topics/t1/frame"
        interview(pilot).take()
        assert interview(pilot).work.paper.topics[0].frame == ("goal" if line.startswith(" ") else "problem")
        await until(pilot, lambda: [one for one in pilot.app._notifications if "Letters choose nothing" in one.message])
        await pilot.press("up", "down", "enter")
        await until(pilot, lambda: interview(pilot).address != "topics/t1/frame")
        assert interview(pilot).work.paper.topics[0].frame == "goal"


async def test_a_typed_line_marks_nothing_in_a_list_of_provisions(papers: Path) -> None:
    text = KENYA + "    instruments:\n      - id: i1\n        name: A treaty\n"
    async with app_on(write_paper(papers / "kenya.yaml", text)) as pilot:
        await at(pilot, "topics/t1/solutions/s1/legal_basis")
        await pilot.press("a", "space", "b", "enter")
        assert not interview(pilot).query_one(CheckList).marked
        await pilot.press("end", "space")
        await until(pilot, lambda: interview(pilot).work.paper.topics[0].solutions[0].legal_basis)


async def test_the_choice_used_without_choosing_is_that_of_the_conference_of_now(papers: Path) -> None:
    text = KENYA.replace("seat:", "conference: ILMUNC\npreset: ilmunc\nseat:", 1)
    async with app_on(write_paper(papers / "kenya.yaml", text)) as pilot:
        screen = interview(pilot)
        await at(pilot, "look/citing")
        await until(pilot, lambda: "MLA, 9th edition, in the text (used unless you choose)" in drawn(pilot))
        screen.work.answer("conference", ConferenceNamed("NMUN•NY", "nmun-ny"))
        await at(pilot, "seat")
        await at(pilot, "look/citing")
        first = screen.work.interview.prompt("look/citing").question.choices[0].label
        assert "MLA" not in first
        await until(pilot, lambda: first in drawn(pilot))
        assert Composer(screen.work.library).presentation(screen.work.paper).style.name == "numbered"


async def test_two_long_choices_that_begin_alike_can_be_told_apart_on_a_narrow_screen(papers: Path) -> None:
    text = KENYA.replace("seat:", "preset: hnmun\nseat:", 1)
    async with app_on(write_paper(papers / "kenya.yaml", text), (46, 30)) as pilot:
        await at(pilot, "look/citing")
        await until(pilot, lambda: "author and date" in drawn(pilot))
        assert "…" not in drawn(pilot)


def drawn(pilot: Pilot[None]) -> str:
    """The choices as they stand on the screen."""
    listed = pilot.app.screen.query_one(RadioList)
    return " ".join("".join(listed.render_line(y).text for y in range(listed.size.height)).split())


async def test_addresses_are_printed_by_a_command_and_linked_again(papers: Path) -> None:
    kenya = write_paper(papers / "kenya.yaml", KENYA)
    async with app_on(kenya) as pilot:
        for key, wanted in (("down", "printed"), ("up", "")):
            interview(pilot).action_addresses()
            await until(pilot, lambda: pilot.app.screen.query("#offers") and pilot.app.focused, "the two ways")
            await pilot.press(key, "enter")
            await until(pilot, lambda wanted=wanted: interview(pilot).work.paper.look.addresses == wanted)
