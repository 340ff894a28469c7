"""A line that stands too far left or right, where the parser stumbles over the line below, which is right.

Each function takes the numbers of lines, counted from 1, and gives None where the line below is the wrong one."""

from __future__ import annotations

import re

from mundraft.problems import Problem
from mundraft.strictyaml.source import Source

_OPENS = re.compile(r"\s*(?:- +)?[\w/-]+:\s*(?:#.*)?")
_KEY = re.compile(r"\s*(?:- +)?([\w/-]+):")


def not_set_in(source: Source, number: int) -> Problem | None:
    """The line above the one at which the parser stumbles, where that stands as far left as the key it belongs to:
    `type:`, below it `min_size_pt: 11` in the same column, and the next line set in."""
    above = _above(source, number)
    opener = _above(source, above)
    line, begins = source.line_text(above), source.line_text(opener)
    if not opener or _indent(line) != _indent(begins) or not _OPENS.fullmatch(begins) or not _KEY.match(line):
        return None
    if _indent(source.line_text(number)) <= _indent(line):
        return None
    key = begins.partition("#")[0].strip(" -:\t")
    return Problem(
        "yaml-indentation",
        f"This line stands as far left as `{key}:` above, and the line below it further right.",
        f"If it belongs to {key}, set it in by two spaces, as the line below is.",
        source.place(source.index_of(above) + _indent(line)),
    )


def odd_first(source: Source, number: int) -> Problem | None:
    """The first of the lines above the one at which the parser stumbles, where they begin one space further right, an
    odd number: levels are two spaces wide, and the line below keeps to that."""
    stumbled = _indent(source.line_text(number))
    first, above = 0, _above(source, number)
    while above and (indent := _indent(source.line_text(above))) > stumbled:
        first, above = above if indent == stumbled + 1 else first, _above(source, above)
    if not first or stumbled % 2:
        return None
    began = stumbled + 1
    return Problem(
        "yaml-indentation",
        f"This line does not begin in the same column as line {number}, to which it belongs.",
        f"Begin it with {stumbled} space{'' if stumbled == 1 else 's'}, and not with {began}.",
        source.place(source.index_of(first) + began),
    )


def _above(source: Source, number: int) -> int:
    """The nearest line above that says something, 0 where there is none."""
    for above in range(number - 1, 0, -1):
        line = source.line_text(above).strip()
        if line and not line.startswith("#"):
            return above
    return 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
