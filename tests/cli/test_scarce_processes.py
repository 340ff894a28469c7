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

from mundraft.desk.batches import _Line, each_done
from mundraft.files import allowance, children, copies


class Naming:
    """Work that says a paper's name, and whether it was done in this process."""

    def begin(self, *, for_copies: bool = False) -> Callable[[Path], tuple[str, bool]]:
        return _named


_HERE = int(os.environ.setdefault("NAMING_PARENT", str(os.getpid())))


def _named(paper: Path) -> tuple[str, bool]:
    return paper.name, os.getpid() == _HERE


@pytest.fixture
def ended() -> Iterator[Callable[[], None]]:
    """Has the threads that a test started end with it, or before: a process with threads is not copied."""
    before = {*threading.enumerate()}

    def end() -> None:
        for thread in {*threading.enumerate()} - before:
            thread.join(5)

    yield end
    end()


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies are made, also where another test has left a thread behind."""
    if sys.platform != "linux":
        pytest.skip("Only Linux copies processes")
    monkeypatch.setattr(copies, "can_be_made", lambda: True)


@pytest.fixture(params=["copies", "started anew"])
def made(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, ended: Callable[[], None]
) -> Iterator[list[children.Child]]:
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
    if request.param == "copies":
        request.getfixturevalue("copied")
    else:
        monkeypatch.setattr(copies, "can_be_made", lambda: False)
    yield all_of_them
    ended()
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


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("threads", [0, 1, 3])
def test_where_threads_are_refused_those_that_run_do_the_papers_or_this_process(
    monkeypatch: pytest.MonkeyPatch, threads: int
) -> None:
    if threads and copies.can_be_made():
        threads += allowance.threads_to_spare(15)  # so many are asked for beforehand
    stingy(monkeypatch, threading.Thread, "start", threads, RuntimeError("can't start new thread"))
    assert set(done_by(5)) == {threads == 0}


@pytest.mark.usefixtures("copied", "ended")
@pytest.mark.parametrize(("allowed", "processes"), [(0, 0), (3, 0), (7, 1), (14, 3), (23, 5), (24, 6), (90, 6)])
def test_each_process_has_room_for_its_thread_and_for_what_fills_a_template(
    monkeypatch: pytest.MonkeyPatch, allowed: int, processes: int
) -> None:
    """As on a computer that allows a person so many processes and threads more."""
    forked: list[children.Child] = []
    fork, start, end, serve = copies._copy, threading.Thread.start, children.end, _Line._serve
    others, served = threading.active_count(), set[int]()

    def room() -> bool:
        return len(forked) + threading.active_count() - others < allowed

    def forking(*words: Any) -> copies.Copy:
        if not room():
            raise BlockingIOError
        forked.append(copy := fork(*words))
        return copy

    def starting(thread: threading.Thread) -> None:
        if not room():
            raise RuntimeError("can't start new thread")
        start(thread)

    def ending(child: children.Child) -> None:
        end(child)
        if child in forked:
            forked.remove(child)

    def serving(line: _Line, number: int) -> None:
        served.add(number)
        serve(line, number)

    monkeypatch.setattr(copies, "_copy", forking)
    monkeypatch.setattr(threading.Thread, "start", starting)
    monkeypatch.setattr(children, "end", ending)
    monkeypatch.setattr(_Line, "_serve", serving)
    stingy(monkeypatch, children, "started", 0, BlockingIOError())
    assert set(done_by(6)) == {processes == 0}
    if allowed:
        assert served == set(range(processes))


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
        assert allowance.files_to_spare(100) >= 10
        assert len([*work]) == 89
    assert len(made) <= 4


@pytest.mark.usefixtures("copied")
def test_a_copy_that_has_but_one_pipe_leaves_none(monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(Path("/proc/self/fd").iterdir())
    stingy(monkeypatch, os, "pipe", 1, OSError(24, "Too many open files"))
    assert copies.copies(lambda _given, _answers: None, 2) == []
    assert sorted(Path("/proc/self/fd").iterdir()) == before
