"""What changed between two texts, word by word, as a person reads it: each change with a few words around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final, NamedTuple

#: How many words of what stayed are shown on each side of a change.
_AROUND: Final = 6
#: Changes with so few words between them are read as one.
_NEAR: Final = 3
#: Pairs of equal words that are compared at most; texts that differ in more are taken as another text altogether.
_MOST_COMPARED: Final = 100_000
#: Where a paragraph ends; a sign of its own, so that a paragraph that was divided is a change too.
PARAGRAPH: Final = "¶"

_WORD = re.compile(r"\n\s*\n|\S+")


class Kind(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Piece(NamedTuple):
    """Words that stand together and share a fate."""

    kind: Kind
    text: str


class _Step(NamedTuple):
    same: bool
    old: list[str]
    new: list[str]


def changes(old: str, new: str) -> tuple[tuple[Piece, ...], ...]:
    """Every change between two texts, in order, each as its pieces; "…" stands for the words that are left out."""
    steps = _joined(_steps(_words(old), _words(new)))
    found: list[tuple[Piece, ...]] = []
    for index, step in enumerate(steps):
        if step.same:
            continue
        before = steps[index - 1].new if index else []
        after = steps[index + 1].new if index + 1 < len(steps) else []
        pieces = (
            Piece(Kind.SAME, _end_of(before)),
            Piece(Kind.GONE, " ".join(step.old)),
            Piece(Kind.NEW, " ".join(step.new)),
            Piece(Kind.SAME, _start_of(after)),
        )
        found.append(tuple(piece for piece in pieces if piece.text))
    return tuple(found)


def _words(text: str) -> list[str]:
    return [PARAGRAPH if found.isspace() else found for found in _WORD.findall(text.strip())]


def _steps(old: list[str], new: list[str]) -> list[_Step]:
    """What stayed and what changed, in turns. What is equal at both ends is set apart first, since that is cheap."""
    most = min(len(old), len(new))
    begin = next((n for n in range(most) if old[n] != new[n]), most)
    end = next((n for n in range(most - begin) if old[-1 - n] != new[-1 - n]), most - begin)
    between = _compared(old[begin : len(old) - end], new[begin : len(new) - end])
    edges = (_Step(True, old[:begin], old[:begin]), *between, _Step(True, old[len(old) - end :], new[len(new) - end :]))
    return [step for step in edges if step.old or step.new]


def _compared(old: list[str], new: list[str]) -> list[_Step]:
    times = Counter(new)
    if sum(times[word] for word in old) > _MOST_COMPARED:
        return [_Step(False, old, new)]
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [_Step(kind == "equal", old[a:b], new[c:d]) for kind, a, b, c, d in steps]


def _joined(steps: Sequence[_Step]) -> list[_Step]:
    """Changes that almost touch as one, with the words between them in both."""
    joined: list[_Step] = []
    for step in steps:
        touches = len(joined) > 1 and joined[-1].same and len(joined[-1].new) <= _NEAR and not step.same
        if touches:
            between, first = joined.pop(), joined.pop()
            joined.append(_Step(False, first.old + between.old + step.old, first.new + between.new + step.new))
        else:
            joined.append(step)
    return joined


def _end_of(words: Sequence[str]) -> str:
    return " ".join(words if len(words) <= _AROUND else ("…", *words[-_AROUND:]))


def _start_of(words: Sequence[str]) -> str:
    return " ".join(words if len(words) <= _AROUND else (*words[:_AROUND], "…"))
