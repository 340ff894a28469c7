"""Which of the names that it is given a template reads at all, and where."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from jinja2 import nodes

from mundraft.templating.linking import LINES
from mundraft.templating.walking import below, children


class Used(NamedTuple):
    """The names and the fields that a text reads somewhere; `uncalled` are those in macros that nothing calls."""

    names: frozenset[str]
    fields: frozenset[str]
    uncalled: frozenset[str] = frozenset()


class Read(NamedTuple):
    """A place where a text reads a name, by the line of the tree."""

    line: int
    name: str


def read_unguarded(tree: nodes.Template, names: Collection[str]) -> Iterator[Read]:
    """Each place at which a tree reads one of these names and not inside an `{% if %}` that asks for it."""
    waiting: list[tuple[nodes.Node, frozenset[str]]] = [(tree, frozenset())] if names else []
    while waiting:
        node, guarded = waiting.pop()
        if isinstance(node, nodes.Name):
            if node.ctx == "load" and node.name in names and node.name not in guarded:
                yield Read(node.lineno, node.name)
        elif isinstance(node, nodes.If | nodes.CondExpr):
            asked = [one for one in (node.test, *below(node.test, nodes.Name)) if isinstance(one, nodes.Name)]
            guarded |= {one.name for one in asked}
        waiting.extend((child, guarded) for child in children(node))


def used_in(tree: nodes.Template) -> Used:
    """What a template's one tree, as `check.read` gives it, reads of what it is given.

    A macro reads something where it is named: what stands in one that nothing names is printed nowhere. What it calls
    one of its arguments is no name of that: it is read where the macro is given it."""
    names: set[str] = set()
    fields: set[str] = set()
    macros = {part.name: part for part in tree.body if isinstance(part, nodes.Macro)}
    waiting = [part for part in tree.body if not isinstance(part, nodes.Macro)]
    while waiting:
        part = waiting.pop()
        read = _read_in(part)
        names |= read.names
        fields |= read.fields
        waiting += [macros.pop(name) for name in read.names & macros.keys()]
    # those of the text itself: a macro of a template behind it is not there to be called
    spare = [_read_in(macro) for macro in macros.values() if macro.lineno < LINES]
    return Used(frozenset(names), frozenset(fields), frozenset().union(*(one.names | one.fields for one in spare)))


def _read_in(part: nodes.Node) -> Used:
    """What one part of a tree reads, with the macros that it names, and without the arguments of a macro."""
    own = {argument.name for argument in part.args} if isinstance(part, nodes.Macro) else set()
    read = _Names()
    for node in below(part, (nodes.Name, nodes.Getattr, nodes.Getitem)):
        read.take(node)
    return Used(frozenset(read.names - own), frozenset(read.fields))


class _Names:
    """The names and fields of the expressions that it takes."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.fields: set[str] = set()

    def take(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.Name):
            if node.ctx == "load":
                self.names.add(node.name)
        elif isinstance(node, nodes.Getattr):
            self.fields.add(node.attr)
        elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            self.fields.add(node.arg.value)
