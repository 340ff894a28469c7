"""What is not printed because the delegate writes its part: the questions and groups that stand in no other part."""

from __future__ import annotations

from mundraft.library.questions import PartInfo, TemplateDefinition
from mundraft.paper.model import Topic

from .places import has_words
from .states import Prompt


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
