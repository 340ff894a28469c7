"""Whose words a quotation holds: the judge that the command line, the app and the coach ask."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mundraft.library.quotations import wording
from mundraft.library.quotations.aligning import Alignment, hashes_of, partial, whole
from mundraft.library.quotations.fingerprints import PREAMBLE, Fingerprints, Treaty, shipped
from mundraft.library.quotations.words import Word, stretches

LEAST_WORDS = 5
"""Fewer words than these stand in too many texts to say whose they are."""

_MOST_PARTLY = 0.6  # the share of the words that must stand in runs in one place
_HEADING = re.compile(r"^\s*[\"“'‘«]*\s*(?:article|art\.?)\s+\d+(?:\s*(?:bis|ter))?\s*(?:[.:–—-]|\n)\s*", re.IGNORECASE)
_NUMBER = re.compile(r"(\d+)\s*(bis|ter)?", re.IGNORECASE)


class Kind(StrEnum):
    """What can be said of a quotation."""

    EXACT = "exact"
    """Every word, in one treaty (and, where one was named, in the article named)."""
    SHARED = "shared"
    """Every word, in several treaties; all are named. Where one was named, it is not asked which of them is meant."""
    OTHER = "other"
    """Every word, but not in the article that was named."""
    PARTLY = "partly"
    """Most of the words, in runs in one place; the rest is named."""
    NOT_FOUND = "not-found"
    """Not the words of any treaty that can be checked."""
    TOO_SHORT = "too-short"
    """Too few words to say."""
    CANNOT_CHECK = "cannot-check"
    """The treaty that was named is not among those that can be checked, and the words stand in none of the others."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where words of a quotation stand: a treaty and its articles, in order ("35"; "preamble"); several where it spans them."""

    treaty: Treaty
    articles: tuple[str, ...]
    words: int
    """How many words of the quotation stand there."""
    runs: tuple[tuple[int, int], ...]
    """The words that follow one another there: half-open ranges, counted in words of the quotation."""

    @property
    def ref(self) -> str:
        """The id of the instrument."""
        return self.treaty.ref


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found. `passages`: where the words stand, the one that was named first, then in the order of the treaties."""

    kind: Kind
    words: int
    """How many words the quotation has."""
    found: int
    """How many of them stand in the first passage."""
    passages: tuple[Passage, ...]
    differing: tuple[str, ...]
    """The stretches of the quotation, as typed, that do not stand in the first passage."""
    claimed: tuple[str, str] | None
    in_words: str
    """The verdict for a reader of sixteen."""


def _article(number: str) -> str:
    """The bare number of an article: "35" of "art. 35(1)"; "preamble" and what has no number stay."""
    found = _NUMBER.search(number)
    return " ".join(filter(None, found.groups())).lower() if found else number.strip().lower()


def _passage(alignment: Alignment, prints: Fingerprints) -> Passage:
    numbers: dict[str, None] = {}
    for run in alignment.runs:
        numbers.update(dict.fromkeys(prints.numbers(run.position, run.position + run.end - run.first)))
    treaty, _ = prints.spot(alignment.runs[0].position)
    return Passage(treaty, tuple(numbers), alignment.covered, tuple((run.first, run.end) for run in alignment.runs))


def _matches(passage: Passage, claimed: tuple[str, str]) -> bool:
    ref, number = claimed
    return passage.ref == ref and (not number or number in passage.articles)


def _differing(quotation: str, words: Sequence[Word], passage: Passage) -> tuple[str, ...]:
    """The stretches of the quotation between the runs, as they were typed."""
    covered = {index for first, end in passage.runs for index in range(first, end)}
    found: list[list[Word]] = []
    for index, word in enumerate(words):
        if index in covered:
            continue
        if found and index and index - 1 not in covered:
            found[-1].append(word)
        else:
            found.append([word])
    return tuple(quotation[part[0].start : part[-1].end] for part in found)


def _kind(best: Passage, passages: Sequence[Passage], words: int, parts: int, claimed: tuple[str, str] | None) -> Kind:
    """`parts`: into how many the quotation's own marks of omission divide it. More runs mean that words were left out unmarked."""
    if best.words < words or len(best.runs) > parts:
        return Kind.PARTLY
    if claimed:
        return Kind.EXACT if _matches(best, claimed) else Kind.OTHER
    return Kind.SHARED if len({passage.ref for passage in passages}) > 1 else Kind.EXACT


