"""Laying a quotation beside the treaties: where its words stand in runs, in order, in one place of one treaty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from mundraft.library.quotations.fingerprints import GAP, Fingerprints
from mundraft.library.quotations.seeking import LEAST_RUN, diagonals, found_in

_SLIP = 3  # words put in or left out over which a short run goes on from a long one
_AROUND = 80  # words before and after in which the rest is looked for, when some were put in or left out
_ACROSS = 700  # the same where the writer says that something was left out


@dataclass(frozen=True, slots=True)
class Run:
    """Words of the quotation that follow one another in a treaty: `first` to before `end`, the first at `position`."""

    first: int
    end: int
    position: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """A quotation beside one place of one treaty: its runs, in order."""

    runs: tuple[Run, ...]

    @property
    def covered(self) -> int:
        """How many words of the quotation stand in the runs."""
        return len({word for run in self.runs for word in range(run.first, run.end)})


@dataclass(frozen=True, slots=True)
class _Block:
    """Pairs that the quotation and a treaty have in common, one after another: where in each, and how many."""

    there: int
    here: int
    size: int

    @property
    def run(self) -> Run:
        """The words of these pairs: one more than there are pairs."""
        return Run(self.here, self.here + self.size + 1, self.there)


def whole(hashes: str, prints: Fingerprints) -> tuple[Alignment, ...]:
    """Every place where a quotation without gaps stands word for word."""
    return tuple(Alignment((Run(0, len(hashes), there),)) for there in found_in(prints.hashes, hashes[:-1]))


def partial(hashes: str, prints: Fingerprints) -> tuple[Alignment, ...]:
    """The places where most words of the quotation stand in runs, best first; empty where no four words do."""
    found = [Alignment(tuple(_laid(hashes, prints, one))) for one in diagonals(hashes, prints)]
    return tuple(
        sorted(filter(lambda one: one.runs, found), key=lambda one: (-one.covered, len(one.runs), one.runs[0].position))
    )


def _laid(hashes: str, prints: Fingerprints, diagonal: int) -> Iterator[Run]:
    """The runs where the quotation lies on a diagonal; before the first long one and after the last, those near by."""
    same = list(_on_diagonal(hashes, prints, diagonal))
    long = [block for block in same if block.size >= LEAST_RUN]
    if not long:
        return
    first, last = long[0], long[-1]
    there, here = last.there + last.size, last.here + last.size
    before, after = [], []
    for low, high in _around(hashes, prints, first.there, last.there):
        before.append(_near(prints.hashes, low, first.there, hashes, 0, first.here, diagonal))
        after.append(_near(prints.hashes, there, high, hashes, here, len(hashes), diagonal))
    yield from _fullest([[block for block in same if block.here < first.here], *before])
    yield from (block.run for block in same if first.here <= block.here <= last.here)
    yield from _fullest([[block for block in same if block.here > last.here], *after])


def _around(hashes: str, prints: Fingerprints, first: int, last: int) -> list[tuple[int, int]]:
    """Where the rest is looked for: near by; and in the article, where the quotation says that it left words out."""
    low, high = prints.bounds(first)
    if GAP not in hashes[:-1]:
        return [(max(low, first - _AROUND), min(high, last + len(hashes) + _AROUND))]
    start, end = prints.article_bounds(first)
    return [(start, end), (max(low, first - _ACROSS), min(high, last + len(hashes) + _ACROSS))]


def _on_diagonal(hashes: str, prints: Fingerprints, diagonal: int) -> Iterator[_Block]:
    """The stretches of pairs that stand on a diagonal, in the treaty that holds the middle of it."""
    low, high = prints.bounds(max(0, diagonal + len(hashes) // 2))
    beside = prints.hashes[max(low, diagonal) : min(high, diagonal + len(hashes))]
    ahead = max(low - diagonal, 0)
    equal = [ahead + place for place, pair in enumerate(beside) if hashes[ahead + place] == pair]
    for _, group in groupby(enumerate(equal), key=lambda numbered: numbered[1] - numbered[0]):
        heres = [here for _, here in group]
        yield _Block(diagonal + heres[0], heres[0], len(heres))


def _near(text: str, start: int, end: int, hashes: str, first: int, last: int, diagonal: int) -> list[_Block]:
    """What a stretch of the treaties and a part of the quotation share, in order, but for what chance may make."""
    if last - first < 2 or end <= start:
        return []
    matcher = SequenceMatcher(None, text[start:end], hashes[first:last], autojunk=False)
    blocks = [_Block(start + there, first + here, size) for there, here, size in matcher.get_matching_blocks() if size]
    return [
        block
        for block in blocks
        if block.size >= LEAST_RUN or _slipped_little(block, diagonal) or _fills_a_stretch(block, hashes)
    ]


def _slipped_little(block: _Block, diagonal: int) -> bool:
    slip = abs(block.there - block.here - diagonal)
    return slip == 0 or (slip <= _SLIP and block.size > 1)


def _fills_a_stretch(block: _Block, hashes: str) -> bool:
    """Whether all words between two marks of omission stand there."""
    return hashes[block.here + block.size] == GAP and (block.here == 0 or hashes[block.here - 1] == GAP)


def _fullest(found: Sequence[Sequence[_Block]]) -> list[Run]:
    """The runs of those blocks that cover most words; of equals the first."""
    runs = [[block.run for block in blocks] for blocks in found]
    return max(runs, key=lambda some: Alignment(tuple(some)).covered)
