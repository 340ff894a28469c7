"""A class's documents on their way to the disk while others are being made."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from mundraft.files import settling, system
from mundraft.files.atomic import write_atomically
from mundraft.files.settling import Settling
from mundraft.problems import CannotSave


@pytest.fixture(autouse=True)
def _two_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "_TOGETHER", 2)


def written(folder: Path, names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        write_atomically(path, path.name.encode(), durably=False)
    return paths


def waited_for(monkeypatch: pytest.MonkeyPatch, act: Callable[[str], None] = lambda _: None) -> list[str]:
    """The contents of the files that the disk is waited for with, in order; `act` may refuse one."""
    synced: list[str] = []

    def sync(descriptor: int) -> None:
        content = os.read(descriptor, 10).decode()
        synced.append(content)
        act(content)

    monkeypatch.setattr(system, "sync_file", sync)
    return synced


def test_files_reach_the_disk_while_others_are_still_being_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived = Event()
    synced = waited_for(monkeypatch, lambda content: arrived.set() if content == "b" else None)
    line = Settling()
    for path in written(tmp_path, "ab"):
        line.add(path)
    assert arrived.wait(10), "two are enough to begin with, and nobody has finished"
    for path in written(tmp_path, "cde"):
        line.add(path)
    line.finish()
    assert sorted(synced) == [*"abcde"]


def test_a_slow_disk_holds_up_nobody_who_adds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may_go_on = Event()
    synced = waited_for(monkeypatch, lambda _: None if may_go_on.wait(10) else pytest.fail("never let go"))
    line = Settling()
    for path in written(tmp_path, "abcdefg"):
        line.add(path)
    assert synced in ([], ["a"]), "the disk is still at the first"
    may_go_on.set()
    line.finish()
    assert sorted(synced) == [*"abcdefg"]


@pytest.mark.parametrize("bad", [*"abc"])
def test_a_disk_that_fails_meanwhile_is_told_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bad: str
) -> None:
    def refuse(content: str) -> None:
        if content == bad:
            raise OSError(errno.EIO, "bad sector")

    waited_for(monkeypatch, refuse)
    line = Settling()
    for path in written(tmp_path, "abc"):
        line.add(path)
    with pytest.raises(CannotSave) as told:
        line.finish()
    assert [problem.code for problem in told.value.problems] == ["save-failed"]
    assert told.value.problems[0].what.startswith(f"{bad} could not be saved")


def test_where_the_system_has_no_thread_more_all_is_settled_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_left(_: Thread) -> None:
        raise RuntimeError("can't start new thread")

    synced = waited_for(monkeypatch)
    monkeypatch.setattr(Thread, "start", none_left)
    line = Settling()
    for path in written(tmp_path, "abcde"):
        line.add(path)
    assert synced == []
    line.finish()
    assert sorted(synced) == [*"abcde"]
