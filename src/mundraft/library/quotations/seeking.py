"""Finding where in the treaties a quotation may come from: the places that share a run of its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mundraft.library.quotations.fingerprints import GAP, Fingerprints, pair_hash
from mundraft.library.quotations.words import Word

LEAST_RUN = 3
"""Pairs: four words in a row are the least by which a place is found."""

_COMMON = 64  # places; a pair that stands in more ("of the") is looked for with the two that follow it
_MOST_HITS = 400
_NEARLY = 2  # pairs: one changed word
_LEAST_PART = 8  # one pair in as many
_MOST_FULL, _MOST_HALVED = 32, 8
_LONG = 800  # words


def hashes_of(stretches: Sequence[Sequence[Word]]) -> str:
    """One character for each word: the hash of it and the next; at the end of a stretch the one that nothing has."""
    return "".join(
        "".join(pair_hash(one.form, two.form) for one, two in pairwise(stretch)) + GAP for stretch in stretches
    )


def found_in(text: str, wanted: str, most: int = _MOST_HITS) -> Iterator[int]:
    """The positions at which a run of hashes stands, overlapping ones too: all, up to `most`."""
    position = -1
    for _ in range(most):
        position = text.find(wanted, position + 1)
        if position < 0:
            return
        yield position


def shared(hashes: str, text: str, diagonal: int) -> int:
    """How many pairs of the quotation stand where they would if its first word stood at `diagonal`."""
    beside = text[max(0, diagonal) : max(0, diagonal + len(hashes))]
    return sum(map(str.__eq__, hashes[max(0, -diagonal) :], beside))


def diagonals(hashes: str, prints: Fingerprints) -> list[int]:
    """Where in the treaties the quotation would begin if one of its runs were what it quotes, the fullest first.

    All that share nearly as much as the fullest, since words may stand in many treaties; a few that share half of that,
    since a word put in or left out halves what one diagonal shares. None at all where the fullest shares so little that
    its place cannot hold most of the quotation."""
    stride = _stride(len(hashes))
    found: set[int] = set()
    for here in range(0, len(hashes), _step(len(hashes))):
        if hashes[here] != GAP:
            found.update(there - here for there in _places(hashes, here, prints, stride, found))
    fullness = {one: shared(hashes, prints.hashes, one) for one in found}
    most = max(fullness.values(), default=0)
    if most * _LEAST_PART < len(hashes):
        return []
    ranked = sorted(found, key=lambda one: (-fullness[one], one))
    full = [one for one in ranked if fullness[one] >= most - _NEARLY]
    halved = [one for one in ranked[len(full) :] if 2 * fullness[one] >= most]
    return full[:_MOST_FULL] + halved[:_MOST_HALVED]


def _stride(length: int) -> int:
    """Every how manieth word of the treaties is looked at: long quotations have long runs, which it cannot miss."""
    return 1 if length <= 16 else 2 if length <= 32 else 4


def _step(length: int) -> int:
    """Every how manieth pair of the quotation is looked for: not all of very long ones. Odd, to meet every stride."""
    return 1 + 2 * (length // _LONG)


def _places(hashes: str, here: int, prints: Fingerprints, stride: int, known: set[int]) -> Iterator[int]:
    """Where one pair of the quotation stands in a run that is long enough, but for the diagonals that are known."""
    places = [place * stride for place in found_in(prints.every(stride), hashes[here], _COMMON + 1)]
    if len(places) > _COMMON:
        if stride == 1:  # in a longer quotation a rarer pair of the same run is found
            yield from found_in(prints.hashes, hashes[here : here + LEAST_RUN])
        return
    for there in places:
        if there - here not in known and _in_run(hashes, prints.hashes, here, there):
            yield there


def _in_run(hashes: str, text: str, here: int, there: int) -> bool:
    """Whether a pair that stands in both belongs to a run that is long enough to tell."""
    before = after = 0
    while before < min(here, there, LEAST_RUN) and hashes[here - before - 1] == text[there - before - 1]:
        before += 1
    room = min(len(hashes) - here, len(text) - there, LEAST_RUN) - 1
    while after < room and hashes[here + after + 1] == text[there + after + 1]:
        after += 1
    return before + 1 + after >= LEAST_RUN
