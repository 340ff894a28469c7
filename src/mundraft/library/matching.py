"""Finding a country or an instrument from what a person types: accents, aliases, unfinished words and slips.

Candidates are ranked in tiers: an exact name or alias, the start of one, words of one in any order, and only then
spelling mistakes, by an edit distance that counts two swapped letters as one slip (optimal string alignment). The
distance comes from RapidFuzz, which is imported only when the plain tiers find nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from mundraft.text.folding import fold

#: The floors of the tiers. Within a tier the score rises with the share of the name that was typed.
EXACT, SAME_WORDS, STARTS, WORDS, SLIPS = 100.0, 96.0, 85.0, 70.0, 45.0
_WIDTH = 10.0
#: Words that carry no weight in a title.
_SMALL_WORDS = frozenset(("a", "an", "and", "de", "du", "for", "in", "la", "le", "of", "on", "relating", "the", "to"))
#: The start of a name must be this long to be taken without asking.
_LONG_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """What can be found, under folded names: `names` mean this one and no other, `shared` others in the world too."""

    ref: str
    names: tuple[str, ...]
    shared: tuple[str, ...] = ()


def folded(names: Iterable[str]) -> tuple[str, ...]:
    """Names as a `Candidate` holds them, each once and none empty."""
    return tuple(dict.fromkeys(text for text in map(fold, names) if text))


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score, 0 to 100, and whether it can be taken without asking."""

    ref: str
    score: float
    sure: bool


@dataclass(frozen=True, slots=True)
class _Key:
    """One folded name of one candidate: with and without spaces, and its words of weight."""

    ref: str
    shared: bool
    compact: str
    words: frozenset[str]


class Matcher:
    """Ranks candidates against queries; built once for a library, so that each key pressed costs little."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._keys: list[_Key] = []
        for candidate in candidates:
            self._add(candidate.ref, candidate.names, shared=False)
            self._add(candidate.ref, candidate.shared, shared=True)
        self._where: dict[str, set[int]] = {}
        for index, key in enumerate(self._keys):
            for word in key.words:
                self._where.setdefault(word, set()).add(index)
        self._vocabulary = list(self._where)
        self._compacts = [key.compact for key in self._keys]

    def _add(self, ref: str, names: Iterable[str], *, shared: bool) -> None:
        for text in names:
            self._keys.append(_Key(ref, shared, text.replace(" ", ""), _words(text)))

    def rank(self, query: str, limit: int = 12, among: Container[str] | None = None) -> tuple[Ranked, ...]:
        """The candidates that fit, best first, equals in the order of their ids; `among` keeps only those ids.

        An empty query fits nothing."""
        text = fold(query)
        compact, words = text.replace(" ", ""), _words(text)
        if not compact:
            return ()
        scores = self._plain(compact, words)
        if not scores:
            scores = self._slips(compact, words)
        best: dict[str, tuple[float, bool]] = {}
        for index, score in scores.items():
            key = self._keys[index]
            if among is None or key.ref in among:
                # Of two names with one score, the unshared counts.
                best[key.ref] = max(best.get(key.ref, (0.0, False)), (score, not key.shared))
        ordered = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))
        sure = _can_be_taken([found for _, found in ordered], len(compact))
        return tuple(
            Ranked(ref, round(score, 1), sure and place == 0) for place, (ref, (score, _)) in enumerate(ordered[:limit])
        )

    def _plain(self, compact: str, words: frozenset[str]) -> dict[int, float]:
        scores = self._by_words(words, self._starting, WORDS)
        for index, key in enumerate(self._keys):
            if key.compact == compact:
                scores[index] = EXACT
            elif words and key.words == words:
                scores[index] = SAME_WORDS
            elif key.compact.startswith(compact):
                scores[index] = STARTS + _WIDTH * len(compact) / len(key.compact)
        return scores

    def _by_words(self, words: frozenset[str], alike: Callable[[str], list[str]], floor: float) -> dict[int, float]:
        """The keys that hold a word like each of these, scored by how much of the key they cover."""
        found: set[int] | None = None
        for word in words:
            holding = set().union(*(self._where[known] for known in alike(word)))
            found = holding if found is None else found & holding
        return {index: floor + _WIDTH * min(1.0, len(words) / len(self._keys[index].words)) for index in found or ()}

    def _slips(self, compact: str, words: frozenset[str]) -> dict[int, float]:
        """Names within a few slips of what was typed, whole, as far as typed, or word by word."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        def near(typed: str, known: list[str]) -> list[tuple[int, float]]:
            allowed = _slips_allowed(len(typed))
            hits = (
                process.extract(typed, known, scorer=OSA.distance, score_cutoff=allowed, limit=None) if allowed else []
            )
            return [(index, 1 - distance / (allowed + 1)) for _, distance, index in hits]

        def alike(word: str) -> list[str]:
            return [self._vocabulary[index] for index, _ in near(word, self._vocabulary)] + self._starting(word)

        scores = self._by_words(words, alike, SLIPS)
        starts = [known[: len(compact)] for known in self._compacts]
        for index, closeness in near(compact, starts):
            scores[index] = max(scores.get(index, 0.0), SLIPS + _WIDTH * closeness)
        for index, closeness in near(compact, self._compacts):
            scores[index] = max(scores.get(index, 0.0), SLIPS + _WIDTH * (1 + closeness))
        return scores

    def _starting(self, word: str) -> list[str]:
        return [known for known in self._vocabulary if known.startswith(word)]


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in text.split() if word not in _SMALL_WORDS)


def _slips_allowed(length: int) -> int:
    """Slips forgiven in a word of this many letters: none in three, one in five, two in eight, three beyond."""
    return (0, 0, 0, 0, 1, 1, 2, 2, 2)[length] if length < 9 else 3


def _can_be_taken(found: list[tuple[float, bool]], typed: int) -> bool:
    """Whether the first is meant beyond doubt: an exact name of no other, or a long enough start of one name alone."""
    if not found:
        return False
    score, unshared = found[0]
    rival = found[1][0] if len(found) > 1 else 0.0
    if not unshared:
        return False
    if score >= SAME_WORDS:
        return rival < score
    return score >= STARTS and rival < STARTS and typed >= _LONG_ENOUGH
