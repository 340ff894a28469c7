"""What teachers get wrong in a preset is told once, at its line, with what to do about it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.library.conference import ConferenceRules
from mundraft.library.conference_words import rules_in_words
from mundraft.library.reading import read_conference
from mundraft.models.fields import plain
from mundraft.problems import Problem, UnreadableFile
from mundraft.strictyaml.reader import read_as

Write = Callable[[str, str, str], Path]

#: A preset without a fault, in which each mistake changes one thing.
RIGHT = """\
name: Riverside MUN
papers:
  document: one
length:
  - per: topic
    min_pages: 1
    max_pages: 2
type:
  fonts:
    - Arial
  min_size_pt: 10
  max_size_pt: 12
  line_spacing:
    - 1
  page: A4
header:
  place: first page
  columns:
    - at: left
      lines:
        - field: committee
          label: Topic {topic_letter}
        - field: text
          text: "{country}, to the point"
  title:
    text: Paper for the {committee}
  anonymous: true
citations:
  ways:
    - style: mla
      mechanism: in-text
  banned:
    - footnotes
  resources:
    place: end
file:
  formats:
    - pdf
  name: "{country}_{committee_short}"
generated:
  rule: forbidden
inferred:
  - type.page
seen_at:
  - title: Handbook
    seen_on: 2026-11-22
