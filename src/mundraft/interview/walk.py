"""The walk over a template and a paper that lays out every question to be asked now, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Any, NamedTuple

from mundraft.library.questions import Condition, Element, Group, Kind, Question, Step, TemplateDefinition
from mundraft.paper.address import Address
from mundraft.paper.groups import GROUPS
from mundraft.paper.model import InstrumentUse, Item, Paper, Topic

from .needed_topics import with_needed_topics
from .places import (
    as_asked,
    field_names,
    field_of_entry,
    free_ids,
    has_answers,
    has_words,
    holds,
    is_for_topic,
    locate,
)
from .states import EntryState, GroupState


class Asked(NamedTuple):
    """A question at its place, before it is known how many there are in all."""

    address: Address
    question: Question
    step: Step
    topic_id: str
    group_address: Address
    entry_id: str
    entry_label: str
    value: Any
    cite_address: Address
    #: False inside an entry that the group does not need and that has no answer yet
    needed: bool

    @property
    def required(self) -> bool:
        return self.question.required and self.needed

    @property
    def is_missing(self) -> bool:
        """Whether an answer is required and not given."""
        return self.required and not has_words(self.value)


class WalkedStep(NamedTuple):
    """A step, and which of the questions asked are its own: those from `first` up to but without `end`."""

    step: Step
    topic_id: str
    first: int
    end: int
    groups: tuple[Address, ...]


class _Within(NamedTuple):
    """Where the walk stands: the step, the topic, and the entry (None where it is not in the paper yet)."""

    step: Step
    topic: Topic | None
    entry_type: type[Item] | None = None
    entry: Item | None = None
    address: Address = ""
    group_address: Address = ""
    entry_id: str = ""
    label: str = ""
    needed: bool = True

    @property
    def topic_id(self) -> str:
        return self.topic.id if self.topic else ""


class Walk:
    """Every question that is asked now, and every group, laid out once for one template and one paper."""

    def __init__(self, definition: TemplateDefinition, paper: Paper) -> None:
        self._paper = paper
        topics = with_needed_topics(paper, definition).topics
        self._topics = list({topic.id: topic for topic in reversed(topics)}.values())[::-1]
        self._places = {question.id: question.place for question in _outer_questions(definition)}
        self._written = {topic.id: _written_alone(definition, topic) for topic in self._topics if topic.own_words}
        self._seen: set[Address] = set()
        self.asked: list[Asked] = []
        self.groups: list[GroupState] = []
        #: every step that asks something now or has a group, with its topic: where its questions begin and end
        self.steps: list[WalkedStep] = []
        for each_topic, steps in groupby(definition.steps, key=lambda step: step.each_topic):
            self._stretch(list(steps), each_topic)

    def _stretch(self, steps: list[Step], each_topic: bool) -> None:
        """Steps that stand together: those asked for each topic are walked topic by topic, one topic to its end."""
        if each_topic:
            for topic in self._topics:
                for step in steps:
                    with self._walked(step, topic.id):
                        self._elements(step.questions, _Within(step, topic))
            return
        for step in steps:
            with self._walked(step, ""):
                for element in step.questions:
                    self._whole_paper_element(element, step)

    @contextmanager
    def _walked(self, step: Step, topic_id: str) -> Iterator[None]:
        first, first_group = len(self.asked), len(self.groups)
        yield
        groups = tuple(group.address for group in self.groups[first_group:] if group.address.count("/") == 2)
        if len(self.asked) > first or groups:
            self.steps.append(WalkedStep(step, topic_id, first, len(self.asked), groups))

    def _whole_paper_element(self, element: Element, step: Step) -> None:
        """In a step about the whole paper, what belongs to a topic is still asked for each of them."""
        if isinstance(element, Question) and not is_for_topic(element):
            self._elements((element,), _Within(step, None))
            return
        for topic in self._topics:
            self._elements((element,), _Within(step, topic))

    def _elements(self, elements: Iterable[Element], within: _Within) -> None:
        for element in elements:
            if element.when is not None and not self._is_met(element.when, within):
                continue
            if isinstance(element, Question):
                self._question(element, within if within.entry_type else self._needed_here(element.id, within))
            else:
                self._group(element, self._needed_here(element.group, within))

    def _needed_here(self, name: str, within: _Within) -> _Within:
        """Nothing is needed for a part that the delegate writes alone."""
        return within._replace(needed=False) if name in self._written.get(within.topic_id, ()) else within

    def _question(self, question: Question, within: _Within) -> None:
        found = self._found(question, within)
        if found is None or found[0] in self._seen:
            return
        address, value, in_entry = found
        self._seen.add(address)
        if question.goal is not None and within.topic is not None and within.topic.frame == "goal":
            question = question.for_goal
        topic_id = within.topic_id if in_entry or is_for_topic(question) else ""
        # By position: this runs for every question at every change, and keywords double its cost.
        if not in_entry:
            cite_address = address if question.cited else ""
            asked = Asked(address, question, within.step, topic_id, "", "", "", value, cite_address, within.needed)
        else:
            entry = within.address
            cite_address = f"{entry}/cite" if question.cited else ""
            group, entry_id = within.group_address, within.entry_id
            asked = Asked(
                address,
                question,
                within.step,
                topic_id,
                group,
                entry_id,
                within.label,
                value,
                cite_address,
                within.needed,
            )
        self.asked.append(asked)

    def _found(self, question: Question, within: _Within) -> tuple[Address, Any, bool] | None:
        """The address, the value as it is asked for, and whether it is a field of the entry that the walk is in."""
        if within.entry_type is not None and ":" not in question.at:
            return _found_in_entry(question, within.entry_type, within)
        found = locate(question.place, within.topic if within.topic and is_for_topic(question) else self._paper)
        return (found[0], as_asked(question, found[1]), False) if found else None

    def _group(self, group: Group, within: _Within) -> None:
        holder: Topic | Item | None = within.entry if within.entry_type else within.topic
        holder_type: type[Topic | Item] = within.entry_type or Topic
        base = within.address or f"topics/{within.topic_id}"
        address = f"{base}/{group.group}"
        if group.group not in field_names(holder_type) or address in self._seen:
            return
        self._seen.add(address)
        held: tuple[Item, ...] = getattr(holder, group.group) if holder is not None else ()
        entries = _entries(group, address, held)
        place = len(self.groups)
        self.groups.append(_group_state(group, address, within, entries))
        by_id = {entry.id: entry for entry in reversed(held)}
        for index, entry in enumerate(entries):
            inner = within._replace(
                entry_type=GROUPS[group.group].entry,
                entry=by_id.get(entry.id),
                address=entry.address,
                group_address=address,
                entry_id=entry.id,
                label=f"{within.label}, {entry.label}" if within.label else entry.label,
                needed=within.needed and (index < group.count.min or entry.has_answers),
            )
            self._elements(group.questions, inner)
        self.groups[place] = self.groups[place]._replace(ends_after=len(self.asked))

    def _is_met(self, condition: Condition, within: _Within) -> bool:
        """Whether a condition holds; it names a field of this entry, another question's id, or a place."""
        name = condition.answer
        if within.entry_type is not None and name in field_names(within.entry_type):
            return holds(condition, getattr(within.entry, name) if within.entry is not None else "")
        place = self._places.get(name, name)
        if ":" not in place:
            place = f"topic:{place}" if "/" in place else f"topic:answers/{place}"
        holder = self._paper if place.startswith("paper:") else within.topic or self._topics[0]
        found = locate(place, holder)
        return holds(condition, found[1] if found else "")


