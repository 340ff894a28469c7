"""The templates that ship: what they ask, how they ask it, and that their papers print nothing that they do not ask."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from mundraft.compose.names import known_names
from mundraft.interview.places import field_of_entry
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.questions import Group, Kind, Question, TemplateDefinition
from mundraft.library.search_path import Library
from mundraft.models.fields import names_of
from mundraft.paper.groups import GROUPS
from mundraft.paper.model import Topic
from mundraft.templating.check import problems_in

LIBRARY = Library((Folder(shipped_folder(), Tier.SHIPPED),))
#: Those with a text of their own; the others extend one of them.
OWN = ["classic", "one-page", "crisis", "policy-statement"]
EXTENDING = ["three-paragraphs", "two-topics", "security-council", "organisation"]
NAMES = OWN + EXTENDING
#: A source begins as a link and a title: two answers more than the template itself asks for.
A_SOURCE = 2


def questions(definition: TemplateDefinition) -> Iterator[tuple[str, Question, int]]:
    """Every question with the group that it stands in and how often it must be answered."""

    def below(elements: tuple[Question | Group, ...], group: str, times: int) -> Iterator[tuple[str, Question, int]]:
        for element in elements:
            if isinstance(element, Group):
                yield from below(element.questions, element.group, times * element.count.min)
            else:
                yield group, element, times

    for step in definition.steps:
        yield from below(step.questions, "", 1)


FEW = {"classic": 25, "one-page": 14, "crisis": 16, "policy-statement": 14, "three-paragraphs": 20}


@pytest.mark.parametrize(("name", "most"), FEW.items())
def test_few_answers_are_required(name: str, most: int) -> None:
    required = sum(times for _, question, times in questions(LIBRARY.template(name).definition) if question.required)
    assert required + A_SOURCE <= most


def test_the_shelf_is_the_one_that_is_read_here() -> None:
    assert sorted(found.name for found in LIBRARY.templates()) == sorted(NAMES)


@pytest.mark.parametrize("name", OWN)
def test_the_template_uses_only_what_it_is_given(name: str) -> None:
    template = LIBRARY.template(name)
    assert problems_in(template.source, name, known_names(template.definition)) == ()


@pytest.mark.parametrize("name", OWN)
def test_the_parts_are_the_blocks(name: str) -> None:
    template = LIBRARY.template(name)
    blocks = re.findall(r"{% block (\w+) %}", template.source)
    assert [part.key for part in template.definition.parts] == blocks


@pytest.mark.parametrize("name", OWN)
def test_what_is_asked_for_the_body_belongs_to_one_part_and_is_printed_there(name: str) -> None:
    template = LIBRARY.template(name)
    blocks = dict(re.findall(r"{% block (\w+) %}(.*?){% endblock %}", template.source, re.DOTALL))
    listed = [asked for part in template.definition.parts for asked in part.asks]
    assert len(set(listed)) == len(listed)
    for part in template.definition.parts:
        for asked in part.asks:
            assert re.search(rf"\b{asked}\b", blocks[part.key]), (part.key, asked)
    asked_for_body = {
        question.id
        for group, question, _ in questions(template.definition)
        if not group and question.place.startswith("topic:answers/")
    } - {"problem"}
    assert asked_for_body <= set(listed)


@pytest.mark.parametrize("name", NAMES)
def test_every_answer_has_a_place_in_the_paper(name: str) -> None:
    for group, question, _ in questions(LIBRARY.template(name).definition):
        if group:
            assert field_of_entry(question, GROUPS[group].entry), (group, question.id)
        elif question.place.startswith("topic:") and not question.place.startswith("topic:answers/"):
            assert question.place.removeprefix("topic:") in names_of(Topic)


@pytest.mark.parametrize("name", NAMES)
def test_every_question_is_short_and_helps(name: str) -> None:
    for _, question, _ in questions(LIBRARY.template(name).definition):
        assert question.ask.endswith("?"), question.id
        assert len(question.ask) < 75, question.id
        assert len(question.ask.split()) <= 14, question.id
        assert question.help or question.kind is Kind.YEAR, question.id
        assert len(question.help.split()) < 60, question.id
        assert not question.weak or question.strong, question.id
        if question.frame:
            assert "{answer}" in question.frame, question.id


@pytest.mark.parametrize("name", NAMES)
def test_strong_examples_are_not_taken_from_the_example_papers(name: str) -> None:
    papers = " ".join(LIBRARY.example(found.name).decode("utf-8") for found in LIBRARY.examples())
    flat = re.sub(r"\s+", " ", papers).casefold()
    for _, question, _ in questions(LIBRARY.template(name).definition):
        strong = re.sub(r"\s+", " ", question.strong).casefold()
        assert len(strong.split()) < 4 or strong not in flat, question.id


@pytest.mark.parametrize("name", NAMES)
def test_examples_fit_the_kind_and_the_limits_of_their_question(name: str) -> None:
    for _, question, _ in questions(LIBRARY.template(name).definition):
        words = len(question.strong.split())
        assert not question.limit.words or words <= question.limit.words, question.id
        assert not question.limit.warn_words or words <= question.limit.warn_words, question.id
        if question.kind in (Kind.NOUN_PHRASE, Kind.VERB_PHRASE, Kind.CLAUSE):
            assert not question.strong.endswith("."), question.id


def test_the_second_template_asks_other_things_than_the_first() -> None:
    asked = [{(group, q.id) for group, q, _ in questions(LIBRARY.template(name).definition)} for name in OWN]
    assert asked[1] != asked[0]
    assert len(asked[1]) < len(asked[0])
