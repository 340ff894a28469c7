"""The form of a preset, field by field, read off the model itself: for the documentation and for a file to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from textwrap import wrap
from typing import Any, Literal, NamedTuple, TypeGuard, get_args, get_origin

from mundraft.library.conference import ConferenceRules
from mundraft.models.fields import Field, Meta, fields_of
from mundraft.models.model import Model
from mundraft.strictyaml.writer import to_yaml
from mundraft.text.clean import clean

_WIDTH = 100
_INTRODUCTION = """\
## A conference's rules for position papers.
## Lines that begin with ## explain. To set a rule, take the # and the one space after it away from
## the start of its line and of the lines of its groups, and write your own value. What is left out
## is not checked. Keep the spaces that then begin a line: they say to which group it belongs.
## When you are done: mundraft conference check {ref}"""


class FormField(NamedTuple):
    """One field of a preset.

    `path` is its name after those of its groups ("header.columns.lines.field"), `example` a value as a file holds it
    (None: explained without one). `indent` is how far its line stands from the left, and `opens_entry` says that it is
    the first line of an entry of a list."""

    path: str
    meaning: str
    values: str
    example: Any
    required: bool
    is_group: bool
    indent: int
    opens_entry: bool


def fields_of_the_form() -> Iterator[FormField]:
    """Every field of a preset, a group before what stands in it."""
    return _fields(ConferenceRules, "", 0, in_list=False)


def _fields(model: type[Model], above: str, indent: int, *, in_list: bool) -> Iterator[FormField]:
    opens = in_list
    for field in fields_of(model):
        path = f"{above}{field.key}"
        below = _model_in(field.kind)
        example = next(iter(field.said("examples") or ()), None)
        values = _values(field) if below is None else "a list of entries" if _is_list(field) else ""
        has_line = below is not None or example is not None
        meaning = field.said("description") or ""
        yield FormField(path, meaning, values, example, field.required, below is not None, indent, opens and has_line)
        opens = opens and not has_line
        if below:
            step = 4 if _is_list(field) else 2
            yield from _fields(below, f"{path}.", indent + step, in_list=_is_list(field))


def _is_list(field: Field) -> bool:
    return any(get_origin(one) is tuple for one in (field.kind, *get_args(field.kind)))


def _model_in(annotation: Any) -> type[Model] | None:
    """The model of a group, or of the entries of a list of groups."""
    return next((one for one in _types_in(annotation) if isinstance(one, type) and issubclass(one, Model)), None)


def _types_in(annotation: Any) -> Iterator[Any]:
    yield annotation
    if get_origin(annotation) is not Literal:
        for inner in get_args(annotation):
            yield from _types_in(inner)


def _is_enum(one: Any) -> TypeGuard[type[Enum]]:
    return isinstance(one, type) and issubclass(one, Enum)


def _values(field: Field) -> str:
    """What can stand in a field, in words."""
    types = list(_types_in(field.kind))
    choices = [choice for one in types if get_origin(one) is Literal for choice in get_args(one) if choice]
    choices += [str(member) for one in types if _is_enum(one) for member in one]
    if choices:
        said = ", ".join(choices)
    elif bool in types:
        said = "true or false"
    elif int in types or float in types:
        said = ("numbers" if _is_list(field) else "a number") + _bounds(field, types)
    else:
        said = "words"
    return f"a list of {said}" if _is_list(field) else said


def _bounds(field: Field, types: list[Any]) -> str:
    """Between which numbers a value must lie, where that is more than a guard against nonsense."""
    below = [one for one in types if isinstance(one, Meta)]
    least = field.said("ge") or next((one.ge for one in below if one.ge is not None), 0)
    most = field.said("le") or next((one.le for one in below if one.le is not None), 0)
    return f" from {least:g} to {most:g}" if least else ""


def new_preset(ref: str, name: str, today: str) -> str:
    """A preset to fill in, valid as it stands: its name and where the rules are from, and every other rule explained.

    `today` is written YYYY-MM-DD."""
    called = " ".join(clean(name).split())
    given = {"name": called, "seen_at.title": f"{called}, delegate handbook", "seen_at.seen_on": today}
    lines = [_INTRODUCTION.format(ref=ref)]
    for one in fields_of_the_form():
        if one.path != "mundraft-conference":
            lines += ["", *_lines(one, given)] if not one.indent else _lines(one, given)
    return "\n".join(lines) + "\n"


def _lines(one: FormField, given: dict[str, str]) -> list[str]:
    """The lines of one field: what it means, and its value, as a comment where it is not given."""
    key = one.path.rpartition(".")[2]
    starts = f"{' ' * (one.indent - 2)}- " if one.opens_entry else " " * one.indent
    explained = f"{key}: {one.meaning}" + (f" ({one.values})" if one.values else "")
    margin = f"## {' ' * one.indent}"
    lines = wrap(explained, _WIDTH, initial_indent=margin, subsequent_indent=f"{margin}  ", break_on_hyphens=False)
    if one.path in given:
        return [*lines, starts + to_yaml({key: given[one.path]}).rstrip("\n")]
    if any(path.startswith(f"{one.path}.") for path in given):
        return [*lines, f"{starts}{key}:"]
    if one.is_group:
        return [*lines, f"# {starts}{key}:"]
    if isinstance(one.example, list):
        return [*lines, f"# {starts}{key}:", *(f"# {' ' * one.indent}  - {value}" for value in one.example)]
    return lines if one.example is None else [*lines, f"# {starts}{key}: {one.example}"]
