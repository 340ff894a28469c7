"""Whether a paper's sentences are those of an example that ships: what a paper begun from one still is, told as a fact.

Looked at are only the examples on the paper's own topics, by the titles that the index holds: no other is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from mundraft.interview.asking import interview_of
from mundraft.paper.file import read_paper
from mundraft.problems import MundraftError, Problem, Severity
from mundraft.text.folding import fold

from .sentences import own_sentences
from .texts import written_texts

if TYPE_CHECKING:
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper

    from .texts import Text

CODE = "from-example"
#: Shorter sentences may come to two people by themselves, and so may a few longer ones on one topic.
_FEWEST_WORDS, _FEWEST = 8, 4
#: The share of a paper's sentences from which on it is the example's rather than the delegate's.
_MOSTLY = 0.5


def from_example(texts: Iterable[Text], paper: Paper, library: Library) -> Iterator[Problem]:
    """Advice where at least half of a paper's sentences stand in one example, with how many they are."""
    titles = {fold(topic.title) for topic in paper.topics} - {""}
    names = [one.name for one in library.examples() if any(fold(one.title).endswith(title) for title in titles)]
    own = {one.folded for one in own_sentences(texts) if one.length >= _FEWEST_WORDS} if names else set()
    if len(own) < _FEWEST:
        return
    same, name = max((len(own & _sentences(name, library)), name) for name in names)
    if same < _MOSTLY * len(own):
        return
    how_many = "word for word" if same == len(own) else f"in {same} of {len(own)} sentences"
    yield Problem(
        CODE,
        f"What this paper says is the example “{name}”, {how_many}.",
        "An example shows what a finished paper looks like. Write your own words over its answers, one by one.",
        severity=Severity.ADVICE,
    )


@lru_cache(maxsize=32)
def _sentences(name: str, library: Library) -> frozenset[str]:
    """The sentences of an example as they are compared; none of one that cannot be read."""
    try:
        example = read_paper(library.example(name), name)
        return frozenset(one.folded for one in own_sentences(written_texts(interview_of(example, library))))
    except MundraftError:
        return frozenset()
