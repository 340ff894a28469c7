"""What a file holds against its model: every mistake told once, in its place, without the validator's jargon."""

from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest

from mundraft.library.questions import TemplateDefinition
from mundraft.models.checks import After
from mundraft.models.fields import Meta, no_keys
from mundraft.models.model import Either, Model
from mundraft.paper.model import Paper
from mundraft.problems import UnreadableFile
from mundraft.strictyaml.codes import CODES, KINDS
from mundraft.strictyaml.meant import key_meant
from mundraft.strictyaml.reader import read_as


def problems(model: type[Model], text: str, kind: str = "paper") -> list[tuple[str, int, int]]:
    with pytest.raises(UnreadableFile) as raised:
        read_as(model, text.encode(), "f.yaml", kind)
    found = []
    for problem in raised.value.problems:
        assert problem.place is not None
        assert problem.code in CODES
        assert problem.next_step
        for jargon in ("msgspec", "Expected", "dict", "tuple", "union", "str_"):
            assert jargon not in problem.told()
        found.append((problem.code, problem.place.line, problem.place.column))
    return found


def next_step(model: type[Model], text: str) -> str:
    with pytest.raises(UnreadableFile) as raised:
        read_as(model, text.encode(), "f.yaml", "paper")
    (problem,) = raised.value.problems
    return problem.next_step


TOPIC = "topics:\n  - id: t1\n"
MISTAKES = [
    ("delegats: []\n", ("paper-unknown-key", 1, 1)),
    (TOPIC + "    nuon: water\n", ("paper-unknown-key", 3, 5)),
    (TOPIC + "    frame: porblem\n", ("paper-wrong-value", 3, 12)),
    (TOPIC + "    frame: [problem]\n", ("paper-wrong-kind", 3, 12)),
    (TOPIC + "    title:\n      - a\n", ("paper-wrong-kind", 4, 7)),
    (TOPIC + "    solutions: none yet\n", ("paper-wrong-kind", 3, 16)),
    (TOPIC + "    solutions:\n      - open desks\n", ("paper-wrong-kind", 4, 9)),
    (TOPIC + "    solutions:\n      - action: open desks\n", ("paper-missing-key", 4, 9)),
    (TOPIC + "    solutions:\n      - id:\n        action: open desks\n", ("paper-missing-key", 4, 9)),
    (TOPIC + "    solutions:\n      - id: s 1\n", ("paper-wrong-name", 4, 13)),
    (TOPIC + "    solutions:\n      - id: s1\n      - id: s1\n", ("paper-duplicate-id", 5, 13)),
    (TOPIC + "    answers:\n      a hook: x\n", ("paper-wrong-name", 4, 7)),
    (TOPIC + "    answers:\n      hook:\n        txt: x\n", ("paper-unknown-key", 5, 9)),
    (TOPIC + "    answers:\n      facts:\n        - text: x\n          cite: un\n", ("paper-wrong-kind", 6, 17)),
    (TOPIC + "    answers:\n      facts:\n        - - x\n", ("paper-wrong-kind", 5, 11)),
    (
        TOPIC + "    answers:\n      hook:\n        cite:\n          - source: y\n            s: x\n",
        ("paper-unknown-key", 7, 13),
    ),
    (TOPIC + "  - id: t2\n  - id: t3\n  - id: t4\n", ("paper-wrong-count", 2, 3)),
    ("topics: []\n", ("paper-wrong-count", 1, 9)),
    ("page: A5\n", ("paper-wrong-value", 1, 7)),
    ("seat:\n  article: perhaps\n", ("paper-wrong-value", 2, 12)),
    ("seat: Kenya\n", ("paper-wrong-kind", 1, 7)),
    ("mundraft: one\n", ("paper-wrong-value", 1, 11)),
    ("just words\n", ("paper-wrong-kind", 1, 1)),
    ("- a\n", ("paper-wrong-kind", 1, 1)),
    ("title:Water\n", ("yaml-colon-space", 1, 1)),
    ("delegates:\n  -Ana\n", ("yaml-dash-space", 2, 3)),
    ("delegates:\n  -Ana\n  - Ben\n", ("yaml-dash-space", 2, 3)),
    ("delegates: -Ana\n", ("paper-wrong-kind", 1, 12)),
    ("notes:\n  a: [x]\n", ("paper-wrong-kind", 2, 6)),
]


