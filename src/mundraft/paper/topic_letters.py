"""The letters by which people tell the topics of a paper apart: topic A, topic B."""

from __future__ import annotations

from mundraft.paper.model import Paper

LETTERS = "ABC"


def letter_of(paper: Paper, topic_id: str) -> str:
    """The letter of a topic; "" where the paper has one topic alone, or none of this id."""
    if len(paper.topics) < 2:
        return ""
    return next((letter for letter, one in zip(LETTERS, paper.topics, strict=False) if one.id == topic_id), "")
