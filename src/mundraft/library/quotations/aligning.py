"""Laying a quotation beside the treaties: where its words stand in runs, in order, in one place of one treaty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from mundraft.library.quotations.fingerprints import GAP, Fingerprints, pair_hash
from mundraft.library.quotations.words import Word

_SEED = 3  # pairs: four words in a row are the least by which a place is found
_LOOKS = 12  # how many places of the quotation a run is looked for from, at most; the longer it is, the longer its runs
_MOST_HITS = 400
_MOST_PLACES = 24
_AROUND = 80  # words before and after that are laid beside the quotation, for what was left out or put in
_ACROSS = 700  # the same where the writer says that something was left out


@dataclass(frozen=True, slots=True)
class Run:
    """Words of the quotation that follow one another in a treaty: `first` to before `end` in the quotation, at `position`."""

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
        return sum(run.end - run.first for run in self.runs)


def hashes_of(stretches: Sequence[Sequence[Word]]) -> str:
    """One character for each word: the hash of it and the next; at the end of a stretch the one that nothing has."""
    return "".join(
        "".join(pair_hash(one.form, two.form) for one, two in zip(stretch, stretch[1:], strict=False)) + GAP
        for stretch in stretches
    )


def found_in(text: str, wanted: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Every position at which a run of hashes stands, overlapping ones too, up to a limit."""
    stop = len(text) if end is None else end
    for _ in range(_MOST_HITS):
        start = text.find(wanted, start, stop)
        if start < 0:
            return
        yield start
        start += 1


def whole(hashes: str, prints: Fingerprints) -> tuple[Alignment, ...]:
    """Every place where a quotation without gaps stands word for word."""
    run = hashes[:-1]
    return tuple(Alignment((Run(0, len(hashes), position),)) for position in found_in(prints.hashes, run))


def _windows(hashes: str, prints: Fingerprints) -> list[tuple[int, int]]:
    """The stretches of the treaties that share a run with the quotation, those that share most of it first."""
    length = len(hashes)
    step = max(1, -(-(length - _SEED) // _LOOKS))
    diagonals: dict[int, int] = {}
    for first in range(0, max(1, length - _SEED), step):
        wanted = hashes[first : first + _SEED]
        if GAP in wanted:
            continue
        for position in found_in(prints.hashes, wanted):
            diagonals[position - first] = diagonals.get(position - first, 0) + 1
    around = _ACROSS if GAP in hashes[:-1] else _AROUND
    windows: list[tuple[int, int]] = []
    for diagonal in sorted(diagonals, key=lambda one: (-diagonals[one], one)):
        if any(start <= diagonal < end - length for start, end in windows):
            continue
        low, high = prints.bounds(max(diagonal, 0))
        windows.append((max(low, diagonal - around), min(high, diagonal + length + around)))
        if len(windows) == _MOST_PLACES:
            break
    return windows


def _runs(blocks: Iterable[tuple[int, int, int]], offset: int) -> tuple[Run, ...]:
    """The runs that count: three words or more; a pair counts where it goes on from a run over one changed stretch."""
    kept: list[Run] = []
    listed = [block for block in blocks if block[2]]
    for index, (there, here, size) in enumerate(listed):
        beside = (listed[near] for near in (index - 1, index + 1) if 0 <= near < len(listed))
        if size < 2 and not any(two[2] >= 2 and two[0] - two[1] == there - here for two in beside):
            continue
        kept.append(Run(here, here + size + 1, offset + there))
    return tuple(kept)


def partial(hashes: str, prints: Fingerprints) -> tuple[Alignment, ...]:
    """The places where most words of the quotation stand in runs, best first; empty where no four words do."""
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(hashes)
    found: list[Alignment] = []
    for start, end in _windows(hashes, prints):
        matcher.set_seq1(prints.hashes[start:end])
        runs = _runs(matcher.get_matching_blocks(), start)
        if runs:
            found.append(Alignment(runs))
    return tuple(sorted(found, key=lambda one: (-one.covered, len(one.runs), one.runs[0].position)))
