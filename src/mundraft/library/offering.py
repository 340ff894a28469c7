"""Which instruments to offer first for a topic: those that are about it by their names, their topics and provisions.

Each telling word of the topic counts for as much as it is rare among the instruments, less where it only says where
something happens ("industry"), and for an instrument by where it stands there: in a name of it, in a topic under which
it is filed, in the keywords of a provision or in what one does. One whose whole name stands in the topic is about it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import log
from typing import TYPE_CHECKING

from mundraft.library.topic_words import (
    telling_roots,
    weight_of_root,
    words_of_topic,
    words_of_topics,
    words_said_of_topic,
)
from mundraft.library.word_roots import roots
from mundraft.text.folding import fold

if TYPE_CHECKING:
    from mundraft.library.index import Entry
    from mundraft.library.provisions import Provision, Provisions

#: What a word counts for by where it stands.
_IN_TITLE, _FILED, _IN_NAME, _KEYWORD, _SAID_OF_TOPIC, _DONE = 3.0, 2.5, 2.0, 2.0, 1.5, 1.0
#: A word of a name that names a topic under which the instrument is not filed: tests "under Water" are about tests.
_IN_PASSING = 1.0
#: What a name adds that stands in the topic whole: "the right to water".
_NAMED = 6.0
#: What each further provision with the word adds, and how many of them count.
_FURTHER, _MOST_FURTHER = 0.1, 5
#: What a provision adds for each word beyond the first that stands in it together with others of the topic.
_TOGETHER = 1.0
_CITED, _MOST_CITED = 0.01, 40
#: Words of one root have at least so many first letters alike.
_BEGINNING = 3

Weights = dict[str, dict[str, float]]


def offered_for(entries: Mapping[str, Entry], rows: Mapping[str, Provisions], topic: str) -> dict[str, float]:
    """How much each instrument is about a topic, by its id: the higher the nearer; those alone that are at all."""
    words = telling_roots(topic)
    if not words:
        return {}
    found: Weights = defaultdict(dict)
    for ref, entry in entries.items():
        for word, weight in _by_names(entry, words):
            _keep(found, word, ref, weight)
    # Of equals, one with more provisions comes first: it is cited more.
    together: dict[str, float] = {}
    for ref, row in rows.items():
        together[ref] = _by_provisions(_that_may_hold(words, row), ref, words, found)
        together[ref] += min(len(row.listed), _MOST_CITED) * _CITED
    for ref in _named_in(entries, topic, words):
        together[ref] = together.get(ref, 0.0) + _NAMED
    return _scores(found, together, words, len(entries))


def _named_in(entries: Mapping[str, Entry], topic: str, words: frozenset[str]) -> Iterator[str]:
    """The instruments one of whose names, of several words, stands in a topic as it is."""
    said = f" {fold(topic)} "
    for ref, entry in entries.items():
        names = (f" {name} " for name in map(fold, entry.names) if " " in name)
        if any(name in said and words & roots(name) for name in names):
            yield ref


def _by_names(entry: Entry, words: frozenset[str]) -> Iterator[tuple[str, float]]:
    filed = frozenset[str]().union(*map(words_of_topic, entry.topics))
    passed = words_of_topics() - filed if entry.topics else frozenset()
    for texts, weight in (((entry.title,), _IN_TITLE), (entry.names, _IN_NAME)):
        for text in texts:
            yield from ((word, _IN_PASSING if word in passed else weight) for word in words & roots(text))
    for topic in entry.topics:
        yield from ((word, _FILED) for word in words & words_of_topic(topic))
        yield from ((word, _SAID_OF_TOPIC) for word in words & words_said_of_topic(topic))


def _that_may_hold(words: frozenset[str], row: Provisions) -> list[Provision]:
    """The provisions in which a word begins as one of these does: the others need no closer look."""
    starts = [f" {word[:_BEGINNING]}" for word in words]
    return [one for one, text in row.listed if any(start in text for start in starts)]


def _by_provisions(listed: list[Provision], ref: str, words: frozenset[str], found: Weights) -> float:
    """Notes the words that stand in provisions; what is added for the one that has most of them."""
    times: dict[str, int] = defaultdict(int)
    most = 0
    for one in listed:
        keywords, done = words & roots(" ".join(one.keywords)), words & roots(one.does)
        for word in keywords | done:
            _keep(found, word, ref, _KEYWORD if word in keywords else _DONE)
            times[word] += 1
        most = max(most, len(keywords | done))
    for word, count in times.items():
        found[word][ref] += _FURTHER * min(count - 1, _MOST_FURTHER)
    return _TOGETHER * max(0, most - 1)


def _keep(found: Weights, word: str, ref: str, weight: float) -> None:
    found[word][ref] = max(weight, found[word].get(ref, 0.0))


def _scores(found: Weights, together: dict[str, float], words: frozenset[str], of: int) -> dict[str, float]:
    scores: dict[str, float] = defaultdict(float)
    for word, refs in found.items():
        rare = log((of + 1) / (len(refs) + 0.5)) * weight_of_root(word, words)
        for ref, weight in refs.items():
            scores[ref] += rare * weight
    return {ref: score + together.get(ref, 0.0) for ref, score in scores.items()}
