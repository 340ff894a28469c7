"""What is odd in the words that a template prints of its own: what would stand in the paper as it is typed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import TypeAlias

from mundraft.problems import Problem, Severity
from mundraft.templating.faults import MOST_TOLD, problem_from
from mundraft.templating.syntax_faults import comment_problems
from mundraft.templating.tags import texts_between

_BRACED = re.compile(r"\{\s{0,20}([A-Za-z_]\w{0,80}(?!\w))([^{}\n]{0,200})\}")
_HTML = re.compile(
    r"<(b|i|u|em|strong|p|br|hr|div|span|font|center|h[1-6]|ul|ol|li|a|img|table|tr|td|sup|sub)\b[^<>\n]{0,200}>",
    re.IGNORECASE,
)
_MARKDOWN = {
    "b": "**bold**", "strong": "**bold**", "i": "*italic*", "em": "*italic*", "h1": "# a heading",
    "h2": "## a heading", "h3": "### a heading", "li": "- an entry", "p": "a blank line between paragraphs",
    "br": "a blank line between paragraphs", "a": "[words](https://…)",
}  # fmt: skip
#: What neither a line nor a paragraph can hold, and no Word document.
_NO_SIGN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
#: A macro that the text defines: it is called by its name as an answer is printed by its own.
_MACRO = re.compile(r"\{%[-+]?\s{0,20}macro\s{1,20}([A-Za-z_]\w{0,80})")
#: The stretches of a text outside its tags, each with where it begins.
_Texts: TypeAlias = list[tuple[int, str]]


def text_problems(source: str, name: str, known: Collection[str] = ()) -> tuple[Problem, ...]:
    """What would be printed as it stands though it was surely meant as something else; `known` are the names that the
    template is given. A comment that swallows tags is told too: Jinja reads on after it as if nothing were lost."""
    between = list(texts_between(source))
    known = {*known, *_MACRO.findall(source)}
    every = (
        comment_problems(source, name),
        _no_signs(between, source, name),
        _html(between, source, name),
        _single_braces(between, source, name, known),
    )
    return tuple(islice(chain(*every), MOST_TOLD))


def _no_signs(between: _Texts, source: str, name: str) -> Iterator[Problem]:
    for start, text in between:
        for found in _NO_SIGN.finditer(text):
            what = f"A character stands here that no paper can hold (U+{ord(found[0]):04X}), and that nobody sees."
            next_step = "Delete what stands between the letters around it, and type it again."
            yield problem_from(source, name, start + found.start(), "template-characters", what, next_step)


def _html(between: _Texts, source: str, name: str) -> Iterator[Problem]:
    for start, text in between:
        for found in _HTML.finditer(text):
            what = f"{found[0][:40]} is HTML, as web pages are written, and would be printed as it stands."
            markdown = _MARKDOWN.get(found[1].casefold(), "")
            next_step = f"Templates are written in Markdown: {markdown}." if markdown else "Take it out."
            yield problem_from(source, name, start + found.start(), "jinja-html", what, next_step)


def _single_braces(between: _Texts, source: str, name: str, known: Collection[str]) -> Iterator[Problem]:
    for start, text in between:
        for found in _BRACED.finditer(text):
            if found[1] in known:
                what = f"{found[0]} has single braces, so it is printed as it stands and not as the answer."
                next_step = f"Write {{{{ {found[1]}{found[2].rstrip()} }}}}."
                told = problem_from(source, name, start + found.start(), "jinja-single-braces", what, next_step)
                yield replace(told, severity=Severity.WARNING)
