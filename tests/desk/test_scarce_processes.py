"""A class where the system allows a person few processes, threads or open files: it takes longer, and nothing else."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mundraft.desk.batches import each_done
from mundraft.files import children, copies, descriptors

on_linux = pytest.mark.skipif(not copies.can_be_made(), reason="Only on Linux can a process be copied")
KINDS = [pytest.param("copies", marks=on_linux), "started anew"]


class Naming:
    """Work that says a paper's name, and whether it was done in this process."""

    def begin(self, *, for_copies: bool = False) -> Callable[[Path], tuple[str, bool]]:
        return _named


_HERE = int(os.environ.setdefault("NAMING_PARENT", str(os.getpid())))


def _named(paper: Path) -> tuple[str, bool]:
    return paper.name, os.getpid() == _HERE


@pytest.fixture(params=KINDS)
def made(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[children.Child]]:
    """The processes that the work made, of either kind. None of them is left at the end."""
    all_of_them: list[children.Child] = []

    def kept(function: Callable[..., Any]) -> Callable[..., Any]:
        def keeping(*words: Any) -> Any:
            result = function(*words)
            all_of_them.extend(result if isinstance(result, list) else [result])
            return result

        return keeping

    monkeypatch.setattr(copies, "copies", kept(copies.copies))
    monkeypatch.setattr(children, "started", kept(children.started))
    if request.param != "copies":
        monkeypatch.setattr(copies, "can_be_made", lambda: False)
    yield all_of_them
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join(5)
    assert all(process.poll() is not None for process in all_of_them)


def stingy(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, left: int, error: Exception) -> None:
    """Let a function do its work so many times, and then refuse as the system does."""
    real = getattr(owner, name)
    granted = iter(range(left))

    def refusing(*words: Any) -> Any:
        if next(granted, None) is None:
            raise error
        return real(*words)

    monkeypatch.setattr(owner, name, refusing)


def done_by(jobs: int) -> list[bool]:
    """Which of a class's papers were done in this process. They come in order, and none is missing."""
    papers = [Path(f"p{number}") for number in range(40)]
    names, here = zip(*(done.result for done in each_done(Naming(), papers, jobs)), strict=True)
    assert [*names] == [paper.name for paper in papers]
    return [*here]


@pytest.mark.parametrize("threads", [0, 1, 3])
def test_where_threads_are_refused_those_that_run_do_the_papers_or_this_process(
    made: list[children.Child], monkeypatch: pytest.MonkeyPatch, threads: int
) -> None:
    stingy(monkeypatch, threading.Thread, "start", threads, RuntimeError("can't start new thread"))
    assert set(done_by(5)) == {threads == 0}


@on_linux
def test_a_thread_refused_once_is_had_when_there_are_fewer_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[copies.Copy] = []
    make, start = copies.copies, threading.Thread.start

    def keeping(doing: copies.Doing, count: int) -> list[copies.Copy]:
        begun.extend(make(doing, count))
        return begun

    def with_room(thread: threading.Thread) -> None:
        if sum(process.poll() is None for process in begun) + threading.active_count() > 8:
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(copies, "copies", keeping)

    monkeypatch.setattr(threading.Thread, "start", with_room)
    assert set(done_by(8)) == {False}


@on_linux
@pytest.mark.parametrize(("processes", "here"), [(0, True), (3, True), (5, False)])
def test_where_processes_are_refused_room_is_left_for_what_the_others_need(
    monkeypatch: pytest.MonkeyPatch, processes: int, here: bool
) -> None:
    started: list[threading.Thread] = []
    start = threading.Thread.start

    def counted(thread: threading.Thread) -> None:
        started.append(thread)
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", counted)
    stingy(monkeypatch, os, "fork", processes, BlockingIOError())
    stingy(monkeypatch, children, "started", 0, BlockingIOError())
    assert set(done_by(6)) == {here}
    if processes:
        assert len(started) == processes // 4


@contextlib.contextmanager
def files_left(count: int) -> Iterator[None]:
    """Let this process open so many files more."""
    import resource

    as_it_was = resource.getrlimit(resource.RLIMIT_NOFILE)
    limit = count
    while limit - sum(int(name.name) < limit for name in Path("/dev/fd").iterdir()) < count:
        limit += 1
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, as_it_was[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, as_it_was)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize(("files", "here"), [(13, True), (24, False)])
def test_some_files_can_still_be_opened_beside_the_most_processes(
    made: list[children.Child], files: int, here: bool
) -> None:
    with files_left(files):
        work = each_done(Naming(), [Path(str(number)) for number in range(90)], 64)
        assert next(work).result == ("0", here)
        assert descriptors.spare(100) >= 10
        assert len([*work]) == 89
    assert len(made) <= 4


@on_linux
def test_a_copy_that_has_but_one_pipe_leaves_none(monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(Path("/proc/self/fd").iterdir())
    stingy(monkeypatch, os, "pipe", 1, OSError(24, "Too many open files"))
    assert copies.copies(lambda _given, _answers: None, 2) == []
    assert sorted(Path("/proc/self/fd").iterdir()) == before
