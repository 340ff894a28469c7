"""What can be said of a quotation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mundraft.library.quotations.fingerprints import Treaty


class Kind(StrEnum):
    """What can be said of a quotation."""

    EXACT = "exact"
    """Every word, in one treaty; or in the article that was named (the passages then tell who else holds them)."""
    SHARED = "shared"
    """Every word, in several treaties, and none was named; all are told."""
    OTHER = "other"
    """Every word, but not in the article that was named."""
    PARTLY = "partly"
    """Most of the words, in runs in one place; the rest is told. Without a rest, words were left out unmarked."""
    NOT_FOUND = "not-found"
    """Not the words of any treaty that can be checked."""
    TOO_SHORT = "too-short"
    """Too few words to say."""
    CANNOT_CHECK = "cannot-check"
    """The treaty that was named is not among those that can be checked; the passages tell who else holds every word."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where words of a quotation stand: a treaty and its articles ("35", "preamble"), several where it spans them."""

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

    def holds(self, ref: str, number: str) -> bool:
        """Whether this is the treaty, and one of the articles is the one with this number ("" for any)."""
        return self.ref == ref and (not number or number in self.articles)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of one quotation."""

    kind: Kind
    words: int
    """How many words the quotation has, but for its list marks and what it says was left out or put in."""
    found: int
    """How many of them stand in the first passage."""
    passages: tuple[Passage, ...]
    """Where the words stand: first the place that was named, then by treaty."""
    differing: tuple[str, ...]
    """The stretches of the quotation, as typed, that do not stand in the first passage."""
    claimed: tuple[str, str] | None
    """The instrument and the bare number of the article that were named."""
    in_words: str
    """The verdict for a reader of sixteen."""
