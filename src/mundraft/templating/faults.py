"""How the sandbox says no: one inner exception, turned into a `TemplateFault` where the line is known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from mundraft.problems import Place, Problem

#: How far a misspelt name may be from a known one to be suggested (difflib's ratio).
_NEAR = 0.6


class Refused(Exception):
    """Something that a template did and may not do, raised where it happens, before the line is known."""

    def __init__(self, code: str, what: str, next_step: str = "") -> None:
        super().__init__(what)
        self.code = code
        self.what = what
        self.next_step = next_step


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A next step that names the nearest known names, or all of them when they are few and none is near."""
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=2, cutoff=_NEAR)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    if 0 < len(names) <= 12:
        return f"Known here: {', '.join(names)}."
    return ""


def problem_at(source: str, file: str, line: int, code: str, what: str, next_step: str = "", find: str = "") -> Problem:
    """A problem at a line of a template, with the line itself; `find` is looked for in it to give the column."""
    lines = source.splitlines()
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    column = excerpt.find(find) + 1 if find else 0
    if len(excerpt) > 160:
        excerpt, column = excerpt[:160], column if column <= 160 else 0
    return Problem(code, what, next_step, Place(file, line, column, excerpt))
