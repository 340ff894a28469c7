"""Finding a country or an instrument from what a person types: accents, aliases, unfinished words and slips.

Candidates are ranked in tiers: an exact name or alias, the start of one, words of one in any order, and only when
these find nothing spelling mistakes (`slips`), which cost an import.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from mundraft.library.slips import is_near, near
from mundraft.text.folding import fold

#: The floors of the tiers. Within a tier the score rises with the share of the name that was typed.
EXACT, SAME_WORDS, STARTS, WORDS, SLIPS = 100.0, 96.0, 85.0, 70.0, 45.0
#: Of a body with whose name a longer one begins: a name typed with slips goes before it.
BEGUN = 58.0
_WIDTH = 10.0
#: Words that carry no weight in a title.
_SMALL_WORDS = frozenset(("a", "an", "and", "de", "du", "for", "in", "la", "le", "of", "on", "relating", "the", "to"))
#: The start of a name must be this long to be taken without asking.
_LONG_ENOUGH = 4
#: A word of so few letters becomes another by one slip more easily than it is mistyped.
_SHORT = 4


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


class Matcher:
    """Ranks candidates against queries; built once for a library, so that each key pressed costs little."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        # A name of a candidate is a place in these lists. Names begin with a space, so that words can be looked for.
        self._refs: list[str] = []
        self._shared: list[bool] = []
        self._names: list[str] = []
        for candidate in candidates:
            for names, shared in ((candidate.names, False), (candidate.shared, True)):
                self._refs += [candidate.ref] * len(names)
                self._shared += [shared] * len(names)
                self._names += [f" {name}" for name in names]
        self._compacts = [name.replace(" ", "") for name in self._names]
        self._sizes: dict[int, int] = {}

    def rank(self, query: str, limit: int = 12, among: Container[str] | None = None) -> tuple[Ranked, ...]:
        """The candidates that fit, best first, equals in the order of their ids; `among` keeps only those ids.

        An empty query fits nothing."""
        for reading, certain in readings(query):
            scores = self._scores(reading)
            if scores:
                return self._ranked(scores, reading, limit, among, certain)
        return ()

    def warm_up(self) -> None:
        """Make ready what the first misspelt search would have to."""
        self._slips("warmup", frozenset(("warmup",)))

    def _ranked(
        self, scores: dict[int, float], text: str, limit: int, among: Container[str] | None, certain: bool
    ) -> tuple[Ranked, ...]:
        best: dict[str, tuple[float, bool]] = {}
        for index, score in scores.items():
            ref = self._refs[index]
            if among is None or ref in among:
                # Of two names with one score, the unshared counts.
                best[ref] = max(best.get(ref, (0.0, False)), (score, not self._shared[index]))
        ordered = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))
        typed = len(text.replace(" ", ""))
        sure = certain and (
            _can_be_taken([found for _, found in ordered], typed) or self._is_one_slip_of(ordered, best, scores, text)
        )
        return tuple(
            Ranked(ref, round(score, 1), sure and place == 0) for place, (ref, (score, _)) in enumerate(ordered[:limit])
        )

    def _is_one_slip_of(
        self, ordered: list[tuple[str, tuple[float, bool]]], found: Container[str], scores: dict[int, float], text: str
    ) -> bool:
        """Whether the first, and nothing else that was found, has a name of several words that was typed with one slip.

        "Sixth comittee" is the Sixth Committee. A word that other names hold is no slip: "republic of iran" is not
        "republic of iraq", and numbers are not guessed."""
        typed = _in_order(text)
        unknown = [word for word in typed if word.isalpha() and word not in self._where and _slips_allowed(len(word))]
        if not (ordered and ordered[0][1][1] and ordered[0][1][0] < WORDS and len(typed) > 1 and len(unknown) == 1):
            return False
        place = typed.index(unknown[0])
        meant = {
            self._refs[index]
            for index in scores
            if self._refs[index] in found and _differ_at(place, typed, _in_order(self._names[index]))
        }
        return meant == {ordered[0][0]}

    def _scores(self, text: str) -> dict[int, float]:
        compact, words = text.replace(" ", ""), _words(text)
        scores = self._plain(compact, words) or self._slips(compact, words)
        if len(compact) > _LONG_ENOUGH and WORDS <= max(scores.values(), default=0.0) < SAME_WORDS:
            # "Austra" begins Australia, but may be Austria without its i.
            for index, score in self._slipped_names(compact, 1):
                scores.setdefault(index, score)
        return scores

    def _plain(self, compact: str, words: frozenset[str]) -> dict[int, float]:
        scores = self._by_words(words, self._beginning, WORDS)
        for index in scores:
            if self._size(index) == len(words) and _words(self._names[index]) == words:
                scores[index] = SAME_WORDS
        for index, known in enumerate(self._compacts):
            if known.startswith(compact):
                scores[index] = EXACT if known == compact else STARTS + _WIDTH * len(compact) / len(known)
        return scores

    def _by_words(self, words: frozenset[str], holding: Callable[[str], set[int]], floor: float) -> dict[int, float]:
        """The names that hold a word like each of these, scored by how much of the name they cover."""
        found: set[int] | None = None
        for word in words:
            found = holding(word) if found is None else found & holding(word)
            if not found:
                return {}
        return {index: floor + _WIDTH * min(1.0, len(words) / self._size(index)) for index in found or ()}

    def _beginning(self, word: str) -> set[int]:
        """The names that hold a word of weight which begins so."""
        start = f" {word}"
        return {index for index, name in enumerate(self._names) if start in name}

    def _size(self, index: int) -> int:
        """How many words of weight a name has; at least one."""
        if index not in self._sizes:
            self._sizes[index] = len(_words(self._names[index])) or 1
        return self._sizes[index]

    @cached_property
    def _where(self) -> dict[str, set[int]]:
        """The names that hold each word."""
        where: dict[str, set[int]] = {}
        for index, name in enumerate(self._names):
            for word in name.split():
                where.setdefault(word, set()).add(index)
        return where

    @cached_property
    def _vocabulary(self) -> list[str]:
        return [word for word in self._where if word not in _SMALL_WORDS]

    def _slips(self, compact: str, words: frozenset[str]) -> dict[int, float]:
        """Names within a few slips of what was typed, whole, as far as typed, or word by word."""
        allowed = _slips_allowed(len(compact))

        def alike(word: str) -> set[int]:
            slipped = (
                self._where[self._vocabulary[index]]
                for index, _ in near(word, self._vocabulary, _slips_allowed(len(word)))
                if _may_be_slip(word, self._vocabulary[index])
            )
            return self._beginning(word).union(*slipped)

        scores = self._by_words(words, alike, SLIPS)
        starts = [known[: len(compact)] for known in self._compacts]
        for index, closeness in near(compact, starts, allowed):
            if _may_be_slip(compact, starts[index]):
                scores[index] = max(scores.get(index, 0.0), SLIPS + _WIDTH * closeness)
        for index, score in self._slipped_names(compact, allowed):
            scores[index] = max(scores.get(index, 0.0), score)
        return scores

    def _slipped_names(self, compact: str, allowed: int) -> list[tuple[int, float]]:
        """Whole names within so many slips, with their scores."""
        return [
            (index, SLIPS + _WIDTH * (1 + closeness)) for index, closeness in near(compact, self._compacts, allowed)
        ]


