"""The style of the United Nations against what its own manual and documents print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from mundraft.citation.style import Earlier, Work
from mundraft.citation.styles import style
from mundraft.document.tree import Cited, Inlines, Link, Run, inline_text
from mundraft.models.model import from_values
from mundraft.paper.model import Source

ROWS: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "un_manual.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)


def shown(inlines: Inlines) -> str:
    return "".join(
        f"_{inline.text}_" if isinstance(inline, Run | Link) and inline.italic else inline_text((inline,))
        for inline in inlines
    )


@pytest.mark.parametrize("row", ROWS, ids=[row["what"] for row in ROWS])
def test_a_reference_reads_as_the_united_nations_print_it(row: dict[str, Any]) -> None:
    works = style("un-editorial").bibliography([Work(from_values(Source, {"id": "s", **row["source"]}))])
    cites = (Cited("s", row.get("locator", "")),)
    listed, note = shown(works.entries[0].inlines), shown(works.note(cites, Earlier()))
    assert note == row.get("note", note)
    assert shown(works.mark(cites)) == row.get("mark", shown(works.mark(cites)))
    assert listed.startswith(row.get("begins", ""))
    assert row.get("holds", "") in listed
    assert row.get("holds", "") in note


def test_every_row_says_where_it_was_seen_and_asks_for_something() -> None:
    assert [
        row["what"] for row in ROWS if not row["seen"] or not {"note", "mark", "begins", "holds"} & row.keys()
    ] == []
