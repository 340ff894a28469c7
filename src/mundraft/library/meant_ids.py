"""What somebody meant who wrote an instrument's name where its id belongs: "1951 refugee convention" is `ref-1951`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mundraft.library.search_path import Library
    from mundraft.problems import Problem

#: The line of a profile that names an instrument. Who reads the file says what is wrong, and knows no library.
_LINE = re.compile(r"\s*-?\s*instrument:\s*[\"']?(?P<typed>[^\"'#]+)")


def with_id_meant(problem: Problem, library: Library) -> Problem:
    """The same problem, suggesting the id where a profile names an instrument by anything but an id."""
    line = _LINE.match(problem.place.excerpt) if problem.place else None
    if line is None or not problem.code.endswith("-wrong-name"):
        return problem
    found = library.find_instruments(line["typed"].strip(), limit=1)
    if not found:
        return problem
    return replace(problem, next_step=f"Did you mean {found[0].ref!r} ({found[0].title})? {problem.next_step}")
