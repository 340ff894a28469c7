"""Answers that a paper may be without, and sentences of a template's own text that have a hole then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mundraft.interview.places import field_of_entry
from mundraft.library.questions import Element, Group, Question, TemplateDefinition
from mundraft.paper.groups import GROUPS
from mundraft.templating.holes import Held, answer


def answers_of(definition: TemplateDefinition) -> dict[str, Held]:
    """What is known of each name that the template's text is given for a question or a group: may it be missing?"""
    return dict(_answers([element for step in definition.steps for element in step.questions]))


def _answers(elements: Iterable[Element], group: str = "") -> Iterator[tuple[str, Held]]:
    for element in elements:
        if isinstance(element, Group):
            entry = Held(fields=dict(_answers(element.questions, element.group)))
            yield element.group, answer(element.group, _may_lack(element), item=entry)
        elif group:
            name = field_of_entry(element, GROUPS[group].entry)
            if name:
                yield name, answer(f"{group}.{name}", _may_lack(element))
        elif element.place.startswith("topic:answers/"):
            item = Held() if element.many is not None else None
            yield element.id, answer(element.id, _may_lack(element), item=item)


def _may_lack(element: Element) -> bool:
    """Whether a finished paper may be without it. What is required where it is asked is not judged: the text asks, in
    its own way, for what the question hangs on."""
    return not element.required if isinstance(element, Question) else element.count.min == 0
