"""All that a template can ask, laid out as one interview: for a teacher who reads what students will meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from mundraft.interview.interview import Interview
from mundraft.library.questions import Condition, Element, Group, TemplateDefinition
from mundraft.paper.model import Paper

if TYPE_CHECKING:
    from mundraft.interview.states import Prompt

#: A question by its step, the group it stands in ("" for none) and its id.
_Key = tuple[str, str, str]


class AskedQuestion(NamedTuple):
    """One question as it is asked of a blank paper, with the group whose entries it belongs to, and when it is asked
    (None: always)."""

    prompt: Prompt
    group: Group | None
    when: Condition | None


def with_every_question(definition: TemplateDefinition) -> TemplateDefinition:
    """The same questions with none hidden: no condition has to be met, and each group has its first entry."""
    steps = tuple(step.changed(questions=tuple(_open(one) for one in step.questions)) for step in definition.steps)
    return definition.changed(steps=steps)


def every_question(definition: TemplateDefinition, template: str) -> tuple[AskedQuestion, ...]:
    """Each question once, in the order of the interview; of several topics the first alone."""
    held = dict(_by_key(definition))
    prompts = Interview(with_every_question(definition), Paper(template=template)).prompts()
    first_topic = next((prompt.topic_id for prompt in prompts if prompt.topic_id), "")
    return tuple(
        AskedQuestion(prompt, *held[prompt.step_id, prompt.group_address.rpartition("/")[2], prompt.question.id])
        for prompt in prompts
        if prompt.topic_id in ("", first_topic)
    )


def group_in_words(group: Group) -> str:
    """How often the questions of a group are asked: "Solution: 2 to 5 of them"."""
    least, most = group.count.min, group.count.max
    if most:
        number = f"{least} to {most} of them" if least < most else f"{most} of them"
    else:
        number = f"{least} or more of them" if least else "any number of them, or none"
    return f"{group.item[:1].upper()}{group.item[1:]}: {number}"


def condition_in_words(condition: Condition) -> str:
    """When a question is asked, by the id of the one that decides it: "only where position is support"."""
    name = condition.answer.rpartition("/")[2].rpartition(":")[2]
    if condition.any_of:
        return f"only where {name} is {' or '.join(condition.any_of)}"
    if condition.none_of:
        return f"only where {name} is not {' or '.join(condition.none_of)}"
    return f"only where {name} is answered"


def _open(element: Element) -> Element:
    if not isinstance(element, Group):
        return element.changed(when=None)
    count = element.count.changed(min=1)
    questions = tuple(_open(one) for one in element.questions)
    return element.changed(when=None, count=count, questions=questions)


def _by_key(definition: TemplateDefinition) -> Iterator[tuple[_Key, tuple[Group | None, Condition | None]]]:
    for step in definition.steps:
        yield from _in(step.questions, step.id, None)


def _in(
    elements: Iterable[Element], step: str, group: Group | None
) -> Iterator[tuple[_Key, tuple[Group | None, Condition | None]]]:
    for element in elements:
        if isinstance(element, Group):
            yield from _in(element.questions, step, element)
        else:
            key = step, group.group if group else "", element.id
            yield key, (group, element.when or (group.when if group else None))
