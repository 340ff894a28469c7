"""A key or an entry that was made of a comment, while the group that it belongs to is a comment still.

The files that this program writes to be filled in hold every rule as a comment. Who takes the # away from a rule alone
has a line that stands further right than anything above; the lines that are missing stand there to be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from mundraft.problems import Problem
from mundraft.strictyaml.excerpts import shown
from mundraft.strictyaml.source import Source

#: One # and one space hold a line that can be set; two signs explain.
_COMMENT = re.compile(r"# ( *)(\S.*)")
_OPENS_GROUP = re.compile(r"(?:- )?[\w-]+:(?:\s*#.*)?|- [\w-]+: .*")
_RULE = re.compile(r"[\w-]+: \S.*")
#: as much of a line is said again
_LONGEST = 60
#: as many groups inside one another are named
_DEEPEST = 10
#: as many lines above are looked at: a form has fewer
_FARTHEST = 500


class _Opener(NamedTuple):
    number: int
    text: str


def commented_group(source: Source, number: int) -> Problem | None:
    """What is told of the line `number` (counted from 1) if a group that it belongs to is a comment; None otherwise."""
    line = source.line_text(number)
    indent = len(line) - len(line.lstrip(" "))
    openers = list(islice(_openers(source, number, indent - indent % 2), _DEEPEST))
    if not openers:
        return None
    named = ", ".join(f"line {one.number} ({one.text})" for one in reversed(openers))
    are = "the line it belongs to is" if len(openers) == 1 else "the lines it belongs to are"
    return Problem(
        "yaml-commented-group",
        f"This line stands in no group: {are} still a comment.",
        f"Take the # and the space after it away there too: {named}.",
        source.place(source.index_of(number) + indent),
    )


def _openers(source: Source, number: int, indent: int) -> Iterator[_Opener]:
    """The lines above that open groups round this one and are comments, the nearest first."""
    for above in range(number - 1, max(number - _FARTHEST, 0), -1):
        line = source.line_text(above)
        found = _COMMENT.fullmatch(line.rstrip())
        its = len(found[1]) if found else len(line) - len(line.lstrip(" "))
        if indent == 0 or (found is None and line.strip() and not line.startswith("#") and its < indent):
            return  # a group that is set holds what is further right
        if found and its < indent:
            if _OPENS_GROUP.fullmatch(found[2]):
                indent = its
                yield _Opener(above, shown(found[2][:_LONGEST]))
            elif _RULE.fullmatch(found[2]):
                return
