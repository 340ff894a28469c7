"""How a paper is put together, for whoever walks two of them side by side: groups, entries, answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

from mundraft.models.fields import names_of
from mundraft.models.model import Model, with_fields
from mundraft.paper.groups import GROUPS
from mundraft.paper.model import Citation, Item, Said, Seat, Source, Topic

#: What stands in a repeated group and is known by its id.
Entry: TypeAlias = Item | Topic | Source
#: What one entry is called, for every field of a paper that holds entries known by their ids.
ENTRIES_CALLED: Final = {"topics": "topic", "sources": "source", **{name: kind.called for name, kind in GROUPS.items()}}


def is_group(value: Any) -> bool:
    """Whether a value is a group with at least one entry."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Entry)


def has_parts(value: Any) -> bool:
    """Whether a value is made of answers that each have an address of their own."""
    return isinstance(value, Model) and not isinstance(value, Said | Seat | Citation)


def by_id(entries: Any) -> dict[str, Any]:
    """The entries of a group by their ids."""
    return {entry.id: entry for entry in entries or ()}


def differing_fields(model: Model) -> list[str]:
    """The fields of a model that can differ between two copies: all but its id and a paper's variety."""
    return [field for field in names_of(type(model)) if field not in ("id", "variety")]


def is_filled(value: Any) -> bool:
    """Whether anything is answered in a value."""
    return bool(value) and value not in (Said(), Seat())


def is_blank(entry: Entry) -> bool:
    """Whether an entry has no more than its id."""
    return bool(entry == type(entry)(id=entry.id))


def models_in(value: Any, kind: type[Model]) -> Iterator[Any]:
    """Every model of a kind that stands anywhere in a value."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, Model):
        for field in names_of(type(value)):
            yield from models_in(getattr(value, field), kind)
    elif isinstance(value, tuple | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from models_in(inner, kind)


def replaced(value: Any, kind: type[Model], change: Callable[[Any], Any]) -> Any:
    """A value in which every model of a kind is changed by a function; what stays the same is not copied."""
    if isinstance(value, kind):
        return change(value)
    if isinstance(value, Model):
        new = {field: replaced(getattr(value, field), kind, change) for field in names_of(type(value))}
        same = all(new[field] is getattr(value, field) for field in new)
        return value if same else with_fields(value, new)
    if isinstance(value, tuple):
        items = tuple(replaced(inner, kind, change) for inner in value)
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    if isinstance(value, dict):
        below = {key: replaced(inner, kind, change) for key, inner in value.items()}
        return value if all(below[key] is value[key] for key in below) else below
    return value
