"""Ten kills at random moments of typing: the paper is readable each time, and no more than a second is gone."""

from __future__ import annotations

import importlib.util
import random
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from mundraft.desk.session import PaperSession
from mundraft.paper.model import Paper

SOAK = Path(__file__).parents[2] / "tools" / "soak.py"


@pytest.fixture
def soak() -> ModuleType:
    spec = importlib.util.spec_from_file_location("soak", SOAK)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["soak"] = module
    spec.loader.exec_module(module)
    return module


MODES = ("loop", "thread")


def test_a_paper_survives_kills_at_random_moments_of_typing(
    soak: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two papers at once, each saved in its own way: most of the time goes in waiting for the moment."""
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    papers = {mode: tmp_path / f"{mode}.yaml" for mode in MODES}
    for path in papers.values():
        PaperSession.create(path, Paper()).close()

    def kills(mode: str) -> list[Any]:
        seed = random.Random()
        return [soak.kill_once(papers[mode], seed, 1.6, mode, 100_000 * number) for number in range(1, 6)]

    with ThreadPoolExecutor(len(MODES)) as both:
        found = dict(zip(MODES, both.map(kills, MODES), strict=True))
    for mode, path in papers.items():
        assert [kill.readable for kill in found[mode]] == [True] * 5, mode
        assert max(kill.lost for kill in found[mode]) <= 1.0, mode
        session = PaperSession.open(path)
        assert session.rescue_found is None
        session.close()
