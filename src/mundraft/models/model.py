"""What every typed form of a file is made from: an immutable model, strict about what it does not know.

A model is a struct of msgspec, which makes it from plain values in a fraction of the time that Python takes, and stops
at the first thing that is wrong; `looking` finds the rest. What a type alone cannot say stands in an annotation
(`After`) or in the model (`_look`), and holds however a model comes to be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, ClassVar, Self, TypeVar, dataclass_transform

from msgspec import Struct, ValidationError, convert, defstruct, field, structs

from mundraft.models.checks import Check, check_of
from mundraft.models.fields import Field, fields_by_name, fields_of, keyed


class WrongValues(ValueError):
    """Values do not make a model; `looking.looked_at` says everything that is wrong with them."""


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


def model_of(name: str, base: type[M], fields: Iterable[Field]) -> type[M]:
    """A model of other models' fields, each of which may be left out, and is None then."""
    own = [(field.name, field.whole | None, keyed(field.key, None)) for field in fields]
    # its own type says no more than that it is a struct
    made: type[M] = defstruct(name, own, bases=(base,), module=base.__module__)  # type: ignore[assignment]
    return made


def from_values(model: type[M], values: Any) -> M:
    """The model that plain values make, by the keys of a file. Raises `WrongValues` where they make none."""
    found: M = _converted(model, values)
    return found


def _converted(kind: Any, values: Any) -> Any:
    try:
        return convert(values, kind, strict=False, dec_hook=_of_either)
    except (ValueError, ValidationError) as error:  # one of a check, or msgspec's own
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
    """The same model with other values in some fields, each held against its type. Raises `WrongValues`, also where
    the model has no such field."""
    known = fields_by_name(type(model))
    try:
        return model.changed(**{name: _converted(known[name].whole, value) for name, value in values.items()})
    except KeyError as error:
        raise WrongValues(f"there is no field {error}") from error
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
