"""How long each part of the paper is beside its share of the limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mundraft.document.length_now import share
from mundraft.interview.needed_topics import with_needed_topics

if TYPE_CHECKING:
    from mundraft.tui.drafting import Draft
    from mundraft.tui.preview import PartId
    from mundraft.tui.work import Work


class PartBudget(NamedTuple):
    """A part with its words, and how many it may have (0: nobody can say)."""

    title: str
    words: int
    budget: int

    @property
    def in_short(self) -> str:
        """The numbers alone: "80/150"."""
        return f"{self.words}/{self.budget}" if self.budget else f"{self.words}"


def budgets(work: Work, draft: Draft | None) -> dict[PartId, PartBudget]:
    """Every part of every topic, by its key and topic; nothing before the paper was composed."""
    if draft is None or draft.document is None:
        return {}
    parts = work.definition.parts
    weights, topics = [part.words for part in parts], with_needed_topics(work.paper, work.definition).topics
    found: dict[PartId, PartBudget] = {}
    for topic in topics:
        length = draft.lengths.get(topic.id) or draft.lengths.get("")
        for part in parts:
            budget = share(part.words, weights, length, len(topics)) if length else 0
            if length and not draft.document.layout.limits:  # the template's own words, as it gives them to its parts
                budget = part.words
            found[part.key, topic.id] = PartBudget(part.title, draft.part_words.get((topic.id, part.key), 0), budget)
    return found
