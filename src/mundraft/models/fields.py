"""The fields of a model: how they are written down, and what can be asked of them from outside."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from enum import Enum
from functools import cache
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin

from msgspec import NODEFAULT, Struct, field, structs
from msgspec import Meta as Meta

_T = TypeVar("_T")


def keyed(key: str, default: _T) -> _T:
    """The default of a field that a file calls otherwise than the program does."""
    named: _T = field(default=default, name=key)
    return named


def no_keys() -> dict[Any, Any]:
    """The default of a field that holds keys of the writer's own: none, and each model has its own."""
    made: dict[Any, Any] = field(default_factory=dict)
    return made


class Field(NamedTuple):
    """One field of a model: its name in the program and its `key` in a file, and what can stand in it."""

    name: str
    key: str
    #: its type, with what is annotated to it
    whole: Any
    required: bool
    #: makes what stands in it where nothing is said
    default: Callable[[], Any]

    @property
    def kind(self) -> Any:
        """Its type alone."""
        return parted(self.whole)[0]

    def said(self, what: str) -> Any:
        """What is annotated to it as one of `Meta`'s fields ("description", "examples", "ge"); None for nothing."""
        said = (getattr(one, what) for one in parted(self.whole)[1] if isinstance(one, Meta))
        return next((one for one in said if one is not None), None)


@cache
def fields_of(model: type[Struct]) -> tuple[Field, ...]:
    """The fields of a model, in the order in which they were written down."""
    return tuple(_field(one) for one in structs.fields(model))


def _field(one: structs.FieldInfo) -> Field:
    if one.default_factory is not NODEFAULT:
        return Field(one.name, one.encode_name, one.type, False, one.default_factory)
    default = one.default
    return Field(one.name, one.encode_name, one.type, default is NODEFAULT, lambda: default)


def names_of(model: type[Struct]) -> tuple[str, ...]:
    """The names of a model's fields."""
    return model.__struct_fields__


def keys_of(model: type[Struct]) -> tuple[str, ...]:
    """The keys that a file may have for a model."""
    return model.__struct_encode_fields__


def fields_in(model: Struct) -> dict[str, Any]:
    """The values of a model's fields, by their names."""
    return structs.asdict(model)


@cache
def fields_by_name(model: type[Struct]) -> Mapping[str, Field]:
    """The fields of a model by their names in the program."""
    return {field.name: field for field in fields_of(model)}


def parted(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type, and what was annotated to it."""
    if get_origin(kind) is Annotated:
        inner, *said = get_args(kind)
        return inner, tuple(said)
    return kind, ()


def plain(value: Any, *, whole: bool = False, without: Collection[str] = ()) -> Any:
    """A value as dicts, lists and texts, with the keys of a file; `whole` with what stands in it by default.

    `without` are fields of the model itself that are left out."""
    if isinstance(value, Struct):
        held = ((field, getattr(value, field.name)) for field in fields_of(type(value)) if field.name not in without)
        return {field.key: plain(one, whole=whole) for field, one in held if whole or one != field.default()}
    if isinstance(value, tuple | list):
        return [plain(one, whole=whole) for one in value]
    if isinstance(value, dict):
        return {name: plain(one, whole=whole) for name, one in value.items()}
    return value.value if isinstance(value, Enum) else value
