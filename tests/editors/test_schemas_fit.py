"""What the schemas let pass is what the program reads, and what they mark is what the program refuses."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from as_editors_read import SCHEMAS, marked, validator

from mundraft.library.extension_form import Extension
from mundraft.library.questions import Kind
from mundraft.models.model import Model
from mundraft.problems import UnreadableFile
from mundraft.strictyaml.reader import read_as

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import editor_schemas  # noqa: E402
import kind_words  # noqa: E402
import schema_words  # noqa: E402

SHIPPED = {
    "template": "templates/*/template.yaml",
    "expectations": "templates/*/expectations.yaml",
    "conference": "templates/conferences/*.yaml",
    "country": "country_profiles/*.yaml",
    "instrument": "instruments/*.yaml",
    "body": "bodies/*.yaml",
    "paper": "examples/*.yaml",
}
#: Of the long shelves, one file in so many: they are all of one form.
SAMPLED = {"country": 13, "instrument": 6, "body": 4}


@pytest.mark.parametrize("name", editor_schemas.FORMS)
def test_a_schema_is_the_one_that_the_models_give(name: str) -> None:
    committed = (SCHEMAS / f"{name}.json").read_text(encoding="utf-8")
    assert committed == editor_schemas.as_text(editor_schemas.schema(name)), "run python tools/editor_schemas.py"
    validator(name).check_schema(json.loads(committed))


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_that_ships_is_marked(name: str) -> None:
    files = sorted(ROOT.glob(SHIPPED[name]))[:: SAMPLED.get(name, 1)]
    assert files
    found = {file.name: marked(name, file.read_text(encoding="utf-8")) for file in files}
    assert not {file: ways for file, ways in found.items() if ways}


def groups(made: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every group of keys in a schema, by its name."""
    for name, one in made.get("definitions", {}).items():
        yield name, one.get("then", one)
    yield "", made


@pytest.mark.parametrize("name", editor_schemas.FORMS)
def test_every_key_has_words_for_who_points_at_it(name: str) -> None:
    wordless = [
        f"{group}.{key}"
        for group, keys in groups(editor_schemas.schema(name))
        for key, value in keys.get("properties", {}).items()
        if not value.get("description")
    ]
    assert not wordless


def test_no_words_stand_for_a_key_that_is_gone() -> None:
    keys: dict[str, set[str]] = {}
    for name, form in editor_schemas.FORMS.items():
        for group, one in groups(editor_schemas.schema(name)):
            called = group or form.model.__name__
            for also in (f"{name}/{called}", called, *schema_words.BUILT_ON.get(called, ())):
                keys.setdefault(also, set()).update(one.get("properties", {}))
    stale = {f"{name}.{key}" for name, words in schema_words.WORDS.items() for key in words if key not in keys[name]}
    assert not stale
    assert set(kind_words.KIND_WORDS) == set(Kind)


