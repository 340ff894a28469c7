"""The paper's file: YAML that a person can read, diff and mail, read strictly and written in one stable form."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from mundraft.paper.model import Paper, Said
from mundraft.strictyaml.reader import read_as
from mundraft.strictyaml.writer import to_yaml

_HEADER = (
    "# A Model UN position paper, written with mundraft. It is plain text: read it, mail it, keep it in a safe place.\n"
)


def read_paper(data: bytes, file: str) -> Paper:
    """The paper in a file's bytes; `file` is the name that messages give.

    Raises `UnreadableFile` with every problem, each at its line and column."""
    return read_as(Paper, data, file, kind="paper")


def paper_to_bytes(paper: Paper) -> bytes:
    """The paper as its file holds it, in UTF-8: the same paper gives the same bytes."""
    return (_HEADER + to_yaml(_written(paper))).encode("utf-8")


class _Field(NamedTuple):
    name: str
    key: str
    #: whether the field may be left out when it is empty, because it would be read as empty again
    empty_by_default: bool


@cache
def _fields(model: type[BaseModel]) -> tuple[_Field, ...]:
    return tuple(
        _Field(
            name,
            field.alias or name,
            not field.is_required() and not _filled(field.get_default(call_default_factory=True)),
        )
        for name, field in model.model_fields.items()
    )


def _written(model: BaseModel) -> dict[str, Any]:
    """A model as a mapping in the order of its fields, without what is empty."""
    written = {}
    for name, key, empty_by_default in _fields(type(model)):
        value = getattr(model, name)
        if not empty_by_default or _filled(value):
            written[key] = _written_value(value)
    return written


def _written_value(value: Any) -> Any:
    if isinstance(value, Said):
        return _written(value) if value.cite else value.text
    if isinstance(value, BaseModel):
        return _written(value)
    if isinstance(value, tuple):
        return [_written_value(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _written_value(inner) for key, inner in value.items()}
    return value.value if isinstance(value, Enum) else value


def _filled(value: Any) -> bool:
    """Whether something stands in a value. A group of keys is filled where one of its fields is."""
    if isinstance(value, BaseModel):
        return bool(_written(value))
    return bool(value)
