"""Slips of the pen in a `template.yaml` that can be read, and so would pass unseen: text that is cut off by a `#`."""

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


def cut_texts(text: str, file: str) -> Iterator[Problem]:
    """Texts for people behind which a ` #` begins a comment, so that the rest of the text is lost without a word."""
    for found in _CUT.finditer(text):
        line = text.count("\n", 0, found.start(1)) + 1
        start = text.rfind("\n", 0, found.start(1)) + 1
        excerpt = text[start:].partition("\n")[0]
        what = "What stands behind the # is a comment and no part of the text, so the text ends before it."
        next_step = "If it belongs to the text, put the whole text between quotation marks; else give it its own line."
        place = Place(file, line, found.start(1) - start + 1, excerpt)
        yield Problem("template-text-cut", what, next_step, place, severity=Severity.WARNING)