def _distinct(passages: Sequence[Passage]) -> list[Passage]:
    """Each place once, though the words stand in it twice."""
    return list({(passage.ref, passage.articles): passage for passage in reversed(passages)}.values())[::-1]


def _places(hashes: str, words: int, prints: Fingerprints, claimed: tuple[str, str] | None) -> list[Passage]:
    """The passages that hold most of the words, the one claimed first; all that hold every word, and those as good as the best."""
    alignments = whole(hashes, prints) or partial(hashes, prints)
    passages = _distinct([_passage(alignment, prints) for alignment in alignments])
    enough = [passage for passage in passages if passage.words >= _MOST_PARTLY * words]
    meant = [passage for passage in enough if claimed and _matches(passage, claimed)]
    most = max((passage.words for passage in enough), default=0)
    if meant and most < words:
        return meant[:1]
    best = [passage for passage in enough if passage.words == most]
    return sorted(best, key=lambda passage: passage not in meant)


def judge(quotation: str, claimed: tuple[str, str] | None = None, prints: Fingerprints | None = None) -> Verdict:
    """Says whose words a quotation holds.

    `claimed` is the instrument's id and the article's number ("35", "" for the whole text) that a paper gives for it;
    `prints` are the fingerprints to ask, those that ship unless given. Raises `UnreadableFingerprints`."""
    asked = prints or shipped()
    named = (claimed[0], _article(claimed[1])) if claimed else None
    heading = _HEADING.match(quotation)
    body = " " * heading.end() + quotation[heading.end() :] if heading else quotation
    parts = [part for part in stretches(body) if len(part) > 1]
    words = [word for part in parts for word in part]
    if len(words) < LEAST_WORDS:
        return _verdict(Kind.TOO_SHORT, len(words), (), (), named, asked)
    passages = _places(hashes_of(parts), len(words), asked, named)
    if not passages:
        known = named is None or asked.treaty(named[0]) is not None
        return _verdict(Kind.NOT_FOUND if known else Kind.CANNOT_CHECK, len(words), (), (), named, asked)
    kind = _kind(passages[0], passages, len(words), len(parts), named)
    return _verdict(kind, len(words), tuple(passages), _differing(quotation, words, passages[0]), named, asked)


def _verdict(
    kind: Kind,
    words: int,
    passages: tuple[Passage, ...],
    differing: tuple[str, ...],
    claimed: tuple[str, str] | None,
    prints: Fingerprints,
) -> Verdict:
    found = passages[0].words if passages else 0
    told = wording.Told(
        words=words,
        found=found,
        places=tuple((passage.treaty.title, passage.articles) for passage in passages),
        differing=differing,
        claimed=_claimed_in_words(claimed, prints),
        treaties=len(prints.treaties),
    )
    return Verdict(kind, words, found, passages, differing, claimed, wording.SENTENCES[kind.value](told))


def _claimed_in_words(claimed: tuple[str, str] | None, prints: Fingerprints) -> str:
    """The article claimed, as a sentence names it; "" for none, and "that text" for a treaty that has no fingerprints."""
    if claimed is None:
        return ""
    treaty = prints.treaty(claimed[0])
    if treaty is None:
        return "that text"
    return wording.place(treaty.title, (claimed[1],) if claimed[1] else ())


__all__ = ["LEAST_WORDS", "PREAMBLE", "Kind", "Passage", "Verdict", "judge"]
