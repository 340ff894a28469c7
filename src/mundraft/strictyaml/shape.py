"""What a file holds against what it should hold: pydantic's errors as problems with places, each mistake told once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from mundraft.problems import Place, Problem
from mundraft.strictyaml.causes import causes_of
from mundraft.strictyaml.fault_words import Tellers
from mundraft.strictyaml.model_faults import Fault, faults_in
from mundraft.strictyaml.nodes import Mapping, Node, Scalar, plain_value
from mundraft.strictyaml.nodes import Sequence as ListNode
from mundraft.strictyaml.parser import MAX_PROBLEMS

#: How often a file is mended for itself and looked at again: misspelt keys may stand below misspelt ones.
_MOST_LOOKS = 5


def problems_of(
    error: ValidationError,
    model: type[BaseModel],
    root: Node,
    kind: str,
    ignored: Sequence[tuple[int, int]] = (),
    plain: Any = None,
) -> list[Problem]:
    """Every error as a problem in its place, but for those inside the `ignored` stretches of the text.

    `kind` is one of `codes.KINDS`. `plain` are the values that the nodes stand for and the model was given: with them
    a mistake that hides others is mended for the moment, and those are told too."""
    problems: dict[tuple[str, int, int], Problem] = {}
    tellers = Tellers(model, kind)
    looks = _MOST_LOOKS if plain is not None and plain == plain_value(root) else 0
    root = _copied(root) if looks else root
    found: ValidationError | None = error
    while found is not None:
        told = _faults_of(found, root, ignored)
        causes = causes_of(told, model, root, tellers)
        for cause in causes:
            _keep(cause.problem, problems)
        mends = [cause.mend for cause in causes if cause.mend is not None] if looks else []
        if not mends:
            follows = {id(fault) for cause in causes for fault in cause.faults}
            for fault in told:
                if id(fault) not in follows:
                    _keep(tellers.told(fault), problems)
            break
        for mend in mends:
            mend()
        looks -= 1
        found = _error_of(model, root)
    return list(problems.values())


def _faults_of(error: ValidationError, root: Node, ignored: Sequence[tuple[int, int]]) -> list[Fault]:
    errors = error.errors(include_url=False, include_input=False)[: MAX_PROBLEMS + 1]
    return [
        fault
        for fault in faults_in(errors, root)
        if not (
            _is_miscounted(fault) or _is_torn(fault) or any(start <= fault.node.index < end for start, end in ignored)
        )
    ]


def _keep(problem: Problem, problems: dict[tuple[str, int, int], Problem]) -> None:
    """Of problems of one kind in one place the first counts."""
    place = problem.place or Place("")
    problems.setdefault((problem.code, place.line, place.column), problem)


def _error_of(model: type[BaseModel], root: Node) -> ValidationError | None:
    try:
        model.model_validate(plain_value(root))
    except ValidationError as error:
        return error
    return None


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


def _is_miscounted(fault: Fault) -> bool:
    """Whether pydantic found a list too short only because entries of it are wrong, which is told of them."""
    least = fault.context.get("min_length", 0)
    return fault.type == "too_short" and isinstance(fault.node, ListNode) and len(fault.node.items) >= least
