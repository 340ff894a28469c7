"""The steps, groups, questions and parts of a template that another extends, and which one a misspelt id means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from mundraft.strictyaml.nodes import Mapping, Scalar, Sequence
from mundraft.text.folding import fold
from mundraft.text.near import names_near

Kind = Literal["step", "group", "question", "part"]
KINDS: tuple[Kind, ...] = ("step", "group", "question", "part")
#: With more names than these no misspelt one is compared: no template that a person wrote has so many.
_MOST_COMPARED = 500
#: As many ids of one kind are named as a person reads.
_MOST_NAMED = 18


class Spot(NamedTuple):
    """A step, group, question or part of the extended template. `path` tells questions of groups apart:
    "solutions/actor"."""

    kind: Kind
    path: str
    node: Mapping
    home: Sequence

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


def text_of(node: Mapping, key: str) -> str:
    """The text that a group of keys has at one of them, "" where it has none."""
    held = node.entries.get(key)
    return held[1].text if held and isinstance(held[1], Scalar) else ""


def spot_meant(ref: str, spots: list[Spot], extended: str) -> str:
    """What to do about an id that none of these has: the ids that it may mean, or where to find them all.

    `extended` is the name of the template whose ids they are."""
    compared = spots[:_MOST_COMPARED]
    kind, _, rest = ref.partition("/")
    named = rest if kind in KINDS and rest else ref
    its_kind = [spot for spot in compared if spot.kind == kind and rest]
    near = [f"{kind}/{name}" for name in names_near(named, _names(its_kind), n=2)]
    near = near or [spot.path for spot in compared if named in (spot.path, spot.name)][:2]
    near = near or names_near(named, _names(compared), n=2) or list(dict.fromkeys(_asking(named, compared)))[:2]
    if near:
        return f"Did you mean {' or '.join(near)}?"
    if 0 < len(its_kind) <= _MOST_NAMED:
        return f"The {kind}s are: {', '.join(f'{kind}/{spot.path}' for spot in its_kind)}."
    return f"`mundraft template show {extended}` lists its ids."


def _names(spots: list[Spot]) -> list[str]:
    return sorted({name for spot in spots for name in (spot.path, spot.name)})


def _asking(words: str, spots: list[Spot]) -> Iterator[str]:
    """What shows these words to a delegate: a teacher may write them in place of the id."""
    said = fold(words)
    for spot in spots if said else ():
        if any(said in fold(text_of(spot.node, key)) for key in ("ask", "title")):
            yield spot.path
