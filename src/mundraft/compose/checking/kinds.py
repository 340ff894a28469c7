"""What kind of phrase each name of a template holds, as its questions ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mundraft.interview.places import field_of_entry
from mundraft.library.questions import Element, Group, Question, TemplateDefinition
from mundraft.paper.groups import GROUPS
from mundraft.templating.phrases import Value


def values_of(definition: TemplateDefinition) -> dict[str, Value]:
    """What is known of each name that the template's text is given for a question or a group."""
    return dict(_values([element for step in definition.steps for element in step.questions]))


def _values(elements: Iterable[Element], group: str = "") -> Iterator[tuple[str, Value]]:
    for element in elements:
        if isinstance(element, Group):
            entry = dict(_values(element.questions, element.group))
            yield element.group, Value(item=Value(fields=entry))
        elif group:
            yield field_of_entry(element, GROUPS[group].entry), _of_question(element)
        elif element.place.startswith("topic:answers/"):
            yield element.id, _of_question(element)


def _of_question(question: Question) -> Value:
    one = Value(question.kind, choices=tuple(choice.value for choice in question.choices))
    return Value(item=one) if question.many is not None else one
