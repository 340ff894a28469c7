"""The interview: which questions are asked now, where each stands, and how far the paper has come.

An `Interview` is a view of one template and one paper. It changes nothing; make a new one after each answer, which
costs less than a millisecond. Going back is nothing but another address: it never touches an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from mundraft.library.questions import PartInfo, TemplateDefinition
from mundraft.paper.address import Address, answered
from mundraft.paper.model import Paper
from mundraft.paper.topic_letters import letter_of

from .answering import is_invalid
from .needed_topics import with_needed_topics
from .own_parts import asked_as, own_pages, written_alone
from .places import INSTRUMENT_FIELDS, has_words
from .states import GroupState, OwnPage, Progress, Prompt, State, StepState
from .walk import Asked, Walk, WalkedStep

#: What is set for the paper and not asked: the template decides about none of these.
_SETTINGS = frozenset({"template", "preset", "conference", "language", "page", "look"})


class Interview:
    """The interview of one paper with one template, at one moment."""

    def __init__(self, definition: TemplateDefinition, paper: Paper) -> None:
        self.definition = definition
        self.paper = paper

    def topic_letter(self, topic_id: str) -> str:
        """The letter of a topic, also of one that the template asks for before the paper holds it; "" for one alone."""
        return letter_of(with_needed_topics(self.paper, self.definition), topic_id)

    def prompts(self) -> tuple[Prompt, ...]:
        """Every question that is asked now, in order. A stretch of steps is walked topic by topic; entries that a
        group needs are asked for before the paper holds them, at the address that they will have."""
        return self._prompts

    def groups(self) -> tuple[GroupState, ...]:
        """Every repeated group in order, those inside entries after the group they stand in."""
        return tuple(self._walk.groups)

    def group(self, address: Address) -> GroupState | None:
        """The group at an address, or None where no group is asked now."""
        return next((group for group in self._walk.groups if group.address == address), None)

    def prompt(self, address: Address) -> Prompt | None:
        """The question whose answer stands at an address, or None where none is asked now."""
        index = self._index.get(address)
        return None if index is None else self._prompts[index]

    def after(self, address: Address) -> Prompt | None:
        """The next question, or None after the last one and for an address that is not asked now."""
        index = self._index.get(address)
        return None if index is None or index + 1 >= len(self._prompts) else self._prompts[index + 1]

    def before(self, address: Address) -> Prompt | None:
        """The question before, or None before the first one and for an address that is not asked now."""
        index = self._index.get(address)
        return self._prompts[index - 1] if index else None

    def first_open(self) -> Prompt | None:
        """The first question that still needs something: a required one without an answer, or an invalid answer."""
        return next((prompt for prompt in self._prompts if _needs_something(prompt)), None)

    def next_open(self, address: Address) -> Prompt | None:
        """The same, looking on from an address and then from the beginning; never the question at the address."""
        start = self._index.get(address, -1) + 1
        others = (*self._prompts[start:], *self._prompts[: max(0, start - 1)])
        return next((prompt for prompt in others if _needs_something(prompt)), None)

    def own_part(self, prompt: Prompt) -> PartInfo | None:
        """The part that the delegate writes alone, where a question's answer would stand there and nowhere else; None
        where the paper prints the answer."""
        if "/own_words/" in prompt.address:  # the page of the part itself, which may have a question's name
            return None
        written = self._written_alone.get(prompt.topic_id)
        return written.get(asked_as(prompt)) if written else None

    def own_pages(self) -> tuple[OwnPage, ...]:
        """The parts that the delegate writes, in the order of the paper."""
        return self._own_pages

    def steps(self) -> tuple[StepState, ...]:
        """The steps in the order in which they are walked; a step that has nothing to ask now is left out."""
        return tuple(_step_state(walked, self._prompts[walked.first : walked.end]) for walked in self._walk.steps)

    def progress(self) -> Progress:
        """How far the whole interview has come."""
        return Progress(
            required_total=sum(prompt.required for prompt in self._prompts),
            required_done=_required_done(self._prompts),
            answered=sum(has_words(prompt.value) for prompt in self._prompts),
            asked=len(self._prompts),
            invalid=_invalid(self._prompts),
        )

    def unasked(self) -> tuple[tuple[Address, Any], ...]:
        """Answers that stand in the paper and that no question asks for now: another template's, or hidden by a
        condition. They are kept and shown."""
        asked = self._asked_addresses()
        part_keys = {part.key for part in self.definition.parts}
        return tuple(
            (address, value)
            for address, value in answered(self.paper)
            if not _is_setting(address, part_keys) and not _is_covered(address, asked)
        )

    @cached_property
    def _walk(self) -> Walk:
        return Walk(self.definition, self.paper)

    @cached_property
    def _own_pages(self) -> tuple[OwnPage, ...]:
        topics = [topic for topic in self.paper.topics if topic.own_words]
        return tuple(own_pages(self.definition, topics, self._prompts, self._walk.groups)) if topics else ()

    @cached_property
    def _written_alone(self) -> dict[str, dict[str, PartInfo]]:
        return {topic.id: written_alone(self.definition, topic) for topic in self.paper.topics if topic.own_words}

    @cached_property
    def _prompts(self) -> tuple[Prompt, ...]:
        asked = self._walk.asked
        return tuple(_prompt(one, number, len(asked)) for number, one in enumerate(asked, start=1))

    @cached_property
    def _index(self) -> dict[Address, int]:
        return {prompt.address: index for index, prompt in enumerate(self._prompts)}

    def _asked_addresses(self) -> set[Address]:
        """Every address that a question fills. An entry's citations belong to the entry, whichever question shows
        them, and one answer fills all that names an instrument."""
        addresses: set[Address] = set()
        for prompt in self._prompts:
            addresses.add(prompt.address)
            entry, _, name = prompt.address.rpartition("/")
            if prompt.entry_id:
                addresses.add(f"{entry}/cite")
            if prompt.entry_id and name == "ref":
                addresses.update(f"{entry}/{field}" for field in INSTRUMENT_FIELDS)
        return addresses


def _prompt(asked: Asked, number: int, of: int) -> Prompt:
    return Prompt(
        asked.address,
        asked.question,
        asked.step.id,
        asked.step.title,
        asked.topic_id,
        asked.group_address,
        asked.entry_id,
        asked.entry_label,
        asked.value,
        asked.cite_address,
        _state(asked),
        asked.required,
        number,
        of,
    )


def _state(asked: Asked) -> State:
    if not has_words(asked.value):
        return State.OPEN if asked.is_missing else State.SKIPPABLE
    return State.INVALID if is_invalid(asked.question, asked.value) else State.ANSWERED


def _needs_something(prompt: Prompt) -> bool:
    return prompt.state in (State.OPEN, State.INVALID)


def _step_state(walked: WalkedStep, prompts: Sequence[Prompt]) -> StepState:
    return StepState(
        id=walked.step.id,
        title=walked.step.title,
        help=walked.step.help,
        topic_id=walked.topic_id,
        required_total=sum(prompt.required for prompt in prompts),
        required_done=_required_done(prompts),
        answered=sum(has_words(prompt.value) for prompt in prompts),
        total=len(prompts),
        invalid=_invalid(prompts),
        first_address=prompts[0].address if prompts else "",
        groups=walked.groups,
    )


def _required_done(prompts: Iterable[Prompt]) -> int:
    return sum(prompt.required and prompt.state is State.ANSWERED for prompt in prompts)


def _invalid(prompts: Iterable[Prompt]) -> int:
    return sum(prompt.state is State.INVALID for prompt in prompts)


def _is_setting(address: Address, part_keys: set[str]) -> bool:
    """What is no answer to a question: settings, the sources, and parts that the delegate writes alone."""
    steps = address.split("/")
    if steps[0] in _SETTINGS or steps[0] == "sources":
        return True
    if steps[0] != "topics" or len(steps) < 3:
        return False
    return steps[2] == "frame" or (steps[2] == "own_words" and steps[-1] in part_keys)


def _is_covered(address: Address, asked: set[Address]) -> bool:
    """True when the address, something it stands in, or something that stands in it is asked."""
    if address in asked:
        return True
    steps = address.split("/")
    if any("/".join(steps[:end]) in asked for end in range(1, len(steps))):
        return True
    return any(other.startswith(f"{address}/") for other in asked)
