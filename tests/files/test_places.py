"""Where the program keeps things."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from mundraft.files.places import key_for, user_data, user_state


def test_one_variable_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path))
    assert user_data().is_relative_to(tmp_path)
    assert user_state().is_relative_to(tmp_path)
    assert user_data() != user_state()
    assert not list(tmp_path.iterdir())


def test_without_it_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MUNDRAFT_HOME")
    assert "mundraft" in user_data().parts
    assert "mundraft" in user_state().parts


def test_a_key_is_readable_and_one_for_each_file(tmp_path: Path) -> None:
    here, there = tmp_path / "a" / "kenya.yaml", tmp_path / "b" / "kenya.yaml"
    assert key_for(here) != key_for(there)
    assert key_for(here).startswith("kenya-")
    assert key_for(tmp_path / "a" / ".." / "a" / "kenya.yaml") == key_for(here)


def test_an_accent_in_either_form_is_one_key(tmp_path: Path) -> None:
    composed = tmp_path / unicodedata.normalize("NFC", "Côte.yaml")
    assert key_for(composed) == key_for(tmp_path / unicodedata.normalize("NFD", "Côte.yaml"))
