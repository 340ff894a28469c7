"""Slips in a template that extends another: what the program wrote itself is none, and the others are told as meant."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from mundraft.compose.checking.whole import template_problems
from mundraft.desk.preparing_templates import TemplateWishes, written
from mundraft.desk.template_checking import check_template
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.problems import Problem, Severity

SHIPPED = Folder(shipped_folder(), Tier.SHIPPED)
_HEAD = "extends: classic\nname: Ours\n"


def library(folder: Path, definition: str) -> Library:
    here = folder / "templates" / "ours"
    here.mkdir(parents=True, exist_ok=True)
    (here / "template.yaml").write_text(definition, "utf-8")
    return Library((Folder(folder, Tier.GIVEN), SHIPPED))


def told(folder: Path, definition: str) -> tuple[Problem, ...]:
    return template_problems(library(folder, _HEAD + definition).template("ours"))


@pytest.mark.parametrize("name", ["classic", "three-paragraphs", "crisis"])
def test_each_question_that_a_new_template_lists_can_be_left_out_of_it(name: str, tmp_path: Path) -> None:
    text, _ = written("ours", Library((SHIPPED,)), TemplateWishes(extends=name, words=200))
    listed = re.findall(r"^  # - (\S+) .*$", text, re.MULTILINE)
    assert listed
    for ref in listed:
        left_out = text.replace(f"  # - {ref} ", f"  - {ref} ", 1)
        assert library(tmp_path, left_out).template("ours").faults == (), ref


def test_the_words_of_parts_that_are_left_out_are_no_fault(tmp_path: Path) -> None:
    text, _ = written("ours", Library((SHIPPED,)), TemplateWishes(words=700))
    every = re.sub(r"^  # - (appeal|solutions|instruments|causes) .*$", r"  - \1", text, flags=re.MULTILINE)
    every = every.replace("leave_out:\n", "leave_out:\n  - solutions\n  - instruments\n  - causes\n", 1)
    problems = template_problems(library(tmp_path, every).template("ours"))
    assert [one.told() for one in problems] == []


def test_what_else_is_said_of_something_left_out_is_told_with_the_lines_to_delete(tmp_path: Path) -> None:
    (one,) = told(
        tmp_path, "leave_out:\n  - hook\nchange:\n  hook:\n    ask: Why?\n    help: >-\n      Long\n\n      text\n"
    )
    assert one.what == "'hook' is left out on line 4, so nothing can be said of it here."
    assert one.next_step == "Delete lines 6 to 11, or put a # before line 4."


def test_an_id_that_is_there_already_is_told_at_the_line_that_adds_it(tmp_path: Path) -> None:
    asked = "    question:\n      id: {}\n      ask: Who?\n      help: Them.\n"
    (one,) = told(tmp_path, f"add:\n  - after: definition\n{asked.format('affected')}")
    assert (one.code, one.place and (Path(one.place.file).parent.name, one.place.line)) == (
        "template-asked-twice",
        ("ours", 6),
    )
    assert one.what == "classic has a question 'affected' already, so this one is not asked."
    assert "write affected: below `change:`" in one.next_step
    again = f"  - after: definition\n{asked.format('rivers')}"
    problems = told(tmp_path, f"add:\n{again}{again}")
    twice = next(one for one in problems if one.code == "template-asked-twice")
    assert "added twice" in twice.what
    assert twice.place is not None
    assert twice.place.line == 11


def test_a_text_with_nothing_behind_its_colon_is_told(tmp_path: Path) -> None:
    (one,) = told(tmp_path, "change:\n  definition:\n    ask:\n    limit:\n")
    assert (one.code, one.severity, one.place and one.place.line) == ("template-change-empty", Severity.WARNING, 5)
    assert "`ask:`" in one.what
    assert "definition" in one.what


def test_an_id_of_a_question_and_of_one_in_a_group_is_not_taken_for_the_paper_s_own(tmp_path: Path) -> None:
    (one,) = told(tmp_path, "leave_out:\n  - title\n")
    assert one.code == "template-ambiguous-id"
    assert one.next_step == "Write which one is meant: question/title or solutions/title."
    for ref in ("solutions/title", "question/title"):
        assert "template-ambiguous-id" not in {one.code for one in told(tmp_path, f"leave_out:\n  - {ref}\n")}


def test_parts_in_another_order_are_told_to_stay_in_that_of_the_template_behind(tmp_path: Path) -> None:
    (one,) = told(tmp_path, "parts:\n  - key: past_action\n    title: Before\n  - key: instruments\n    title: Law\n")
    assert (one.code, one.severity, one.place and one.place.line) == ("template-parts-order", Severity.WARNING, 6)
    assert "'instruments' stands behind 'past_action' here" in one.what
    assert not told(tmp_path, "parts:\n  - key: instruments\n    title: Law\n  - key: past_action\n    title: Before\n")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "paper.md.j2 is empty"),
        ("{# Our notes. #}\n", 1, "paper.md.j2 is empty"),
        ("{% block issue %}\n{{ super() }} So.\n{% endblock %}\n", 2, "is missing"),
        ("\n{% block issue %}\n{{ definition | sentence }}\n{% endblock %}\n", 2, "is missing"),
        ("Our paper.\n", 1, "is missing"),
    ],
)
def test_a_text_without_the_template_behind_is_one_message(text: str, line: int, what: str, tmp_path: Path) -> None:
    ours = library(tmp_path, _HEAD)
    (tmp_path / "templates" / "ours" / "paper.md.j2").write_text(text, "utf-8")
    (one,) = template_problems(ours.template("ours"))
    assert (one.code, one.place and (Path(one.place.file).name, one.place.line)) == (
        "template-extends-lost",
        ("paper.md.j2", line),
    )
    assert what in one.what
    assert '{% extends "classic" %}' in one.next_step


def test_a_text_that_prints_the_parts_by_itself_needs_no_template_behind(tmp_path: Path) -> None:
    ours = library(tmp_path, _HEAD)
    text = (shipped_folder() / "templates" / "classic" / "paper.md.j2").read_text("utf-8")
    (tmp_path / "templates" / "ours" / "paper.md.j2").write_text(text, "utf-8")
    assert template_problems(ours.template("ours")) == ()


@pytest.mark.parametrize(
    ("written", "says", "advised"),
    [
        ("{{ definition sentence }}", "the sign | is missing", "Write | before it: definition | sentence."),
        ("{{ solutions[0].action bare_verb }}", "the sign | is missing", "solutions[0].action | bare_verb"),
        ("{{ partners | clauses series }}", "the sign | is missing", "partners | clauses | series"),
        ("{{ super }}", "super()", "Write {{ super() }}."),
    ],
)
def test_a_lost_bar_and_lost_brackets_are_told_as_what_is_lost(
    written: str, says: str, advised: str, tmp_path: Path
) -> None:
    ours = library(tmp_path, _HEAD)
    text = f'{{% extends "classic" %}}\n{{% block issue %}}\n{{{{ super() }}}} {written}\n{{% endblock %}}\n'
    text = text.replace("{{ super() }} {{ super }}", "{{ super }}")
    (tmp_path / "templates" / "ours" / "paper.md.j2").write_text(text, "utf-8")
    (one,) = template_problems(ours.template("ours"))
    assert says in one.what
    assert advised in one.next_step
    assert one.place is not None
    assert one.place.line == 3
    assert one.place.column


#: What follows the head, and the line that is told, words of what is wrong and of what to do.
SLIPS = {
    "dash in column 1": ("leave_out:\n- methods\n  - hook\n", 4, "both are read as one id", "two spaces and a dash"),
    "dash too far right": ("leave_out:\n   - methods\n  - hook\n", 4, "as line 5, to which", "Begin it with 2 spaces"),
    "key not set in": (
        "change:\n  hook:\n  ask: Why?\n    help: Say why.\n",
        5,
        "as far left as `hook:` above",
        "If it belongs to hook",
    ),
    "no place": (
        "add:\n  - question:\n      id: a\n      ask: A?\n      help: B.\n",
        4,
        '"add": this entry does not say where it stands.',
        "after:",
    ),
    "moved": ("change:\n  hook:\n    after: definition\n", 5, "`after` moves nothing", "below `add:`"),
    "lost colon": ("topics 2\nleave_out:\n  - hook\n", 3, "no colon", "as in topics: 2"),
}


@pytest.mark.parametrize(("more", "line", "what", "advised"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_of_spaces_is_told_at_the_line_that_is_wrong(
    more: str, line: int, what: str, advised: str, tmp_path: Path
) -> None:
    (one,) = check_template("ours", library(tmp_path, _HEAD + more)).problems
    assert one.place is not None
    assert one.place.line == line
    assert what in one.what
    assert advised in one.next_step


def test_a_call_of_a_macro_that_lost_a_brace_is_told_once_where_it_stands(tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).parent / "mistakes", tmp_path, dirs_exist_ok=True)
    text = tmp_path / "templates" / "river" / "paper.md.j2"
    lines = text.read_text("utf-8").splitlines(keepends=True)
    at = next(index for index, line in enumerate(lines) if line.startswith("{{ deed("))
    lines[at] = lines[at][1:]
    text.write_text("".join(lines), "utf-8")
    (told,) = template_problems(Library([Folder(tmp_path, Tier.GIVEN)]).template("river"))
    assert (told.code, told.place and told.place.line) == ("jinja-single-braces", at + 1)
    assert "Write {{ deed(" in told.next_step


def test_what_a_macro_prints_that_nothing_calls_any_more_is_told_in_one(tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).parent / "mistakes", tmp_path, dirs_exist_ok=True)
    text = tmp_path / "templates" / "river" / "paper.md.j2"
    lines = text.read_text("utf-8").splitlines(keepends=True)
    text.write_text("".join(line for line in lines if not line.startswith("{{ deed(")), "utf-8")
    (told,) = template_problems(Library([Folder(tmp_path, Tier.GIVEN)]).template("river"))
    assert told.code == "template-question-unused"
    assert "calls the macro that prints did, year and result," in told.what


def test_an_argument_of_a_macro_that_nothing_calls_is_no_answer_that_it_prints(tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).parent / "mistakes", tmp_path, dirs_exist_ok=True)
    text = tmp_path / "templates" / "river" / "paper.md.j2"
    lines = text.read_text("utf-8").splitlines(keepends=True)
    spare = "{% macro spare(definition, stance) %}{{ definition }} {{ stance }}{% endmacro %}\n"
    silent = ("{{ definition ", "{{ stance ")
    text.write_text(spare + "".join(line for line in lines if not line.startswith(silent)), "utf-8")
    told = template_problems(Library([Folder(tmp_path, Tier.GIVEN)]).template("river"))
    unused = [one.what for one in told if one.code == "template-question-unused"]
    assert len(unused) == 2
    assert all("prints definition, so" in what or "prints stance, so" in what for what in unused)
