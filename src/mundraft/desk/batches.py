"""One kind of work on many papers: in order, a few processes at once, and never more than a few papers in memory.

The work is done in processes of our own, each told of the next papers by a thread here; the results come back in the
order of the papers, whoever was first. A paper at which a process dies is told of like one that cannot be read.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from threading import Condition, Thread
from time import monotonic
from typing import IO, TYPE_CHECKING, Any, NamedTuple, Protocol

from mundraft.problems import MundraftError, Place, Problem

if TYPE_CHECKING:
    from mundraft.files.children import Child

#: How many times a process is told of papers before its first answer, so that it never waits for the next.
_AHEAD = 2
#: How many papers a process is told of at once, and at most answers for: each answer wakes two threads, and the
#: wakings of a thousand take as long as writing their documents.
_MOST_AT_ONCE = 4
#: A path that is longer than this (in characters) is told of alone: what is told fits into the smallest pipe there is
#: (4,096 bytes), or both sides could wait for each other.
_LONG_PATH = 250
#: After how long (in seconds) a process answers for what it has done, whatever else it was told of at once.
_SOON = 0.02
#: How many papers for each process may be done or in hand before the first of them is taken.
_WINDOW = 12
#: More processes than these are only more memory: who takes the results can then do no more.
MOST_JOBS = 16
#: How often (in seconds) a wait looks up, because on Windows nothing else lets an interruption through.
_LOOK_UP = 0.1
#: So many processes of one thread may die before it is the machine and not a paper.
_MOST_DEATHS = 3
#: Files and pipes that stay free whatever the number of processes: to write a document, to load a module, and to start
#: one process more, which takes seven for a moment.
_FREE = 16
#: What a process may take of the processes and threads that the system allows a person: itself, its thread here, and
#: the two that fill a template which does not ship.
_SHARE = 4


class Work(Protocol):
    """What is to be done with each paper. Is sent to other processes, and so are its results."""

    def begin(self, *, for_copies: bool = False) -> Callable[[Path], Any]:
        """Import and read what every paper needs; the function that does the work may raise `MundraftError`.

        `for_copies`: processes will be made as copies of this one, and what is otherwise imported with the first paper
        is wanted beforehand. It starts no process and no thread of its own."""


class Done(NamedTuple):
    """The work on one paper: its result, or the problems that stopped this one and no other."""

    paper: Path
    result: Any = None
    problems: tuple[Problem, ...] = ()


def jobs_worth(papers: int, papers_each: int) -> int:
    """How many processes are worth their start, where each needs so many papers to make up for it; 1 for this one."""
    if papers < 2 * papers_each:
        return 1
    return max(1, min(_processors(), MOST_JOBS, papers // papers_each))


def each_done(work: Work, papers: Sequence[Path], jobs: int) -> Generator[Done, None, None]:
    """Do the work for every paper, in the order of the papers, with `jobs` processes (1: in this one).

    Where the system allows only some, those do it, and this one where it allows none. Closing the generator ends the
    others."""
    jobs = _with_pipes(min(jobs, len(papers)))
    if jobs < 2:
        yield from _done_here(work, papers)
        return
    line = _Line(work, papers, jobs, _copies(work, jobs))
    try:
        line.start()
        yield from line.results()
    finally:
        line.stop()


def _with_pipes(jobs: int) -> int:
    """As many processes of these as may have two pipes each; none where nothing would be left for this one."""
    if jobs < 2:
        return jobs
    from mundraft.files.allowance import files_to_spare

    return (files_to_spare(2 * jobs + _FREE) - _FREE) // 2


def _copies(work: Work, count: int) -> Sequence[Child]:
    """Processes that have begun already, where this system has such: the rest is started anew, which takes longer."""
    from mundraft.files import copies

    if not copies.can_be_made():
        return ()
    do = work.begin(for_copies=True)
    return copies.copies(lambda papers, results: _answer(do, papers, results), count)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _done_here(work: Work, papers: Sequence[Path]) -> Iterator[Done]:
    do = work.begin()
    for paper in papers:
        yield _done(do, paper)


def _done(do: Callable[[Path], Any], paper: Path) -> Done:
    try:
        return Done(paper, do(paper))
    except MundraftError as error:
        return Done(paper, problems=error.problems)
    except Exception as error:  # noqa: BLE001 - a fault of our own at one student's paper must not cost the other thirty
        from mundraft.desk.faults import told_fault

        return Done(paper, problems=(Problem("batch-fault", told_fault(error), place=Place(str(paper))),))


class _Line:
    """The papers in a line: handed to processes from its front, and taken in its order."""

    def __init__(self, work: Work, papers: Sequence[Path], jobs: int, begun: Sequence[Child]) -> None:
        self._work, self._papers = work, papers
        self._jobs, self._window = jobs, jobs * _WINDOW
        self._done: dict[int, Done] = {}
        #: those of a process that died, each to be done alone, so that the one that it died of is found
        self._again: deque[int] = deque()
        self._next = self._taken = 0
        self._stopped = False
        self._change = Condition()
        self._begun = dict(enumerate(begun))
        self._processes = dict(self._begun)
        self._threads: list[Thread] = []

    def start(self) -> None:
        """Have the processes work, as many as the system bears; the others that have begun are ended."""
        count = self._jobs
        if self._begun:
            count = self._borne(len(self._begun))
            self._keep(count)
        with contextlib.suppress(RuntimeError):  # the system has no thread more: those that run must be enough
            for number in range(count):
                thread = Thread(target=self._serve, args=(number,), daemon=True)
                thread.start()
                self._threads.append(thread)
        self._keep(len(self._threads))

    @staticmethod
    def _borne(begun: int) -> int:
        """How many of the processes that have begun may have their whole share. At the very limit they could not do
        what they are for, and there would be less than one process alone can do."""
        from mundraft.files.allowance import threads_to_spare

        return (begun + threads_to_spare((_SHARE - 1) * begun)) // _SHARE

    def _keep(self, count: int) -> None:
        """End those of the processes that have begun which are beyond the first so many. They have no thread yet."""
        from mundraft.files import children

        with self._change:
            surplus = [self._begun.pop(number) for number in [*self._begun] if number >= count]
        for process in surplus:
            children.end(process)

    def results(self) -> Iterator[Done]:
        for index in range(len(self._papers)):
            done = self._wait_for(index)
            if done is None:
                break
            yield done
        if left := self._papers[self._taken :]:
            yield from _done_here(self._work, left)

    def stop(self) -> None:
        from mundraft.files import children

        with self._change:
            self._stopped = True
            self._change.notify_all()
            for process in self._processes.values():
                children.kill(process)

    def _wait_for(self, index: int) -> Done | None:
        """The result for a paper; None where no process is left that would ever give it."""
        with self._change:
            while index not in self._done:
                if not any(thread.is_alive() for thread in self._threads):
                    return self._done.pop(index, None)
                self._change.wait(_LOOK_UP)
            self._taken = index + 1
            self._change.notify_all()
            return self._done.pop(index)

    # in the threads, one for each process

    def _serve(self, number: int) -> None:
        from pickle import UnpicklingError

        deaths = 0
        while deaths < _MOST_DEATHS:
            in_hand = _InHand()
            try:
                self._with_a_process(number, in_hand)
            except (OSError, EOFError, UnpicklingError):
                if not in_hand.told:  # it could not even begin, and another would not either
                    return
                deaths += self._after_a_death(in_hand)
            else:
                return

    def _with_a_process(self, number: int, in_hand: _InHand) -> None:
        """Have a process do papers until none is left. Raises `OSError`, `EOFError` and others when it dies."""
        from mundraft.files import children

        with self._change:
            begun = self._begun.pop(number, None)
            if self._stopped and not begun:
                return
            process = begun or children.started(__name__, serve.__name__)
            self._processes[number] = process
        try:
            if not begun:
                _send(process.stdin, self._work)
                _received(process.stdout)
            while True:
                while len(in_hand.told) < _AHEAD and (given := self._given(wait=not in_hand.told)):
                    in_hand.told.append(given)
                    _send(process.stdin, [str(self._papers[index]) for index in given])
                if not in_hand.told:
                    return
                answers = _received(process.stdout)
                with self._change:
                    for index, found in zip(in_hand.answered(len(answers)), answers, strict=True):
                        self._done[index] = Done(self._papers[index], *found)
                    self._change.notify_all()
        finally:
            children.end(process)

    def _given(self, *, wait: bool) -> Sequence[int]:
        """The next papers of the line; none at its end, and where it is too far ahead of who takes the results."""
        with self._change:
            while wait and not self._stopped and not self._again and self._too_far_ahead():
                self._change.wait()
            if self._stopped:
                return ()
            if self._again:
                return (self._again.popleft(),)
            # Fewer at the end of the line, so that no process has much left when the others have nothing.
            left = len(self._papers) - self._next
            most = max(1, min(_MOST_AT_ONCE, left // (2 * _AHEAD * self._jobs)))
            end = min(self._next + most, self._taken + self._window, len(self._papers))
            given = range(self._next, end)
            if any(len(str(self._papers[index])) > _LONG_PATH for index in given):
                given = given[:1]
            self._next += len(given)
            return given

    def _too_far_ahead(self) -> bool:
        return self._taken + self._window <= self._next < len(self._papers)

    def _after_a_death(self, in_hand: _InHand) -> bool:
        """Have done again what a process did not answer for when it died; whether it is known of which paper it did."""
        first = in_hand.told[0]
        with self._change:
            if alone := len(first) == 1:
                (index,) = in_hand.told.popleft()
                self._done[index] = Done(self._papers[index], problems=(_died(self._papers[index]),))
            self._again.extend(index for given in in_hand.told for index in given)
            self._change.notify_all()
        return alone


class _InHand:
    """The papers that a process was told of and has not answered for, by their numbers, as it was told of them."""

    def __init__(self) -> None:
        self.told: deque[Sequence[int]] = deque()

    def answered(self, count: int) -> Sequence[int]:
        """Take out the first so many, all of which it was told of at once."""
        first = self.told.popleft()
        if count < len(first):
            self.told.appendleft(first[count:])
        return first[:count]


def _died(paper: Path) -> Problem:
    return Problem(
        "batch-process-died",
        f"The process that worked on {paper.name} ended without an answer.",
        "Try this paper alone. If it happens again, the computer may be out of memory: close other programs.",
        Place(str(paper)),
    )


def _send(pipe: IO[bytes] | None, message: object) -> None:
    import pickle  # not for a paper alone

    if pipe is None:
        raise EOFError
    pickle.dump(message, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def _received(pipe: IO[bytes] | None) -> Any:
    import pickle

    if pipe is None:
        raise EOFError
    return pickle.load(pipe)  # noqa: S301 - both ends are this program


def serve() -> None:
    """The side of a process that was started anew: the work comes first, then papers."""
    papers, results = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing that is printed by mistake is taken for a result
    with contextlib.suppress(EOFError, OSError):
        do = _received(papers).begin()
        _send(results, None)
        _answer(do, papers, results)


def _answer(do: Callable[[Path], Any], papers: IO[bytes], results: IO[bytes]) -> None:
    """The other process's side: papers in and results out, until there are no more."""
    with contextlib.suppress(EOFError, OSError):
        while True:
            found: list[tuple[Any, tuple[Problem, ...]]] = []
            answered = monotonic()
            for name in _received(papers):
                _, result, problems = _done(do, Path(name))
                found.append((result, problems))  # which paper it is, is known there
                if monotonic() - answered > _SOON:
                    _send(results, found)
                    found, answered = [], monotonic()
            if found:
                _send(results, found)
