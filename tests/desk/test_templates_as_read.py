"""A template as a teacher reads it before a class has it: all that it asks, how often, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from mundraft.desk.template_cards import cards, facts
from mundraft.desk.template_questions import condition_in_words, every_question, group_in_words
from mundraft.library.questions import Condition, Count, Element, Group, Question
from mundraft.library.search_path import Library, default_library


@pytest.fixture(scope="module")
def library() -> Library:
    return default_library()


def ids(elements: Iterable[Element]) -> Iterator[str]:
    for element in elements:
        if isinstance(element, Question):
            yield element.id
        else:
            yield from ids(element.questions)


def test_every_question_of_every_template_is_listed_once_in_its_order(library: Library) -> None:
    for found in library.templates():
        definition = library.template(found.name).definition
        wanted = [name for step in definition.steps for name in ids(step.questions)]
        assert [one.prompt.question.id for one in every_question(definition, found.name)] == wanted, found.name


def test_a_question_that_is_asked_only_sometimes_says_when(library: Library) -> None:
    asked = every_question(library.template("classic").definition, "classic")
    conditions = [condition_in_words(one.when) for one in asked if one.when]
    assert conditions
    assert all(one.startswith("only where ") for one in conditions)
    assert condition_in_words(Condition(answer="topic:answers/position", any_of=("oppose", "both"))) == (
        "only where position is oppose or both"
    )
    assert condition_in_words(Condition(answer="hook", none_of=("no",))) == "only where hook is not no"
    assert condition_in_words(Condition(answer="hook")) == "only where hook is answered"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(min=2, max=5), "Solution: 2 to 5 of them"),
        (Count(min=3, max=3), "Solution: 3 of them"),
        (Count(min=1, max=0), "Solution: 1 or more of them"),
        (Count(min=0, max=0), "Solution: any number of them, or none"),
    ],
)
def test_a_group_says_how_often_it_is_asked(count: Count, words: str) -> None:
    assert group_in_words(Group(group="solutions", title="Solutions", item="solution", count=count)) == words


def test_templates_of_the_class_come_first_and_say_whose_they_are(tmp_path: Path) -> None:
    for name, text in (("zebra", "mundraft-template: 1\nextends: classic\nname: Zebra\n"), ("broken", "name: [")):
        path = tmp_path / "templates" / name
        path.mkdir(parents=True)
        (path / "template.yaml").write_text(text, encoding="utf-8")
    library = default_library(tmp_path)
    listed = [(card.name, card.whose, card.is_read) for card in cards(library)]
    assert listed[:2] == [("zebra", "class folder", True), ("broken", "class folder", False)]
    assert {whose for _, whose, _ in listed[2:]} == {"ships"}
    known = facts(library.template("zebra"))
    assert (known.words, known.extends) == (library.template("classic").definition.max_words, ("classic",))
