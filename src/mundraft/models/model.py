"""What every typed form of a file is made from: an immutable model, strict about what it does not know.

A model is a struct of msgspec, which makes it from plain values in a fraction of the time that Python takes, and stops
at the first thing that is wrong; `looking` finds the rest. What a type alone cannot say stands in an annotation
(`After`) or in the model (`_look`), and holds however a model comes to be.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, ClassVar, NamedTuple, Self, TypeVar, Union, dataclass_transform, get_args, get_origin

from msgspec import NODEFAULT, Struct, convert, defstruct, field, structs
from msgspec import Meta as Meta

#: One value, looked at and perhaps put otherwise. Raises a `ValueError` for one that cannot stand.
Check = Callable[[Any], Any]


class After(NamedTuple):
    """In `Annotated`: what a value goes through once it is of the right kind."""

    check: Check


class Refusing(NamedTuple):
    """In `Annotated`: what raises a `FaultBelow` for a value that is of no right kind, and says so better than others.

    It is asked only where something is wrong."""

    refuse: Callable[[Any], object]


class WrongValues(ValueError):
    """Values do not make a model; `looking.faults_of` says what is wrong with them."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Model(Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of a file: immutable, and strict about keys that it does not know."""

    def __post_init__(self) -> None:
        for name, check in _checks(type(self)):
            value = getattr(self, name)
            try:
                checked = check(value)
            except (AttributeError, TypeError) as error:
                raise WrongValues(f"{name} cannot hold {value!r}") from error
            if checked is not value:
                structs.force_setattr(self, name, checked)
        self._look()

    def _look(self) -> None:
        """What must hold of the fields together. Raises `ValueError`: `FaultBelow` where it lies further down."""

    def look_at_said(self, said: Mapping[str, Any]) -> None:
        """What must hold of what a file says and leaves out, for the model of a whole file. Raises as `_look` does."""

    @classmethod
    def refuse_meant(cls, said: Mapping[str, Any]) -> None:
        """Raises a `FaultBelow` for values whose mistake can be told better than key by key; asked only then."""

    def changed(self, **fields: Any) -> Self:
        """The same with other values in some fields, which are not held against their types."""
        return structs.replace(self, **fields)


M = TypeVar("M", bound=Model)
_T = TypeVar("_T")


def keyed(key: str, default: _T) -> _T:
    """The default of a field that a file calls otherwise than the program does."""
    named: _T = field(default=default, name=key)
    return named


def no_keys() -> dict[Any, Any]:
    """The default of a field that holds keys of the writer's own: none, and each model has its own."""
    made: dict[Any, Any] = field(default_factory=dict)
    return made


class _AnyForm(type):
    """What makes each model of an `Either` an instance of it, which msgspec asks for."""

    forms: tuple[type[Model], ...]

    def __instancecheck__(cls, one: object) -> bool:
        return isinstance(one, cls.forms)


class Either(metaclass=_AnyForm):
    """In the place of a type: one of several models, known by what the values look like."""

    forms: ClassVar[tuple[type[Model], ...]]

    @classmethod
    def meant(cls, values: Any) -> type[Model]:
        """The model that the values were meant for."""
        raise NotImplementedError


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
def fields_of(model: type[Model]) -> tuple[Field, ...]:
    """The fields of a model, in the order in which they were written down."""
    return tuple(_field(one) for one in structs.fields(model))


def _field(one: structs.FieldInfo) -> Field:
    if one.default_factory is not NODEFAULT:
        return Field(one.name, one.encode_name, one.type, False, one.default_factory)
    default = one.default
    return Field(one.name, one.encode_name, one.type, default is NODEFAULT, lambda: default)


def model_of(name: str, base: type[M], kinds: Mapping[str, Any]) -> type[M]:
    """A model in which each field may be left out, and is None then; `kinds` are the types of its fields."""
    fields = [(field, kind | None, None) for field, kind in kinds.items()]
    # its own type says no more than that it is a struct
    made: type[M] = defstruct(name, fields, bases=(base,), module=base.__module__)  # type: ignore[assignment]
    return made


