"""Addresses: the one way to name, read and change a single answer of a paper.

An address is a path of keys and ids joined by slashes, and never an index, so that it holds when entries are added,
moved or merged:

    committee/name                                  the committee's name
    topics/t1/answers/definition                    an answer to one of the template's own questions
    topics/t1/solutions/s2/action                   a field of an entry of a repeated group
    topics/t1/instruments/crc/articles/a1/does      a field of an entry inside an entry
    topics/t1/own_words/issue                       a part that the delegate wrote instead of the template
    sources/unodc2024/title                         a field of a source

Seats, lists of names and lists of citations are changed whole: `seat`, `delegates`, `topics/t1/solutions/s2/cite`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from mundraft.models.fields import names_of
from mundraft.models.model import Model, with_fields
from mundraft.paper.model import Item, Paper, Said, Seat, Source, Topic

#: A path such as "topics/t1/solutions/s2/action".
Address: TypeAlias = str
#: What can stand at an address: words, a seat, a list of words or citations, or nothing yet ("").
Value: TypeAlias = Any

_ENTRY_TYPES = (Item, Topic, Source)
_EMPTY: dict[type, Any] = {Said: Said(), Seat: Seat()}


class NoSuchAddress(LookupError):
    """The paper has nothing at this address, and nothing can be put there."""


def join(*steps: str) -> Address:
    """One address from several steps; empty steps are left out."""
    return "/".join(step for step in steps if step)


def value_at(paper: Paper, address: Address) -> Value:
    """What stands at an address. An answer not given yet is "" (or an empty tuple).

    Raises `NoSuchAddress` where an entry or a field does not exist."""
    here: Any = paper
    for step in address.split("/"):
        here = _step_into(here, step, address)
    return here


def has_value(paper: Paper, address: Address) -> bool:
    """Whether the paper has the entry and the field that an address names, answered or not."""
    try:
        value_at(paper, address)
    except NoSuchAddress:
        return False
    return True


def with_value(paper: Paper, address: Address, value: Value) -> Paper:
    """A paper like this one with another value at the address. An emptied answer is taken out.

    Raises `NoSuchAddress` where an entry or a field does not exist, and `WrongValues` (a `ValueError`) where the value
    is of the wrong kind."""
    changed: Paper = _changed(paper, address.split("/"), value, address)
    return changed


def with_entry(paper: Paper, group: Address, entry: Model, at: int | None = None) -> Paper:
    """A paper with one more entry in a group ("topics/t1/solutions"), at the end unless `at` says where."""
    entries = list(value_at(paper, group))
    entries.insert(len(entries) if at is None else at, entry)
    return with_value(paper, group, tuple(entries))


def without_entry(paper: Paper, address: Address) -> Paper:
    """A paper without the entry at this address ("topics/t1/solutions/s2")."""
    group, _, entry_id = address.rpartition("/")
    return with_value(paper, group, tuple(entry for entry in value_at(paper, group) if entry.id != entry_id))


def moved_entry(paper: Paper, address: Address, by: int) -> Paper:
    """A paper in which the entry at this address stands `by` places later (earlier when negative)."""
    group, _, entry_id = address.rpartition("/")
    entries = list(value_at(paper, group))
    index = next((i for i, entry in enumerate(entries) if entry.id == entry_id), None)
    if index is None:
        raise NoSuchAddress(address)
    target = max(0, min(len(entries) - 1, index + by))
    entries.insert(target, entries.pop(index))
    return with_value(paper, group, tuple(entries))


def fresh_id(paper: Paper, group: Address, prefix: str) -> str:
    """An id that no entry of the group has: the prefix and the next number ("s3")."""
    taken = {entry.id for entry in value_at(paper, group)}
    number = len(taken) + 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"


def answered(paper: Paper) -> Iterator[tuple[Address, Value]]:
    """Every address at which something stands, with its value, in the order of the file.

    Notes are left out; ids, format version, variety and empty fields are not answers."""
    for field in names_of(type(paper)):
        if field not in ("mundraft", "variety", "notes"):
            yield from _answered_below(getattr(paper, field), field)


def _answered_below(value: Any, address: Address) -> Iterator[tuple[Address, Value]]:
    below = _answers_apart(value)
    if below is None:
        if value and value != _EMPTY.get(type(value)):
            yield address, value
        return
    for step, inner in below:
        yield from _answered_below(inner, join(address, step))


def _answers_apart(value: Any) -> list[tuple[str, Any]] | None:
    """The steps below a value at which answers stand apart, or None where the value is one answer itself."""
    if isinstance(value, dict):
        return list(value.items())
    if isinstance(value, tuple) and value and isinstance(value[0], _ENTRY_TYPES):
        return [(entry.id, entry) for entry in value]
    if isinstance(value, Model) and not isinstance(value, Said | Seat):
        return [(field, getattr(value, field)) for field in names_of(type(value)) if field != "id"]
    return None


def _step_into(here: Any, step: str, address: Address) -> Any:
    if isinstance(here, dict):
        return here.get(step, "")
    if isinstance(here, tuple):
        for entry in here:
            if isinstance(entry, _ENTRY_TYPES) and entry.id == step:
                return entry
        raise NoSuchAddress(address)
    if isinstance(here, Model) and step in names_of(type(here)):
        return getattr(here, step)
    raise NoSuchAddress(address)


def _changed(here: Any, steps: list[str], value: Value, address: Address) -> Any:
    step, rest = steps[0], steps[1:]
    if isinstance(here, dict):
        return _changed_mapping(here, step, rest, value, address)
    if isinstance(here, tuple):
        return _changed_group(here, step, rest, value, address)
    if not isinstance(here, Model) or step not in names_of(type(here)):
        raise NoSuchAddress(address)
    inner = _changed(getattr(here, step), rest, value, address) if rest else value
    return with_fields(here, {step: inner})


def _changed_mapping(here: dict[str, Any], step: str, rest: list[str], value: Value, address: Address) -> Any:
    if rest:
        raise NoSuchAddress(address)
    if value in ("", (), _EMPTY[Said]):
        return {key: below for key, below in here.items() if key != step}
    return {**here, step: value}


def _changed_group(here: tuple[Any, ...], step: str, rest: list[str], value: Value, address: Address) -> Any:
    if not any(isinstance(entry, _ENTRY_TYPES) and entry.id == step for entry in here):
        raise NoSuchAddress(address)
    return tuple(
        (_changed(entry, rest, value, address) if rest else value) if entry.id == step else entry for entry in here
    )


__all__ = [
    "Address",
    "NoSuchAddress",
    "Value",
    "answered",
    "fresh_id",
    "has_value",
    "join",
    "moved_entry",
    "value_at",
    "with_entry",
    "with_value",
    "without_entry",
]
