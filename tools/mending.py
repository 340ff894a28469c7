"""The faults of the copies of the treaty texts, mended before fingerprints are taken: what is mended where, and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Articles = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Mend:
    """One fault: the texts that have it ("" for all), the article ("" for all), what is looked for, what stands instead."""

    text: str
    article: str
    fault: str
    instead: str
    reason: str

    def applied(self, text: str, number: str, words: str) -> str:
        """The words of an article, without this fault."""
        if self.text not in ("", text) or self.article not in ("", number):
            return words
        return re.sub(self.fault, self.instead, words)


MENDS = (
    Mend("icerd", "25", r"(?s)IN FAITH WHEREOF.*", "", "signatures and reservations of States follow the last article"),
    Mend("", "", r"=+[^=\n]+=+", "", "headings of parts, in the marks of a wiki"),
    Mend("", "", r"(?<=[a-z])(?=[A-Z])", " ", "two words joined where a line ended, the second with a capital"),
)

_LETTERS = re.compile(r"[^\W\d_]+")
_RARE = 2
_COMMON = 4


def _parted(word: str, known: Mapping[str, int]) -> str:
    """The word, or the two that were joined in it: each is common in the texts, the joined one is not."""
    if known[word.lower()] > _RARE:
        return word
    best = 0
    where = 0
    for cut in range(1, len(word)):
        one, two = word[:cut].lower(), word[cut:].lower()
        if (len(one) > 1 or one == "a") and (len(two) > 1 or two == "a"):
            weight = min(known[one], known[two])
            if weight >= _COMMON and weight > best:
                best, where = weight, cut
    return f"{word[:where]} {word[where:]}" if where else word


def parted(words: str, known: Mapping[str, int]) -> str:
    """The text with joined words parted."""
    return _LETTERS.sub(lambda found: _parted(found[0], known), words)


def mended(texts: Mapping[str, Articles]) -> dict[str, Articles]:
    """The texts, by name, without the faults of the copies."""
    once: dict[str, list[tuple[str, str]]] = {}
    for name, articles in texts.items():
        once[name] = []
        for number, words in articles:
            for mend in MENDS:
                words = mend.applied(name, number, words)
            once[name].append((number, words))
    known = Counter(
        word.lower() for articles in once.values() for _, words in articles for word in _LETTERS.findall(words)
    )
    return {name: [(number, parted(words, known)) for number, words in articles] for name, articles in once.items()}
