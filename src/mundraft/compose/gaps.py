"""What is still missing, and how a gap is shown: the question's words, in brackets, where the answer would stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from mundraft.document.tree import Origin
from mundraft.interview.places import field_names, field_of_entry, has_answers, holds, value_below
from mundraft.library.questions import Element, Group, Question, TemplateDefinition
from mundraft.paper.groups import GROUPS, TOPIC_GROUPS
from mundraft.paper.model import Item, Paper, Topic
from mundraft.templating.leaf import Leaf

Entry = TypeVar("Entry", bound=Item)

#: Where the answers to a template's own questions stand in a topic.
_OWN = "answers/"
#: How the mark of an answer that is missing begins.
STILL_TO_WRITE = "[Still to write: "


def gap(question: Question) -> Leaf:
    """The visible mark of an answer that is missing: "[Still to write: who suffers most]"."""
    return gap_called(asked(question))


def gap_called(what: str) -> Leaf:
    return Leaf(f"{STILL_TO_WRITE}{what}]", Origin.GAP)


def asked(question: Question) -> str:
    """A question as words inside a sentence: "who suffers most"."""
    words = question.ask.strip().rstrip("?.!: ")
    if len(words) > 1 and not words[1].isupper() and not words.startswith("I "):
        words = words[0].lower() + words[1:]
    return words


class GroupAsked(NamedTuple):
    """What a template asks of one entry of a group."""

    #: the fewest entries
    fewest: int = 0
    #: what stands for the required fields that are missing, but for those that hang on the topic or on another answer
    gaps: Mapping[str, Leaf] = MappingProxyType({})
    depending: tuple[tuple[str, Question], ...] = ()
    inside: Mapping[str, GroupAsked] = MappingProxyType({})
    #: whether the text may name the whole group though it is not asked, and the fields of which that is so
    left_out: bool = False
    fields_left_out: tuple[str, ...] = ()


#: What is asked of a group that a template does not ask for, and what shows as a gap where none are shown.
NOT_ASKED = GroupAsked()
NO_GAPS: Mapping[str, Leaf] = MappingProxyType({})


class AnswerAsked(NamedTuple):
    """A question of the template's own: the key of its answer in the topic, where that stands ("answers/…"), the name
    that the text has for it, and whether it asks for several."""

    key: str
    place: str
    name: str
    several: bool


class Asked(NamedTuple):
    """What a template asks, by where the answers stand: paths such as "answers/definition"; and every group of a topic
    by its name, asked for or not."""

    answers: dict[str, Question]
    groups: dict[str, GroupAsked]
    own_answers: tuple[AnswerAsked, ...]
    #: names that the text may use though what they stand for is not asked (`TemplateDefinition.left_out`), but for
    #: those of groups and of their fields
    left_out: tuple[str, ...]

    def missing_answer(self, place: str, holder: Topic | Paper) -> Leaf | None:
        """The gap for a place of a topic or paper, or None where no answer is required there."""
        question = self.answers.get(place)
        if question is None or not question.required or not self._is_asked(question, holder):
            return None
        return _gap_of(question, holder)

    def gaps_in(self, entry: Item, group: GroupAsked, topic: Topic) -> Mapping[str, Leaf]:
        """What stands for the required fields of an entry that are missing."""
        if not group.depending:
            return group.gaps
        asked = (one for one in group.depending if self._is_asked(one[1], topic, entry))
        return {**group.gaps, **{name: _gap_of(question, topic) for name, question in asked}}

    def _is_asked(self, question: Question, holder: Topic | Paper, entry: Item | None = None) -> bool:
        condition = question.when
        if condition is None:
            return True
        if entry is not None and condition.answer in field_names(type(entry)):
            return holds(condition, getattr(entry, condition.answer))
        # A condition names the id of another question, or a place, as the interview reads it.
        named = (place for place, one in self.answers.items() if one.id == condition.answer)
        return holds(condition, value_below(holder, next(named, condition.answer.rpartition(":")[2])))


def _gap_of(question: Question, holder: Topic | Paper) -> Leaf:
    return gap(question.for_goal if isinstance(holder, Topic) and holder.frame == "goal" else question)


def worth_printing(entries: tuple[Entry, ...], fewest: int) -> tuple[Entry, ...]:
    """The entries of a group that a paper prints. One that holds nothing, and that the group does not need, was begun
    and left: nothing in it is required, and what is not required leaves no gap."""
    return tuple([entry for index, entry in enumerate(entries) if index < fewest or has_answers(entry)])


def asked_in(definition: TemplateDefinition) -> Asked:
    """Everything that a template asks, by where its answer stands."""
    answers: dict[str, Question] = {}
    asked: dict[str, Group] = {}
    for step in definition.steps:
        for element in step.questions:
            if isinstance(element, Group):
                asked[element.group] = element
            else:
                answers[element.place.rpartition(":")[2]] = element
    own = tuple(
        AnswerAsked(place.removeprefix(_OWN), place, question.id, question.many is not None)
        for place, question in answers.items()
        if place.startswith(_OWN)
    )
    left_out = definition.left_out
    groups = {name: _group(asked[name]) if name in asked else NOT_ASKED for name in TOPIC_GROUPS}
    for name, group in groups.items():
        fields = tuple(one.partition("/")[2] for one in left_out if one.startswith(f"{name}/"))
        groups[name] = group._replace(left_out=name in left_out, fields_left_out=fields)
    return Asked(answers, groups, own, tuple(name for name in left_out if "/" not in name))


def _group(group: Group) -> GroupAsked:
    required = tuple(_required_fields(group.questions, GROUPS[group.group].entry))
    inside: dict[str, GroupAsked] = {
        str(element.group): _group(element) for element in group.questions if isinstance(element, Group)
    }
    depending = tuple((name, one) for name, one in required if one.when is not None or one.goal is not None)
    always = {name: gap(one) for name, one in required if one.when is None}
    return GroupAsked(group.count.min, always, depending, inside)


def _required_fields(questions: tuple[Element, ...], entry_type: type[Item]) -> Iterator[tuple[str, Question]]:
    for question in questions:
        if isinstance(question, Question) and question.required:
            name = field_of_entry(question, entry_type)
            if name:
                yield name, question
