"""A home and a folder for papers of its own for each test, and waits that end as soon as the app has nothing to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tui_walking import settled


@pytest.fixture(autouse=True)
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, used_home: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def first_start(used_home: Path) -> None:
    """The app was never started on this computer: nothing is remembered of the library."""
    shutil.rmtree(used_home)


@pytest.fixture(autouse=True)
def quick_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """After each key, Textual's own wait sleeps twice until the processor rests, which threads of the app put off."""
    monkeypatch.setattr("textual.app.wait_for_idle", settled)
    monkeypatch.setattr("textual.pilot.wait_for_idle", settled)
