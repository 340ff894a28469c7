"""A file gets another name and never takes that of one that is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mundraft.files import system
from mundraft.files.renaming import rename_to_free


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "new-paper.yaml"
    path.write_text("mine")
    return path


def test_a_file_gets_a_free_name(paper: Path) -> None:
    rename_to_free(paper, paper.with_name("kenya.yaml"))
    assert [(one.name, one.read_text()) for one in paper.parent.iterdir()] == [("kenya.yaml", "mine")]


def test_a_file_that_came_meanwhile_is_never_replaced(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = paper.with_name("kenya.yaml")
    other.write_text("theirs")
    monkeypatch.setattr(Path, "exists", lambda path: path != other)  # as if it was not there a moment ago
    with pytest.raises(FileExistsError):
        rename_to_free(paper, other)
    assert (paper.read_text(), other.read_text()) == ("mine", "theirs")


def test_a_name_that_the_system_refuses_is_given_back(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> None:
        raise PermissionError("open in another program, as Windows says it")

    monkeypatch.setattr(Path, "replace", busy)
    with pytest.raises(PermissionError):
        rename_to_free(paper, paper.with_name("kenya.yaml"))
    assert [one.name for one in paper.parent.iterdir()] == [paper.name]


def test_windows_takes_no_name_beforehand_since_it_replaces_nothing(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(_: Path, new: Path) -> None:
        raise FileExistsError(new)

    monkeypatch.setattr(system, "is_windows", lambda: True)
    rename_to_free(paper, paper.with_name("kenya.yaml"))
    monkeypatch.setattr(Path, "rename", taken)
    with pytest.raises(FileExistsError):
        rename_to_free(paper.with_name("kenya.yaml"), paper.with_name("mali.yaml"))
    assert [one.name for one in paper.parent.iterdir()] == ["kenya.yaml"]


def test_the_same_name_in_other_letters_is_free_where_the_disk_takes_both_for_one(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(*_: object) -> int:
        raise FileExistsError

    capital = paper.with_name("New-Paper.yaml")
    monkeypatch.setattr(os, "open", taken)
    monkeypatch.setattr(Path, "exists", lambda _: True)
    monkeypatch.setattr(Path, "samefile", lambda _, other: other == paper)
    rename_to_free(paper, capital)
    monkeypatch.undo()
    assert [one.name for one in paper.parent.iterdir()] == [capital.name]
