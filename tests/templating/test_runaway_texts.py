"""Texts made to keep the check of a template busy: each is told of, in a few words, as soon as any other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mundraft.compose.checking.whole import template_problems
from mundraft.library.search_path import default_library
from mundraft.templating.check import MAX_SOURCE, problems_in
from mundraft.templating.faults import MOST_TOLD
from mundraft.templating.shapes import WORDS, list_of
from mundraft.text.changed_words import Kind, changes

KNOWN = {"answer": WORDS, "many": list_of(WORDS)}


def numbered(piece: str) -> str:
    return "".join(piece.replace("#", str(number)) for number in range(MAX_SOURCE // len(piece) // 2))


TEXTS: dict[str, str] = {
    "brace that is never closed": "{" + "a" * MAX_SOURCE,
    "brace and spaces": "{" + " " * MAX_SOURCE,
    "open HTML": "<b " * MAX_SOURCE,
    "quotes behind backslashes": '{% iff "' + '\\"' * MAX_SOURCE,
    "unknown names": numbered("{{ a# }}\n"),
    "unknown names beside as many macros": numbered("{% macro ab#() %}{% endmacro %}{{ ac#() }}"),
    "unknown filters": "{{ answer | b }}\n" * MAX_SOURCE,
    "values that cannot be printed": "{{ many }}" * MAX_SOURCE,
    "comments in comments": "{# {# #}\n" * MAX_SOURCE,
    "tags without their end": "{% if answer\n" * MAX_SOURCE,
    "ends without their tag": "{% endif %}" * MAX_SOURCE,
    "includes of nothing": numbered('{% include "#" %}'),
    "macros without their values": "{% macro m(a) %}{% endmacro %}" + "{{ m() }}" * MAX_SOURCE,
    "blocks in blocks": "{% if answer %}{% block a %}{% endblock %}{% endif %}\n" * MAX_SOURCE,
    "marks upon marks": "a" + "\u0301\u0323" * MAX_SOURCE,
    "links to nowhere": "[x](" * MAX_SOURCE,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_text_keeps_the_check_busy_or_is_told_endlessly(text: str) -> None:
    assert len(problems_in(text[:MAX_SOURCE], "paper.md.j2", KNOWN)) <= 2 * MOST_TOLD


QUESTION = """\
      - id: q#
        ask: What?
        kind: sentence
        help: Say it.
"""
DEFINITION = """\
mundraft-template: 1
name: Ours
description: Made to run away.
parts:
  - key: a
    title: A
steps:
  - id: s
    title: S
    questions:
"""


def asked(many: int, more: Callable[[int], str] = lambda _: "") -> str:
    return DEFINITION + "".join(QUESTION.replace("#", str(number)) + more(number) for number in range(many))


DEFINITIONS = {
    "questions that nothing prints": asked(2_000),
    "conditions on nothing": asked(1_500, lambda number: f"        when:\n          answer: z{number}\n"),
    "frame of spaces": asked(1, lambda _: '        frame: "{' + " " * 60_000 + 'x"\n'),
    "frame of braces": asked(1, lambda _: '        frame: "' + "{" * 60_000 + 'x"\n'),
    "help of marks": asked(1).replace("Say it.", "a" + "\u0301\u0323" * 60_000),
}


@pytest.mark.parametrize("definition", DEFINITIONS.values(), ids=DEFINITIONS.keys())
def test_no_questions_keep_the_check_busy_or_are_told_endlessly(definition: str, tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "ours"
    folder.mkdir(parents=True)
    (folder / "template.yaml").write_text(definition, encoding="utf-8")
    (folder / "paper.md.j2").write_text("{% block a %}{% endblock %}", encoding="utf-8")
    found = template_problems(default_library(None, tmp_path).template("ours"))
    assert 0 < len(found) <= 3 * MOST_TOLD


def test_texts_of_one_word_again_and_again_are_compared_as_two_others() -> None:
    (found,) = changes("port " * 2_000, "ship port " * 1_000)
    assert {piece.kind for piece in found} >= {Kind.GONE, Kind.NEW}
