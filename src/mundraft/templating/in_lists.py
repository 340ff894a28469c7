"""The filters and tests of lists and numbers: which entries, and how many there are. They change no word."""

from __future__ import annotations

from typing import Any

from mundraft.templating import english
from mundraft.templating.leaf import NOTHING
from mundraft.templating.values import items_of


def first(values: object) -> Any:
    """The first entry of a list."""
    entries = items_of(values)
    return entries[0] if entries else NOTHING


def last(values: object) -> Any:
    """The last entry of a list."""
    entries = items_of(values)
    return entries[-1] if entries else NOTHING


def rest(values: object) -> tuple[Any, ...]:
    """A list without its first entry."""
    return items_of(values)[1:]


def given(values: object) -> tuple[Any, ...]:
    """A list without its empty entries."""
    return items_of(values)


def count(values: object) -> int:
    """How many entries of a list are not empty."""
    return len(items_of(values))


def number_word(value: object) -> str:
    """One to ten in letters, more in figures; of a list, how many there are."""
    return english.number_word(_number(value))


def ordinal_word(value: object) -> str:
    """First to tenth; of a number above, the figure with its ending (11th, 22nd)."""
    return english.ordinal_word(_number(value))


def plural(values: object, one: object, many: object) -> Any:
    """The first wording for one, the second for none or many; of a number or of a list."""
    return one if _number(values) == 1 else many


def _number(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else count(value)


def is_given(value: object) -> bool:
    return bool(value)


def is_one(value: object) -> bool:
    return _number(value) == 1


def is_many(value: object) -> bool:
    return _number(value) > 1


def is_odd(value: object) -> bool:
    return _number(value) % 2 == 1


def is_even(value: object) -> bool:
    return _number(value) % 2 == 0
