"""Any keys in any order: the app goes on, and the paper stays a paper. `tools/any_keys.py` walks further."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tui_walking import KENYA, write_paper

from mundraft.paper.file import read_paper_file

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from any_keys import Walk, walk


@pytest.mark.parametrize("seed", [21, 22])
async def test_any_keys_leave_the_app_running_and_the_paper_whole(
    seed: int, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(papers)
    done = await walk(write_paper(papers / "kenya.yaml", KENYA), seed, 120)
    assert done.fault == "", done.told
    for held in papers.glob("*.yaml"):
        read_paper_file(held)


def test_what_ended_a_walk_is_told_with_the_keys_that_led_there() -> None:
    told = Walk((("InterviewScreen", "f9"), ("ExportDialog", "enter")), "KeyError: gone").told
    assert told.startswith("KeyError: gone")
    assert "f9 on InterviewScreen, enter on ExportDialog" in told
