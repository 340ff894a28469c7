"""Ten kills at random moments of typing: the paper is readable each time, and no more than a second is gone."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

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


@pytest.mark.parametrize("mode", ["loop", "thread"])
def test_a_paper_survives_kills_at_random_moments_of_typing(
    soak: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    path = tmp_path / "kenya.yaml"
    PaperSession.create(path, Paper()).close()
    seed = random.Random()
    for number in range(1, 6):
        kill = soak.kill_once(path, seed, 1.6, mode, 100_000 * number)
        assert kill.readable
        assert kill.lost <= 1.0
    session = PaperSession.open(path)
    assert session.rescue_found is None
    session.close()
