"""Checking a template as a whole: its text, its questions, and whether the two fit.

What is wrong in one question or one name is silent while a paper is written: a question without a place is not asked,
a part without a block is not printed. So a teacher is told before a class has the template.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mundraft.compose.names import known_names
from mundraft.interview.places import ENTRY_TYPES, field_names, field_of_entry, is_for_topic, locate
from mundraft.library.pointing import Steps
from mundraft.library.questions import Condition, Element, Group, Question, TemplateDefinition
from mundraft.library.search_path import Template
from mundraft.paper.model import Item, Paper, Topic
from mundraft.problems import Problem, TemplateFault
from mundraft.templating.check import BlockFound, blocks_in, problems_in
from mundraft.templating.faults import did_you_mean, problem_at

_Fault = tuple[Steps, str, str, str]  # where in template.yaml, code, what is wrong, next step


def template_problems(template: Template) -> tuple[Problem, ...]:
    """Every fault of a template that was read: those of its questions first, then those of its text by line."""
    faults = [*_question_faults(template.definition), *_part_faults(template)]
    of_questions = [Problem(code, what, next_step, template.place(at)) for at, code, what, next_step in faults]
    of_text = problems_in(template.texts, template.name, known_names(template.definition))
    return (*template.faults, *of_questions, *(of_text or _unlisted_blocks(template)))


def _question_faults(definition: TemplateDefinition) -> Iterator[_Fault]:
    outer = {element.id for step in definition.steps for element in step.questions if isinstance(element, Question)}
    seen: set[str] = set()
    for index, step in enumerate(definition.steps):
        for at, element, entry_type in _elements(step.questions, ("steps", index), None):
            yield from _placed(at, element, entry_type)
            if element.when is not None:
                yield from _condition_fault((*at, "when", "answer"), element.when, outer, entry_type)
            if entry_type is None:
                yield from _twice(at, element, seen)


def _elements(
    elements: Iterable[Element], base: Steps, entry_type: type[Item] | None
) -> Iterator[tuple[Steps, Element, type[Item] | None]]:
    """Every question and group with where it stands, and the kind of entry that it stands in; what stands inside a
    group that has no place is left out, since the group is told."""
    for index, element in enumerate(elements):
        at = (*base, "questions", index)
        yield at, element, entry_type
        if isinstance(element, Group) and _has_place(element, entry_type):
            yield from _elements(element.questions, at, ENTRY_TYPES[element.group])


def _has_place(group: Group, entry_type: type[Item] | None) -> bool:
    return group.group in field_names(entry_type or Topic)


def _placed(at: Steps, element: Element, entry_type: type[Item] | None) -> Iterator[_Fault]:
    """A question or group that has no place in a paper is never asked."""
    if isinstance(element, Group):
        if not _has_place(element, entry_type):
            what = f"The group {element.group} cannot stand here, so nothing in it is asked."
            yield (*at, "group"), "template-no-place", what, "Articles stand inside instruments, the rest outside."
    elif entry_type is not None and ":" not in element.at:
        if not field_of_entry(element, entry_type):
            wrong = element.at or element.id
            fields = field_names(entry_type) - {"id", "cite"}
            what = f"An entry of this group has nothing called {wrong!r}, so the question is never asked."
            yield (*at, "at" if element.at else "id"), "template-no-place", what, did_you_mean(wrong, fields)
    elif locate(element.place, Topic() if is_for_topic(element) else Paper()) is None:
        what = f"There is no place {element.place!r} in a paper, so the question is never asked."
        yield (*at, "at"), "template-no-place", what, "Leave `at` out to keep the answer under the question's own id."


def _condition_fault(at: Steps, when: Condition, outer: set[str], entry_type: type[Item] | None) -> Iterator[_Fault]:
    name = when.answer
    if name in outer or (entry_type is not None and name in field_names(entry_type)):
        return
    holder = Paper() if name.startswith("paper:") else Topic()
    if (":" in name or "/" in name) and locate(name, holder) is not None:
        return
    what = f"No question is called {name!r}, so this condition can never change."
    yield at, "template-condition-unknown", what, did_you_mean(name, outer)


def _twice(at: Steps, element: Element, seen: set[str]) -> Iterator[_Fault]:
    name, key = (element.group, "group") if isinstance(element, Group) else (element.place, "id")
    if name in seen:
        what = f"The answer to this stands at {name!r}, where that to an earlier one stands already: it is not asked."
        yield (*at, key), "template-asked-twice", what, "Give it another id, or take one of them out."
    seen.add(name)


def _part_faults(template: Template) -> Iterator[_Fault]:
    definition = template.definition
    asked = {str(element.group) if isinstance(element, Group) else element.id for element in _outer(definition)}
    blocks = _blocks(template)
    for index, part in enumerate(definition.parts):
        if blocks is not None and part.key not in blocks:
            what = f"There is no block {part.key!r} in paper.md.j2, so this part is never printed."
            yield ("parts", index, "key"), "template-part-without-block", what, did_you_mean(part.key, blocks)
        for number, name in enumerate(part.asks):
            if name not in asked:
                what = f"No question or group is called {name!r}."
                yield ("parts", index, "asks", number), "template-asks-unknown", what, did_you_mean(name, asked)


def _outer(definition: TemplateDefinition) -> Iterator[Element]:
    for step in definition.steps:
        yield from step.questions


def _blocks(template: Template) -> dict[str, BlockFound] | None:
    """The blocks of the template's text, None where faults in the text keep it from being read."""
    try:
        return blocks_in(template.texts, template.name)
    except TemplateFault:
        return None


def _unlisted_blocks(template: Template) -> Iterator[Problem]:
    listed = {part.key for part in template.definition.parts}
    listed |= {name.removeprefix("part/") for name in template.definition.left_out if name.startswith("part/")}
    for name, (text, line) in (_blocks(template) or {}).items():
        if name not in listed:
            what = f"The block {name} is not among the parts of template.yaml, so nobody can write it alone."
            next_step = "Add it under `parts`, with its key and a title."
            yield problem_at(text.source, text.file, line, "template-block-without-part", what, next_step, name)
