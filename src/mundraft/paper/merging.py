"""Merging two papers answer by answer, given what both began from (or nothing).

What one side changed is taken; what both changed differently stays as `ours` has it and is told as a conflict; what
one side took out and the other changed stays, changed. Lists without ids (citations, names) are merged as sets.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from mundraft.models.model import with_fields
from mundraft.paper.address import Address, join
from mundraft.paper.differing import differences
from mundraft.paper.model import MAX_TOPICS, Name, Said
from mundraft.paper.shape import by_id, differing_fields, has_parts, is_filled, is_group


@dataclass(frozen=True, slots=True)
class Conflict:
    """An answer that both sides changed, each in its own way: `ours` stands in the merged paper.

    `base` is what both began from, "" or None where there was nothing. `why` says more where that is not all."""

    address: Address
    ours: Any
    theirs: Any
    base: Any = None
    why: str = ""


@dataclass(slots=True)
class Merging:
    """One merge under way: what was taken from their side, and what could not be decided."""

    conflicts: list[Conflict] = field(default_factory=list)
    taken: list[Address] = field(default_factory=list)

    def value(self, base: Any, ours: Any, theirs: Any, address: Address) -> Any:
        """The merged value; `base` is None where both sides made what they have."""
        if ours == theirs or (base is not None and theirs == base):
            return ours
        if base is not None and ours == base:
            self.taken.extend(difference.address for difference in differences(ours, theirs, address))
            return theirs
        return self._both_changed(base, ours, theirs, address)

    def _both_changed(self, base: Any, ours: Any, theirs: Any, address: Address) -> Any:
        if is_group(ours) or is_group(theirs):
            return self._group(base or (), ours, theirs, address)
        if isinstance(ours, dict):
            return self._mapping(base or {}, ours, theirs, address)
        if isinstance(ours, Said) and isinstance(theirs, Said):
            return self._said(base, ours, theirs, address)
        if has_parts(ours) and type(ours) is type(theirs):
            return self._fields(base, ours, theirs, address)
        if isinstance(ours, tuple) and isinstance(theirs, tuple) and not _is_author(ours, theirs):
            return self._list(base, ours, theirs, address)
        return self._single(base, ours, theirs, address)

    def _single(self, base: Any, ours: Any, theirs: Any, address: Address) -> Any:
        """One answer changed by both: what was emptied gives way to what was changed, and nothing to something."""
        if not is_filled(theirs):
            return ours
        if not is_filled(ours):
            self.taken.append(address)
            return theirs
        self.conflicts.append(Conflict(address, ours, theirs, base))
        return ours

    def _fields(self, base: Any, ours: Any, theirs: Any, address: Address) -> Any:
        merged = {
            name: self.value(getattr(base, name, None), getattr(ours, name), getattr(theirs, name), join(address, name))
            for name in differing_fields(ours)
        }
        return with_fields(ours, merged)

    def _said(self, base: Any, ours: Said, theirs: Said, address: Address) -> Said:
        """Words and what they rest on: one side may have rewritten them while the other found a source."""
        before = base if isinstance(base, Said) else None
        inner = Merging()
        text = inner.value(before.text if before else None, ours.text, theirs.text, address)
        cite = inner.value(before.cite if before else None, ours.cite, theirs.cite, address)
        if inner.conflicts:
            self.conflicts.append(Conflict(address, ours, theirs, base))
        elif inner.taken or cite != ours.cite:
            self.taken.append(address)
        return Said(text=text, cite=cite)

    def _mapping(self, base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any], address: Address) -> Any:
        merged = {}
        for key in (*ours, *(key for key in theirs if key not in ours)):
            value = self.value(base.get(key), ours.get(key, ""), theirs.get(key, ""), join(address, key))
            if is_filled(value):
                merged[key] = value
        return merged

    def _list(self, base: Any, ours: tuple[Any, ...], theirs: tuple[Any, ...], address: Address) -> Any:
        before = base if isinstance(base, tuple) else ()
        if before and isinstance(before[0], Said) and len(before) == len(ours) == len(theirs):
            return self._said_list(before, ours, theirs, address)
        kept = [item for item in ours if item in theirs or item not in before]
        new = [item for item in theirs if item not in ours and item not in before]
        if new or len(kept) < len(ours):
            self.taken.append(address)
        return (*kept, *new)

    def _said_list(self, base: Any, ours: tuple[Any, ...], theirs: tuple[Any, ...], address: Address) -> Any:
        inner = Merging()
        merged = tuple(
            inner.value(was, mine, other, address) for was, mine, other in zip(base, ours, theirs, strict=True)
        )
        if inner.conflicts:
            self.conflicts.append(Conflict(address, ours, theirs, base))
        elif inner.taken:
            self.taken.append(address)
        return merged

    def _group(self, base: Any, ours: Any, theirs: Any, address: Address) -> Any:
        was, mine, other = by_id(base), by_id(ours), by_id(theirs)
        kept = {}
        for entry_id in _in_order(base, ours, theirs):
            entry = self._entry(was.get(entry_id), mine.get(entry_id), other.get(entry_id), join(address, entry_id))
            if entry is not None:
                kept[entry_id] = entry
        if address == "topics":
            kept = self._at_most_three(kept, mine) or mine
        return tuple(kept.values())

    def _entry(self, base: Any, ours: Any, theirs: Any, address: Address) -> Any:
        """The merged entry, or None where it was taken out and nobody changed it meanwhile."""
        if ours is not None and theirs is not None:
            return self.value(base, ours, theirs, address)
        if ours is None and theirs != base:
            self.taken.append(address)
            return theirs
        if theirs is None and ours == base:
            self.taken.append(address)
            return None
        return ours

    def _at_most_three(self, topics: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
        for topic_id in [topic_id for topic_id in reversed(topics) if topic_id not in ours]:
            if len(topics) <= MAX_TOPICS:
                break
            address = join("topics", topic_id)
            why = f"a paper holds at most {MAX_TOPICS} topics, and this one was left out"
            self.conflicts.append(Conflict(address, None, topics.pop(topic_id), why=why))
            if address in self.taken:
                self.taken.remove(address)
        return topics


def _is_author(ours: tuple[Any, ...], theirs: tuple[Any, ...]) -> bool:
    """Whether these are the names of a work's authors: as a set, one author spelt in two ways would become two."""
    return any(isinstance(item, Name) for item in (*ours, *theirs))


def _in_order(base: Any, ours: Any, theirs: Any) -> list[str]:
    """Every id of both, in the order of whichever side moved entries; the others' new ones follow their neighbours."""
    was, mine, other = ([entry.id for entry in group] for group in (base, ours, theirs))
    if mine and _common(mine, was) == _common(was, mine) and _common(other, was) != _common(was, other):
        mine, other = other, mine
    order = list(mine)
    for index, entry_id in enumerate(other):
        if entry_id not in order:
            place = order.index(other[index - 1]) + 1 if index else 0
            order.insert(place, entry_id)
    return order


def _common(ids: list[str], others: list[str]) -> list[str]:
    return [entry_id for entry_id in ids if entry_id in others]
