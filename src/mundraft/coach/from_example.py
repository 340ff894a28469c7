"""Whether a paper's answers are those of an example: what a paper begun from one still is, told as a fact.

An answer is the example's where most pairs of its neighbouring words stand in the example too. So neither another
title, seat or delegate in the header hides it, nor one name put in the place of another in every sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from mundraft.models.fields import plain
from mundraft.paper.file import read_paper
from mundraft.problems import MundraftError, Problem, Severity
from mundraft.text.folding import fold

from .sentences import OWN, is_own
from .taking_apart import without_quotations

if TYPE_CHECKING:
    from mundraft.library.search_path import Library

    from .texts import Text

CODE = "from-example"
_Pairs: TypeAlias = frozenset[tuple[str, str]]
#: Shorter answers may come to two people by themselves, and so may a few longer ones on one topic.
_FEWEST_WORDS, _FEWEST = 6, 4
#: The share of an answer's pairs of words from which on it is the example's: one name put for another breaks two.
_NEARLY = 0.7
#: The share of a paper's answers from which on it is the example's rather than the delegate's.
_MOSTLY = 0.5


class _Example(NamedTuple):
    name: str
    path: Path
    pairs: _Pairs


def from_example(texts: Iterable[Text], library: Library, path: Path = Path()) -> Iterator[Problem]:
    """Advice where at least half of a paper's answers stand in one example, with how many they are.

    `path` is the paper's file: an example that is checked itself is nobody's copy."""
    own = [pairs for text in texts if is_own(text) and len(pairs := _pairs(text.words)) >= _FEWEST_WORDS - 1]
    if len(own) < _FEWEST:
        return
    examples = _examples(library)
    if not examples:
        return
    same, example = max(((_how_many(own, one.pairs), one) for one in examples), key=lambda found: found[0])
    if same < _MOSTLY * len(own) or path.absolute() == example.path.absolute():
        return
    yield Problem(
        CODE,
        f"{same} of {len(own)} answers are those of the example “{example.name}”, word for word or nearly.",
        "An example shows what a finished paper looks like. Write your own words over its answers, one by one.",
        severity=Severity.ADVICE,
    )


def _how_many(own: Sequence[Sequence[tuple[str, str]]], of_example: _Pairs) -> int:
    return sum(sum(pair in of_example for pair in pairs) >= _NEARLY * len(pairs) for pairs in own)


def _pairs(words: str) -> list[tuple[str, str]]:
    """The pairs of neighbouring words, as they are compared; of somebody else's words there are none."""
    return list(pairwise(fold(without_quotations(words)).split()))


@lru_cache(maxsize=4)
def _examples(library: Library) -> tuple[_Example, ...]:
    """What every example says, read once for all papers of a class; one that cannot be read says nothing."""
    return tuple(_Example(one.name, one.path, _said_in(one.name, library)) for one in library.examples())


def _said_in(name: str, library: Library) -> _Pairs:
    try:
        paper = read_paper(library.example(name), name)
    except MundraftError:
        return frozenset()
    topics = ([plain(getattr(topic, name)) for name in OWN] for topic in paper.topics)
    return frozenset(pair for topic in topics for words in _words_in(topic) for pair in _pairs(words))


def _words_in(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict):
        for value in held.values():
            yield from _words_in(value)
    elif isinstance(held, tuple | list):
        for value in held:
            yield from _words_in(value)
