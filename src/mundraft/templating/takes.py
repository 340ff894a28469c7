"""What a filter can be used on: told before a template runs, where the kind of what it is given is known."""

from __future__ import annotations

from typing import Final

from jinja2 import nodes

from mundraft.templating.shapes import Shape, ShapeKind

#: Filters that take words, and so one answer.
_OF_WORDS: Final = frozenset((
    "sentence", "clause", "phrase", "verb", "bare_verb", "year", "capital", "words", "cited", "quoted", "possessive",
))  # fmt: skip
#: Filters that take words or a list of them.
_OF_SERIES: Final = frozenset(("series", "clauses", "bare_verbs"))
#: Filters that take the name of somebody, as a record or in words.
_OF_NAMES: Final = frozenset(("in_sentence", "at_start"))


def misused(filter_name: str, given: Shape, name: str) -> tuple[str, str] | None:
    """What is wrong and what to do, where a filter cannot be used on a value of this shape, called `name`; else None.

    `name` is as `called` gives it."""
    wanted = _wanted(filter_name, given)
    if not wanted:
        return None
    kind = "a list of records" if _is_list_of_records(given) else str(given.kind)
    what = f"{name or 'This'} is {kind}, and `{filter_name}` takes {wanted}."
    return what, _instead(filter_name, given, name)


def _wanted(filter_name: str, given: Shape) -> str:
    """What a filter takes, in words; "" where it may be what it is given."""
    if given.kind in (ShapeKind.ANY, ShapeKind.WORDS, ShapeKind.NUMBER):
        return ""
    if filter_name in _OF_WORDS:
        return "words"
    if filter_name in _OF_SERIES:
        return "" if given.kind is ShapeKind.LIST and not _is_list_of_records(given) else "a list of words"
    return "a name" if filter_name in _OF_NAMES and "name" not in given.fields else ""


def _is_list_of_records(given: Shape) -> bool:
    return given.item is not None and given.item.kind is ShapeKind.RECORD


def _instead(filter_name: str, given: Shape, name: str) -> str:
    bare = name.strip("`") or "(…)"
    if given.kind is ShapeKind.RECORD:
        if _is_name(given) and filter_name in _OF_WORDS:
            return f"Write {{{{ {bare} | in_sentence | {filter_name} }}}}."
        return part_to_print(name, given)
    if given.kind is ShapeKind.FLAG:
        return "Ask for it with {% if … %}."
    if given.item is not None and given.item.kind is ShapeKind.RECORD:
        first = next(iter(given.item.fields), "name")
        return f"Go through it: {{% for entry in {bare} %}} … {{{{ entry.{first} }}}} … {{% endfor %}}."
    each = f"{{% for one in {bare} %}}{{{{ one | sentence }}}} {{% endfor %}}"
    return f"Write {{{{ {bare} | clauses | series }}}} for phrases inside a sentence, {each} for whole sentences."


def called(node: nodes.Node) -> str:
    """What an expression is called in the template, "" for one that is put together."""
    if isinstance(node, nodes.Name):
        return f"`{node.name}`"
    if isinstance(node, nodes.Getattr) and (of := called(node.node)):
        return f"`{of.strip('`')}.{node.attr}`"
    return ""


def part_to_print(name: str, shape: Shape) -> str:
    """How a part of a record is printed; a name goes through the filters that know its article."""
    bare = name.strip("`") or "(…)"
    if _is_name(shape):
        return (
            f"Write {{{{ {bare} | at_start }}}} at the start of a sentence, {{{{ {bare} | in_sentence }}}} inside one."
        )
    return f"Print one of its parts, as in {{{{ {bare}.{next(iter(shape.fields), 'name')} }}}}."


def _is_name(shape: Shape) -> bool:
    return "name" in shape.fields and "article" in shape.fields
