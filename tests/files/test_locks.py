"""Two windows on one paper wait for each other briefly, and never for good."""

from __future__ import annotations

import threading
from pathlib import Path

import filelock
import pytest

from mundraft.files import locks
from mundraft.files.locks import Presence, held


def test_a_second_holder_waits_a_little_and_then_goes_on_without(tmp_path: Path) -> None:
    with held(tmp_path / "a.yaml") as first, held(tmp_path / "a.yaml", patience=0.05) as second:
        assert (first, second) == (True, False)
    with held(tmp_path / "a.yaml") as again:
        assert again


def test_locks_of_different_files_are_apart_and_none_stands_beside_the_file(tmp_path: Path) -> None:
    with held(tmp_path / "a.yaml"), held(tmp_path / "b.yaml") as other:
        assert other
        assert not list(tmp_path.iterdir())


def test_a_lock_can_be_let_go_from_another_thread(tmp_path: Path) -> None:
    presence = Presence(tmp_path / "a.yaml")
    thread = threading.Thread(target=presence.leave)
    thread.start()
    thread.join()
    assert not Presence(tmp_path / "a.yaml").elsewhere


def test_a_second_window_knows_of_the_first_until_that_one_leaves(tmp_path: Path) -> None:
    first = Presence(tmp_path / "a.yaml")
    second = Presence(tmp_path / "a.yaml")
    assert (first.elsewhere, second.elsewhere) == (False, True)
    second.leave()
    assert Presence(tmp_path / "a.yaml").elsewhere
    first.leave()
    first.leave()
    third = Presence(tmp_path / "a.yaml")
    assert not third.elsewhere
    third.leave()


def test_the_first_window_knows_of_those_that_came_later(tmp_path: Path) -> None:
    windows = [Presence(tmp_path / "a.yaml") for _ in range(6)]
    assert [one.elsewhere for one in windows] == [False, *[True] * 5]
    assert all(one.anyone_else() for one in windows)
    for one in windows[1:]:
        one.leave()
    assert not windows[0].anyone_else()
    assert not Presence(tmp_path / "b.yaml").anyone_else()


@pytest.mark.parametrize("error", [OSError("no locks here"), NotImplementedError()])
def test_where_the_system_cannot_lock_work_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(filelock.FileLock, "acquire", refuse)
    with held(tmp_path / "a.yaml") as had:
        assert not had
    assert not Presence(tmp_path / "a.yaml").elsewhere


def test_where_no_lock_file_can_be_made_work_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(locks, "user_state", lambda: tmp_path / "file")
    with held(tmp_path / "a.yaml") as had:
        assert not had
    Presence(tmp_path / "a.yaml").leave()
