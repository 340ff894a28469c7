"""Where a template failed while it was filled, from the traceback of its compiled code."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from types import TracebackType

from mundraft.problems import Problem
from mundraft.templating.faults import in_words, problem_at


def failure_at(error: Exception, texts: Sequence[tuple[str, str]], own: Collection[int] = ()) -> Problem:
    """What went wrong in filling a template, at its line. `texts` are pairs of text and file, the template's own first.

    `own` are the numbers of texts that who is told can mend: where a macro of another one failed, the line of these
    that calls it is told. Without them the line in which it happened is."""
    from mundraft.templating.linking import LINES, without_numbers

    lines = [line] if (line := getattr(error, "lineno", 0)) else [0, *_lines_of(error.__traceback__)]
    number, line = divmod(next((one for one in reversed(lines) if one and one // LINES in own), lines[-1]), LINES)
    code, what, next_step = in_words(error)
    return problem_at(*texts[number], line, code, without_numbers(what), without_numbers(next_step), find="{")


def _lines_of(traceback: TracebackType | None) -> Iterator[int]:
    """The lines of the template in which something happened, those of the innermost frame of its code last."""
    from mundraft.templating.program import PROGRAM

    while traceback is not None:
        program = traceback.tb_frame.f_globals.get(PROGRAM)
        if program is not None:
            yield program.line_of(traceback.tb_lineno)
        traceback = traceback.tb_next
