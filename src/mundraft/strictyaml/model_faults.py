"""Pydantic's errors, found in the nodes of a file.

Pydantic names an error by a path in which, besides keys and indexes, stand the names of union branches and validators.
The path is walked along the nodes; a step that leads nowhere is such a name. Where several branches of one union
failed, the one that came furthest is kept, so that one mistake is one fault.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from mundraft.strictyaml.excerpts import quoted
from mundraft.strictyaml.faults import FaultBelow
from mundraft.strictyaml.nodes import Mapping, Node, Scalar
from mundraft.strictyaml.nodes import Sequence as ListNode

#: A key or an index on the way from the root of a file to a value.
Step: TypeAlias = str | int
_KEY_STEP = "[key]"


@dataclass(frozen=True, slots=True)
class Fault:
    """One of pydantic's errors, found in the nodes."""

    type: str
    context: dict[str, Any]
    #: the keys and indexes that lead from the root to the node
    path: tuple[Step, ...]
    #: the steps that are no keys: (how long the path was there, the name of the branch)
    branches: tuple[tuple[int, str], ...]
    #: the key that is missing, if one is
    missing: str
    about_key: bool
    node: Node
    key: Scalar | None

    @property
    def name(self) -> str:
        """The key that the fault is about, as it is named in a message."""
        named = next((step for step in reversed(self.path) if isinstance(step, str)), "")
        return quoted(named) if named else "the file"


def faults_in(errors: Iterable[Any], root: Node) -> list[Fault]:
    """The faults that pydantic's errors (as `ValidationError.errors` gives them) stand for, each at its node."""
    return _one_branch_each([_found(one, root) for one in errors])


def _found(error: Any, root: Node) -> Fault:
    context = error.get("ctx", {})
    own = context.get("error")
    loc: tuple[Step, ...] = (*error["loc"], *own.at) if isinstance(own, FaultBelow) else error["loc"]
    missing = str(loc[-1]) if error["type"] == "missing" and loc else ""
    about_key = bool(loc) and loc[-1] == _KEY_STEP
    walked = loc[:-1] if missing or about_key else loc
    taken = _way(root, walked, to_mapping=bool(missing)).positions
    node, key, path = root, None, []
    branches = []
    for position, step in enumerate(walked):
        if position in taken:
            key, node = _below(node, step)
            path.append(step)
        else:
            branches.append((len(path), str(step)))
    if missing and isinstance(node, Mapping) and missing in node.entries:
        key, _ = node.entries[missing]
        node = key
    return Fault(error["type"], context, tuple(path), tuple(branches), missing, about_key, node, key)


def _below(node: Node, step: Step) -> tuple[Scalar | None, Node]:
    if isinstance(node, Mapping):
        return node.entries[str(step)]
    assert isinstance(node, ListNode)
    return None, node.items[int(step)]


def _leads(node: Node, step: Step) -> bool:
    if isinstance(node, Mapping):
        return str(step) in node.entries
    return isinstance(node, ListNode) and isinstance(step, int) and 0 <= step < len(node.items)


class _Way(NamedTuple):
    """A choice of the steps that are keys and indexes. Of several the greatest is meant."""

    ends_well: bool
    length: int
    positions: tuple[int, ...]


def _way(node: Node, loc: tuple[Step, ...], to_mapping: bool, at: int = 0, taken: tuple[int, ...] = ()) -> _Way:
    """The way along the steps that takes the most of them, the later ones before the earlier.

    A branch may be named as a key is ("group"), so that both have to be tried. A key can only be missing from a
    mapping: then the way ends well only in one (`to_mapping`)."""
    if at == len(loc):
        return _Way(isinstance(node, Mapping) or not to_mapping, len(taken), taken)
    if not _leads(node, loc[at]):
        return _way(node, loc, to_mapping, at + 1, taken)
    with_step = _way(_below(node, loc[at])[1], loc, to_mapping, at + 1, (*taken, at))
    if with_step.ends_well and with_step.length == len(taken) + len(loc) - at:
        return with_step
    return max(with_step, _way(node, loc, to_mapping, at + 1, taken))


def _one_branch_each(faults: list[Fault]) -> list[Fault]:
    """The faults, with only the furthest branch of every union in which several failed."""
    unions: dict[tuple[Step, ...], dict[str, list[Fault]]] = {}
    for fault in faults:
        if fault.branches:
            depth, name = fault.branches[0]
            unions.setdefault(fault.path[:depth], {}).setdefault(name, []).append(fault)
    chosen = {
        where: min(branches, key=lambda name: (-max(len(f.path) for f in branches[name]), len(branches[name])))
        for where, branches in unions.items()
    }
    return [
        fault
        for fault in faults
        if not fault.branches or chosen[fault.path[: fault.branches[0][0]]] == fault.branches[0][1]
    ]
