"""Sources from files of other programs, taken in on the screen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static
from tui_walking import KENYA, app_on, at, on_disk, until, write_paper

from mundraft.tui.dialogs import AskLine, Told
from mundraft.tui.editors.textbox import TextBox

BIB = "@book{a, title = {Water}, author = {Okafor, Ben}, year = 2023}\n@book{b, title = {Never closed,\n"


@pytest.fixture
def kenya(papers: Path) -> Path:
    (papers / "list.bib").write_text(BIB, encoding="utf-8")
    return write_paper(papers / "kenya.yaml", KENYA)


async def give_file(pilot: Pilot[None], name: str) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, AskLine) and pilot.app.focused, "where the file is")
    pilot.app.screen.query_one(TextBox).show(name)
    pilot.app.screen.query_one(TextBox).focus()
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, Told) and pilot.app.focused, "what came of it")


def told(pilot: Pilot[None]) -> str:
    return "\n".join(str(static.content) for static in pilot.app.screen.query(Static))


async def test_a_file_of_sources_is_taken_in_and_what_came_of_it_is_told(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await pilot.app.screen.run_action("import_sources")
        await give_file(pilot, '"list.bib"')
        assert "1 source added." in told(pilot)
        assert "list.bib:2" in told(pilot)
        await until(pilot, lambda: on_disk(kenya).sources)
    assert [source.title for source in on_disk(kenya).sources] == ["Water"]


async def test_a_file_that_is_not_there_is_told(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await pilot.app.screen.run_action("import_sources")
        await give_file(pilot, "nowhere.bib")
        assert "No source was added." in told(pilot)
        assert "file-missing" in told(pilot)


async def test_a_file_beside_the_paper_or_downloaded_is_offered_and_taken_by_enter(
    kenya: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    downloads = kenya.parent / "Downloads"
    downloads.mkdir()
    (downloads / "older.ris").write_text("TY  - BOOK\nTI  - Wells\nER  - \n", encoding="utf-8")
    os.utime(downloads / "older.ris", (1, 1))
    (downloads / "holiday.jpg").write_bytes(b"")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(kenya.parent))
    async with app_on(kenya) as pilot:
        await pilot.app.screen.run_action("import_sources")
        await until(pilot, lambda: isinstance(pilot.app.focused, OptionList), "the files found")
        offered = [str(option.prompt) for option in pilot.app.screen.query_one(OptionList).options]
        assert offered == ["list.bib", "older.ris  in Downloads"]
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Told), "what came of it")
        assert "1 source added." in told(pilot)


async def test_a_file_s_name_can_be_typed_after_the_folder_that_stands_there(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await pilot.app.screen.run_action("import_sources")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskLine) and pilot.app.focused)
        pilot.app.screen.query_one(TextBox).focus()
        await pilot.press(*"list", "full_stop", *"bib", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Told), "what came of it")
        assert "1 source added." in told(pilot)


async def test_what_is_imported_stands_in_the_list_of_sources_to_be_cited(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await at(pilot, "topics/t1/answers/definition")
        await pilot.press("f5")
        await until(pilot, lambda: pilot.app.screen.query("#import"))
        dialog = pilot.app.screen
        dialog.query_one("#import").focus()
        await pilot.press("enter")
        await give_file(pilot, str(kenya.parent / "list.bib"))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is dialog)
        known = dialog.query_one("#known", OptionList)
        assert "Water" in str(known.get_option_at_index(0).prompt)
        assert pilot.app.focused is known
        await pilot.press("down", "enter", "escape")
        await until(pilot, lambda: on_disk(kenya).topics[0].answers["definition"].cite)  # type: ignore[union-attr]
