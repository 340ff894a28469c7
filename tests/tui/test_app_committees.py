"""The committee's box: what Enter takes, and which lines stand below it."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import OptionList
from tui_walking import app_on, at, interview, shown, type_in, until, write_paper


async def test_enter_takes_the_committee_whose_name_was_begun(papers: Path) -> None:
    async with app_on(write_paper(papers / "new.yaml", "topics:\n  - id: t1\n")) as pilot:
        await at(pilot, "committee")
        await type_in(pilot, "environment")
        await until(pilot, lambda: "Enter takes United Nations Env" in shown(pilot, "CommitteeEditor .understood"))
        await pilot.press("enter")
        await until(pilot, lambda: interview(pilot).work.paper.committee.short == "UNEA")


async def test_the_very_name_of_the_list_is_not_offered_as_unverified(papers: Path) -> None:
    named = "committee:\n  name: United Nations Environment Assembly\ntopics:\n  - id: t1\n"
    async with app_on(write_paper(papers / "named.yaml", named)) as pilot:
        await at(pilot, "committee")
        assert "✓" in shown(pilot, "CommitteeEditor .understood")
        listed = pilot.app.screen.query_one("CommitteeEditor .found", OptionList).options
        assert not any("unverified" in str(one.prompt) for one in listed)


async def test_a_name_that_begins_with_a_body_s_own_offers_that_body(papers: Path) -> None:
    async with app_on(write_paper(papers / "organ.yaml", "topics:\n  - id: t1\n")) as pilot:
        await at(pilot, "committee")
        await type_in(pilot, "UNICEF executive board")
        await until(
            pilot, lambda: "Enter offers United Nations Children" in shown(pilot, "CommitteeEditor .understood")
        )
        await pilot.press("enter", "enter")
        await until(pilot, lambda: interview(pilot).work.paper.committee.short == "UNICEF")