_BRACKETED = re.compile(r"^(.*?)\(([^()]*)\)\s*(.*)$", re.DOTALL)
#: How the United Nations Treaty Collection numbers a treaty in the address of its page.
DEPOSITARY_NUMBER = re.compile(r"mtdsg_no=[A-Z]+-\d+(?:-[a-z])?\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\S*[./=]\S*")
#: Words of an address that are places and not names.
_PLACES = frozenset(
    ("com", "edu", "en", "gov", "html", "htm", "http", "https", "int", "net", "org", "pdf", "php", "www")
)


def readings(query: str) -> Iterator[tuple[str, bool]]:
    """What a query can mean, folded, the likeliest first, and whether that reading may be taken without asking.

    "Office on Drugs and Crime (UNODC)" is what stands outside the brackets, or else what stands in them; and of an
    address ("www.unicef.org") each word may be a name."""
    seen: set[str] = set()
    for text, certain in _readings(query):
        if (reading := fold(text)) and reading not in seen:
            seen.add(reading)
            yield reading, certain


def _readings(query: str) -> Iterator[tuple[str, bool]]:
    yield query, True
    if bracketed := _BRACKETED.match(query):
        before, inside, behind = bracketed.groups()
        yield f"{before} {behind}", True
        yield inside, True
    if depositary := DEPOSITARY_NUMBER.search(query):
        yield depositary.group(), True
    if _ADDRESS.fullmatch(query.strip()):
        words = [word for word in fold(query).split() if word not in _PLACES]
        yield " ".join(words), False
        for word in sorted(words, key=len, reverse=True):
            if len(word) >= _LONG_ENOUGH:
                yield word, False


def _words(text: str) -> frozenset[str]:
    return frozenset(_in_order(text))


def _in_order(text: str) -> list[str]:
    """The words of weight."""
    return [word for word in text.split() if word not in _SMALL_WORDS]


def _differ_at(place: int, typed: list[str], name: list[str]) -> bool:
    """Whether two rows of words are the same but for one slip in the word at that place."""
    same = len(typed) == len(name) and all(
        one == other for at, (one, other) in enumerate(zip(typed, name, strict=True)) if at != place
    )
    return same and is_near(typed[place], name[place], 1)


def _slips_allowed(length: int) -> int:
    """Slips forgiven in a word of this many letters: none in three, one in five, two in eight, three beyond."""
    return (0, 0, 0, 0, 1, 1, 2, 2, 2)[length] if length < 9 else 3


def _may_be_slip(typed: str, known: str) -> bool:
    """Whether one word can be a slip of another that few slips part from it: whoever mistypes a word begins it as it
    begins, and keeps the length of a short one. "Fishing" is no slip of "signing", and "reef" none of "ref"."""
    same_beginning = typed[0] == known[0] or typed[:2] == known[1::-1]
    return same_beginning and (len(typed) == len(known) or min(len(typed), len(known)) > _SHORT)


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
    # One that is a slip away may be meant as well as one that is only begun.
    slipped = any(other < WORDS for other, _ in found[1:])
    return score >= STARTS and rival < STARTS and typed >= _LONG_ENOUGH and not slipped
