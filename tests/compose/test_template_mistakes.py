"""Mistakes that a teacher makes between template.yaml and paper.md.j2: each is told once, at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.compose.checking.whole import template_problems
from mundraft.library.folders import Folder, Tier
from mundraft.library.search_path import Library

DEFINITION = """\
mundraft-template: 1
name: Ours
steps:
  - id: one
    title: One
    questions:
      - id: motto
        ask: What is your motto?
        help: Say it in your own words.
      - id: title
        ask: What is the topic called?
        help: Say it in your own words.
        at: topic:title
      - id: why
        ask: Why?
        help: Say it in your own words.
        when:
          answer: motto
      - group: instruments
        title: The law
        item: Instrument
        questions:
          - id: instrument
            ask: Which one?
            help: Say it in your own words.
            kind: instrument
          - group: articles
            title: Its articles
            item: Article
            questions:
              - id: number
                ask: Which article?
                help: Say it in your own words.
parts:
  - key: opening
    title: Opening
    asks:
      - motto
      - instruments
"""
TEXT = """\
{% block opening %}
{{ topic.title }}: {{ motto | sentence }} {{ why | sentence }}
{% for instrument in instruments %}{{ instrument.name }}
{% for article in instrument.articles %}{{ article.named }}{% endfor %}
{% endfor %}
{% endblock %}
"""


def told(tmp_path: Path, definition: str = DEFINITION, text: str = TEXT) -> list[tuple[str, str, int]]:
    """The problems of a template as code, file and line."""
    folder = tmp_path / "templates" / "ours"
    folder.mkdir(parents=True)
    (folder / "template.yaml").write_text(definition, encoding="utf-8")
    (folder / "paper.md.j2").write_text(text, encoding="utf-8")
    template = Library([Folder(tmp_path, Tier.GIVEN)]).template("ours")
    problems = template_problems(template)
    assert all(problem.place and problem.place.column for problem in problems)
    return [(p.code, Path(p.place.file).name, p.place.line) for p in problems if p.place]


def test_a_template_without_a_mistake_has_nothing_to_mend(tmp_path: Path) -> None:
    assert told(tmp_path) == []


MISTAKES = {
    "a source that cannot be added": (
        "        when:",
        "        needs_source: true\n        when:",
        "template-source-not-taken",
    ),
    "a place that no paper has": ("at: topic:title", "at: topic:titel", "template-no-place"),
    "a field that no entry has": ("- id: number", "- id: nubmer", "template-no-place"),
    "a group in the wrong place": ("- group: articles", "- group: solutions", "template-no-place"),
    "a condition on nothing": ("answer: motto", "answer: moto", "template-condition-unknown"),
    "two questions with one id": ("- id: why", "- id: motto", "template-asked-twice"),
    "a part that the text does not print": ("- key: opening", "- key: openning", "template-part-without-block"),
    "a part that asks nothing there is": ("      - instruments", "      - instrument", "template-asks-unknown"),
}


@pytest.mark.parametrize(("right", "wrong", "code"), MISTAKES.values(), ids=list(MISTAKES))
def test_a_mistake_among_the_questions_is_told_at_its_line(tmp_path: Path, right: str, wrong: str, code: str) -> None:
    line = DEFINITION[: DEFINITION.index(right)].count("\n") + 1
    found = told(tmp_path, DEFINITION.replace(right, wrong, 1))
    assert (code, "template.yaml", line) in found
    assert len([one for one in found if one[1] == "template.yaml"]) == 1


def test_a_block_that_is_no_part_cannot_be_written_alone(tmp_path: Path) -> None:
    text = TEXT + "{% block closing %}\nThank you.\n{% endblock %}\n"
    assert told(tmp_path, text=text) == [("template-block-without-part", "paper.md.j2", 7)]


def test_faults_of_both_files_are_told_together(tmp_path: Path) -> None:
    found = told(tmp_path, DEFINITION.replace("topic:title", "topic:titel"), TEXT.replace("motto |", "moto |"))
    assert [one[:2] for one in found] == [
        ("template-no-place", "template.yaml"),
        ("template-unknown-name", "paper.md.j2"),
    ]


def test_a_warning_at_its_line_hides_no_macro_that_calls_itself(tmp_path: Path) -> None:
    """No paper can be made of it, so the check must end with 1."""
    macro = "{% macro r(x) %}{{ r(x) }}{% endmacro %}{{ r(1) }}"
    text = TEXT.replace("{{ topic.title }}:", f"{macro} {{{{ topic.title }}}}:")
    text = text.replace("{{ why | sentence }}", "It is because {{ why | clause }}.")
    found = [code for code, _, line in told(tmp_path, text=text) if line == 2]
    assert found == ["template-phrase-kind", "template-hole", "template-too-deep"]


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\ufffe"])
def test_a_sign_that_no_paper_can_hold_is_told_where_it_stands(tmp_path: Path, sign: str) -> None:
    text = TEXT.replace("{{ topic.title }}:", f"To{sign}pic {{{{ topic.title }}}}:")
    assert told(tmp_path, text=text) == [("template-characters", "paper.md.j2", 2)]