"""

# wrong: what is replaced, by what, the text of the line that the message points at, its code's end, what it says.
MISTAKES = {
    "an unknown key": ("  page: A4", "  papersize: A4\n  page: A4", "papersize", "unknown-key", "papersize"),
    "a style that does not exist": ("style: mla", "style: MLA9", "MLA9", "wrong-value", "Did you mean mla?"),
    "a mechanism that does not exist": (
        "mechanism: in-text",
        "mechanism: footnote",
        "footnote",
        "wrong-value",
        "footnotes",
    ),
    "a style that cites in notes, in the text": (
        "style: mla",
        "style: chicago-notes",
        "in-text",
        "wrong-value",
        "author-date",
    ),
    "a way that is banned": ("    - footnotes", "    - in-text", "mechanism: in-text", "wrong-value", "banned"),
    "fewest pages above the most": ("min_pages: 1", "min_pages: 3", "min_pages", "wrong-value", "at most 2 pages"),
    "smallest size above the largest": (
        "min_size_pt: 10",
        "min_size_pt: 14",
        "min_size_pt",
        "wrong-value",
        "largest 12",
    ),
    "a size no page has": ("min_size_pt: 10", "min_size_pt: 3", "min_size_pt", "wrong-value", "6 or more"),
    "a size in words": ("min_size_pt: 10", "min_size_pt: ten", "ten", "wrong-value", "digits"),
    "a number with its unit": ("max_pages: 2", "max_pages: 2 pages", "2 pages", "wrong-value", "must be a number"),
    "a limit that limits nothing": (
        "    min_pages: 1\n    max_pages: 2\n",
        "",
        "per: topic",
        "wrong-value",
        "limits nothing",
    ),
    "a school on an anonymous paper": (
        "field: committee\n",
        "field: school\n",
        "field: school",
        "wrong-value",
        "anonymous",
    ),
    "a delegate in the words of an anonymous paper": (
        "{country}, to the point",
        "{delegates}",
        "field: text",
        "wrong-value",
        "anonymous",
    ),
    "a delegate in the title of an anonymous paper": (
        "Paper for the {committee}",
        "Paper of {last_name}",
        "{last_name}",
        "wrong-value",
        "anonymous",
    ),
    "a delegate in the file's name of an anonymous paper": (
        "{country}_{committee_short}",
        "{last_name}_{country}",
        "{last_name}",
        "wrong-value",
        "anonymous",
    ),
    "a line of words without words": (
        '        - field: text\n          text: "{country}, to the point"\n',
        "        - field: text\n",
        "field: text",
        "wrong-value",
        "needs words",
    ),
    "words on the line of a field": ("field: text", "field: country", "to the point", "wrong-value", "not be printed"),
    "a field of the header that does not exist": (
        "field: committee",
        "field: comittee",
        "comittee",
        "wrong-value",
        "committee",
    ),
    "a header that stands nowhere": (
        "place: first page",
        "place: none",
        "place: none",
        "wrong-value",
        "stands nowhere",
    ),
    "a place that does not exist": ("place: first page", "place: top", "top", "wrong-value", "first page"),
    "three columns": (
        "    - at: left\n",
        "    - at: left\n      lines:\n        - field: topic\n" * 2 + "    - at: left\n",
        "- at: left",
        "wrong-count",
        "at most 2",
    ),
    "a bad date": ("seen_on: 2026-11-22", "seen_on: 22.11.2026", "22.11.2026", "wrong-value", "YYYY-MM-DD"),
    "a day that does not exist": ("2026-11-22", "2026-11-31", "2026-11-31", "wrong-value", "no such date"),
    "no place where it was seen": (
        "seen_at:\n  - title: Handbook\n    seen_on: 2026-11-22\n",
        "",
        "name:",
        "missing-key",
        "seen_at",
    ),
    "no name": ("name: Riverside MUN", "short: RMUN", "short", "missing-key", "name"),
    "a field in a file's name that does not exist": (
        "{committee_short}",
        "{committe}",
        "{committe}",
        "wrong-value",
        "Did you mean {committee}?",
    ),
    "a field in a label that does not exist": ("{topic_letter}", "{letter}", "{letter}", "wrong-value", "{letter}"),
    "a field in a title that does not exist": ("the {committee}", "the {chair}", "{chair}", "wrong-value", "{chair}"),
    "a brace that is not closed": ("{committee_short}", "{committee", "{committee", "wrong-value", "not closed"),
    "a file's name that Windows refuses": (
        "{country}_{committee_short}",
        "{country}: {committee_short}",
        "{country}:",
        "wrong-value",
        "Windows",
    ),
    "a file's name with its ending": (
        "{committee_short}",
        "{committee_short}.docx",
        ".docx",
        "wrong-value",
        "Take .docx away",
    ),
    "a format that does not exist": ("- pdf", "- PDF", "- PDF", "wrong-value", "pdf"),
    "a page size that does not exist": ("page: A4", "page: letter", "letter", "wrong-value", "Did you mean Letter?"),
    "a title over two lines": (
        "    text: Paper for the {committee}",
        "    text: |\n      Paper for the\n      {committee}",
        "text: |",
        "wrong-value",
        "one line",
    ),
    "fewest paragraphs above the most": (
        "    min_pages: 1",
        "    max_paragraphs: 3\n    min_paragraphs: 4",
        "min_paragraphs",
        "wrong-value",
        "at most 3 paragraphs",
    ),
    "a text where a list belongs": (
        "  fonts:\n    - Arial",
        "  fonts: Arial",
        "Arial",
        "wrong-kind",
        "begun with a dash",
    ),
    "a rule that is inferred and not there": ("- type.page", "- type.margin_cm", "margin_cm", "wrong-value", "no rule"),
    "a disclosure of what is forbidden": (
        "rule: forbidden",
        "rule: forbidden\n  disclosure_page: true",
        "disclosure_page",
        "wrong-value",
        "nothing to",
    ),
}


def test_the_preset_that_the_mistakes_are_made_in_is_right(write: Write) -> None:
    conference = read_conference(write("class", "templates/conferences/right.yaml", RIGHT))
    assert conference.citations.styles == ("mla",)
    assert conference.citations.mechanisms == ("in-text",)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_one_clear_error_at_its_line(write: Write, mistake: str) -> None:
    right, wrong, at, code, says = MISTAKES[mistake]
    assert right in RIGHT
    text = RIGHT.replace(right, wrong, 1)
    path = write("class", "templates/conferences/wrong.yaml", text)
    with pytest.raises(UnreadableFile) as caught:
        read_conference(path)
    (problem,) = caught.value.problems
    assert problem.place
    assert problem.code == f"conference-{code}"
    assert at in text.splitlines()[problem.place.line - 1]
    assert says in f"{problem.what} {problem.next_step}"
    assert problem.next_step


@pytest.mark.parametrize(
    "text",
    ["", "# nothing\n", "- a\n- list\n", "name: [A\n", "name: &a A\n", "\t name: A\n", "name: A\nname: B\n", "\x00"],
)
def test_what_is_no_preset_is_told_and_never_a_crash(write: Write, text: str) -> None:
    path = write("class", "templates/conferences/odd.yaml", text)
    with pytest.raises(UnreadableFile) as caught:
        read_conference(path)
    assert all(problem.what and problem.place for problem in caught.value.problems)


@given(
    st.lists(st.integers(0, RIGHT.count("\n") - 1), max_size=3),
    st.sampled_from(["nan", "inf", "-1", "1e999", "", "[]", "null", "true", "{x}", "2", "- 2", "none", "school"]),
    st.integers(0, RIGHT.count("\n") - 1),
)
@settings(max_examples=150)
def test_any_slip_is_told_or_makes_a_preset_that_can_be_said(gone: list[int], value: str, at: int) -> None:
    lines = RIGHT.splitlines()
    lines[at] = f"{lines[at].partition(':')[0]}: {value}"
    text = "\n".join(line for number, line in enumerate(lines) if number not in gone)
    problems: tuple[Problem, ...] = ()
    try:
        rules = read_as(ConferenceRules, text.encode(), "slip.yaml", "conference")
        assert all(math.isfinite(number) for number in numbers_in(plain(rules, whole=True)))
        assert all(rule for group in rules_in_words(rules) for rule in group.rules)
    except UnreadableFile as error:
        problems = error.problems
    assert all(problem.what and problem.next_step for problem in problems)


def numbers_in(value: object) -> Iterator[float]:
    if isinstance(value, dict):
        yield from (number for one in value.values() for number in numbers_in(one))
    elif isinstance(value, tuple | list):
        yield from (number for one in value for number in numbers_in(one))
    elif isinstance(value, int | float):
        yield value


@pytest.mark.parametrize(
    ("rule", "belongs"),
    [
        ("max_words: 500", "It belongs below length:, in an entry (- max_words:). "),
        ("fonts: Arial", "It belongs below type:. "),
        ("anonymous: true", "It belongs below header:. "),
    ],
)
def test_a_rule_that_stands_outside_its_group_is_told_where_it_belongs(write: Write, rule: str, belongs: str) -> None:
    text = f"name: Ours\n{rule}\nseen_at:\n  - title: A handbook\n    seen_on: 2026\n"
    with pytest.raises(UnreadableFile) as fault:
        read_conference(write("class", "templates/conferences/ours.yaml", text))
    (one,) = fault.value.problems
    assert one.next_step.startswith(belongs)
