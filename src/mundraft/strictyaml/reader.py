"""YAML read strictly, to nodes or to a model, with everything that is wrong told at once and in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from mundraft.models.model import Model, WrongValues, read
from mundraft.problems import UnreadableFile
from mundraft.strictyaml.decoding import text_in
from mundraft.strictyaml.parser import most_told, parse
from mundraft.strictyaml.values import values_in

if TYPE_CHECKING:
    from mundraft.strictyaml.nodes import Node, Parsed

M = TypeVar("M", bound=Model)


def read_nodes(data: bytes, file: str) -> Node:
    """The nodes of a YAML file; each knows its `place`. `file` is the name that messages give.

    Raises `UnreadableFile` with every problem found: a syntax error stands alone."""
    parsed = parse(data, file)
    if parsed.problems:
        raise UnreadableFile(most_told(parsed.problems))
    return parsed.root


def read_as(model: type[M], data: bytes, file: str, kind: str = "file") -> M:
    """A YAML file as a model. A key with nothing after it counts as not there.

    `kind` is one of `codes.KINDS`: it begins the codes ("paper-unknown-key") and stands in the messages. Raises
    `UnreadableFile` with every problem, of the YAML and of what it holds, in the order of the file."""
    result = fitting(model, values_in(text_in(data, file)))
    if result is not None:
        return result
    from mundraft.strictyaml.nodes import plain_value  # only what is wrong, or may be, needs it

    parsed = parse(data, file)
    return fitted(model, parsed, plain_value(parsed.root), kind)


def fitting(model: type[M], values: dict[str, Any] | None) -> M | None:
    """The values of `values_in` as a model; None where there are none or they do not fit, which `fitted` tells."""
    try:
        return None if values is None else read(model, values)
    except WrongValues:
        return None


def fitted(model: type[M], parsed: Parsed, plain: Any, kind: str) -> M:
    """What was parsed, and is `plain` values by now, as a model. Raises `UnreadableFile` as `read_as` does."""
    from mundraft.strictyaml import shape  # only a file that is wrong, or may be, needs it

    result, problems = shape.told(model, parsed.root, kind, parsed.flow_mappings, plain)
    problems = [*parsed.problems, *problems]
    if problems or result is None:
        raise UnreadableFile(most_told(problems))
    return result
