"""Which keys a model can have at each place, read off its fields: to suggest one for a key that it cannot have."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Union, get_args, get_origin

from mundraft.models.fields import fields_of, keys_of
from mundraft.models.looking import Step
from mundraft.models.model import Either, Model


def known_keys(model: type[Model], path: Iterable[Step], refused: str = "") -> list[str]:
    """The keys that a file may have at the end of a path. Of several models that can stand there, one that has the key
    that was `refused` is not the one that does."""
    every = [keys for one in models_at(model, path) if refused not in (keys := own_keys(one))]
    return list(dict.fromkeys(key for keys in every for key in keys))


def models_at(model: type[Model], path: Iterable[Step]) -> list[type[Model]]:
    """What can stand at the end of a path, as models."""
    here: list[Any] = [model]
    for step in path:
        here = [below for annotation in here for below in _annotations_below(annotation, step)]
    return [one for one in here if isinstance(one, type) and issubclass(one, Model)]


def own_keys(model: type[Model]) -> list[str]:
    return list(keys_of(model))


def required_keys(model: type[Model]) -> list[str]:
    return [field.key for field in fields_of(model) if field.required]


def groups_above(model: type[Model], path: tuple[Step, ...], keys: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """The groups that have all of these keys, of those that stand beside the end of a path or further up, the nearest
    first: how long the path is to what holds them, and their names, as "header"."""
    wanted = set(keys)
    for depth in range(len(path) - 1, -1, -1):
        here = (name for one in models_at(model, path[:depth]) for name in groups_with(one, wanted))
        groups = list(dict.fromkeys(here))
        if groups:
            yield depth, groups


def lists_with(model: type[Model], key: str) -> list[str]:
    """The lists of a model whose entries have this key, by their names."""
    return [
        field.key
        for field in fields_of(model)
        if any(get_origin(leaf) is tuple for leaf in _leaves(field.whole))
        and any(key in own_keys(one) for one in models_at(model, (field.key, 0)))
    ]


def groups_with(model: type[Model], keys: set[str]) -> list[str]:
    """The groups of a model that have all of these keys, by their names."""
    return [
        field.key
        for field in fields_of(model)
        for leaf in _leaves(field.whole)
        if isinstance(leaf, type) and issubclass(leaf, Model) and keys <= set(own_keys(leaf))
    ]


def _annotations_below(annotation: Any, step: Step) -> list[Any]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        named = [field for field in fields_of(annotation) if step == field.key]
        return [leaf for field in named for leaf in _leaves(field.whole)]
    arguments = [inner for inner in get_args(annotation) if inner is not Ellipsis]
    if get_origin(annotation) is dict:
        return _leaves(arguments[1])
    return [leaf for inner in arguments for leaf in _leaves(inner)]


def _leaves(annotation: Any) -> list[Any]:
    """An annotation without aliases, metadata and unions: the types that can stand there."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _leaves(get_args(annotation)[0])
    if origin is Union or origin is types.UnionType:
        return [leaf for inner in get_args(annotation) for leaf in _leaves(inner)]
    if isinstance(annotation, type) and issubclass(annotation, Either):
        return list(annotation.forms)
    return [annotation]
