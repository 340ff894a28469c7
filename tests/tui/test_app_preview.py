"""The preview reads as the paper does."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static
from tui_walking import KENYA, NARROW, WIDE, app_on, interview, until, write_paper

from mundraft.library.search_path import default_library
from mundraft.tui.interview_screen import InterviewScreen
from mundraft.tui.preview import Preview

HEADINGS = ("The issue", "Kenya and climate-induced displacement", "Law and past action", "Proposed solutions")


async def test_the_preview_has_every_heading_in_the_order_of_the_paper(tmp_path: Path) -> None:
    paper = tmp_path / "kenya.yaml"
    paper.write_bytes(default_library().example("kenya-climate-displacement"))
    async with app_on(paper, WIDE) as pilot:

        def read() -> str:
            preview = pilot.app.screen.query_one(Preview)
            return "\n".join(str(part.render()) for part in preview.query(Static))

        await until(pilot, lambda: "Resources" in read(), "the whole paper in the preview")
        places = [read().find(heading) for heading in HEADINGS]
        assert -1 not in places
        assert places == sorted(places)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_f3_shows_the_paper_alone_and_then_the_question_again(papers: Path, size: tuple[int, int]) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA), size) as pilot:
        screen = interview(pilot)
        for back in ("f3", "escape"):
            await pilot.press("f3")
            await until(pilot, lambda: seen(screen) == {"#preview"} and screen.focused is screen.query_one(Preview))
            assert screen.query_one(Preview).region.width == size[0]
            await pilot.press(back)
            await until(pilot, lambda: "#question" in seen(screen) and screen.question_is_shown())
        assert len(seen(screen)) == (3 if size == WIDE else 1)


async def test_the_question_alone_has_all_the_room_of_a_wide_window(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA), WIDE) as pilot:
        screen = interview(pilot)
        await screen.action_alone()
        await until(pilot, lambda: seen(screen) == {"#question"})
        await screen.action_alone()
        await until(pilot, lambda: len(seen(screen)) == 3)


def seen(screen: InterviewScreen) -> set[str]:
    return {name for name in ("#steps", "#question", "#preview") if screen.query_one(name).region}


async def test_a_click_on_a_part_leads_to_where_it_is_written(papers: Path) -> None:
    own = KENYA + "    own_words:\n      stance: We want a fund.\n"
    async with app_on(write_paper(papers / "kenya.yaml", own), WIDE) as pilot:
        screen = interview(pilot)
        for words, address in (
            ("We want a fund", "topics/t1/own_words/stance"),
            ("forced move", "topics/t1/answers/hook"),
            ("Position Paper", "seat"),
        ):
            await until(pilot, lambda words=words: part_with(pilot, words))
            part_with(pilot, words).scroll_visible(animate=False)
            await until(pilot, lambda words=words: part_with(pilot, words).region.y >= 0)
            await pilot.click(part_with(pilot, words))
            await until(pilot, lambda address=address: screen.address == address and screen.question_is_shown())


def part_with(pilot: Pilot[None], words: str) -> Static:
    return next(part for part in interview(pilot).query_one(Preview).query(Static) if words in str(part.content))
