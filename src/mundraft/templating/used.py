"""Which of the names that it is given a template reads at all."""

from __future__ import annotations

from typing import NamedTuple

from jinja2 import nodes


class Used(NamedTuple):
    """The names and the fields that a text reads somewhere."""

    names: frozenset[str]
    fields: frozenset[str]


def used_in(tree: nodes.Template) -> Used:
    """What a template's one tree, as `check.read` gives it, reads of what it is given."""
    names = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
    fields = {node.attr for node in tree.find_all(nodes.Getattr)}
    constants = {node.arg.value for node in tree.find_all(nodes.Getitem) if isinstance(node.arg, nodes.Const)}
    return Used(frozenset(names), frozenset(fields | {one for one in constants if isinstance(one, str)}))
