"""Where two papers, or the same part of two papers, differ: answer by answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from mundraft.paper.address import Address, join
from mundraft.paper.shape import by_id, differing_fields, has_parts, is_group


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where two papers differ.

    `ours` and `theirs` are what stands there, None where there is no such entry. For a difference of order, the address
    is the group's and the values are the ids of the entries that both have.
    """

    address: Address
    ours: Any
    theirs: Any
    kind: Literal["changed", "added", "removed", "order"] = "changed"


def differences(ours: Any, theirs: Any, address: Address = "") -> tuple[Difference, ...]:
    """Every place where two papers differ, in the order of the file; an entry that only one has is one difference.

    The same for parts of papers, of one kind, that stand at an address."""
    return tuple(_differing(ours, theirs, address))


def _differing(ours: Any, theirs: Any, address: Address) -> Iterator[Difference]:
    if ours == theirs:
        return
    if is_group(ours) or is_group(theirs):
        yield from _groups_differing(ours, theirs, address)
    elif isinstance(ours, dict) and isinstance(theirs, dict):
        for key in (*ours, *(key for key in theirs if key not in ours)):
            yield from _differing(ours.get(key, ""), theirs.get(key, ""), join(address, key))
    elif has_parts(ours) and type(ours) is type(theirs):
        for name in differing_fields(ours):
            yield from _differing(getattr(ours, name), getattr(theirs, name), join(address, name))
    else:
        yield Difference(address, ours, theirs)


def _groups_differing(ours: Any, theirs: Any, address: Address) -> Iterator[Difference]:
    mine, other = by_id(ours), by_id(theirs)
    for entry_id, entry in mine.items():
        if entry_id in other:
            yield from _differing(entry, other[entry_id], join(address, entry_id))
        else:
            yield Difference(join(address, entry_id), entry, None, "removed")
    for entry_id, entry in other.items():
        if entry_id not in mine:
            yield Difference(join(address, entry_id), None, entry, "added")
    ours_order, their_order = (tuple(i for i in ids if i in mine and i in other) for ids in (mine, other))
    if ours_order != their_order:
        yield Difference(address, ours_order, their_order, "order")
