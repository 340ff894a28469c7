"""Finding a provision by what it does, its keywords or its number: "abduction sale traffic", "crc 35", "SDG 5.3".

Each word that was typed counts for as much as it is rare among all provisions, so that "the sale of children" is about
sales. A word hits where one of the provision begins like it; the names of the instrument count as words of each of its
provisions. A number hits the provision of that number; behind a label ("article 6"), only those are given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any, NamedTuple

from mundraft.library.index import Kind, Made, texts
from mundraft.library.reading import read_instrument
from mundraft.text.folding import fold

_ONE_NUMBER = r"(\d+(?:\.(?:\d+|[a-z])\b)?|[IVX]+\b)(?:\s?\(\w+\))*"
_NUMBER = re.compile(rf"(?<![\w.])(?=\d){_ONE_NUMBER}", re.IGNORECASE)
#: A word with a number behind it, which names a provision where the word is one of `_LABELS`.
_LABELLED = re.compile(rf"\b([A-Za-z]+)[.\s]*{_ONE_NUMBER}", re.IGNORECASE)
_LABELS = {
    "art": "article", "arts": "article", "articles": "article", "para": "paragraph", "paras": "paragraph",
    "sect": "section", "sections": "section", "goals": "goal", "targets": "target", "principles": "principle",
    **{label: label for label in (
        "article", "principle", "objective", "paragraph", "action", "priority", "part", "section", "goal", "target",
    )},
}  # fmt: skip
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "any", "as", "at", "by", "for", "from", "in", "is", "no", "of", "on", "or", "that", "the", "to",
     "what", "which", "who", "with", "under")
)  # fmt: skip
_ENDINGS = ("ing", "ions", "ion", "ies", "ed", "es", "s")
#: A word is not shortened below this many letters.
_SHORTEST = 4
#: The share of the weight of what was typed that a provision must hold.
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision as the index has it: its instrument's id and short name, and what `instrument.Article` says of it."""

    instrument: str
    short: str
    number: str
    label: str
    does: str
    keywords: tuple[str, ...] = ()

    @property
    def cited(self) -> str:
        """The provision as a sentence names it: "article 35", "target 5.3"."""
        return f"{self.label} {self.number}"


class ProvisionMatch(NamedTuple):
    """A provision that fits a query, with its score, 0 to 100."""

    provision: Provision
    score: float


class Provisions(NamedTuple):
    """The provisions of one instrument, each with its folded words; `names` are the instrument's, folded as well."""

    names: str
    listed: tuple[tuple[Provision, str], ...]


def _made(paths: tuple[Path, ...]) -> Made[Provisions]:
    instrument = read_instrument(*paths)
    names = (instrument.id, instrument.short, instrument.title, instrument.symbol, *instrument.aliases)
    listed = [
        Provision(instrument.id, instrument.short, one.number, one.label, one.does, one.keywords)
        for one in instrument.articles
    ]
    row = Provisions(_haystack(names), tuple((one, _haystack((one.does, *one.keywords))) for one in listed))
    return Made(row, instrument.refused)


def _packed(row: Provisions) -> Any:
    if not row.listed:
        return []
    first = row.listed[0][0]
    listed = [[text, one.number, one.label, one.does, *one.keywords] for one, text in row.listed]
    return [[row.names, first.instrument, first.short], *listed]


def _unpacked(held: Any) -> Provisions:
    """Raises `TypeError` or `ValueError` for what is no row."""
    if not held:
        return Provisions("", ())
    head, *listed = map(texts, held)
    names, ref, short = head
    return Provisions(names, tuple(_listed(ref, short, *one) for one in listed))


def _listed(
    ref: str, short: str, text: str, number: str, label: str, does: str, *keywords: str
) -> tuple[Provision, str]:
    return Provision(ref, short, number, label, does, keywords), text


#: The rows of what each instrument provides.
PROVISIONS: Kind[Provisions] = Kind("provisions", _made, _packed, _unpacked)