def names_of(model: type[Model]) -> tuple[str, ...]:
    """The names of a model's fields."""
    return model.__struct_fields__


def fields_in(model: Model) -> dict[str, Any]:
    """The values of a model's fields, by their names."""
    return structs.asdict(model)


def field_of(model: type[Model], name: str) -> Field:
    """The field of this name."""
    return next(field for field in fields_of(model) if field.name == name)


def parted(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type, and what was annotated to it."""
    if get_origin(kind) is Annotated:
        inner, *said = get_args(kind)
        return inner, tuple(said)
    return kind, ()


def plain(value: Any, *, whole: bool = False, without: Collection[str] = ()) -> Any:
    """A value as dicts, lists and texts, with the keys of a file; `whole` with what stands in it by default.

    `without` are fields of the model itself that are left out."""
    if isinstance(value, Model):
        held = ((field, getattr(value, field.name)) for field in fields_of(type(value)) if field.name not in without)
        return {field.key: plain(one, whole=whole) for field, one in held if whole or one != field.default()}
    if isinstance(value, tuple | list):
        return [plain(one, whole=whole) for one in value]
    if isinstance(value, dict):
        return {name: plain(one, whole=whole) for name, one in value.items()}
    return value.value if isinstance(value, Enum) else value


def from_values(model: type[M], values: Any) -> M:
    """The model that plain values make, by the keys of a file. Raises `WrongValues` where they make none."""
    found: M = _converted(model, values)
    return found


def _converted(kind: Any, values: Any) -> Any:
    try:
        return convert(values, kind, strict=False, dec_hook=_of_either)
    except ValueError as error:  # msgspec's own, or one of a check
        raise WrongValues(str(error)) from error


def read(model: type[M], values: Any) -> M:
    """The model of a whole file, of its plain values. Raises `WrongValues` where they are none."""
    found = from_values(model, values)
    try:
        found.look_at_said(values)
    except ValueError as error:
        raise WrongValues(str(error)) from error
    return found


def with_fields(model: M, values: Mapping[str, Any]) -> M:
    """The same model with other values in some fields, each held against its type. Raises `WrongValues`."""
    try:
        return model.changed(
            **{name: _converted(field_of(type(model), name).whole, value) for name, value in values.items()}
        )
    except ValueError as error:
        raise WrongValues(str(error)) from error


def _of_either(kind: type, values: Any) -> Any:
    if issubclass(kind, Either):
        if isinstance(values, kind):
            return values
        return convert(values, kind.meant(values), strict=False, dec_hook=_of_either)
    raise NotImplementedError(kind)


@cache
def _checks(model: type[Model]) -> tuple[tuple[str, Check], ...]:
    """The fields of a model that go through checks, each with its own."""
    checks = ((field.name, check_of(field.whole)) for field in fields_of(model))
    return tuple((name, check) for name, check in checks if check is not None)


def check_of(kind: Any) -> Check | None:
    """What a value of a type goes through, and what stands in it; None for nothing."""
    inner, said = parted(kind)
    below = _check_below(inner)
    checks = [below] if below is not None else []
    checks += [one.check for one in said if isinstance(one, After)]
    if len(checks) < 2:
        return checks[0] if checks else None

    def all_of_them(value: Any) -> Any:
        for check in checks:
            value = check(value)
        return value

    return all_of_them


def _check_below(kind: Any) -> Check | None:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _of_each(check_of(arguments[0]))
    if origin is dict:
        return _of_each_named(check_of(arguments[0]), check_of(arguments[1]))
    if origin is Union or origin is UnionType:
        checks = [check for one in arguments if (check := check_of(one)) is not None]
        return _unless_none(checks[0]) if type(None) in arguments and checks else None
    return None


def _of_each(check: Check | None) -> Check | None:
    return None if check is None else lambda values: tuple([check(one) for one in values])


def _of_each_named(of_key: Check | None, of_value: Check | None) -> Check | None:
    if of_key is None and of_value is None:
        return None
    key, value = of_key or _as_it_is, of_value or _as_it_is
    return lambda values: {key(name): value(one) for name, one in values.items()}


def _unless_none(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


def _as_it_is(value: Any) -> Any:
    return value