@pytest.mark.parametrize(("text", "fault"), MISTAKES)
def test_one_mistake_is_one_problem_in_its_place(text: str, fault: tuple[str, int, int]) -> None:
    assert problems(Paper, text) == [fault]


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    text = (
        "delegats: [a]\n"
        "seat: Kenya\n"
        "topics:\n"
        "  - id: t 1\n"
        "    noun: a\n"
        "    noun: b\n"
        "    answers:\n"
        "      hook: {text: a, b and c}\n"
        "    frame: &x problem\n"
        "    solutions:\n"
        "      - acton: do\n"
    )
    assert problems(Paper, text) == [
        ("paper-unknown-key", 1, 1),
        ("paper-wrong-kind", 2, 7),
        ("paper-wrong-name", 4, 9),
        ("yaml-duplicate-key", 6, 5),
        ("yaml-lost-text", 8, 23),
        ("yaml-anchor", 9, 12),
        ("paper-missing-key", 11, 9),
        ("paper-unknown-key", 11, 9),
    ]


TEMPLATE = "name: x\nparts: []\nsteps:\n  - id: one\n    title: One\n    questions:\n"
IN_TEMPLATE = [
    ("      - id: hook\n", ("template-missing-key", 7, 9)),
    ("      - id: hook\n        ask: What?\n        kidn: sentence\n", ("template-unknown-key", 9, 9)),
    ("      - id: hook\n        ask: What?\n        kind: sentense\n", ("template-wrong-value", 9, 15)),
    ("      - group: solutions\n        title: S\n        itm: a\n        item: b\n", ("template-unknown-key", 9, 9)),
    ("      - group: solutiosn\n        title: S\n        item: b\n", ("template-wrong-value", 7, 16)),
    ("      - group: solutions\n        item: b\n", ("template-missing-key", 7, 9)),
    (
        "      - group: solutions\n        title: S\n        item: b\n        questions:\n          - id: a\n",
        ("template-missing-key", 11, 13),
    ),
    ("      - id: a\n        ask: b\n        limit:\n          words: many\n", ("template-wrong-value", 10, 18)),
    ("      - id: a\n        ask: b\n        question: c\n", ("template-unknown-key", 9, 9)),
    ("      - just words\n", ("template-wrong-kind", 7, 9)),
]


@pytest.mark.parametrize(("text", "fault"), IN_TEMPLATE)
def test_mistakes_in_a_union_are_told_for_one_branch(text: str, fault: tuple[str, int, int]) -> None:
    assert problems(TemplateDefinition, TEMPLATE + text, "template") == [fault]


PART = "parts:\n  - key: a\n    title: A\n"
STEP = "steps:\n  - id: one\n    title: One\n    questions:\n      - id: a\n        ask: b\n"
UNKNOWN = ("colour: red", "weight: bold")
#: Where keys stand that nothing has, and where a list or an entry is that they might be taken for.
OF_NOBODY = {
    "beside an entry with one key of its own": (Paper, TOPIC + "    solutions:\n      - id: s1\n", 8, 0),
    "above a list": (TemplateDefinition, f"name: x\n{PART}{STEP}", 4, 0),
    "beside a list that is missing": (TemplateDefinition, f"name: x\n{STEP}", 4, 1),
}


@pytest.mark.parametrize(("model", "text", "indent", "missing"), OF_NOBODY.values(), ids=OF_NOBODY)
def test_keys_that_belong_nowhere_are_told_each_where_it_stands(
    model: type[Model], text: str, indent: int, missing: int
) -> None:
    with_them = text + "".join(f"{' ' * indent}{line}\n" for line in UNKNOWN)
    after, at = text.count("\n"), indent + 1
    assert problems(model, with_them, "template") == [
        *[("template-missing-key", 1, 1)] * missing,
        ("template-unknown-key", after + 1, at),
        ("template-unknown-key", after + 2, at),
    ]


#: Keys of the look below the seat, since the line between them is gone.
RUN_IN = "seat:\n  name: Kenya\n  citing: mla\n  font: Arial\n"


def test_keys_whose_own_line_is_gone_are_told_once_with_the_line_to_write() -> None:
    assert problems(Paper, RUN_IN) == [("paper-unknown-key", 3, 3)]
    assert next_step(Paper, RUN_IN) == "Write look: on a line of its own above."


