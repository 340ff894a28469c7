"""A paper that the program cannot put together, by a fault of its own, can still be opened and written."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_walking import KENYA, NARROW, app_on, interview, on_disk, shown, type_in, until, write_paper

from mundraft.desk import handed_in
from mundraft.tui.preview import Preview


async def test_a_fault_of_the_draft_stops_neither_the_app_nor_the_typing(
    papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, failing = handed_in.as_handed_in, [True]

    def fails(*given: object) -> object:
        if failing:
            raise IndexError("secret words of the delegate")
        return whole(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(handed_in, "as_handed_in", fails)
    path = write_paper(papers / "kenya.yaml", KENYA)
    async with app_on(path, NARROW) as pilot:
        preview = interview(pilot).query_one(Preview)
        await until(pilot, lambda: preview.trouble, "the fault is told")
        await pilot.press("f3")
        await until(pilot, lambda: "go on writing" in shown(pilot, "#trouble"))
        assert "secret" not in preview.trouble
        await pilot.press("escape")
        await type_in(pilot, "okapi")
        await until(pilot, lambda: "okapi" in path.read_text("utf-8"))
        failing.clear()
        await type_in(pilot, "s")
        await until(pilot, lambda: not preview.trouble, "the draft comes back")
        assert not preview.query_one("#trouble").display
    assert on_disk(path).template
