"""A file is written whole or not at all, whatever the disk does in between."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mundraft.files import atomic, system
from mundraft.files.atomic import settle, stamp_of, sweep_leftovers, write_atomically
from mundraft.problems import CannotSave

#: Every call by which a write reaches the disk.
CALLS = ("open", "write", "fsync", "replace", "close")


def code_of(refused: pytest.ExceptionInfo[CannotSave]) -> str:
    return refused.value.problems[0].code


def failing(name: str, error: BaseException, at: int = 1) -> Callable[..., Any]:
    """A system call that fails the `at`-th time and works otherwise."""
    real, calls = getattr(os, name), 0

    def call(*args: Any, **kwargs: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == at:
            if name == "close":
                real(*args, **kwargs)
            raise error
        return real(*args, **kwargs)

    return call


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "is_windows", lambda: True)
    monkeypatch.setattr(system, "RETRY_PAUSES", (0.0, 0.0, 0.0))


def test_new_bytes_replace_old_ones_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "kenya.yaml"
    for data in (b"one", b"", b"three" * 100_000):
        write_atomically(path, data)
        assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_that_takes_a_few_bytes_at_a_time_gets_them_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, bytes(data[:7])))
    write_atomically(tmp_path / "kenya.yaml", b"x" * 100)
    assert (tmp_path / "kenya.yaml").read_bytes() == b"x" * 100


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_permissions_stay_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "kenya.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link_and_the_file_behind_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    real, link = tmp_path / "shared" / "real.yaml", tmp_path / "link.yaml"
    real.write_bytes(b"old")
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("this system does not let us make links")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "save-disk-full"),
        (errno.EROFS, "save-read-only"),
        (errno.EACCES, "save-read-only"),
        (errno.EIO, "save-failed"),
    ],
)
def test_a_fault_at_any_call_leaves_the_old_file_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, code: str
) -> None:
    path = tmp_path / "kenya.yaml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, call, failing(call, OSError(number, os.strerror(number))))
    with pytest.raises(CannotSave) as refused:
        write_atomically(path, b"new")
    monkeypatch.undo()
    assert code_of(refused) == code
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_program_stopped_at_any_call_leaves_a_whole_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, at: int
) -> None:
    path = tmp_path / "kenya.yaml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, call, failing(call, KeyboardInterrupt(), at))
    with contextlib.suppress(KeyboardInterrupt):
        write_atomically(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() in (b"old", b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_synced_does_not_make_a_saved_file_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, at in ((errno.EINVAL, 1), (errno.EIO, 2)):
        monkeypatch.setattr(os, "fsync", failing("fsync", OSError(number, "no"), at))
        write_atomically(tmp_path / "kenya.yaml", b"new")
        monkeypatch.undo()
    assert (tmp_path / "kenya.yaml").read_bytes() == b"new"


def test_a_file_marked_read_only_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "kenya.yaml"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(CannotSave) as refused:
        write_atomically(path, b"new")
    path.chmod(0o644)
    assert code_of(refused) == "save-read-only"
    assert path.read_bytes() == b"old"


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotSave) as refused:
        write_atomically(tmp_path / "gone" / "kenya.yaml", b"new")
    assert code_of(refused) == "save-folder-gone"


def test_a_folder_or_a_device_is_not_written_to(tmp_path: Path) -> None:
    for path in (tmp_path, Path(os.devnull)):
        with pytest.raises(CannotSave) as refused:
            write_atomically(path, b"new")
        assert code_of(refused) in ("save-not-a-file", "save-name-refused")
    assert tmp_path.is_dir()


def test_a_link_in_a_circle_is_told(tmp_path: Path) -> None:
    try:
        (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
        (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    except OSError:
        pytest.skip("this system does not let us make links")
    with pytest.raises(CannotSave) as refused:
        write_atomically(tmp_path / "a.yaml", b"new")
    assert code_of(refused) == "save-not-a-file"


@pytest.mark.parametrize("name", ["con.yaml", "x\0y.yaml", "a:b.yaml", "n" * 300 + ".yaml"])
def test_a_name_that_some_system_refuses_is_refused_everywhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotSave) as refused:
        write_atomically(tmp_path / name, b"new")
    assert code_of(refused) == "save-name-refused"
    assert not list(tmp_path.iterdir())


def test_an_existing_file_of_a_name_that_windows_refuses_can_still_be_saved(tmp_path: Path) -> None:
    path = tmp_path / 'the "final" paper.yaml'
    try:
        path.write_bytes(b"old")
    except OSError:
        pytest.skip("this system refuses the name itself")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


def test_windows_waits_for_a_program_that_holds_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, windows: None
) -> None:
    path = tmp_path / "kenya.yaml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", failing("replace", PermissionError(errno.EACCES, "in use"), at=1))
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("number", [5, 32, 33])
def test_windows_says_busy_when_the_file_stays_open_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, windows: None, number: int
) -> None:
    class Held(PermissionError):
        winerror = number

    def refuse(source: object, target: object) -> None:
        raise Held(errno.EACCES, "in use", str(source), None, str(target))

    path = tmp_path / "kenya.yaml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(CannotSave) as refused:
        write_atomically(path, b"new")
    assert code_of(refused) == "save-busy"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_windows_is_asked_neither_to_sync_a_folder_nor_for_permissions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, windows: None
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("Windows has not got this")

    monkeypatch.setattr(os, "chmod", refuse)
    monkeypatch.setattr(os, "fsync", failing("fsync", AssertionError("a folder was synced"), at=2))
    path = tmp_path / "kenya.yaml"
    path.write_bytes(b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


def test_what_a_killed_program_left_is_swept_away_but_not_what_is_being_written(tmp_path: Path) -> None:
    path = tmp_path / "kenya.yaml"
    prefix = atomic._temporary_prefix(path)
    old, fresh, other = (tmp_path / name for name in (f"{prefix}1.tmp", f"{prefix}2.tmp", "~mine.tmp"))
    for file in (old, fresh, other):
        file.write_bytes(b"")
    for file in (old, other):
        os.utime(file, (time.time() - 3600, time.time() - 3600))
    sweep_leftovers(path)
    assert set(tmp_path.iterdir()) == {fresh, other}


def test_a_stamp_tells_whether_a_file_is_still_what_it_was(tmp_path: Path) -> None:
    path = tmp_path / "kenya.docx"
    assert stamp_of(path) is None
    write_atomically(path, b"one")
    first = stamp_of(path)
    assert first
    assert first == stamp_of(path)
    write_atomically(path, b"two")
    assert first != stamp_of(path)


@pytest.mark.parametrize("hints", [True, False], ids=["a system that takes the hint", "a system without"])
def test_many_files_are_on_their_way_to_the_disk_before_one_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hints: bool
) -> None:
    asked: list[str] = []
    paths = [tmp_path / name for name in "abc"]
    for path in paths:
        write_atomically(path, b"x", durably=False)
    (tmp_path / "b").unlink()

    def refused(*_: object) -> None:
        asked.append("begin")
        raise OSError(errno.EINVAL, "no such hint")

    if hints:
        monkeypatch.setattr(os, "posix_fadvise", refused, raising=False)
        monkeypatch.setattr(os, "POSIX_FADV_DONTNEED", 4, raising=False)
    else:
        monkeypatch.delattr(os, "posix_fadvise", raising=False)
    monkeypatch.setattr(system, "sync_file", lambda _: asked.append("wait"))
    settle(paths)
    assert asked == [*(["begin", "begin"] if hints else []), "wait", "wait"]
