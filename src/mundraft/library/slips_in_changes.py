"""What a template says otherwise of another and cannot mean so: of what it leaves out, with nothing written, twice, or
in another order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mundraft.library.spots import Spot, text_of
from mundraft.problems import Problem, Severity
from mundraft.strictyaml.nodes import Mapping, Node, Scalar

#: Keys whose value is a text for people: with nothing behind them, the text of the template behind stays.
_TEXTS = frozenset(("ask", "title", "item", "help", "frame", "weak", "strong", "placeholder", "kind"))
#: What may be said of a part that is left out: the words that it would have had are no words of the paper.
_OF_NO_MATTER = frozenset(("words",))


def is_of_no_matter(said: Node | None) -> bool:
    """Whether what is said of something that is left out is the length of a part alone."""
    return isinstance(said, Mapping) and bool(said.entries) and said.entries.keys() <= _OF_NO_MATTER


def said_of_gone(key: Scalar, gone: Scalar) -> Problem:
    """What is told of a key below `change` that names what is left out at `gone`."""
    first, last = _lines_below(key)
    lines = f"line {first}" if first == last else f"lines {first} to {last}"
    what = f"{key.text!r} is left out on line {gone.place.line}, so nothing can be said of it here."
    next_step = f"Delete {lines}, or put a # before line {gone.place.line}."
    return Problem("template-unknown-id", what, next_step, key.place)


def _lines_below(key: Scalar) -> tuple[int, int]:
    """The first and the last line of a key with all that is set in below it."""
    source = key.source
    first = last = source.line_of(key.index)
    indent = key.index - source.index_of(first)
    for number in range(first + 1, source.line_of(len(source.text)) + 1):
        line = source.line_text(number)
        words = line.lstrip(" ")
        if words and len(line) - len(words) <= indent:
            break
        last = number if words and not words.startswith("#") else last
    return first, last


def emptied(said: Mapping, changed: str) -> Iterator[Problem]:
    """Texts below `change` that say nothing: what stood there stays, and nobody would see that it does."""
    for key, (name, value) in said.entries.items():
        if key in _TEXTS and isinstance(value, Scalar) and value.is_nothing:
            what = f"Nothing stands behind `{key}:`, so {changed} keeps what the template behind has there."
            next_step = "Write the words behind it, between quotation marks; or delete the line."
            yield Problem("template-change-empty", what, next_step, name.place, severity=Severity.WARNING)


def added_twice(kind: str, new: Mapping, spots: Sequence[Spot], path: str, extended: str) -> Problem | None:
    """What is told of a question or group that is added under an id that something has already; None for others."""
    there = next((spot for spot in spots if spot.path == path and spot.kind in ("question", "group")), None)
    held = new.entries.get("group" if kind == "group" else "id")
    if there is None or held is None or not isinstance(held[1], Scalar):
        return None
    name = text_of(new, "group" if kind == "group" else "id")
    if there.node.source is new.source:
        line = there.node.place.line
        what = f"{name!r} is added twice: it stands on line {line} already, so this one is not asked."
        next_step = "Give it another id, or take one of the two out."
    else:
        what = f"{extended} has a {there.kind} {name!r} already, so this one is not asked."
        next_step = f"Give it another id. To ask that one in other words, write {path}: below `change:`."
    return Problem("template-asked-twice", what, next_step, held[1].place)


def out_of_order(own: Sequence[Node], there: Sequence[str], behind: str) -> Problem | None:
    """What is told of parts that are listed in another order than they are printed in; None where they are not.

    `there` are the keys of the parts in the order in which `behind` prints them."""
    last = ""
    for node in own:
        key = text_of(node, "key") if isinstance(node, Mapping) else ""
        if key not in there or not isinstance(node, Mapping):
            continue
        if last and there.index(key) < there.index(last):
            what = (
                f"{key!r} stands behind {last!r} here, and {behind} prints it before: the order stays as it is there."
            )
            next_step = "List them in its order. Only a template that extends nothing has an order of its own."
            return Problem(
                "template-parts-order", what, next_step, node.entries["key"][1].place, severity=Severity.WARNING
            )
        last = key
    return None


def entries_run_in(node: Scalar) -> Problem | None:
    """What is told of an id that is two entries of a list, the dash of the second too far right; None for others."""
    first, dash, second = node.text.partition(" - ")
    if not (dash and node.plain):
        return None
    what = f"The dash of {second!r} stands further right than that of {first!r}, so both are read as one id."
    return Problem("template-unknown-id", what, "Begin both lines with two spaces and a dash.", node.place)
