"""The preview reads as the paper does."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Static
from tui_walking import WIDE, app_on, until

from mundraft.library.search_path import default_library
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
