"""What the interview tells a screen: prompts, groups, steps and progress, as plain values without behaviour."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple

from mundraft.library.questions import Group, PartInfo, Question
from mundraft.paper.address import Address

from .texts import text_of, texts_of


class State(StrEnum):
    """Where a question stands. Only a required question without an answer is open."""

    OPEN = "open"
    ANSWERED = "answered"
    #: answered, but in a way that the template cannot use (a link that is none, more words than the limit)
    INVALID = "invalid"
    SKIPPABLE = "skippable"


class Prompt(NamedTuple):
    """One question as it is asked now. `value` is in the form that the question asks for: words, a list, a seat."""

    address: Address
    question: Question
    step_id: str
    step_title: str
    #: the topic it belongs to, "" for a question about the whole paper
    topic_id: str
    #: the group and entry it belongs to ("topics/t1/solutions", "s2"), "" outside every group
    group_address: Address
    entry_id: str
    #: "Solution 2 of 3", with the entry around it before it: "Instrument 1 of 1, Article 2 of 2"
    entry_label: str
    value: Any
    #: where its citations stand: the answer's own address when they are part of the words, or "…/s2/cite"
    cite_address: Address
    state: State
    required: bool
    #: the place in the whole interview, counted from 1
    number: int
    of: int

    @property
    def text(self) -> str:
        """The answer as plain text, one line for each entry of a list."""
        return text_of(self.value)

    @property
    def texts(self) -> tuple[str, ...]:
        """The answer as a list of texts: one for each entry of a list, one or none for anything else."""
        return texts_of(self.value)


class EntryState(NamedTuple):
    """One entry of a group. One that the paper does not hold yet is shown because the group needs so many."""

    id: str
    address: Address
    label: str
    in_paper: bool
    has_answers: bool


class GroupState(NamedTuple):
    """One repeated group as it stands now, and whether it takes another entry. `max` 0 means no limit."""

    address: Address
    group: Group
    title: str
    item: str
    step_id: str
    topic_id: str
    entries: tuple[EntryState, ...]
    can_add: bool
    min: int
    max: int
    #: how many questions stand before the end of the group: "another one?" is asked after the question of this number
    ends_after: int


class OwnPage(NamedTuple):
    """A part that the delegate writes, at its address, in the step that asks for what else would stand there."""

    address: Address
    part: PartInfo
    topic_id: str
    step_id: str


class StepState(NamedTuple):
    """One step (of one topic, where it is asked for each) and how far it has come."""

    id: str
    title: str
    help: str
    topic_id: str
    required_total: int
    required_done: int
    answered: int
    total: int
    invalid: int
    #: the first question, "" where the step has nothing but groups without an entry yet
    first_address: Address
    #: the groups that begin in this step, those inside entries left out
    groups: tuple[Address, ...]

    @property
    def complete(self) -> bool:
        """True when nothing required is missing and nothing is invalid."""
        return self.required_done == self.required_total and not self.invalid


class Progress(NamedTuple):
    """How far the whole interview has come; `asked` counts every question that is asked now."""

    required_total: int
    required_done: int
    answered: int
    asked: int
    invalid: int

    @property
    def complete(self) -> bool:
        """True when nothing required is missing and nothing is invalid."""
        return self.required_done == self.required_total and not self.invalid
