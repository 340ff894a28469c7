"""Copies of a process: what they know, who hears them, and where there are none."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, NoReturn

import pytest

from mundraft.files import children, copies

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="Only on Linux can a process be copied")


def answer(given: IO[bytes], answers: IO[bytes]) -> None:
    """Answer each line with it, until there are no more."""
    for line in given:
        answers.write(line.upper())
        answers.flush()


def shout(_given: IO[bytes], answers: IO[bytes]) -> None:
    print("nobody hears this")
    os.write(1, b"nor this\n")
    answers.write(b"%d %d" % (os.getpid(), os.getpgrp()))


def fail(_given: IO[bytes], _answers: IO[bytes]) -> NoReturn:
    raise RuntimeError


@on_linux
def test_copies_answer_and_each_ends_when_its_own_pipe_is_closed() -> None:
    first, second = copies.copies(answer, 2)
    for copy in (first, second):
        copy.stdin.write(b"kenya\n")
        copy.stdin.flush()
        assert copy.stdout.readline() == b"KENYA\n"
    first.stdin.close()
    assert first.wait() == 0
    assert second.poll() is None
    children.end(second)
    assert second.poll() == -9
    children.end(first)  # twice is once


@on_linux
def test_what_a_copy_prints_is_seen_by_nobody_and_ctrl_c_does_not_reach_it(capfd: pytest.CaptureFixture[str]) -> None:
    (copy,) = copies.copies(shout, 1)
    process, group = map(int, copy.stdout.read().split())
    assert process == group == copy.pid != os.getpgrp()
    children.end(copy)
    assert capfd.readouterr().out == ""


@on_linux
def test_a_copy_that_fails_does_nothing_that_this_process_would_do_at_its_end(
    capfd: pytest.CaptureFixture[str],
) -> None:
    (copy,) = copies.copies(fail, 1)
    assert copy.stdout.read() == b""
    children.end(copy)
    assert capfd.readouterr() == ("", "")


@on_linux
def test_where_the_system_gives_no_more_processes_there_are_fewer(monkeypatch: pytest.MonkeyPatch) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    fork, left = os.fork, [1]

    def stingy() -> int:
        if not left:
            raise BlockingIOError
        left.pop()
        return fork()

    monkeypatch.setattr(os, "fork", stingy)
    (copy,) = copies.copies(answer, 3)
    children.end(copy)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_windows_and_macos_have_no_copies(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert not copies.can_be_made()


@on_linux
@pytest.mark.parametrize("closed", [0, 1, 2])
def test_a_process_with_a_closed_standard_stream_is_not_copied(closed: int) -> None:
    code = f"import os, sys; from mundraft.files import copies; os.close({closed}); sys.exit(copies.can_be_made())"
    assert subprocess.run([sys.executable, "-c", code], stdin=subprocess.DEVNULL, check=False).returncode == 0


def test_a_process_with_threads_is_not_copied() -> None:
    go_on = threading.Event()
    thread = threading.Thread(target=go_on.wait)
    thread.start()
    try:
        assert not copies.can_be_made()
    finally:
        go_on.set()
        thread.join()
