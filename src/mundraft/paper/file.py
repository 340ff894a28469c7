"""The paper's file: YAML that a person can read, diff and mail, read strictly and written in one stable form."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mundraft.files.reading import read_capped
from mundraft.models.fields import Field, fields_of
from mundraft.models.model import Model, read
from mundraft.paper.model import FORMAT, Paper, Said
from mundraft.paper.version import NotAVersion, version_of
from mundraft.problems import Problem, UnreadableFile
from mundraft.strictyaml.decoding import text_in
from mundraft.strictyaml.parser import most_told, parse
from mundraft.strictyaml.reader import fitted, fitting
from mundraft.strictyaml.values import values_in

if TYPE_CHECKING:
    from mundraft.strictyaml.nodes import Parsed

_NEWER_VERSION = Problem(
    "paper-newer-version",
    f"This paper was written by a newer version of mundraft (this one knows version {FORMAT} of the file).",
    "Install the newer mundraft to open it. The file is left as it is.",
)
_WRONG_VERSION = Problem(
    "paper-wrong-version",
    f"The version of the paper's file must be a whole number, and no larger than {FORMAT}.",
    f"Write mundraft: {FORMAT}",
)
#: The private note that holds what an older file had and today's form has no place for.
_LEFT_OVER_NOTE = "older-version"

_HEADER = (
    "# A Model UN position paper, written with mundraft. It is plain text: read it, mail it, keep it in a safe place.\n"
)


class PaperRead(NamedTuple):
    """A paper as it was read: from which version of the file, and what of an older one has no place in today's."""

    paper: Paper
    version: int
    left_over: tuple[str, ...] = ()


def read_paper(data: bytes, file: str) -> Paper:
    """The paper in a file's bytes; `file` is the name that messages give.

    Raises `UnreadableFile` with every problem, each at its line and column."""
    return read_paper_of_any_version(data, file).paper


def read_paper_file(path: Path) -> Paper:
    """The paper in a file. Raises `UnreadableFile` where there is none or it is not a paper."""
    return read_paper(read_capped(path, "paper"), str(path))


def read_paper_of_any_version(data: bytes, file: str) -> PaperRead:
    """As `read_paper`, telling also whether the file was of an older version.

    What has no place in today's form is listed, and kept in a private note of the paper. A file of a newer version
    is refused, so that it is never overwritten with less than it held."""
    values = values_in(text_in(data, file))
    if values is not None and values.get("mundraft") == str(FORMAT):
        paper = fitting(Paper, values)
        if paper is not None:
            return PaperRead(paper, FORMAT)
    from mundraft.strictyaml.nodes import plain_value

    parsed = parse(data, file)
    plain = plain_value(parsed.root)
    try:
        version = version_of(plain)
    except NotAVersion:
        raise UnreadableFile(_at_version(parsed, _WRONG_VERSION)) from None
    if version > FORMAT:
        raise UnreadableFile(_at_version(parsed, _NEWER_VERSION))
    if version == FORMAT:
        return PaperRead(fitted(Paper, parsed, plain, kind="paper"), version)
    return _older(parsed, plain, version)


def _older(parsed: Parsed, plain: dict[str, Any], version: int) -> PaperRead:
    from mundraft.paper.migrate import to_current

    # Version 0 was written with { and }: accepted where no text was lost by it.
    problems = [problem for problem in parsed.problems if problem.code != "yaml-flow-mapping"]
    if problems:
        raise UnreadableFile(most_told(problems))
    migrated = to_current(plain, version)
    if migrated.left_over:
        migrated.data["notes"] = {**migrated.data.get("notes", {}), _LEFT_OVER_NOTE: "\n".join(migrated.left_over)}
    return PaperRead(read(Paper, migrated.data), version, migrated.left_over)


def _at_version(parsed: Parsed, problem: Problem) -> Problem:
    from mundraft.strictyaml.nodes import Mapping

    root = parsed.root
    value = root.entries["mundraft"][1] if isinstance(root, Mapping) else root
    return replace(problem, place=value.place)


def paper_to_bytes(paper: Paper) -> bytes:
    """The paper as its file holds it, in UTF-8: the same paper gives the same bytes."""
    from mundraft.strictyaml.writer import to_yaml

    return (_HEADER + to_yaml(_written(paper))).encode("utf-8")


class _Field(NamedTuple):
    name: str
    key: str
    #: whether the field may be left out when it is empty, because it would be read as empty again
    empty_by_default: bool


@cache
def _fields(model: type[Model]) -> tuple[_Field, ...]:
    """The fields in the order of the file: as declared, but for citations, which follow what they support."""
    fields = sorted(fields_of(model), key=lambda field: field.name == "cite")
    return tuple(_Field(field.name, field.key, _is_empty_by_default(field)) for field in fields)


def _is_empty_by_default(field: Field) -> bool:
    return not field.required and not _filled(field.default())


def _written(model: Model) -> dict[str, Any]:
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
    if isinstance(value, Model):
        return _written(value)
    if isinstance(value, tuple):
        return [_written_value(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _written_value(inner) for key, inner in value.items()}
    return value.value if isinstance(value, Enum) else value


def _filled(value: Any) -> bool:
    """Whether something stands in a value. A group of keys is filled where one of its fields is."""
    if isinstance(value, Model):
        return bool(_written(value))
    return bool(value)
