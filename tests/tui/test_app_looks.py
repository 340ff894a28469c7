"""The window for exporting says whose looks the Word file will have."""

from __future__ import annotations

import shutil
from pathlib import Path

from textual.widgets import Static
from tui_walking import KENYA, app_on, until, write_paper

REFERENCE = Path(__file__).parents[1] / "word" / "references" / "made_in_libreoffice.docx"


async def test_the_export_says_whose_looks_are_used_and_what_the_rules_leave_out(papers: Path) -> None:
    template = papers / "templates" / "school"
    template.mkdir(parents=True)
    (template / "template.yaml").write_text("extends: classic\nname: Mars College\n", encoding="utf-8")
    (template / "paper.md.j2").write_text('{% extends "classic" %}\n', encoding="utf-8")
    shutil.copy(REFERENCE, template / "reference.docx")
    path = write_paper(papers / "k.yaml", KENYA.replace("seat:", "preset: northmun\nseat:", 1))
    path.write_text(path.read_text(encoding="utf-8").replace("template: classic", "template: school"), encoding="utf-8")
    async with app_on(path) as pilot:
        await pilot.press("f9")
        await until(pilot, lambda: pilot.app.screen.query("#looks"))
        told = str(pilot.app.screen.query_one("#looks", Static).render())
        assert "those of the template “Mars College”, without the font Cambria" in told
        assert "the picture in the header" in told
        assert told.endswith("by the rules of NorthMUN.")
