"""What is still missing, and how a gap is shown: the question's words, in brackets, where the answer would stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from mundraft.document.tree import Origin
from mundraft.interview.places import field_of_entry, holds, value_below
from mundraft.library.questions import Element, Group, Question, TemplateDefinition
from mundraft.paper.groups import GROUPS
from mundraft.paper.model import Item, Paper, Topic
from mundraft.templating.leaf import Leaf

#: Where the answers to a template's own questions stand in a topic.
_OWN = "answers/"


def gap(question: Question) -> Leaf:
    """The visible mark of an answer that is missing: "[Still to write: who suffers most]"."""
    return gap_called(asked(question))


def gap_called(what: str) -> Leaf:
    return Leaf(f"[Still to write: {what}]", Origin.GAP)


def asked(question: Question) -> str:
    """A question as words inside a sentence: "who suffers most"."""
    words = question.ask.strip().rstrip("?.!: ")
    if len(words) > 1 and not words[1].isupper() and not words.startswith("I "):
        words = words[0].lower() + words[1:]
    return words


class GroupAsked(NamedTuple):
    """What a template asks of one entry of a group: the fewest entries, the required fields, the groups inside."""

    fewest: int = 0
    required: Mapping[str, Question] = MappingProxyType({})
    inside: Mapping[str, GroupAsked] = MappingProxyType({})


class Asked(NamedTuple):
    """What a template asks, by where the answers stand: paths such as "answers/definition", and groups by name."""

    answers: dict[str, Question]
    groups: dict[str, GroupAsked]
    #: the questions of the template's own, each with the key of its answer in the topic
    own_answers: tuple[tuple[str, Question], ...]
    #: what the text may name though it is not asked: `TemplateDefinition.left_out`
    left_out: frozenset[str]

    def left_out_of(self, group: str) -> tuple[str, ...]:
        """The fields of a group that the template leaves out."""
        if not self.left_out:
            return ()
        return tuple(name.partition("/")[2] for name in self.left_out if name.startswith(f"{group}/"))

    def missing_answer(self, place: str, holder: Topic | Paper) -> Leaf | None:
        """The gap for a place of a topic or paper, or None where no answer is required there."""
        question = self.answers.get(place)
        if question is None or not question.required or not _is_asked(question, holder):
            return None
        return gap(question.for_goal if isinstance(holder, Topic) and holder.frame == "goal" else question)


def asked_in(definition: TemplateDefinition) -> Asked:
    """Everything that a template asks, by where its answer stands."""
    answers: dict[str, Question] = {}
    groups: dict[str, GroupAsked] = {}
    for step in definition.steps:
        for element in step.questions:
            if isinstance(element, Group):
                groups[element.group] = _group(element)
            else:
                answers[element.place.rpartition(":")[2]] = element
    own = tuple((place.removeprefix(_OWN), question) for place, question in answers.items() if place.startswith(_OWN))
    return Asked(answers, groups, own, frozenset(definition.left_out))


def _group(group: Group) -> GroupAsked:
    required = dict(_required_fields(group.questions, GROUPS[group.group].entry))
    inside: dict[str, GroupAsked] = {
        str(element.group): _group(element) for element in group.questions if isinstance(element, Group)
    }
    return GroupAsked(group.count.min, required, inside)


def _required_fields(questions: tuple[Element, ...], entry_type: type[Item]) -> Iterator[tuple[str, Question]]:
    for question in questions:
        if isinstance(question, Question) and question.required and question.when is None:
            name = field_of_entry(question, entry_type)
            if name:
                yield name, question


def _is_asked(question: Question, holder: Topic | Paper) -> bool:
    condition = question.when
    return condition is None or holds(condition, value_below(holder, condition.answer.rpartition(":")[2]))
