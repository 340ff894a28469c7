"""A colon, a dash or the space after one that is lost: what a line is told as that would be right with it.

A parser goes on reading such a line as a text, and stumbles only further down. Here the lines round that place are
looked at as a person does: each function takes the number of a line, counted from 1, and gives None where that line
has lost nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mundraft.problems import Problem
from mundraft.strictyaml.commented_groups import commented_group
from mundraft.strictyaml.excerpts import shown
from mundraft.strictyaml.source import Source

_GLUED_COLON = re.compile(r"\s*(?:- +)*[\w-]+:[^\s:/]")
_GLUED_DASH = re.compile(r"\s*-(?=[^\W\d_]|[\"'(“‘])")
#: "mundraft-template 1", where "mundraft-template: 1" is meant: keys have small letters alone
_KEY_AND_VALUE = re.compile(r"([a-z][a-z0-9_-]*) +(\S.*)")
#: what can be nothing else, further down as well: "max_words 700", "words = 700", "- id seat"
_SURELY_KEY = re.compile(r"([a-z]+(?:_[a-z]+)+(?= )|[a-z_-]+(?=\s*[=;])|- +[a-z_-]+(?= ))\s*[=;]?\s*(\S.*)")
_KEY = re.compile(r"[a-z][a-z0-9_/-]*")
_EMPTY = re.compile(r"\s*[\w/-]+:\s*(?:#.*)?")
#: "- id seat", where "- id: seat" is meant
_ENTRY_OF_KEY = re.compile(r"\s*- +\w+ +\S")
#: a line that says nothing: empty, a comment, or the mark at which a file may begin
_NO_VALUE = re.compile(r"\s*(?:#.*)?|---\s*(?:#.*)?|%.*")
#: as much of a line as is said again with its sign
_LONGEST = 60
#: as many lines above are looked at
_FARTHEST = 500


def glued_colon(source: Source, number: int) -> Problem | None:
    """The commonest cause of a key in the wrong place: "title:Water", which is a text and no key."""
    line = source.line_text(number)
    match = _GLUED_COLON.match(line)
    if match is None:
        return None
    colon = line.index(":", match.end() - 2)
    return Problem(
        "yaml-colon-space",
        "There is no space after the colon.",
        f"Write {line[:colon].strip(' -')}: and then a space before the value.",
        source.place(source.index_of(number) + colon),
    )


def glued_dash(source: Source, number: int) -> Problem | None:
    """An entry of a list whose dash is glued to what follows: "-id: seat", "-hook"."""
    line = source.line_text(number)
    match = _GLUED_DASH.match(line)
    if match is None:
        return None
    return Problem(
        "yaml-dash-space",
        "There is no space after the dash.",
        f"Write a space between the dash and what follows: - {_said(line[match.end() :])}",
        source.place(source.index_of(number) + match.end() - 1),
    )


def lost_dash(source: Source, number: int) -> Problem | None:
    """A line that stands where the dashes of a list of texts stand, and has none."""
    line = source.line_text(number)
    above = next(_beside(source, number), "")
    if not above.lstrip().startswith("- ") or ":" in above or (_indent(line) == 0 and " " in line.strip()):
        return None  # with a dash at the very left, a key that has lost its colon looks the same
    return Problem(
        "yaml-missing-dash",
        "This line stands in a list and has no dash.",
        f"Begin it with a dash and a space: - {_said(line)}",
        source.place(source.index_of(number) + _indent(line)),
    )


def lost_colon(source: Source, number: int) -> Problem:
    """A line without any colon where a key is expected."""
    return (
        glued_colon(source, number)
        or glued_dash(source, number)
        or lost_dash(source, number)
        or _without_colon(
            source,
            number,
            _with_colon(source, number),
            f"Write it as key: value{_perhaps(source, number)}. If it continues the text above, indent it further than "
            "that text's key.",
        )
    )


def _with_colon(source: Source, number: int) -> str:
    """A line as it would be with its colon, where it surely is no more of a text: "" where it may be."""
    line = source.line_text(number).partition(" #")[0]
    text = line.strip()
    if found := _SURELY_KEY.fullmatch(text):
        return f"{found[1]}: {_said(found[2])}"
    below = source.line_text(number + 1)
    return f"{text}:" if _KEY.fullmatch(text) and below.strip() and _indent(below) > _indent(line) else ""


def _perhaps(source: Source, number: int) -> str:
    """How a line would read with its colon that may be a key and its value, to be said as an example. Words that go on
    in small letters are more of a text."""
    found = _KEY_AND_VALUE.fullmatch(source.line_text(number).partition(" #")[0].strip())
    return f", as in {found[1]}: {_said(found[2])}" if found and not found[2][0].islower() else ""


def _without_colon(source: Source, number: int, meant: str, otherwise: str) -> Problem:
    return Problem(
        "yaml-missing-colon",
        "This line has no colon, though a key is expected here.",
        f"Write a colon after the key: {meant}" if meant else otherwise,
        source.place(source.index_of(number) + _indent(source.line_text(number))),
    )


def lonely(source: Source, number: int) -> Problem | None:
    """A line without any colon above a key: a key that was left unfinished."""
    line = source.line_text(number)
    if not line.strip() or ":" in line or line.lstrip().startswith("#"):
        return None
    if line.lstrip().startswith("- ") and not _ENTRY_OF_KEY.match(line):
        return None  # an entry that is a text
    return lost_colon(source, number)


def lost_at_the_top(source: Source, index: int) -> Problem:
    """The first line of a file that seems to end before `index`: with its colon, that would be one of its keys."""
    last = source.line_of(index)
    number = next((line for line in range(1, last) if not _NO_VALUE.fullmatch(source.line_text(line))), last)
    line = source.line_text(number)
    if told := glued_colon(source, number) or commented_group(source, number):
        return told
    if _indent(line) and ":" in line:
        return Problem(
            "yaml-indentation",
            "This line stands further right than the lines below, with which it belongs.",
            "Take away the spaces at its start.",
            source.place(source.index_of(number) + _indent(line)),
        )
    meant = _KEY_AND_VALUE.fullmatch(line.strip())
    return _without_colon(source, number, f"{meant[1]}: {_said(meant[2])}" if meant else "", "Write it as key: value.")


def empty_key_above(source: Source, number: int) -> str:
    """The nearest key above that stands as far left as this line and has nothing after it: what is not set in below it
    may be meant to be. "" where there is none."""
    key = next((line for line in _beside(source, number) if _EMPTY.fullmatch(line)), "")
    return key.partition(" #")[0].strip(" :")


def _beside(source: Source, number: int) -> Iterator[str]:
    """The lines above that stand as far left as this one, the nearest first, up to one that stands further left.
    Comments and empty lines are none."""
    indent = _indent(source.line_text(number))
    for above in range(number - 1, max(number - _FARTHEST, 0), -1):
        line = source.line_text(above)
        if not line.strip() or line.lstrip().startswith("#") or _indent(line) > indent:
            continue
        if _indent(line) < indent:
            return
        yield line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _said(line: str) -> str:
    text = line.strip()
    return shown(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
