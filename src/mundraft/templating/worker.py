"""A warm child process for templates that do not ship with the program.

The sandbox and its budget should stop every template; the child is for what nobody thought of. It is killed at its
deadline and started again for the next rendering. Composing renders a template that ships in its own process; every
other goes through the child, and there is no third way.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import queue
import signal
import sys
import threading
from collections.abc import Mapping
from typing import IO, Any

from mundraft.files import children
from mundraft.library.template_texts import Texts
from mundraft.problems import MundraftError, Problem, TemplateFault
from mundraft.templating import engine
from mundraft.templating.engine import OwnWords, RenderedPart
from mundraft.templating.wire import (
    packed_context,
    packed_parts,
    packed_problems,
    packed_source,
    packed_words,
    unpacked_context,
    unpacked_parts,
    unpacked_problems,
    unpacked_source,
    unpacked_words,
)

#: Seconds that one rendering may take; an honest one takes a few milliseconds.
DEADLINE = 2.0
#: Seconds that the child may take to start: a laptop whose virus scanner reads every file first takes several.
STARTING = 30.0

_READY = b"ready"


class RenderWorker:
    """Renders templates; starts its child when one is needed first. Threads may share it: they take turns."""

    def __init__(self, deadline: float = DEADLINE) -> None:
        self._deadline = deadline
        self._lock = threading.Lock()
        self._child: _Child | None = None
        atexit.register(self.close)

    def render(
        self,
        source: str | Texts,
        name: str,
        context: Mapping[str, object],
        own_words: Mapping[str, OwnWords] | None = None,
    ) -> tuple[RenderedPart, ...]:
        """As `engine.render`, in the child.

        Raises `TemplateFault` also when the template takes too long or the child cannot be started."""
        order = [packed_source(source), name, packed_context(context), packed_words(own_words or {})]
        with self._lock:
            answer = self._answer(json.dumps(order).encode("ascii"), name)
        if "problems" in answer:
            raise TemplateFault(unpacked_problems(answer["problems"]))
        return unpacked_parts(answer["parts"])

    def close(self) -> None:
        """End the child, if there is one. Rendering again starts another."""
        with self._lock:
            self._drop_child()
        atexit.unregister(self.close)

    def _answer(self, order: bytes, name: str) -> dict[str, Any]:
        if self._child is None or not self._child.alive():
            self._child = _started(name)
        try:
            answer: dict[str, Any] = json.loads(self._child.ask(order, self._deadline))
        except (OSError, ValueError, queue.Empty) as error:
            self._drop_child()
            raise TemplateFault(_stopped(name, error)) from error
        except BaseException:
            self._drop_child()  # interrupted while waiting: its answer must not be taken for the next one's
            raise
        return answer

    def _drop_child(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child = None


def _stopped(name: str, error: Exception) -> Problem:
    if isinstance(error, queue.Empty):
        what = f"Filling {name} takes too long, and was stopped."
        return Problem("template-too-slow", what, "Look for loops inside loops, or text that is joined to itself.")
    what = f"Filling {name} ended without an answer."
    return Problem("template-failed", what, "Try once more. If it happens again, the template asks for too much.")


def _started(name: str) -> _Child:
    child = None
    try:
        child = _Child()
        child.wait_until_ready(STARTING)
    except (OSError, ValueError, queue.Empty) as error:
        if child is not None:
            child.kill()
        what = f"{name} does not ship with mundraft, and the process that would fill it safely cannot be started."
        raise TemplateFault(Problem("template-no-child", what, "Use a template that ships, or try again.")) from error
    return child


class _Child:
    """The process, and a thread that reads its lines: on Windows a pipe cannot be waited for in another way."""

    def __init__(self) -> None:
        # not apart: in a process that works on a class's papers it must end with that one, whatever it is at
        self._process = children.started(__name__, serve.__name__, apart=False)
        self._lines: queue.Queue[bytes] = queue.Queue()
        try:
            threading.Thread(target=self._read, name="template child", daemon=True).start()
        except RuntimeError as error:  # the system has no more of them to give
            children.end(self._process)
            raise OSError(str(error)) from error

    def _read(self) -> None:
        with contextlib.suppress(ValueError):  # the pipe was closed between two lines: the child was ended
            for line in self._pipe(self._process.stdout):
                self._lines.put(line)
        self._lines.put(b"")

    @staticmethod
    def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
        if pipe is None:
            raise OSError("the child has no pipe")
        return pipe

    def alive(self) -> bool:
        return self._process.poll() is None

    def wait_until_ready(self, seconds: float) -> None:
        if self._lines.get(timeout=seconds).strip() != _READY:
            raise OSError("the child did not start")

    def ask(self, order: bytes, seconds: float) -> bytes:
        """The answer to one order. Raises `queue.Empty` at the deadline and `OSError` when the child has died."""
        pipe = self._pipe(self._process.stdin)
        pipe.write(order + b"\n")
        pipe.flush()
        line = self._lines.get(timeout=seconds)
        if not line:
            raise OSError("the child has ended")
        return line

    def kill(self) -> None:
        children.end(self._process)


def serve(orders: IO[bytes] | None = None, answers: IO[bytes] | None = None) -> None:
    """The child's side: a line of JSON in, a line of JSON out, until the orders end."""
    orders, answers = orders or sys.stdin.buffer, answers or sys.stdout.buffer
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which ends the child itself
    _write(answers, _READY)
    for order in orders:
        _write(answers, json.dumps(_obeyed(json.loads(order))).encode("ascii"))


def _write(pipe: IO[bytes], line: bytes) -> None:
    pipe.write(line + b"\n")
    pipe.flush()


def _obeyed(order: list[Any]) -> dict[str, Any]:
    source, name, context, own_words = order
    try:
        parts = engine.render(unpacked_source(source), name, unpacked_context(context), unpacked_words(own_words))
    except MundraftError as fault:
        return {"problems": packed_problems(fault.problems)}
    return {"parts": packed_parts(parts)}
