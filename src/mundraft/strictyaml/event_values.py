"""The plain values of a file by the events of PyYAML's parser, turned into dicts, lists and strings at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import yaml
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from mundraft.strictyaml.building import new_parser
from mundraft.strictyaml.parser import MAX_DEPTH
from mundraft.strictyaml.source import NOTHING
from mundraft.text.clean import clean

_Next = Callable[[], Any]
_BEFORE: Final = (StreamStartEvent, DocumentStartEvent, MappingStartEvent)
_AFTER: Final = (DocumentEndEvent, StreamEndEvent)


class _NotPlain(Exception):
    """Something that only the parser can judge."""


def values_by_events(text: str) -> dict[str, Any] | None:
    """What `values.values_in` gives, for every form that YAML has."""
    try:
        following: _Next = new_parser(text).get_event
        for kind in _BEFORE:
            event = following()
            if type(event) is not kind:
                return None
        values = _mapping(event, following, MAX_DEPTH)
        return values if all(type(following()) is kind for kind in _AFTER) else None
    except (_NotPlain, yaml.YAMLError, ValueError, OverflowError, RecursionError, MemoryError):
        return None


def _mapping(start: Any, following: _Next, depth: int) -> dict[str, Any]:
    """The keys and values after a mapping's `start`, without the keys that have nothing after them."""
    if start.flow_style:
        raise _NotPlain
    _refuse_odd(start)
    values: dict[str, Any] = {}
    keys = 0
    hollow = False
    while (key := following()).__class__ is not MappingEndEvent:
        if key.__class__ is not ScalarEvent or (key.value == "<<" and not key.style):
            raise _NotPlain
        keys += 1
        value = _value(following(), following, depth)
        hollow = hollow or value is None
        values[_text(key)] = value
    if len(values) < keys:  # a key stands twice
        raise _NotPlain
    return {key: value for key, value in values.items() if value is not None} if hollow else values


def _value(event: Any, following: _Next, depth: int) -> Any:
    """The value that begins with an event; None for a plain scalar that means nothing."""
    kind = event.__class__
    if kind is ScalarEvent:
        text = _text(event)
        return None if text in NOTHING and not event.style else text
    if depth <= 1:
        raise _NotPlain
    if kind is MappingStartEvent:
        return _mapping(event, following, depth - 1)
    if kind is not SequenceStartEvent:
        raise _NotPlain
    _refuse_odd(event)
    items = []
    while (inner := following()).__class__ is not SequenceEndEvent:
        value = _value(inner, following, depth - 1)
        items.append("" if value is None else value)
    return items


def _text(event: Any) -> str:
    if event.anchor is not None or event.tag is not None:
        raise _NotPlain
    text: str = event.value
    return text if text.isascii() and text.isprintable() else clean(text)


def _refuse_odd(event: Any) -> None:
    if event.anchor is not None or event.tag is not None:
        raise _NotPlain
