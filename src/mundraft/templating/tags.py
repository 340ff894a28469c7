"""The tags of a template as they stand in its text, found without Jinja: so that what Jinja gives up on can be told.

Jinja stops at the first thing that it cannot read, often far below the slip. This reads a template as a person does,
tag by tag, and is only asked where something is wrong, or about the words between the tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENS = re.compile(r"\{\{|\{%|\{#")
CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
#: A text in straight quotes, closed; an apostrophe inside double quotes is only a letter.
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tag:
    """One `{{ … }}`, `{% … %}` or `{# … #}`: what opens it, where it begins and ends in the text, and what is inside.

    `closed_by` is what ends it: "" for a tag that the next tag or the end of the text cuts off."""

    opens: str
    start: int
    end: int
    inside: str
    closed_by: str

    @property
    def word(self) -> str:
        """The first word inside: "if", "endfor", "block"."""
        found = re.match(r"[-+\s]*([A-Za-z_]\w*)", self.inside)
        return found[1] if found else ""

    @property
    def rest(self) -> str:
        """What stands inside after the first word."""
        return self.inside.strip("-+ \t\n").removeprefix(self.word).strip()

    @property
    def code(self) -> str:
        """What stands inside, with every closed text in quotes blanked: what is looked at for signs and words."""
        return _QUOTED.sub(lambda found: '"' + " " * (len(found[0]) - 2) + '"', self.inside)

    @property
    def begins(self) -> int:
        """Where in the text `inside` begins, and `code`."""
        return self.start + len(self.opens)

    def where(self, said: str) -> int:
        """Where in the text a word stands inside this tag for the first time."""
        return self.begins + self.inside.index(said)

    @property
    def is_closed(self) -> bool:
        return self.closed_by == CLOSES[self.opens]


def tags_in(source: str) -> Iterator[Tag]:
    """The tags of a template in their order, those that are not closed among them."""
    at = 0
    while found := _OPENS.search(source, at):
        tag = _comment(source, found.start()) if found[0] == "{#" else _tag(source, found.start(), found[0])
        yield tag
        at = max(tag.end, found.end())


def texts_between(source: str) -> Iterator[tuple[int, str]]:
    """What a template prints of its own: each stretch between tags, with where it begins."""
    at = 0
    for tag in tags_in(source):
        yield at, source[at : tag.start]
        at = tag.end
    yield at, source[at:]


def line_at(source: str, index: int) -> int:
    """The line, counted from 1, on which the character at `index` stands."""
    return source.count("\n", 0, index) + 1


def _comment(source: str, start: int) -> Tag:
    end = source.find("#}", start + 2)
    if end < 0:
        return Tag("{#", start, len(source), source[start + 2 :], "")
    return Tag("{#", start, end + 2, source[start + 2 : end], "#}")


def _tag(source: str, start: int, opens: str) -> Tag:
    """A tag that ends with its own closing mark, with that of the other kind, or where the next one begins."""
    following = _OPENS.search(source, start + 2)
    limit = following.start() if following else len(source)
    ends = [(at, mark) for mark in ("}}", "%}") if (at := source.find(mark, start + 2, limit)) >= 0]
    own = [one for one in ends if one[1] == CLOSES[opens]]
    if own or ends:
        at, mark = min(own or ends)
        return Tag(opens, start, at + 2, source[start + 2 : at], mark)
    line_end = source.find("\n", start, limit)
    end = line_end if line_end >= 0 else limit
    return Tag(opens, start, end, source[start + 2 : end], "")
