"""Whether what a paper says that an article does is what another article of the same instrument does.

Told only where it is plain: nothing that marks the words off from the rest of the instrument is in the article that is
named, and most of it is in one other. Measured on the examples and on thirty made-up students for each template
(`tests/templates/thirty_students.py`), it named no article wrongly; of the catalogue's own words put under another
number it finds five of six.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from mundraft.library.provisions import stems
from mundraft.paper.address import Address
from mundraft.problems import Problem, Severity
from mundraft.text.shortened import shortened

if TYPE_CHECKING:
    from mundraft.library.instrument import Article, Instrument

#: Longer words are no phrase that tells what an article does (letters).
_LONGEST = 1000
_SHOWN = 70
#: With fewer articles nothing can be said to mark one off.
_FEWEST = 4
#: A word that stands in more of them than this share marks none off.
_COMMON = 6
#: The share of the weight of the words that the other article must hold, in how many words, and how much less the next.
_ENOUGH, _WORDS, _APART = 0.5, 2, 0.7
#: Words are the same where they begin the same: "reintegration", "reintegrating".
_BEGINNING, _SHORTEST = 6, 4


class _Held(NamedTuple):
    share: float
    words: int
    article: Article


def other_article(does: str, number: str, instrument: Instrument, address: Address = "") -> Problem | None:
    """Advice that names the article whose words these plainly are; None where the one named may be meant."""
    named = instrument.provision(number)
    if named is None or not 0 < len(does.strip()) <= _LONGEST or len(instrument.articles) < _FEWEST:
        return None
    meant = _meant(does, named, instrument)
    if meant is None:
        return None
    return Problem(
        "article-of-another",
        f"“{shortened(does, _SHOWN)}” reads like {meant.cited} of {instrument.short_in_sentence}, and not "
        f"like {named.cited}, which {named.does}.",
        "Look up which of the two you mean, and correct the number or the words.",
        address=address,
        severity=Severity.ADVICE,
    )


def _meant(does: str, named: Article, instrument: Instrument) -> Article | None:
    listed = _listed(tuple((one.does, one.keywords) for one in instrument.articles))
    words = _beginnings((does,)) - _beginnings(instrument.called)
    weights = _weights(words, listed)
    whole = sum(weights.values())
    own = listed[instrument.articles.index(named)]
    if not weights or own & weights.keys():
        return None
    held = [
        _Held(sum(weights[word] for word in hits) / whole, len(hits), article)
        for article, of_article in zip(instrument.articles, listed, strict=True)
        if (hits := of_article & weights.keys())
    ]
    held.sort(key=lambda one: -one.share)
    if not held or held[0].share < _ENOUGH or held[0].words < _WORDS:
        return None
    return None if held[1:] and held[1].share > _APART * held[0].share else held[0].article


def _weights(words: frozenset[str], listed: tuple[frozenset[str], ...]) -> dict[str, float]:
    """The words that mark an article off, and how much: the fewer articles have one, the more."""
    most = max(2, len(listed) / _COMMON)
    counts = {word: sum(word in one for one in listed) for word in words}
    return {word: log((len(listed) + 1) / (count + 0.5)) for word, count in counts.items() if count <= most}


@lru_cache(maxsize=64)
def _listed(articles: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[frozenset[str], ...]:
    return tuple(_beginnings((does, *keywords)) for does, keywords in articles)


@lru_cache(maxsize=1024)
def _beginnings_of(text: str) -> frozenset[str]:
    return frozenset(stem[:_BEGINNING] for stem in stems(text) if len(stem) >= _SHORTEST)


def _beginnings(texts: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*map(_beginnings_of, texts))
