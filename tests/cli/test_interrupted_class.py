"""What happens to a class when the work on it is interrupted, or one of the processes that do it dies."""

from __future__ import annotations

import _thread
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from mundraft.desk.batches import Done, each_done, jobs_worth
from mundraft.files import children, copies
from mundraft.paper.file import paper_to_bytes
from mundraft.paper.model import Paper, Topic
from mundraft.problems import Problem, UnreadableFile


class Shouting:
    """Work that tells its process, shouts a paper's name, refuses one, fails at another, and dies at a third."""

    def begin(self, *, for_copies: bool = False) -> Callable[[Path], str]:
        return self._shouted

    def _shouted(self, paper: Path) -> str:
        print("this is no result")
        if paper.name == "refused":
            raise UnreadableFile(Problem("no-paper", "It is none."))
        if paper.name == "failing":
            raise RecursionError
        if paper.name == "deadly" and os.getpid() != _PARENT:
            os._exit(1)
        return f"{paper.name.upper()} {os.getpid() != _PARENT}"


class Elsewhere(Shouting):
    """Work that is never begun in this process but to be copied."""

    def begin(self, *, for_copies: bool = False) -> Callable[[Path], str]:
        assert for_copies or os.getpid() != _PARENT
        return super().begin()


class Touching:
    """Work that leaves a trace of each paper on the disk."""

    def begin(self, *, for_copies: bool = False) -> Callable[[Path], None]:
        return Path.touch


_PARENT = int(os.environ.setdefault("SHOUTING_PARENT", str(os.getpid())))


_WITHOUT_COPIES = (
    "import sys; from mundraft.files import copies; copies.can_be_made = lambda: False; "
    "from mundraft.__main__ import main; sys.exit(main())"
)


#: Far more seconds than any of this takes: work that would never end is ended then, and has failed.
_BOUND = 30.0


def told(done: Done) -> str:
    return done.result or done.problems[0].code


def all_told(work: Iterator[Done]) -> list[str]:
    """What is told of every paper. The processes have begun with the first: none is copied with a thread of ours."""
    found = [told(next(work))]
    bound = threading.Timer(_BOUND, _thread.interrupt_main)
    bound.start()
    try:
        found += map(told, work)
    except KeyboardInterrupt:
        pytest.fail(f"the work would never end: {len(found)} papers are done")
    finally:
        bound.cancel()
        bound.join()
    return found


needs_copies = pytest.mark.skipif(sys.platform != "linux", reason="Only on Linux can a process be copied")
KINDS = [pytest.param("copies", marks=needs_copies), "started anew"]


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Linux has copies of processes; what Windows and macOS have is tried there too.

    What a test before left behind, such as a thread, does not turn one kind into the other."""
    monkeypatch.setattr(copies, "can_be_made", lambda: request.param == "copies")


@pytest.mark.usefixtures("kind")
def test_results_come_in_order_and_one_paper_costs_no_other() -> None:
    names = ["a", "refused", "b", "failing", "c", "deadly", "d", "deadly", "e", *map(str, range(60))]
    found = all_told(each_done(Shouting(), [Path(name) for name in names], 2))
    stopped = {"refused": "no-paper", "failing": "batch-fault", "deadly": "batch-process-died"}
    assert found == [stopped.get(name, f"{name.upper()} True") for name in names]


@pytest.mark.usefixtures("kind")
def test_what_other_processes_did_is_not_begun_here() -> None:
    assert len(all_told(each_done(Elsewhere(), [Path(str(number)) for number in range(9)], 2))) == 9


def test_where_no_process_can_be_started_the_papers_are_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*asked: object) -> NoReturn:
        raise PermissionError(*asked)

    monkeypatch.setattr(children, "started", refuse)
    monkeypatch.setattr(os, "fork", refuse, raising=False)
    papers = [Path(f"p{number}") for number in range(30)]
    assert [told(done) for done in each_done(Shouting(), papers, 3)] == [f"P{number} False" for number in range(30)]


@pytest.mark.usefixtures("kind")
def test_only_a_few_papers_are_done_before_the_first_is_taken(tmp_path: Path) -> None:
    work = each_done(Touching(), [tmp_path / f"p{number}" for number in range(500)], 2)
    next(work)
    time.sleep(0.3)  # long enough to do all of them, were they not held back
    assert 0 < len(list(tmp_path.iterdir())) < 30
    work.close()


def test_on_windows_a_process_opens_no_console_and_hears_no_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}
    with monkeypatch.context() as patched:
        patched.setattr(sys, "platform", "win32")
        patched.setattr(subprocess, "Popen", lambda _words, **more: asked.update(more))
        children.started("mundraft.desk.batches", "serve")
    assert (asked["creationflags"], asked["process_group"]) == (0x08000000 | 0x00000200, None)


def test_a_process_is_ended_where_the_system_has_no_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "killpg", raising=False)
    process = children.started("builtins", "input")
    children.end(process)
    assert process.returncode not in (None, 0)


def test_few_papers_are_not_worth_a_process() -> None:
    assert jobs_worth(30, 25) == 1
    assert jobs_worth(10_000, 25) >= 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send Ctrl+C to one process of a test")
@pytest.mark.parametrize("kind", KINDS)
def test_ctrl_c_ends_a_class_within_a_second_and_tells_what_was_done(tmp_path: Path, kind: str) -> None:
    for number in range(400):
        paper = Paper(topics=(Topic(title=f"Topic {number}"),))
        (tmp_path / f"p{number:03}.yaml").write_bytes(paper_to_bytes(paper))
    program = ["-m", "mundraft"] if kind == "copies" else ["-c", _WITHOUT_COPIES]
    words = [sys.executable, *program, "export", str(tmp_path), "--to", "txt", "--jobs", "2"]
    home = {**os.environ, "MUNDRAFT_HOME": str(tmp_path / "home")}
    running = subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=home
    )
    assert running.stdout is not None
    assert running.stdout.readline().startswith("Wrote ")
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=5)
    assert running.returncode == 130
    assert "Everything written so far is kept" in err
    assert "Traceback" not in err
    assert re.search(r"^Stopped after \d+ of 400 papers\.\nWrote the documents of \d+ papers?\.$", out, re.MULTILINE)
    assert not list(tmp_path.glob("*.tmp"))
