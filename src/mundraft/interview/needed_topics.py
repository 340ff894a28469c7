"""The topics that a template asks for before the paper holds them, as it does with the entries of a group."""

from __future__ import annotations

from mundraft.library.questions import TemplateDefinition
from mundraft.paper.model import Paper, Topic

from .places import free_ids


def with_needed_topics(paper: Paper, definition: TemplateDefinition) -> Paper:
    """The paper with empty topics at its end up to the number that its template asks for; the same paper where it
    has as many. A topic keeps its address when it is made."""
    missing = definition.topics - len(paper.topics)
    if missing <= 0:
        return paper
    ids = free_ids("t", [topic.id for topic in paper.topics], missing)
    return paper.changed(topics=(*paper.topics, *(Topic(id=one) for one in ids)))
