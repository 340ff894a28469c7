"""What a value goes through once it is of the right kind: said in `Annotated`, and gathered from a type."""

from __future__ import annotations

from collections.abc import Callable
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from mundraft.models.fields import parted

#: One value, looked at and perhaps put otherwise. Raises a `ValueError` for one that cannot stand.
Check = Callable[[Any], Any]


class After(NamedTuple):
    """In `Annotated`: what a value goes through once it is of the right kind."""

    check: Check


class Refusing(NamedTuple):
    """In `Annotated`: what raises a `FaultBelow` for a value that is of no right kind, and says so better than others.

    It is asked only where something is wrong."""

    refuse: Callable[[Any], object]


def check_of(kind: Any) -> Check | None:
    """What a value of a type goes through, and what stands in it; None for nothing.

    Raises `TypeError` for a type in which a check would never be asked."""
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
        if checks and (len(arguments) != 2 or type(None) not in arguments):
            raise TypeError(f"a check in one of several kinds, {kind}, would have to know which it is")
        return _unless_none(checks[0]) if checks else None
    if origin is not Literal and any(check_of(one) is not None for one in arguments):
        raise TypeError(f"nobody has said how to check what stands in {kind}")
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
