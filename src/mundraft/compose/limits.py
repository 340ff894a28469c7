"""A conference's rules about length as a layout holds them, and what they come to for a whole paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from mundraft.document.layout import Limit

if TYPE_CHECKING:
    from mundraft.library import conference_rules


def limits_of(rules: Iterable[conference_rules.Limit], spacing: float) -> tuple[Limit, ...]:
    """The limits that hold at a line spacing (a multiple of single)."""
    return tuple(
        Limit(
            per_topic=rule.per == "topic",
            min_words=rule.min_words,
            max_words=rule.max_words,
            min_pages=rule.min_pages,
            max_pages=rule.max_pages,
            min_paragraphs=rule.min_paragraphs,
            max_paragraphs=rule.max_paragraphs,
            counts_resources=rule.counts_resources,
            approximate=rule.approximate,
            rest_unread=rule.rest_unread,
            only_for=rule.only_for,
        )
        for rule in rules
        if rule.at_spacing in (None, spacing)
    )


def words_allowed(limits: Iterable[Limit], topics: int) -> int:
    """The most words that a paper on so many topics may have, 0 where no limit says."""
    return int(_allowed(limits, topics, lambda limit: limit.max_words))


def pages_allowed(limits: Iterable[Limit], topics: int) -> float:
    """The most pages that a paper on so many topics may have, 0 where no limit says."""
    return _allowed(limits, topics, lambda limit: limit.max_pages)


def resources_count(limits: Iterable[Limit]) -> bool:
    """Whether the words of the resources list count; where that is not known, they do not."""
    return any(limit.counts_resources for limit in limits if limit.max_words or limit.min_words)


def _allowed(limits: Iterable[Limit], topics: int, most: Callable[[Limit], float]) -> float:
    """The tightest bound. A limit for some committees alone is left out: nothing here knows the committee's kind."""
    bounds = [
        most(limit) * (topics if limit.per_topic else 1) for limit in limits if most(limit) and not limit.only_for
    ]
    return min(bounds, default=0)
