"""A file gets another name and never takes that of one that is there."""

from __future__ import annotations

import os
import sys
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


def test_a_file_of_that_name_is_never_replaced(paper: Path) -> None:
    other = paper.with_name("kenya.yaml")
    other.write_text("theirs")
    with pytest.raises(FileExistsError):
        rename_to_free(paper, other)
    assert (paper.read_text(), other.read_text()) == ("mine", "theirs")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few people make links")
def test_a_link_never_replaces_the_file_behind_it_nor_the_file_its_link(paper: Path) -> None:
    link = paper.with_name("kenya.yaml")
    link.symlink_to(paper.name)
    for old, new in ((link, paper), (paper, link)):
        with pytest.raises(FileExistsError):
            rename_to_free(old, new)
    assert paper.read_text() == "mine"
    assert not paper.is_symlink()
    rename_to_free(link, paper.with_name("mali.yaml"))
    assert paper.with_name("mali.yaml").is_symlink()
    assert paper.with_name("mali.yaml").read_text() == "mine"


def test_a_name_that_the_system_refuses_is_given_back(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> None:
        raise PermissionError("open in another program, as Windows says it")

    monkeypatch.setattr(system, "is_windows", lambda: False)
    monkeypatch.setattr(Path, "replace", busy)
    with pytest.raises(PermissionError):
        rename_to_free(paper, paper.with_name("kenya.yaml"))
    assert [one.name for one in paper.parent.iterdir()] == [paper.name]


def test_what_another_program_wrote_under_the_name_meanwhile_stays(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written_over(_: Path, new: Path) -> None:
        new.write_text("theirs")
        raise PermissionError("open in another program")

    monkeypatch.setattr(system, "is_windows", lambda: False)
    monkeypatch.setattr(Path, "replace", written_over)
    with pytest.raises(PermissionError):
        rename_to_free(paper, paper.with_name("kenya.yaml"))
    assert {one.name: one.read_text() for one in paper.parent.iterdir()} == {paper.name: "mine", "kenya.yaml": "theirs"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps names by its own journal")
def test_a_new_name_is_on_the_disk_itself_when_it_is_given(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settled: list[tuple[int, list[str]]] = []

    def settle(descriptor: int) -> None:
        settled.append((os.fstat(descriptor).st_ino, [one.name for one in paper.parent.iterdir()]))

    monkeypatch.setattr(os, "fsync", settle)
    rename_to_free(paper, paper.with_name("kenya.yaml"))
    assert settled == [(paper.parent.stat().st_ino, ["kenya.yaml"])]


def test_windows_takes_no_name_beforehand_since_it_replaces_nothing(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(_: Path, new: Path) -> None:
        raise FileExistsError(new)

    monkeypatch.setattr(system, "is_windows", lambda: True)
    rename_to_free(paper, paper.with_name("kenya.yaml"))
    monkeypatch.setattr(os, "rename", taken)
    with pytest.raises(FileExistsError):
        rename_to_free(paper.with_name("kenya.yaml"), paper.with_name("mali.yaml"))
    assert [one.name for one in paper.parent.iterdir()] == ["kenya.yaml"]


def test_on_windows_a_file_that_a_virus_scanner_reads_is_waited_for(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really, held = os.rename, [PermissionError("held"), PermissionError("held")]

    def rename(old: Path, new: Path) -> None:
        if held:
            raise held.pop()
        really(old, new)

    monkeypatch.setattr(system, "is_windows", lambda: True)
    monkeypatch.setattr(system, "RETRY_PAUSES", (0.0,) * 3)
    monkeypatch.setattr(os, "rename", rename)
    rename_to_free(paper, paper.with_name("kenya.yaml"))
    assert not held
    assert [(one.name, one.read_text()) for one in paper.parent.iterdir()] == [("kenya.yaml", "mine")]


def test_the_same_name_in_other_letters_is_free_where_the_disk_takes_both_for_one(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(*_: object) -> int:
        raise FileExistsError

    capital, about = paper.with_name("New-Paper.yaml"), os.lstat(paper)
    monkeypatch.setattr(os, "open", taken)
    monkeypatch.setattr(os, "lstat", lambda _: about)
    monkeypatch.setattr(system, "sync_folder", lambda _: None)
    rename_to_free(paper, capital)
    monkeypatch.undo()
    assert [one.name for one in paper.parent.iterdir()] == [capital.name]
