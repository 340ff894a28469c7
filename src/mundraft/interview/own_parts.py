"""What is not printed because the delegate writes its part: the questions and groups that stand in no other part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mundraft.library.questions import PartInfo, TemplateDefinition
from mundraft.paper.address import join
from mundraft.paper.model import Topic

from .places import has_words
from .states import GroupState, OwnPage, Prompt


def written_alone(definition: TemplateDefinition, topic: Topic) -> dict[str, PartInfo]:
    """The questions (by id) and groups that only stand in parts which the delegate writes without the template, each
    with the first of these parts."""
    alone: dict[str, PartInfo] = {}
    printed: set[str] = set()
    for part in definition.parts:
        words = topic.own_words.get(part.key)
        if words is not None and has_words(words):
            for name in part.asks:
                alone.setdefault(name, part)
        else:
            printed.update(part.asks)
    return {name: part for name, part in alone.items() if name not in printed}


def asked_as(prompt: Prompt) -> str:
    """The name by which a part asks for a question: that of its outermost group, or its own id."""
    return prompt.group_address.split("/")[2] if prompt.group_address else prompt.question.id


def own_pages(
    definition: TemplateDefinition, topics: Iterable[Topic], prompts: Iterable[Prompt], groups: Iterable[GroupState]
) -> Iterator[OwnPage]:
    """The parts of the template that the delegate writes, topic by topic. One that asks for nothing stands in the last
    step."""
    steps: dict[tuple[str, str], str] = {}
    last: dict[str, str] = {}
    for prompt in prompts:
        steps.setdefault((prompt.topic_id, asked_as(prompt)), prompt.step_id)
        last[prompt.topic_id] = prompt.step_id
    for group in groups:
        steps.setdefault((group.topic_id, group.group.group), group.step_id)
    for topic in topics:
        for part in definition.parts:
            if part.key in topic.own_words:
                asked = (steps[topic.id, name] for name in part.asks if (topic.id, name) in steps)
                step = next(asked, last.get(topic.id, ""))
                yield OwnPage(join("topics", topic.id, "own_words", part.key), part, topic.id, step)
