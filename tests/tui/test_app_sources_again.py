"""Coming back to the sources of an answer that has one already."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList
from tui_walking import KENYA, app_on, at, interview, shown, type_in, until, write_paper

from mundraft.tui.editors.textbox import TextBox

DEFINITION = "topics/t1/answers/definition"


async def test_e_changes_the_cited_source_when_one_comes_back(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        await at(pilot, "topics/t1/answers/definition")
        await pilot.press("f5")
        await until(pilot, lambda: pilot.app.focused and pilot.app.focused.id == "url")
        await type_in(pilot, "https://example.org/drought")
        await pilot.press("escape")
        await until(pilot, lambda: "example.org" in shown(pilot, "#cites"))
        await pilot.press("f5")
        await until(pilot, lambda: isinstance(pilot.app.focused, OptionList))
        await pilot.press("e")
        await until(pilot, lambda: shown(pilot, "#form-title") == "Change this source")
        await pilot.press("escape")
        await until(pilot, lambda: interview(pilot) is pilot.app.screen)
        assert len(interview(pilot).work.paper.sources) == 1


def ask_for_a_source(pilot: Pilot[None]) -> object:
    return pilot.app.screen.query("#url") and pilot.app.focused and pilot.app.focused.id == "url"


async def test_a_stray_letter_becomes_no_source_and_is_not_lost(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        await at(pilot, DEFINITION)
        await pilot.press("f5")
        await until(pilot, lambda: ask_for_a_source(pilot))
        await pilot.press("e", "escape")
        await until(pilot, lambda: interview(pilot).is_current)
        work = interview(pilot).work
        assert work.paper.sources == ()
        assert work.note(DEFINITION) == "Link: e"
        assert any("No source was added" in one.message for one in pilot.app._notifications)


async def test_a_stray_letter_becomes_no_source_on_the_way_to_another_one_either(papers: Path) -> None:
    sources = "sources:\n  - id: left\n    title: Left over\n"
    async with app_on(write_paper(papers / "kenya.yaml", KENYA + sources)) as pilot:
        await at(pilot, DEFINITION)
        await pilot.press("f5")
        await until(pilot, lambda: ask_for_a_source(pilot))
        await pilot.press("e")
        pilot.app.screen.query_one("#known", OptionList).focus()
        await pilot.press("e")
        await until(pilot, lambda: shown(pilot, "#form-title") == "Change this source")
        await pilot.press("escape")
        await until(pilot, lambda: interview(pilot).is_current)
        work = interview(pilot).work
        assert [source.id for source in work.paper.sources] == ["left"]
        assert work.note(DEFINITION) == "Link: e"


async def test_a_source_that_nothing_cites_can_be_taken_out_and_one_that_is_cited_stays(papers: Path) -> None:
    sources = "sources:\n  - id: left\n    title: Left over\n  - id: used\n    title: Used elsewhere\n"
    cited = KENYA.replace(
        "        - pastoral families", "        - text: families\n          cite:\n            - source: used"
    )
    async with app_on(write_paper(papers / "kenya.yaml", cited + sources)) as pilot:
        await at(pilot, DEFINITION)
        await pilot.press("f5")
        await until(pilot, lambda: ask_for_a_source(pilot))
        known = pilot.app.screen.query_one("#known", OptionList)
        await pilot.press("up")
        assert pilot.app.focused is known, "the arrow leads from the form to the list above it"
        known.highlighted = 1
        await pilot.press("d")
        await until(pilot, lambda: "Another answer cites it" in shown(pilot, "#told"))
        known.highlighted = 0
        await pilot.press("enter", "d")
        await until(pilot, lambda: "This answer cites it" in shown(pilot, "#told"))
        await pilot.press("enter", "d")
        await until(pilot, lambda: "Taken out of the paper: Left over" in shown(pilot, "#told"))
        assert [source.id for source in interview(pilot).work.paper.sources] == ["used"]


async def test_a_date_or_a_link_that_is_none_is_told_as_its_line_is_left(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        await at(pilot, DEFINITION)
        await pilot.press("f5")
        await until(pilot, lambda: ask_for_a_source(pilot))
        await type_in(pilot, "the library")
        await pilot.press("enter")
        await until(pilot, lambda: "not the address of a web page" in shown(pilot, "#told"))
        pilot.app.screen.query_one("#issued").focus()
        await type_in(pilot, "last March")
        await pilot.press("enter")
        await until(pilot, lambda: "“last March” is not a date" in shown(pilot, "#told"))
        told = pilot.app.screen.query_one("#told")
        assert told.region.bottom < pilot.app.size.height
        pilot.app.screen.query_one("#title").focus()
        await type_in(pilot, "Water")
        await pilot.press(*["enter"] * 6)
        await until(pilot, lambda: "Added and cited: Water" in shown(pilot, "#told"))
        assert "E in the list changes it" in shown(pilot, "#told")


async def test_a_date_in_words_is_understood_and_what_was_told_of_it_goes(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        await at(pilot, DEFINITION)
        await pilot.press("f5")
        await until(pilot, lambda: ask_for_a_source(pilot))
        pilot.app.screen.query_one("#title").focus()
        await type_in(pilot, "Water")
        pilot.app.screen.query_one("#issued").focus()
        await type_in(pilot, "some July")
        await pilot.press("enter")
        await until(pilot, lambda: "is not a date" in shown(pilot, "#told"))
        pilot.app.screen.query_one("#issued").focus()
        pilot.app.screen.query_one("#issued", TextBox).show("July 2023")
        await pilot.press("enter")
        await until(pilot, lambda: shown(pilot, "#told") == "")
        await pilot.press(*["enter"] * 2)
        await until(pilot, lambda: interview(pilot).work.paper.sources)
        assert interview(pilot).work.paper.sources[0].issued == "2023-07"


async def test_how_to_cite_again_can_be_read_above_a_long_list_of_sources(papers: Path) -> None:
    sources = "".join(f"  - id: s{n}\n    title: Source {n}\n" for n in range(9))
    async with app_on(write_paper(papers / "kenya.yaml", f"{KENYA}sources:\n{sources}")) as pilot:
        await at(pilot, DEFINITION)
        await pilot.press("f5")
        await until(pilot, lambda: ask_for_a_source(pilot))
        screen = pilot.app.screen
        await until(pilot, lambda: screen.query_one("#known-title").region.height)
        assert screen.query_one(".dialog-body").scroll_offset.y == 0
        assert screen.query_one("#url").region.bottom <= screen.query_one(".dialog-body").region.bottom


async def test_an_address_inside_the_answer_is_offered_as_its_source_and_added_only_when_asked(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        await at(pilot, DEFINITION)
        await pilot.press("ctrl+a")
        await type_in(pilot, "Wells run dry https://example.org/wells.")
        await until(pilot, lambda: "web address stands inside the text" in shown(pilot, "#advice"))
        await pilot.press("f5")
        await until(pilot, lambda: ask_for_a_source(pilot))
        assert pilot.app.screen.query_one("#url", TextBox).text == "https://example.org/wells"
        await pilot.press("escape")
        await until(pilot, lambda: interview(pilot).is_current)
        assert interview(pilot).work.paper.sources == ()
        await pilot.press("f5")
        await until(pilot, lambda: ask_for_a_source(pilot))
        await pilot.click("#add")
        await until(pilot, lambda: len(interview(pilot).work.paper.sources) == 1)
        await pilot.press("escape")
        await until(pilot, lambda: interview(pilot).is_current)
        assert interview(pilot).work.paper.sources[0].url == "https://example.org/wells"


async def test_an_empty_line_of_a_list_takes_no_source_and_gives_none_to_another_line(papers: Path) -> None:
    with_a_fact = KENYA.replace("      affected:", "      facts:\n        - Floods drove 64,373 away.\n      affected:")
    async with app_on(write_paper(papers / "kenya.yaml", with_a_fact)) as pilot:
        await at(pilot, "topics/t1/answers/facts")
        lines = list(pilot.app.screen.query("ListEditor TextBox").results(TextBox))
        written, empty = next(line for line in lines if line.text), lines[-1]
        empty.focus()
        await until(pilot, lambda: pilot.app.focused is empty)
        await pilot.press("f5")
        await until(pilot, lambda: any("Write this line first" in one.message for one in pilot.app._notifications))
        assert interview(pilot).is_current
        written.focus()
        await until(pilot, lambda: pilot.app.focused is written)
        await pilot.press("f5")
        await until(pilot, lambda: ask_for_a_source(pilot), "the sources of a line with words")


async def test_two_people_in_the_line_of_the_author_are_told_as_it_is_left(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        await at(pilot, DEFINITION)
        await pilot.press("f5")
        await until(pilot, lambda: ask_for_a_source(pilot))
        await type_in(pilot, "example.org/report")
        pilot.app.screen.query_one("#author", TextBox).focus()
        await pilot.pause()
        await type_in(pilot, "Maria Quattri and Kevin Watkins")
        await pilot.press("enter")
        await until(pilot, lambda: "Quattri, Maria; Watkins, Kevin" in shown(pilot, "#told"))
