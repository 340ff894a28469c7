"""What the checks of a template's questions find, and the walk over the questions that they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mundraft.interview.places import field_names
from mundraft.library.pointing import Steps
from mundraft.library.questions import Element, Group, Question, TemplateDefinition
from mundraft.paper.groups import GROUPS
from mundraft.paper.model import Item, Topic
from mundraft.problems import Severity


class Fault(NamedTuple):
    """One thing wrong: where in `template.yaml` (keys and indexes), its code, what it is, and what to do."""

    at: Steps
    code: str
    what: str
    next_step: str
    severity: Severity = Severity.ERROR
    #: where else it is told, the best first, when it stands in a file that the template extends: nobody can mend that
    elsewhere: tuple[Steps, ...] = ()


class Standing(NamedTuple):
    """A question or group, where it stands, and the kind of entry that it is asked for (None: for the topic)."""

    at: Steps
    element: Element
    entry: type[Item] | None
    group: str = ""


def elements_of(definition: TemplateDefinition) -> Iterator[Standing]:
    """Every question and group in the order of the file. What stands inside a group that has no place is left out,
    since the group is told."""
    for index, step in enumerate(definition.steps):
        yield from _below(step.questions, ("steps", index), None, "")


def questions_of(definition: TemplateDefinition) -> Iterator[tuple[Standing, Question]]:
    """Every question, those inside groups too."""
    for standing in elements_of(definition):
        if isinstance(standing.element, Question):
            yield standing, standing.element


def outer_names(definition: TemplateDefinition) -> set[str]:
    """The ids of questions and the names of groups that stand in no group: what a part can name."""
    every = (element for step in definition.steps for element in step.questions)
    return {str(element.group) if isinstance(element, Group) else element.id for element in every}


def has_place(group: Group, entry: type[Item] | None) -> bool:
    """Whether a group can stand where it does."""
    return group.group in field_names(entry or Topic)


def _below(elements: Iterable[Element], base: Steps, entry: type[Item] | None, group: str) -> Iterator[Standing]:
    for index, element in enumerate(elements):
        at = (*base, "questions", index)
        yield Standing(at, element, entry, group)
        if isinstance(element, Group) and has_place(element, entry):
            yield from _below(element.questions, at, GROUPS[element.group].entry, element.group)
