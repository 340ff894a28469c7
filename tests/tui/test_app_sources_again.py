"""Coming back to the sources of an answer that has one already."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import OptionList
from tui_walking import KENYA, app_on, at, interview, shown, type_in, until, write_paper


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
