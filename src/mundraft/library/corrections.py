"""A file in a nearer folder corrects the one behind it, field by field; what it changed is kept and told.

A teacher who knows of a newer ratification writes that entry and its source, and nothing else. What is merged are the
nodes that were read, before anything is validated, so that a fault is still told of the file and the line it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mundraft.library.traces import Correction
from mundraft.strictyaml.nodes import Mapping, Node, Scalar, Sequence

#: The keys that tell one entry of a list from another. Entries of one key are merged, and what is new is added.
_KEYED: dict[str, tuple[str, ...]] = {
    "treaties": ("instrument",),
    "adoptions": ("instrument",),
    "articles": ("label", "number"),
    "seen_at": ("title",),
}
#: What a key means where it is left out.
_MEANT = {"label": "article"}
#: Lists to which a nearer file adds.
_ADDED_TO = frozenset(("aliases", "shared_aliases"))
#: What an entry says without a day gives way to a day in a nearer file, and the other way round.
_WITHOUT_A_DAY, _DAYS = "stands", ("consent", "consent_kind", "withdrew")
_ITS_SOURCE = ("source", "note")
#: Where the rules of a conference were seen: a nearer file adds places, and that is no correction.
_ITS_PLACES = "seen_at"
#: Not told of: which file says so is told of each correction anyway.
_UNTOLD = frozenset(("instrument", "number", "label", "source"))


@dataclass(slots=True)
class _Telling:
    """Where corrections are gathered: the file that makes them, and those found so far."""

    path: Path
    found: list[Correction] = field(default_factory=list)

    def tell(self, at: str, was: str, now: str) -> None:
        last = at.rpartition(".")[2]
        if at.startswith(_ITS_PLACES):
            return
        if was != now and last not in _UNTOLD and not last.startswith("mundraft-"):
            self.found.append(Correction(at, self.path, was, now))


def merged(nearer: Mapping, farther: Mapping, path: Path) -> tuple[Mapping, list[Correction]]:
    """The file behind with what the nearer one says, and the fields that this changed. `path` is the nearer file."""
    telling = _Telling(path)
    return _merged_groups(nearer, farther, "", telling), telling.found


def _merged_groups(nearer: Mapping, farther: Mapping, at: str, telling: _Telling) -> Mapping:
    entries = dict(farther.entries)
    for key, (name, value) in nearer.entries.items():
        if isinstance(value, Scalar) and value.is_nothing:
            continue
        behind = farther.entries.get(key)
        below = f"{at}.{key}" if at else key
        entries[key] = name, _merged(value, behind[1] if behind else None, below, key, telling)
    return Mapping(nearer.source, nearer.index, entries)


def _merged(nearer: Node, farther: Node | None, at: str, key: str, telling: _Telling) -> Node:
    if isinstance(nearer, Mapping) and (farther is None or isinstance(farther, Mapping)):
        if at.startswith("sources.") and farther is None:
            return nearer
        return _merged_groups(nearer, farther or Mapping(nearer.source, nearer.index), at, telling)
    if isinstance(nearer, Sequence) and (farther is None or isinstance(farther, Sequence)):
        return _merged_lists(nearer, farther or Sequence(nearer.source, nearer.index), at, key, telling)
    telling.tell(at, _as_text(farther), _as_text(nearer))
    return nearer


def _merged_lists(nearer: Sequence, farther: Sequence, at: str, key: str, telling: _Telling) -> Node:
    if key in _KEYED:
        return _merged_by_key(nearer, farther, at, _KEYED[key], telling)
    if key in _ADDED_TO:
        there = {_as_text(item) for item in farther.items}
        new = [item for item in nearer.items if _as_text(item) not in there]
        telling.tell(at, "", ", ".join(_as_text(item) for item in new))
        return Sequence(nearer.source, nearer.index, [*farther.items, *new])
    telling.tell(at, _as_text(farther), _as_text(nearer))
    return nearer


def _merged_by_key(nearer: Sequence, farther: Sequence, at: str, keys: tuple[str, ...], telling: _Telling) -> Node:
    """Entries of the same key merged where the farther one stands; the others in the order of their files."""
    places: dict[tuple[str, ...], int] = {}
    items = list(farther.items)
    for index, item in enumerate(items):
        places.setdefault(_key_of(item, keys), index)
    merged_here: set[int] = set()
    for item in nearer.items:
        place = places.get(_key_of(item, keys))
        if not isinstance(item, Mapping) or place is None or place in merged_here:
            # An entry that stands twice in the nearer file stays twice, so that it is told of.
            merged_here.add(len(items))
            items.append(_merged(item, None, _way(at, item, keys), "", telling))
            continue
        merged_here.add(place)
        behind = _giving_way(items[place], item, keys)
        items[place] = _merged(item, behind, _way(at, item, keys), "", telling)
    return Sequence(nearer.source, nearer.index, items)


def _giving_way(farther: Node, nearer: Mapping, keys: tuple[str, ...]) -> Node:
    """The farther entry without what cannot stand beside the nearer one."""
    if not isinstance(farther, Mapping):
        return farther
    # Whoever corrects an act says where that is known from: it is not what the other source told.
    gone = set(_ITS_SOURCE) if keys == ("instrument",) else set()
    if _WITHOUT_A_DAY in nearer.entries:
        gone.update(_DAYS)
    elif any(day in nearer.entries for day in _DAYS):
        gone.add(_WITHOUT_A_DAY)
    return Mapping(farther.source, farther.index, {k: v for k, v in farther.entries.items() if k not in gone})


def _key_of(item: Node, keys: tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(item, Mapping):
        return ()
    return tuple(_as_text(item.entries[key][1]) if key in item.entries else _MEANT.get(key, "") for key in keys)


def _way(at: str, item: Node, keys: tuple[str, ...]) -> str:
    return f"{at}.{_key_of(item, keys)[-1]}" if isinstance(item, Mapping) else at


def _as_text(node: Node | None) -> str:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return ", ".join(text for text in _texts(node) if text)
    return ""


def _texts(node: Sequence) -> Iterator[str]:
    for item in node.items:
        yield item.text if isinstance(item, Scalar) else ""
