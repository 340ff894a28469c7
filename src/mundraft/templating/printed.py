"""What a stretch of a template printed: its own words, and between each two of them a value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mundraft.templating.budget import Run
from mundraft.templating.faults import Refused
from mundraft.templating.leaf import Leaf, Piece
from mundraft.templating.skeleton import MOST_VALUES


class Printed(NamedTuple):
    """The words and the values in their order. There is always one more of the words, which may be empty."""

    words: tuple[str, ...]
    leaves: tuple[Leaf, ...]


def parted(run: Run, pieces: Sequence[Piece]) -> Printed:
    """Pieces as words and values. Raises `Refused` for more than any paper holds."""
    run.spend(pieces)
    words: list[str] = []
    leaves: list[Leaf] = []
    here = ""  # added to as it is here, and in no list, where each addition would copy all of it
    for piece in pieces:
        if piece.__class__ is str:
            here += piece
        else:
            words.append(here)
            leaves.append(piece)  # type: ignore[arg-type]
            here = ""
    words.append(here)
    run.print_words(sum(map(len, words)))
    if len(leaves) > MOST_VALUES:
        raise Refused("template-too-much-output", "One part of this template prints more values than it can.")
    return Printed(tuple(words), tuple(leaves))