def find(rows: Mapping[str, Provisions], query: str, instrument: str | None, limit: int) -> tuple[ProvisionMatch, ...]:
    """The provisions that hold most of what was typed, best first.

    `instrument` keeps only those of one, by its id. Of equals, those of an instrument with more provisions come first:
    it is cited more."""
    asked = _Asked(query)
    candidates = [
        _Held(one, text, row.names, len(row.listed))
        for ref, row in rows.items()
        if instrument is None or ref == instrument
        for one, text in row.listed
    ]
    if asked.label:
        named = [held for held in candidates if held.is_numbered(asked.number)]
        candidates = [held for held in named if held.provision.label == asked.label] or named or candidates
    best = sorted(_scored(candidates, asked), key=lambda found: (-found[0].score, -found[1]))
    return tuple(match for match, _ in best[:limit])


class _Held(NamedTuple):
    """A provision to be looked at: its folded words and its instrument's, and how many its instrument has."""

    provision: Provision
    text: str
    names: str
    beside: int

    def is_numbered(self, number: str) -> bool:
        return self.provision.number.casefold() == number


class _Asked:
    """A query taken apart: the number of a provision, its label, and the words that say something.

    A number behind a label is the provision's; without a label, the last one may also belong to a name ("C182")."""

    def __init__(self, query: str) -> None:
        labelled = next((found for found in _LABELLED.finditer(query) if found[1].casefold() in _LABELS), None)
        numbers = list(_NUMBER.finditer(query))
        self.label = _LABELS[labelled[1].casefold()] if labelled else ""
        found, number = (
            (labelled, labelled[2]) if labelled else (numbers[-1], numbers[-1][1]) if numbers else (None, "")
        )
        self.number = number.casefold()
        rest = f"{query[: found.start()]} {query[found.end() :]}" if found else query
        self.words = tuple(dict.fromkeys(_stem(word) for word in fold(rest).split() if word not in _SMALL_WORDS))


def _scored(candidates: list[_Held], asked: _Asked) -> Iterator[tuple[ProvisionMatch, int]]:
    """The candidates that hold enough, with their scores; and how many provisions stand beside each."""
    hits = [_hits(word, candidates) for word in asked.words]
    if asked.number:
        hits.append([_number_hit(held, asked.number) for held in candidates])
    weights = [log((len(candidates) + 1) / (sum(one) + 0.5)) + 0.1 for one in hits]
    whole = sum(weights)
    for place, held in enumerate(candidates):
        share = sum(weight * one[place] for weight, one in zip(weights, hits, strict=True)) / whole if whole else 0.0
        if share >= _ENOUGH:
            # Of two that hold all, the shorter is more about it.
            brief = min(1.0, 2 * len(asked.words) / held.text.count(" "))
            yield ProvisionMatch(held.provision, float(round(96 * min(1.0, share) + 4 * brief))), held.beside


def _hits(word: str, candidates: list[_Held]) -> list[float]:
    """Which candidates hold the word; or its beginning where none does, since slips and endings are behind it."""
    hits = [0.0] * len(candidates)
    for end in range(len(word), min(len(word), _SHORTEST) - 1, -1):
        stem = f" {word[:end]}"
        in_names = {names: stem in names for names in {held.names for held in candidates}}
        hits = [float(in_names[held.names] or stem in held.text) for held in candidates]
        if any(hits):
            break
    return hits


def _number_hit(held: _Held, number: str) -> float:
    """Whole for the provision's own number, half for one in a name of its instrument."""
    return float(held.is_numbered(number)) + (0.5 if f" {number} " in f"{held.names} " else 0.0)


def stems(text: str) -> frozenset[str]:
    """The words of a text that say something, each without its ending."""
    return frozenset(_stem(word) for word in fold(text).split() if word not in _SMALL_WORDS)


def _stem(word: str) -> str:
    """A word without its ending: "trafficking" and "traffic", "abducted" and "abduction" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
            break
    return word.removesuffix("k") if word.endswith("ck") and len(word) > _SHORTEST else word


def _haystack(parts: Iterable[str]) -> str:
    """Folded words with a space before each, so that the beginning of one can be looked for."""
    return " " + " ".join(filter(None, map(fold, parts)))