STEP = "name: A\nparts: []\nsteps:\n  - id: a\n    title: b\n    questions:\n"
#: The schema, what a teacher writes, and where the mark is; "" is the file itself.
WRONG = (
    ("template", "extends: classic\nname: A\nleave-out:\n  - hook", ""),
    ("template", "extends: classic", ""),
    ("template", "name: A\nparts: []", ""),
    ("template", "extends: classic\nname: A\nmax_words: many", "max_words"),
    ("template", "extends: classic\nname: A\nmax_words: -1", "max_words"),
    ("template", "extends: classic\nname: A\nleave_out: hook", "leave_out"),
    ("template", "extends: classic\nname: A\ntopics: 9", "topics"),
    ("template", "extends: classic\nname:\n  - A", "name"),
    ("template", "extends: classic\nname: A\nchange:\n  hook:\n    kind: nounphrase", "change.hook.kind"),
    ("template", "extends: classic\nname: A\nchange:\n  hook:\n    required: perhaps", "change.hook.required"),
    (
        "template",
        "extends: classic\nname: A\nadd:\n  - question:\n      id: two words\n      ask: b",
        "add.0.question.id",
    ),
    ("template", "extends: classic\nname: A\nadd:\n  - question:\n      id: a", "add.0.question"),
    (
        "template",
        "extends: classic\nname: A\nadd:\n  - group:\n      group: pets\n      title: a\n      item: b",
        "add.0.group.group",
    ),
    (
        "template",
        STEP + "      - group: solutions\n        title: c",
        "steps.0.questions.0",
    ),
    (
        "template",
        STEP + "      - id: c\n        ask: d\n        limit: 3",
        "steps.0.questions.0.limit",
    ),
    ("conference", "name: A\nlength:\n  - max_page: 2", "length.0"),
    ("conference", "name: A\ncitations:\n  ways:\n    - style: harvard", "citations.ways.0.style"),
    ("conference", "name: A\ntype:\n  line_spacing: wide", "type.line_spacing"),
    ("conference", "name: A\nseen_at:\n  - title: B\n    seen_on: 3 May 2026", "seen_at.0.seen_on"),
    ("country", "names:\n  short: A\n  adjectiv: B", "names"),
    ("country", "codes:\n  iso2: ken", "codes.iso2"),
    ("country", "treaties:\n  - instrument: crc\n    signed: 26/01/1990", "treaties.0.signed"),
    ("instrument", "kind: contract", "kind"),
    ("instrument", "binding: partly", "binding"),
    ("body", "aliases: WHO", "aliases"),
    ("paper", "mundraft: 1\ntopic: A", ""),
    ("paper", "topics:\n  - answers:\n      hook:\n        txt: A", "topics.0.answers.hook"),
    (
        "paper",
        "topics:\n  - answers:\n      hook:\n        - text: A\n          cite: s1",
        "topics.0.answers.hook.0.cite",
    ),
    ("paper", "topics:\n  - frame: trouble", "topics.0.frame"),
    ("expectations", "expect: []", "expect"),
    ("expectations", "expect:\n  - name: A\n    says:\n      text: b", "expect.0.says"),
    ("expectations", "expect:\n  - name: A\n    words:\n      at_least: few", "expect.0.words.at_least"),
    ("pack", "title: A", ""),
    ("pack", "name: Class 9b", "name"),
)


@pytest.mark.parametrize(
    ("name", "text", "where"), WRONG, ids=[f"{name}-{at}" for at, (name, _, _) in enumerate(WRONG)]
)
def test_a_mistake_is_marked_where_it_stands(name: str, text: str, where: str) -> None:
    assert marked(name, text) == [where]
    with pytest.raises(UnreadableFile):
        read_as(model_of(name, text), f"{text}\n".encode(), "file.yaml")


def model_of(name: str, text: str) -> type[Model]:
    """The model that reads such a file."""
    return Extension if name == "template" and "extends" in text else editor_schemas.FORMS[name].model


#: What the program takes though an editor sees another kind of value: none of it may be marked.
TAKEN = (
    ("template", "extends: classic\nname: 2027\nmax_words: '900'\ndescription:\nleave_out:\nchange:"),
    (
        "template",
        "extends: 9\nname: true\nchange:\n  hook:\n    required: yes\n    cited: 'false'\n    kind:\n    limit:",
    ),
    (
        "template",
        "extends: classic\nname: No\nchange:\n  a:\n    when:\n      answer: b\n      any_of:\n      - 1\n      - no",
    ),
    (
        "expectations",
        "mundraft-expectations: '1'\nexpect:\n  - name: 1\n    says: 2031\n    answers:\n      a: 3",
    ),
    (
        "expectations",
        "expect:\n  - name: a\n    answers:\n      b:\n        - c\n        - 2\n      d:\n        - e: 1",
    ),
    ("pack", "mundraft-pack: 1\nname: 9\nmade_on: 2026\nseason: 2027"),
    (
        "paper",
        "mundraft: 1\nseat:\ntopics:\n  - title: 5\n    answers:\n      a: 1\n      b:\n        - 2\n        - text: 3",
    ),
)


@pytest.mark.parametrize(("name", "text"), TAKEN)
def test_what_the_program_reads_is_not_marked(name: str, text: str) -> None:
    read_as(model_of(name, text), f"{text}\n".encode(), "file.yaml")
    assert marked(name, text) == []


def test_a_file_that_corrects_another_may_say_one_thing() -> None:
    assert marked("country", "names:\n  adjective: Kenyan") == []
    assert marked("instrument", "articles:\n  - number: 35\n    does: forbids the sale of children") == []
    assert marked("conference", "length:\n  - max_words: 900") == []


def test_the_documents_name_every_schema() -> None:
    page = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) == set(editor_schemas.FORMS)
