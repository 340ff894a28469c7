"""What a template may count on: the names it is given, and what each of them is, for the check before it runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from mundraft.templating.leaf import Fragment, Leaf, Record, as_value


class ShapeKind(StrEnum):
    """The kinds of value of a template; ANY where the check cannot know."""

    WORDS = "words"
    NUMBER = "a number"
    FLAG = "a yes or no"
    LIST = "a list"
    RECORD = "a record"
    ANY = "anything"


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind, with the fields of a record or the entries of a list."""

    kind: ShapeKind
    fields: Mapping[str, Shape] = field(default_factory=dict)
    item: Shape | None = None


#: The names that a template is given.
KnownNames: TypeAlias = Mapping[str, Shape]

WORDS = Shape(ShapeKind.WORDS)
NUMBER = Shape(ShapeKind.NUMBER)
FLAG = Shape(ShapeKind.FLAG)
ANY = Shape(ShapeKind.ANY)


def record(**fields: Shape) -> Shape:
    """A record with these fields."""
    return Shape(ShapeKind.RECORD, fields)


def list_of(item: Shape) -> Shape:
    """A list whose entries are all alike."""
    return Shape(ShapeKind.LIST, item=item)


def shape_of(value: object) -> Shape:
    """The shape of a value that a template is given; what was not answered may be anything."""
    held = as_value(value)
    if isinstance(held, bool):
        return FLAG
    if isinstance(held, int):
        return NUMBER
    if isinstance(held, Leaf | Fragment):
        return WORDS
    if isinstance(held, Record):
        return record(**{key: shape_of(held[key]) for key in held})
    if isinstance(held, tuple):
        return list_of(shape_of(held[0]) if held else ANY)
    return ANY
