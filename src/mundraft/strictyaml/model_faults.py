"""The mistakes in the values of a file, found in its nodes, which know their places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mundraft.models.looking import FaultOfValue, Step, Wrong
from mundraft.strictyaml.excerpts import quoted
from mundraft.strictyaml.nodes import Mapping, Node, Scalar
from mundraft.strictyaml.nodes import Sequence as ListNode


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake, found in the nodes of a file."""

    wrong: Wrong
    #: what its kind is told with: a bound, a pattern, the choices, or the error that was raised
    told_with: Any
    #: the keys and indexes that lead from the root to the node
    path: tuple[Step, ...]
    about_key: bool
    node: Node
    key: Scalar | None

    @property
    def missing(self) -> str:
        """The key that is missing, if one is."""
        return str(self.told_with) if self.wrong is Wrong.MISSING else ""

    @property
    def name(self) -> str:
        """The key that the fault is about, as it is named in a message."""
        named = next((step for step in reversed(self.path) if isinstance(step, str)), "")
        return quoted(named) if named else "the file"


def faults_in(faults: Iterable[FaultOfValue], root: Node) -> list[Fault]:
    """The mistakes, each at its node; of what stands nowhere in the file (a default), at what would hold it."""
    return [_found(one, root) for one in faults]


def _found(one: FaultOfValue, root: Node) -> Fault:
    node, key, path = root, None, []
    for step in one.way:
        if not _leads(node, step):
            break
        key, node = _below(node, step)
        path.append(step)
    if one.wrong is Wrong.MISSING and isinstance(node, Mapping) and one.told_with in node.entries:
        key, _ = node.entries[one.told_with]
        node = key
    return Fault(one.wrong, one.told_with, tuple(path), one.about_key, node, key)


def _below(node: Node, step: Step) -> tuple[Scalar | None, Node]:
    if isinstance(node, Mapping):
        return node.entries[str(step)]
    assert isinstance(node, ListNode)
    return None, node.items[int(step)]


def _leads(node: Node, step: Step) -> bool:
    if isinstance(node, Mapping):
        return str(step) in node.entries
    return isinstance(node, ListNode) and isinstance(step, int) and 0 <= step < len(node.items)
