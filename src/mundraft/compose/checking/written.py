"""Slips of the pen in a `template.yaml` that can be read, and so would pass unseen: text that is cut off by a `#`, and
quotation marks of a word processor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mundraft.problems import Place, Problem, Severity

#: A text without quotation marks, on the line of its key, behind which a comment begins.
_CUT = re.compile(
    r"^[ ]*(?:-[ ])?(?:ask|help|title|item|label|weak|strong|name|description|placeholder):[ ]+"
    r"[^\s\"'>|#][^\n]*?[ ](#)",
    re.MULTILINE,
)
#: A text between quotation marks that YAML does not know as such. An example may be a quotation.
_CURLY = re.compile(
    r"^[ ]*(?:-[ ])?(?:ask|help|title|item|label|name|description|frame):[ ]+"
    r"([“”„‟«»‘’‚])[^\n]*[“”„«»‘’\"'][ ]*$",
    re.MULTILINE,
)


def slips(text: str, file: str) -> Iterator[Problem]:
    """Every slip in the text of a `template.yaml`."""
    yield from _cut_texts(text, file)
    yield from _curly_quotes(text, file)


def _curly_quotes(text: str, file: str) -> Iterator[Problem]:
    """Texts for people between quotation marks as Word sets them: students would see the marks."""
    for found in _CURLY.finditer(text):
        what = f"The quotation mark {found[1]} is one of a word processor, and is read as part of the text."
        next_step = 'Write straight ones in its place, at both ends: "like this". Or none.'
        place = _place_at(text, file, found.start(1))
        yield Problem("template-curly-quotes", what, next_step, place, severity=Severity.WARNING)


def _cut_texts(text: str, file: str) -> Iterator[Problem]:
    """Texts for people behind which a ` #` begins a comment, so that the rest of the text is lost without a word."""
    for found in _CUT.finditer(text):
        what = "What stands behind the # is a comment and no part of the text, so the text ends before it."
        next_step = "If it belongs to the text, put the whole text between quotation marks; else give it its own line."
        place = _place_at(text, file, found.start(1))
        yield Problem("template-text-cut", what, next_step, place, severity=Severity.WARNING)


def _place_at(text: str, file: str, index: int) -> Place:
    start = text.rfind("\n", 0, index) + 1
    return Place(file, text.count("\n", 0, index) + 1, index - start + 1, text[start:].partition("\n")[0])
