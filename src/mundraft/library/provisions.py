"""Finding a provision by what it does, its keywords or its number: "abduction sale traffic", "crc 35", "SDG 5.3"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from mundraft.text.folding import fold


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


def find(provisions: Iterable[Provision], query: str, limit: int) -> tuple[ProvisionMatch, ...]:
    """The provisions that hold the most of the words that were typed, best first."""
    words = fold(query).split()
    found = []
    for provision in provisions:
        held = fold(f"{provision.instrument} {provision.short} {provision.cited} {provision.does}").split()
        held += [word for keyword in provision.keywords for word in fold(keyword).split()]
        hits = sum(any(known.startswith(word) for known in held) for word in words)
        if hits:
            found.append(ProvisionMatch(provision, 100.0 * hits / len(words)))
    return tuple(sorted(found, key=lambda match: -match.score)[:limit])
