"""How the sandbox says no: one inner exception, turned into a `TemplateFault` where the line is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from mundraft.problems import Place, Problem
from mundraft.templating.tags import line_at
from mundraft.text.near import names_near

#: How far a misspelt name may be from a known one to be suggested (difflib's ratio).
_NEAR = 0.6
#: Faults of one kind in one text that are told: more have one cause, or mean harm.
MOST_TOLD = 50
#: As many characters of a line are shown.
_WIDEST = 160
#: More names than any template has: among these nothing is suggested, since each costs as much as reading a line.
_MOST_NAMES = 600
#: What Python says where values of two kinds meet in a comparison, and its names of their kinds.
_COMPARED = re.compile(r"'([<>]=?)' not supported between instances of '(\w+)' and '(\w+)'")
_LOOKED_INTO = re.compile(r"argument of type '(\w+)' is not ")
_LOOKED_FOR = re.compile(r"'in <string>' requires string as left operand, not (\w+)")
_KINDS = {
    "tuple": "a list", "list": "a list", "int": "a number", "bool": "a yes or a no", "str": "words",
    "Record": "something with parts", "NoneType": "nothing", "Macro": "a macro", "Function": "a function",
}  # fmt: skip


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
    if len(names) > _MOST_NAMES:
        return ""
    near = names_near(name, names, n=2, cutoff=_NEAR)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    if 0 < len(names) <= 12:
        return f"Known here: {', '.join(names)}."
    return ""


def problem_at(source: str, file: str, line: int, code: str, what: str, next_step: str = "", find: str = "") -> Problem:
    """A problem at a line of a template, with the line itself; `find` is looked for in it to give the column."""
    lines = _lines(source)
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    return Problem(code, what, next_step, _place(file, line, excerpt.find(find) + 1 if find else 0, excerpt))


def problem_from(source: str, file: str, index: int, code: str, what: str, next_step: str = "") -> Problem:
    """A problem at the character `index` of a template, counted from 0, with its line."""
    start = source.rfind("\n", 0, index) + 1
    end = source.find("\n", index)
    excerpt = source[start : end if end >= 0 else len(source)].rstrip("\r")
    return Problem(code, what, next_step, _place(file, line_at(source, index), index - start + 1, excerpt))


def _place(file: str, line: int, column: int, excerpt: str) -> Place:
    if len(excerpt) > _WIDEST:
        excerpt, column = excerpt[:_WIDEST], column if column <= _WIDEST else 0
    return Place(file, line, column, excerpt)


@lru_cache(maxsize=8)
def _lines(source: str) -> tuple[str, ...]:
    """The lines of a text, kept: a hostile one has thousands of faults to be placed."""
    return tuple(source.splitlines())


def too_many(macro: str, takes: int, given: int) -> str:
    """What is told of a macro that is given more values than it takes."""
    return f"The macro `{macro}` takes {takes or 'no'} value{'' if takes == 1 else 's'}, and is given {given}."


def in_words(error: Exception) -> tuple[str, str, str]:
    """The code, what is wrong and what to do, for whatever parsing, compiling or running a template raised."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, Refused):
        return error.code, error.what, error.next_step
    if isinstance(error, TemplateSyntaxError):
        what = (error.message or "it cannot be read").rstrip(".")
        return "template-syntax", f"This is not a template: {what}.", "Look at this line."
    if isinstance(error, RecursionError | SyntaxError):
        return "template-too-deep", "This template is nested too deeply.", "Break it into simpler pieces."
    if isinstance(error, MemoryError):
        return (
            "template-out-of-fuel",
            "This template needs more memory than there is.",
            "Look for text joined in a loop.",
        )
    if kinds := _kinds_in_words(str(error)):
        return "template-failed", *kinds
    what = str(error).rstrip(".") or type(error).__name__
    return (
        "template-failed",
        f"The template failed here: {what}.",
        "Use each value as what it is: words, list or record.",
    )


def _kinds_in_words(told: str) -> tuple[str, str] | None:
    """What is wrong and what to do where a template compares what cannot be compared; None for any other failure."""
    if found := _COMPARED.match(told):
        sign, one, other = found[1], *(_KINDS.get(kind, "this") for kind in found.groups()[1:])
        what = f"`{sign}` compares numbers, and here it stands between {one} and {other}."
        return (
            what,
            f"Count a list first: `causes | count {sign} 2`. Whether words are there is asked with {{% if … %}}.",
        )
    if found := _LOOKED_INTO.match(told):
        what = f"`in` looks into a list or into words, and what stands behind it is {_KINDS.get(found[1], 'neither')}."
        return what, 'Write the list or the words behind it: {% if "port" in answer %}.'
    if found := _LOOKED_FOR.match(told):
        what = f"`in` looks for words in words, and what stands before it is {_KINDS.get(found[1], 'none')}."
        return what, 'Write words before it, between quotation marks: {% if "3" in answer %}.'
    return None
