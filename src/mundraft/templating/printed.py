"""What a stretch of a template printed: its own words, and between each two of them a value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mundraft.templating import budget
from mundraft.templating.budget import Run
from mundraft.templating.faults import Refused
from mundraft.templating.leaf import Leaf, Piece
from mundraft.templating.skeleton import MOST_VALUES


class Printed(NamedTuple):
    """The words and the values in their order. There is always one more of the words, which may be empty."""

    words: tuple[str, ...]
    leaves: tuple[Leaf, ...]


def parted(run: Run, pieces: Iterable[Piece]) -> Printed:
    """Pieces as words and values. Raises `Refused` for more than any paper holds, before the words are joined."""
    words = [""]
    leaves: list[Leaf] = []
    literal = run.literal
    for piece in pieces:
        if piece.__class__ is str:
            literal += len(piece)
            if literal > budget.MAX_LITERAL:
                break
            words[-1] += piece
        else:
            leaves.append(piece)  # type: ignore[arg-type]
            words.append("")
    run.literal = literal
    run.spend(leaves)
    if len(leaves) > MOST_VALUES:
        raise Refused("template-too-much-output", "One part of this template prints more values than it can.")
    return Printed(tuple(words), tuple(leaves))
