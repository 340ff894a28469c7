"""What a file holds against what it should hold: as a model, or as problems with places, each mistake told once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from mundraft.models.looking import FaultOfValue, looked_at
from mundraft.models.model import Model
from mundraft.problems import Place, Problem
from mundraft.strictyaml.causes import causes_of
from mundraft.strictyaml.fault_words import Tellers
from mundraft.strictyaml.model_faults import Fault, faults_in
from mundraft.strictyaml.nodes import Mapping, Node, Scalar, plain_value
from mundraft.strictyaml.nodes import Sequence as ListNode
from mundraft.strictyaml.parser import MAX_PROBLEMS

M = TypeVar("M", bound=Model)

#: How often a file is mended for itself and looked at again: misspelt keys may stand below misspelt ones.
_MOST_LOOKS = 5


def told(
    model: type[M], root: Node, kind: str, ignored: Sequence[tuple[int, int]], plain: Any
) -> tuple[M | None, list[Problem]]:
    """The values of a file as a model, and every mistake in them as a problem in its place, but for those inside the
    `ignored` stretches of the text.

    `kind` is one of `codes.KINDS`. `plain` are the values that the nodes stand for: where they still are the nodes'
    own, a mistake that hides others is mended for the moment, and those are told too."""
    looked = looked_at(model, plain, MAX_PROBLEMS + 1)
    if not looked.faults:
        return looked.model, []
    looks = _MOST_LOOKS if plain == plain_value(root) else 0
    return None, _problems_of(looked.faults, model, _copied(root) if looks else root, kind, ignored, looks)


def _problems_of(
    faults: list[FaultOfValue],
    model: type[Model],
    root: Node,
    kind: str,
    ignored: Sequence[tuple[int, int]],
    looks: int,
) -> list[Problem]:
    """The faults as problems; so many `looks` more are taken at what the root holds once causes are mended in it."""
    problems: dict[tuple[str, int, int], Problem] = {}
    tellers = Tellers(model, kind)
    while faults:
        here = _faults_of(faults, root, ignored)
        causes = causes_of(here, model, root, tellers)
        for cause in causes:
            _keep(cause.problem, problems)
        mends = [cause.mend for cause in causes if cause.mend is not None] if looks else []
        if not mends:
            follows = {id(fault) for cause in causes for fault in cause.faults}
            for fault in here:
                if id(fault) not in follows:
                    _keep(tellers.told(fault), problems)
            break
        for mend in mends:
            mend()
        looks -= 1
        faults = looked_at(model, plain_value(root), MAX_PROBLEMS + 1).faults
    return list(problems.values())


def _faults_of(faults: list[FaultOfValue], root: Node, ignored: Sequence[tuple[int, int]]) -> list[Fault]:
    return [
        fault
        for fault in faults_in(faults, root)
        if not (_is_torn(fault) or any(start <= fault.node.index < end for start, end in ignored))
    ]


def _keep(problem: Problem, problems: dict[tuple[str, int, int], Problem]) -> None:
    """Of problems of one kind in one place the first counts."""
    place = problem.place or Place("")
    problems.setdefault((problem.code, place.line, place.column), problem)


def _copied(node: Node) -> Node:
    """The same nodes once more: what is mended in them is not mended in the file."""
    if isinstance(node, ListNode):
        return ListNode(node.source, node.index, [_copied(item) for item in node.items])
    if isinstance(node, Scalar):
        return node
    entries = {name: (key, _copied(value)) for name, (key, value) in node.entries.items()}
    return Mapping(node.source, node.index, entries, node.torn)


def _is_torn(fault: Fault) -> bool:
    """Whether a fault is of an entry as a whole that has lost the line that began it."""
    return isinstance(fault.node, Mapping) and fault.node.torn
