"""Which topics of the library a paper's own topic is about, by the words that they share."""

from __future__ import annotations

from collections.abc import Iterable

from mundraft.library.topics import TOPICS
from mundraft.text.folding import fold

#: Words that stand in the names of many topics, or of none in particular.
_SAY_LITTLE = frozenset(
    (
        "against", "and", "country", "for", "from", "global", "human", "humans", "inside", "international", "issue",
        "one", "people", "peoples", "person", "persons", "region", "rights", "small", "states", "system", "the",
        "their", "through", "treaties", "united", "nations", "victims", "with", "world", "working",
    )
)  # fmt: skip
#: Two words are alike where this many first letters agree ("traffick-ing", "traffick-ed"), or all of a short one.
_STEM = 5


def topics_meant(text: str, topics: Iterable[str]) -> frozenset[str]:
    """Those of the topics whose id or name shares a telling word with a text: "child trafficking" is about two."""
    typed = _telling(text)
    return frozenset(topic for topic in topics if typed & _telling(f"{topic} {TOPICS.get(topic, '')}"))


def _telling(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in fold(text).split() if len(word) > 2 and word not in _SAY_LITTLE)


def _stem(word: str) -> str:
    return word.removesuffix("s")[:_STEM] if len(word) > _STEM else word.removesuffix("s")
