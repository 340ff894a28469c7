"""Everything that is wrong with values that make no model: looked for only once they are known to make none.

The values are walked along the types of the model, in the order of its fields, and each mistake is kept with the way
to it. What is found right is made into models on the way, so that what a model says of itself is heard too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from enum import Enum, StrEnum
from functools import partial
from types import NoneType, UnionType
from typing import Any, Final, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin

from msgspec import Meta

from mundraft.models.checks import After, Refusing
from mundraft.models.faults import DuplicateId, FaultBelow
from mundraft.models.fields import Field, fields_of, parted
from mundraft.models.model import Either, Model

#: A key or an index on the way from the root to a value.
Step: TypeAlias = str | int


class Wrong(StrEnum):
    """What can be wrong with a value."""

    UNKNOWN_KEY = "unknown-key"
    MISSING = "missing"
    NO_TEXT = "no-text"
    NO_KEYS = "no-keys"
    NO_LIST = "no-list"
    NO_CHOICE = "no-choice"
    NO_TRUTH = "no-truth"
    NO_WHOLE_NUMBER = "no-whole-number"
    NO_NUMBER = "no-number"
    TOO_LOW = "too-low"
    TOO_HIGH = "too-high"
    TOO_FEW = "too-few"
    TOO_MANY = "too-many"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    NO_NAME = "no-name"  # the form of a text, or of a key
    DUPLICATE_ID = "duplicate-id"
    OWN_WORDS = "own-words"  # what a model, or a check, says itself


class FaultOfValue(NamedTuple):
    """One mistake: what it is, the way to it, and what its kind is told with.

    `about_key`: of the last step itself, and not of what stands there. Of a missing key the way leads to what lacks
    it, and `told_with` is the key; else that is a bound, a pattern, the choices, or the error that was raised."""

    wrong: Wrong
    way: tuple[Step, ...]
    told_with: Any = None
    about_key: bool = False


class Looked(NamedTuple):
    """What values came to: the model, where nothing is wrong with them, or else the faults."""

    model: Any
    faults: list[FaultOfValue]


#: What stands for a value that is wrong.
_NOTHING: Final = object()
_TRUTHS: Final = {
    word: truth
    for truth, words in ((True, "true yes on t y 1"), (False, "false no off f n 0"))
    for word in words.split()
}
_WHOLE = re.compile(r"[+-]?[0-9]+(?:_[0-9]+)*(?:\.0*)?", re.ASCII)
#: In digits: Python reads no more at once. What is told of such a number is one that is high enough for anything.
_LONGEST_NUMBER = 4_000
_HIGHEST = 10**18


def looked_at(model: type[Model], values: Any, most: int) -> Looked:
    """Values that did not make a model at once, looked at for everything that is wrong; after `most` faults it ends.

    Where nothing is wrong after all, the model that they make: what stands for true and false, and how numbers are
    written, is taken more widely here."""
    look = _Look(most)
    try:
        found = look.at(model, values, ())
        if found is not _NOTHING:
            look.asked(lambda: found.look_at_said(values), ())
    except _Enough:
        found = _NOTHING
    return Looked(None if look.faults else found, look.faults)


class _Enough(Exception):
    """More faults than anybody reads."""


class _Look:
    """One look at values; its methods give what a value comes to, or `_NOTHING`."""

    def __init__(self, most: int) -> None:
        self.faults: list[FaultOfValue] = []
        self._most = most

    def at(self, kind: Any, value: Any, way: tuple[Step, ...]) -> Any:
        """A value that should be of a kind."""
        inner, said = parted(kind)
        for one in said:
            if isinstance(one, Refusing) and self.asked(partial(one.refuse, value), way) is _NOTHING:
                return _NOTHING
            if isinstance(one, Meta) and _holds_too_many(value, one):
                return self._wrong(Wrong.TOO_MANY, way, one.max_length)
        found = self._of_kind(inner, value, way)
        for one in said:
            if found is not _NOTHING and isinstance(one, Meta):
                found = self._within(one, found, way)
            if found is not _NOTHING and isinstance(one, After):
                found = self.asked(partial(one.check, found), way)
        return found

    def asked(self, check: Callable[[], Any], way: tuple[Step, ...]) -> Any:
        """What a check gives, or the fault that it raises."""
        try:
            return check()
        except DuplicateId as error:
            return self._wrong(Wrong.DUPLICATE_ID, way, error)
        except ValueError as error:
            return self._wrong(Wrong.OWN_WORDS, (*way, *error.at) if isinstance(error, FaultBelow) else way, error)

    def _wrong(self, wrong: Wrong, way: tuple[Step, ...], told_with: Any = None, *, about_key: bool = False) -> Any:
        self.faults.append(FaultOfValue(wrong, way, told_with, about_key))
        if len(self.faults) >= self._most:
            raise _Enough
        return _NOTHING

    def _of_kind(self, kind: Any, value: Any, way: tuple[Step, ...]) -> Any:
        origin = get_origin(kind)
        if origin is Union or origin is UnionType:
            return self._of_several(get_args(kind), value, way)
        if origin is Literal:
            choices = get_args(kind)
            return value if isinstance(value, str) and value in choices else self._wrong(Wrong.NO_CHOICE, way, choices)
        if origin is tuple:
            return self._list(get_args(kind)[0], value, way)
        if origin is dict:
            of_key, of_value = get_args(kind)
            return self._mapping(of_key, of_value, value, way)
        if kind is Any:
            return value
        for known, look in self._by_type():
            if isinstance(kind, type) and issubclass(kind, known):
                return look(kind, value, way)
        raise TypeError(f"nobody has said how to look at {kind}")

    def _by_type(self) -> Iterator[tuple[type, Callable[[Any, Any, tuple[Step, ...]], Any]]]:
        yield Model, self._model
        yield Either, lambda kind, value, way: self._model(kind.meant(value), value, way)
        yield Enum, self._enum
        yield str, self._text
        yield bool, self._truth
        yield int, self._whole_number
        yield float, self._number

    def _of_several(self, kinds: tuple[Any, ...], value: Any, way: tuple[Step, ...]) -> Any:
        if NoneType in kinds and (value is None or (str not in kinds and _says_none(value))):
            return None
        kinds = tuple(one for one in kinds if one is not NoneType)
        choices = [get_args(one) for one in kinds if get_origin(one) is Literal]
        if len(choices) == len(kinds):
            every = tuple(choice for some in choices for choice in some)
            return value if isinstance(value, str) and value in every else self._wrong(Wrong.NO_CHOICE, way, every)
        # Of a value that fits none, what is asked for is the most that can stand there: the list and not the text.
        fits = next((one for one in kinds if isinstance(value, _holder(one))), kinds[-1])
        return self.at(fits, value, way)

    def _model(self, model: type[Model], value: Any, way: tuple[Step, ...]) -> Any:
        if isinstance(value, model):
            return value
        if not isinstance(value, dict):
            return self._wrong(Wrong.NO_KEYS, way)
        before = len(self.faults)
        if self.asked(lambda: model.refuse_meant(value), way) is _NOTHING:
            return _NOTHING
        fields = _by_written_keys(model, value)
        found = dict(self._fields(fields, value, way))
        for key in value:
            if key not in fields:
                self._wrong(Wrong.UNKNOWN_KEY, (*way, key))
        return self.asked(lambda: model(**found), way) if len(self.faults) == before else _NOTHING

    def _fields(
        self, fields: dict[str, Field], value: Mapping[str, Any], way: tuple[Step, ...]
    ) -> Iterator[tuple[str, Any]]:
        for key, field in fields.items():
            if key in value:
                yield field.name, self.at(field.whole, value[key], (*way, key))
            elif field.required:
                self._wrong(Wrong.MISSING, way, key)

    def _list(self, kind: Any, value: Any, way: tuple[Step, ...]) -> Any:
        if not isinstance(value, list | tuple):
            return self._wrong(Wrong.NO_LIST, way)
        found = [self.at(kind, one, (*way, index)) for index, one in enumerate(value)]
        return _NOTHING if any(one is _NOTHING for one in found) else tuple(found)

    def _mapping(self, of_key: Any, of_value: Any, value: Any, way: tuple[Step, ...]) -> Any:
        if not isinstance(value, dict):
            return self._wrong(Wrong.NO_KEYS, way)
        found = {}
        for name, one in value.items():
            before = len(self.faults)
            key = self.at(of_key, name, (*way, name))
            self.faults[before:] = [fault._replace(about_key=True) for fault in self.faults[before:]]
            found[key] = self.at(of_value, one, (*way, name))
        return _NOTHING if any(one is _NOTHING for pair in found.items() for one in pair) else found

    def _enum(self, kind: type[Enum], value: Any, way: tuple[Step, ...]) -> Any:
        choices = tuple(str(one.value) for one in kind)
        return kind(value) if value in choices else self._wrong(Wrong.NO_CHOICE, way, choices)

    def _text(self, _kind: type, value: Any, way: tuple[Step, ...]) -> Any:
        return value if isinstance(value, str) else self._wrong(Wrong.NO_TEXT, way)

    def _truth(self, _kind: type, value: Any, way: tuple[Step, ...]) -> Any:
        if isinstance(value, bool | int) and value in (0, 1):
            return bool(value)
        word = value.strip().lower() if isinstance(value, str) else ""
        return _TRUTHS[word] if word in _TRUTHS else self._wrong(Wrong.NO_TRUTH, way)

    def _whole_number(self, _kind: type, value: Any, way: tuple[Step, ...]) -> Any:
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        written = value.strip() if isinstance(value, str) else ""
        if _WHOLE.fullmatch(written):
            if len(written.partition(".")[0]) > _LONGEST_NUMBER:
                return self._wrong(Wrong.TOO_HIGH, way, _HIGHEST)
            return int(written.partition(".")[0])
        with suppress(ValueError):
            if written.isascii() and (number := float(written)).is_integer():  # "1e3", which a model is made of too
                return int(number)
        return self._wrong(Wrong.NO_WHOLE_NUMBER, way)

    def _number(self, _kind: type, value: Any, way: tuple[Step, ...]) -> Any:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        written = value.strip() if isinstance(value, str) else ""
        with suppress(ValueError):
            if written.isascii():
                return float(written)
        return self._wrong(Wrong.NO_NUMBER, way)

    def _within(self, bounds: Meta, value: Any, way: tuple[Step, ...]) -> Any:
        """A value of the right kind that is to keep to bounds, of its own or of its length."""
        for wrong, bound in _broken(bounds, value):
            return self._wrong(wrong, way, bound)
        return value


def _broken(bounds: Meta, value: Any) -> Iterator[tuple[Wrong, Any]]:
    """The bounds that a value does not keep to. What is no number (nan) keeps to none."""
    if (bounds.gt, bounds.lt, bounds.multiple_of) != (None, None, None):
        raise TypeError(f"nobody has said how to look at {bounds}")
    is_text = isinstance(value, str)
    if bounds.ge is not None and not value >= bounds.ge:
        yield Wrong.TOO_LOW, bounds.ge
    if bounds.le is not None and not value <= bounds.le:
        yield Wrong.TOO_HIGH, bounds.le
    if bounds.min_length is not None and len(value) < bounds.min_length:
        yield Wrong.TOO_SHORT if is_text else Wrong.TOO_FEW, bounds.min_length
    if bounds.max_length is not None and len(value) > bounds.max_length:
        yield Wrong.TOO_LONG if is_text else Wrong.TOO_MANY, bounds.max_length
    if bounds.pattern is not None and re.search(bounds.pattern, value) is None:
        yield Wrong.NO_NAME, bounds.pattern


def _by_written_keys(model: type[Model], values: Mapping[str, Any]) -> dict[str, Field]:
    """The fields by the keys under which they stand: a file may also use the program's name ("url" for "URL")."""
    return {
        field.name if field.name in values and field.key not in values else field.key: field
        for field in fields_of(model)
    }


def _holds_too_many(value: Any, bounds: Meta) -> bool:
    """Whether a list is longer than it may be: what is wrong in it waits until nobody has to read so much of it."""
    return bounds.max_length is not None and isinstance(value, list | dict) and len(value) > bounds.max_length


def _says_none(value: Any) -> bool:
    return isinstance(value, str) and value.lower() == "null"


def _holder(kind: Any) -> type | tuple[type, ...]:
    """What plain values of a kind come as."""
    inner, _ = parted(kind)
    origin = get_origin(inner) or inner
    if origin is tuple:
        return (list, tuple)
    if origin is dict or (isinstance(origin, type) and issubclass(origin, Model)):
        return (dict, Model)
    return str
