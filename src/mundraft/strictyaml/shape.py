"""What a file holds against what it should hold: pydantic's errors as problems with places, each mistake told once.

One mistake can make many errors: keys written one level too high, a group or a list whose own line is gone.
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, ValidationError

from mundraft.problems import Place, Problem
from mundraft.strictyaml.fault_words import Tellers
from mundraft.strictyaml.model_faults import Fault, Step, faults_in
from mundraft.strictyaml.model_keys import groups_with, known_keys, models_at, own_keys
from mundraft.strictyaml.nodes import Node
from mundraft.strictyaml.nodes import Sequence as ListNode
from mundraft.strictyaml.parser import MAX_PROBLEMS


def problems_of(
    error: ValidationError, model: type[BaseModel], root: Node, kind: str, ignored: Sequence[tuple[int, int]] = ()
) -> list[Problem]:
    """Every error as a problem in its place, but for those inside the `ignored` stretches of the text.

    `kind` is one of `codes.KINDS`."""
    errors = error.errors(include_url=False, include_input=False)[: MAX_PROBLEMS + 1]
    tellers = Tellers(model, kind)
    problems: dict[tuple[str, int, int], Problem] = {}
    told = faults_in(errors, root)
    for name, entries in _run_together(told, model).items():
        here = [fault for fault in told if _holder(fault) in entries]
        problem = tellers.told_run_together(here, name)
        problems[problem.code, problem.place.line if problem.place else 0, 0] = problem
        told = [fault for fault in told if fault not in here and (fault.path or fault.missing != name)]
    for path, group in _too_high(told, model).items():
        problem = tellers.told_too_high([fault for fault in told if _holder(fault) == path], group)
        problems[problem.code, problem.place.line if problem.place else 0, 0] = problem
        told = [fault for fault in told if _holder(fault) != path]
    for path, group in _headless(told, model).items():
        here = [fault for fault in told if fault.type == "extra_forbidden" and fault.path[:-1] == path]
        problem = tellers.told_headless(here, group)
        problems[problem.code, problem.place.line if problem.place else 0, 0] = problem
        told = [fault for fault in told if fault not in here]
    for fault in told:
        if _is_miscounted(fault) or any(start <= fault.node.index < end for start, end in ignored):
            continue
        problem = tellers.told(fault)
        place = problem.place or Place("")
        problems.setdefault((problem.code, place.line, place.column), problem)
    return list(problems.values())


def _is_miscounted(fault: Fault) -> bool:
    """Whether pydantic found a list too short only because entries of it are wrong, which is told of them."""
    least = fault.context.get("min_length", 0)
    return fault.type == "too_short" and isinstance(fault.node, ListNode) and len(fault.node.items) >= least


def _holder(fault: Fault) -> tuple[Step, ...] | None:
    """The path of the group of keys that has a key too many or too few; None for other faults."""
    if fault.type == "extra_forbidden":
        return fault.path[:-1]
    return fault.path if fault.missing else None


def _run_together(faults: list[Fault], model: type[BaseModel]) -> dict[str, list[tuple[Step, ...]]]:
    """Lists at the top of the file that are missing, each with the entries of another list that have its keys: the
    line that begins it is gone, and its entries have run into the list above."""
    unknown: dict[tuple[Step, ...], set[str]] = {}
    for fault in faults:
        if fault.type == "extra_forbidden" and len(fault.path) == 3 and isinstance(fault.path[1], int):
            unknown.setdefault(fault.path[:-1], set()).add(str(fault.path[-1]))
    found: dict[str, list[tuple[Step, ...]]] = {}
    for name in [fault.missing for fault in faults if fault.missing and not fault.path]:
        theirs = set(known_keys(model, (name, 0)))
        entries = [path for path, keys in unknown.items() if keys <= theirs]
        if entries:
            found[name] = entries
    return found


def _too_high(faults: list[Fault], model: type[BaseModel]) -> dict[tuple[Step, ...], str]:
    """Groups of keys in which two keys or more stand that all belong one level deeper, each with the key below which
    they belong: a question that was written as if it were a step."""
    unknown: dict[tuple[Step, ...], set[str]] = {}
    for fault in faults:
        if fault.type == "extra_forbidden" and fault.path:
            unknown.setdefault(fault.path[:-1], set()).add(str(fault.path[-1]))
    found: dict[tuple[Step, ...], str] = {}
    for path, keys in unknown.items():
        for below in known_keys(model, path) if path and len(keys) > 1 else ():
            if any(keys <= set(own_keys(one)) for one in models_at(model, (*path, below, 0))):
                found[path] = below
                break
    return found


def _headless(faults: list[Fault], model: type[BaseModel]) -> dict[tuple[Step, ...], str]:
    """Groups of keys in which two keys or more stand that all belong to one other group at the top of the file, each
    with that group: the line that begins it is gone, and its keys have run into the group above."""
    unknown: dict[tuple[Step, ...], list[str]] = {}
    for fault in faults:
        if fault.type == "extra_forbidden" and len(fault.path) > 1:
            unknown.setdefault(fault.path[:-1], []).append(str(fault.path[-1]))
    found: dict[tuple[Step, ...], str] = {}
    for path, keys in unknown.items():
        shared = set.intersection(*(set(groups_with(model, key)) for key in keys)) if len(keys) > 1 else set()
        if len(shared) == 1:
            found[path] = shared.pop()
    return found
