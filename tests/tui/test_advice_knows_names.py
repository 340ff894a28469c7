"""The advice beside an answer knows countries."""

from __future__ import annotations

from pathlib import Path

from tui_walking import KENYA, app_on, at, interview, shown, type_in, until, write_paper


async def test_a_country_written_small_is_told_while_one_types(papers: Path) -> None:
    kenya = write_paper(papers / "kenya.yaml", KENYA)
    async with app_on(kenya) as pilot:
        await at(pilot, "topics/t1/answers/stance")
        await until(pilot, lambda: "France" in interview(pilot).names.names(), "the library's names")
        await type_in(pilot, "We ask that france should help us, and Kenya asks for a fund")
        await until(pilot, lambda: "France is written here" in " ".join(shown(pilot, "#advice").split()), "the advice")