def _outer_questions(definition: TemplateDefinition) -> Iterator[Question]:
    for step in definition.steps:
        for element in step.questions:
            if isinstance(element, Question):
                yield element


def _written_alone(definition: TemplateDefinition, topic: Topic) -> frozenset[str]:
    """The questions and groups that only stand in parts which the delegate writes without the template."""
    alone: set[str] = set()
    printed: set[str] = set()
    for part in definition.parts:
        words = topic.own_words.get(part.key)
        (alone if words is not None and has_words(words) else printed).update(part.asks)
    return frozenset(alone - printed)


def _found_in_entry(question: Question, entry_type: type[Item], within: _Within) -> tuple[Address, Any, bool] | None:
    name = field_of_entry(question, entry_type)
    if not name:
        return None
    address = f"{within.address}/{name}"
    if question.kind is Kind.INSTRUMENT and isinstance(within.entry, InstrumentUse):
        entry = within.entry
        return address, entry if entry.ref or entry.name else "", True
    return address, as_asked(question, getattr(within.entry, name) if within.entry is not None else ""), True


def _entries(group: Group, address: Address, held: tuple[Item, ...]) -> tuple[EntryState, ...]:
    """The entries that the paper holds, and as many more as the group needs."""
    ids = list(dict.fromkeys(entry.id for entry in held))
    filled = {entry.id for entry in held if has_answers(entry)}
    missing = free_ids(GROUPS[group.group].prefix, ids, group.count.min - len(ids))
    total = len(ids) + len(missing)
    return tuple(
        EntryState(
            id=entry_id,
            address=f"{address}/{entry_id}",
            label=f"{group.item} {number} of {total}",
            in_paper=number <= len(ids),
            has_answers=entry_id in filled,
        )
        for number, entry_id in enumerate([*ids, *missing], start=1)
    )


def _group_state(group: Group, address: Address, within: _Within, entries: tuple[EntryState, ...]) -> GroupState:
    return GroupState(
        address=address,
        group=group,
        title=group.title,
        item=group.item,
        step_id=within.step.id,
        topic_id=within.topic_id,
        entries=entries,
        can_add=not group.count.max or len(entries) < group.count.max,
        min=group.count.min,
        max=group.count.max,
        ends_after=0,
    )
