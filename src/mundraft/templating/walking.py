"""Walking the syntax trees of templates, which the checks do a dozen times for each.

Jinja's own `iter_child_nodes` and `find_all` give the same nodes in the same order, in five times as long: they ask
words and numbers for nodes too, and hand each node up through every level above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, TypeVar

from jinja2 import nodes

_Node = TypeVar("_Node", bound=nodes.Node)
#: What nothing stands below. They are most of a tree.
_LEAVES: Final = frozenset((nodes.Name, nodes.Const, nodes.TemplateData, nodes.NSRef))
#: How Jinja declares fields that hold no nodes.
_PLAIN: Final = (str, bool, int)


def children(node: nodes.Node) -> list[nodes.Node]:
    """The nodes right below one, in the order in which they are written."""
    found: list[nodes.Node] = []
    kind = type(node)
    if kind in _LEAVES:
        return found
    for name in _holding(kind):
        held = getattr(node, name, None)
        if isinstance(held, list):
            for one in held:  # a comprehension takes longer for the one or two nodes that most lists hold
                if isinstance(one, nodes.Node):
                    found.append(one)
        elif isinstance(held, nodes.Node):
            found.append(held)
    return found


@cache
def _holding(kind: type[nodes.Node]) -> tuple[str, ...]:
    """The fields of a kind of node in which nodes may stand: all but those that are declared to hold something else."""
    return tuple(name for name in kind.fields if kind.__annotations__.get(name) not in _PLAIN)


def below(node: nodes.Node, kind: type[_Node] | tuple[type[_Node], ...]) -> Iterator[_Node]:
    """Every node of a kind, or of kinds, below one at whatever depth, in the order in which they are written."""
    waiting = children(node)
    waiting.reverse()
    while waiting:
        here = waiting.pop()
        if isinstance(here, kind):
            yield here
        if type(here) not in _LEAVES:
            inside = children(here)
            inside.reverse()
            waiting += inside