def test_what_else_is_wrong_in_keys_whose_own_line_is_gone_is_told_with_it() -> None:
    wrong = RUN_IN.replace("Arial", "[Arial]")
    assert problems(Paper, wrong) == [("paper-unknown-key", 3, 3), ("paper-wrong-kind", 4, 9)]


class Colour(StrEnum):
    RED = "red"


class Left(Model):
    side: Literal["left"]
    deep: tuple[int, ...]


class Right(Model):
    side: Literal["right"]
    other: str


def _never_blue(value: str) -> str:
    if value == "blue":
        raise ValueError("blue is not allowed")
    return value


class Side(Either):
    forms = (Left, Right)

    @classmethod
    def meant(cls, values: Any) -> type[Model]:
        return Left if isinstance(values, dict) and values.get("side") == "left" else Right


class Anything(Model):
    undivided: tuple[Side, ...] = ()
    number: float = 0
    named: Annotated[str, After(_never_blue)] = ""
    short: Annotated[str, Meta(max_length=3)] = ""
    long: Annotated[str, Meta(min_length=3)] = "abc"
    at_least: Annotated[int, Meta(ge=5)] = 5
    colour: Colour = Colour.RED
    group: dict[str, int] = no_keys()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("undivided:\n  - side: left\n    deep: [1, x]\n", ("file-wrong-value", 3, 15)),
        ("undivided:\n  - x\n", ("file-wrong-kind", 2, 5)),
        ("number: many\n", ("file-wrong-value", 1, 9)),
        ("named: blue\n", ("file-wrong-value", 1, 8)),
        ("short: abcd\n", ("file-too-long", 1, 8)),
        ("long: ab\n", ("file-wrong-value", 1, 7)),
        ("at_least: 4\n", ("file-wrong-value", 1, 11)),
        ("colour: blue\n", ("file-wrong-value", 1, 9)),
        ("group: a\n", ("file-wrong-kind", 1, 8)),
        ("group:\n  a: x\n", ("file-wrong-value", 2, 6)),
    ],
)
def test_models_of_any_make_are_told_of_plainly(text: str, fault: tuple[str, int, int]) -> None:
    assert problems(Anything, text, "file") == [fault]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("delegats: []\n", "delegates"),
        ("sources:\n  - id: a\n    container_titel: b\n", "container-title"),
        ("sources:\n  - id: a\n    Url: b\n", "URL"),
        (TOPIC + "    past-action: []\n", "past_actions"),
        (TOPIC + "    frame: Problem\n", "problem"),
        ("page: a4\n", "A4"),
    ],
)
def test_a_misspelt_word_is_put_right(text: str, meant: str) -> None:
    assert next_step(Paper, text) == f"Did you mean {meant}?"


def test_letters_that_changed_places_are_meant_before_one_that_is_left_out() -> None:
    assert key_meant("aks", ["asks", "ask"]) == "ask"


@pytest.mark.parametrize("entries", ["Ana\n  Ben", "Ana, Ben", "• Ana\n  • Ben", "– Ana", " -Ana"])
def test_a_list_is_shown_begun_with_its_first_entry(entries: str) -> None:
    assert next_step(Paper, f"delegates: {entries}\n").endswith(": - Ana")


def test_a_word_like_no_other_gets_the_list_of_those_that_can_stand() -> None:
    assert "short" in next_step(Paper, "committee:\n  xyz: a\n")
    assert "Letter" in next_step(Paper, "page: wide\n")


def test_a_key_of_a_question_that_stands_in_a_group_is_not_said_to_be_meant_for_itself() -> None:
    lines = """mundraft-template: 1
name: Ours
steps:
  - id: one
    title: One
    questions:
      - group: solutions
        title: Plans
        item: Plan
        ask: What is the plan?
        count:
          min: 1
          max: 2
        questions:
          - id: what
            at: action
            kind: verb_phrase
            ask: What?
parts:
  - key: all
    title: All
"""
    assert next_step(TemplateDefinition, lines).startswith("The keys here are: group, title, item,")


def test_thousands_of_unknown_keys_are_told_quickly_and_briefly() -> None:
    text = "".join(f"key{number}: v\n" for number in range(20_000))
    assert len(problems(Paper, text)) == 51


def test_every_kind_of_file_has_its_codes() -> None:
    for kind in KINDS:
        assert f"{kind}-unknown-key" in CODES
    assert all(text and "{kind}" not in text for text in CODES.values())
