"""One mistake that makes many: what it is told as, and the file as it would be without it.

A line that is gone lets the keys or entries below it run into what stands above; a key that is misspelt is unknown, and
missing besides. Each such cause takes with it only the errors that follow from it, and knows how the nodes look once it
is mended, so that what else is wrong there can be found at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from mundraft.models.looking import Step, Wrong
from mundraft.models.model import Model
from mundraft.problems import Problem
from mundraft.strictyaml.fault_words import Tellers
from mundraft.strictyaml.meant import key_meant
from mundraft.strictyaml.model_faults import Fault
from mundraft.strictyaml.model_keys import groups_above, known_keys, models_at, own_keys, required_keys
from mundraft.strictyaml.nodes import Mapping, Node, Scalar
from mundraft.strictyaml.nodes import Sequence as ListNode


class Cause(NamedTuple):
    """A mistake, the faults that it makes, and what mends it in the nodes; None where that cannot be known."""

    problem: Problem
    faults: list[Fault]
    mend: Callable[[], None] | None


@dataclass(frozen=True, slots=True)
class _File:
    """What a file should hold, what it holds, and how its faults are told."""

    model: type[Model]
    root: Node
    tellers: Tellers

    def mapping_at(self, path: tuple[Step, ...]) -> Mapping | None:
        """The group of keys at the end of a path, as the nodes have it."""
        node = self._at(path)
        return node if isinstance(node, Mapping) else None

    def list_at(self, path: tuple[Step, ...]) -> ListNode | None:
        """The list at the end of a path, as the nodes have it."""
        node = self._at(path)
        return node if isinstance(node, ListNode) else None

    def _at(self, path: tuple[Step, ...]) -> Node:
        node = self.root
        for step in path:
            if isinstance(node, Mapping):
                node = node.entries[str(step)][1]
            elif isinstance(node, ListNode):
                node = node.items[int(step)]
        return node


def causes_of(faults: list[Fault], model: type[Model], root: Node, tellers: Tellers) -> list[Cause]:
    """The mistakes of which several faults follow, or one that another mistake shows better; none shares a fault."""
    found: list[Cause] = []
    left = faults
    for look in (_misspelt, _run_together, _begun, _too_high, _headless):
        for cause in look(left, _File(model, root, tellers)):
            found.append(cause)
            taken = {id(fault) for fault in cause.faults}
            left = [fault for fault in left if id(fault) not in taken]
    return found


def _holder(fault: Fault) -> tuple[Step, ...] | None:
    """The path of the group of keys that has a key too many or too few; None for other faults."""
    if fault.wrong is Wrong.UNKNOWN_KEY:
        return fault.path[:-1]
    return fault.path if fault.missing else None


def _is_gone(fault: Fault) -> bool:
    """Whether a key is missing that is not there at all; it may also be there with nothing after it."""
    return bool(fault.missing) and fault.node is not fault.key


def _unknown(faults: list[Fault]) -> dict[tuple[Step, ...], list[Fault]]:
    """The faults of unknown keys, by the path of the group of keys that has them."""
    found: dict[tuple[Step, ...], list[Fault]] = {}
    for fault in faults:
        if fault.wrong is Wrong.UNKNOWN_KEY and fault.path:
            found.setdefault(fault.path[:-1], []).append(fault)
    return found


def _misspelt(faults: list[Fault], file: _File) -> Iterator[Cause]:
    """Keys that are unknown, each with the missing one that it was meant to be."""
    for path, unknown in _unknown(faults).items():
        missing = {fault.missing: fault for fault in faults if _is_gone(fault) and fault.path == path}
        holder = file.mapping_at(path)
        if holder is None:
            continue
        spare = [key for key in known_keys(file.model, path) if key not in holder.entries]
        for fault in unknown:
            written = str(fault.path[-1])
            meant = key_meant(written, tuple(missing)) or key_meant(written, spare)
            # of a single value nothing else can be wrong that is worth a second message
            if meant in missing or (meant and not isinstance(fault.node, Scalar)):
                follows = [fault, missing.pop(meant)] if meant in missing else [fault]
                spare.remove(meant)
                yield Cause(file.tellers.told_misspelt(fault, meant), follows, partial(_rename, holder, written, meant))


def _run_together(faults: list[Fault], file: _File) -> Iterator[Cause]:
    """Lists at the top of the file that are missing, each with the entries of another list that have its keys: the
    line that begins it is gone, and its entries have run into the list above."""
    unknown = {path: found for path, found in _unknown(faults).items() if len(path) == 2 and isinstance(path[1], int)}
    for absent in [fault for fault in faults if _is_gone(fault) and not fault.path]:
        theirs = set(known_keys(file.model, (absent.missing, 0)))
        paths = [path for path, found in unknown.items() if {str(fault.path[-1]) for fault in found} <= theirs]
        if paths:
            here = [fault for fault in faults if _holder(fault) in paths]
            problem = file.tellers.told_run_together(here, absent.missing)
            entries = [entry for path in paths if (entry := file.mapping_at(path)) is not None]
            yield Cause(problem, [*here, absent], partial(_part, file.root, str(paths[0][0]), absent.missing, entries))


def _begun(faults: list[Fault], file: _File) -> Iterator[Cause]:
    """Entries of a list in which keys stand that make an entry of another kind but for one: the line that begins that
    one is gone, and its keys have run into the entry above."""
    for path, unknown in _unknown(faults).items():
        keys = {str(fault.path[-1]) for fault in unknown}
        holder = file.mapping_at(path)
        if len(keys) < 2 or holder is None or not path or not isinstance(path[-1], int):
            continue
        for other in models_at(file.model, path):
            absent = [key for key in required_keys(other) if key not in keys]
            if keys <= set(own_keys(other)) and len(absent) == 1:
                problem = file.tellers.told_begun(unknown, absent[0])
                yield Cause(
                    problem, unknown, partial(_split, file.list_at(path[:-1]), holder, str(unknown[0].path[-1]))
                )
                break


def _too_high(faults: list[Fault], file: _File) -> Iterator[Cause]:
    """Groups of keys in which two keys or more stand that all belong one level deeper: a question that was written as
    if it were a step."""
    for path, unknown in _unknown(faults).items():
        keys = {str(fault.path[-1]) for fault in unknown}
        for below in known_keys(file.model, path) if path and len(keys) > 1 else ():
            if any(keys <= set(own_keys(one)) for one in models_at(file.model, (*path, below, 0))):
                here = [fault for fault in faults if _holder(fault) == path]
                yield Cause(file.tellers.told_too_high(here, below), here, None)
                break


def _headless(faults: list[Fault], file: _File) -> Iterator[Cause]:
    """Groups of keys in which two keys or more stand that all belong to one other group, beside theirs or further up:
    the line that begins it is gone, and its keys have run into the group above."""
    for path, unknown in _unknown(faults).items():
        keys = [str(fault.path[-1]) for fault in unknown]
        for depth, groups in groups_above(file.model, path, keys) if len(keys) > 1 else ():
            above = file.mapping_at(path[:depth])
            holder = file.mapping_at(path)
            if len(groups) == 1 and above is not None and holder is not None:
                mend = None if groups[0] in above.entries else partial(_behead, holder, above, groups[0], keys)
                yield Cause(file.tellers.told_headless(unknown, groups[0]), unknown, mend)
            break


def _rename(holder: Mapping, written: str, meant: str) -> None:
    """Call a key as it was meant."""
    holder.entries[meant] = holder.entries.pop(written)


def _split(entries: ListNode | None, above: Mapping, first: str) -> None:
    """Make an entry of its own of the keys from this one on, which ran into the entry above."""
    names = list(above.entries)
    taken = {name: above.entries.pop(name) for name in names[names.index(first) :]}
    if entries is not None:
        at = next(index for index, entry in enumerate(entries.items) if entry is above)
        entries.items.insert(at + 1, Mapping(above.source, taken[first][0].index, taken, torn=True))


def _part(root: Node, above: str, group: str, entries: list[Mapping]) -> None:
    """Take entries out of the list that they ran into, and put them below the key that is gone."""
    if isinstance(root, Mapping) and isinstance(full := root.entries[above][1], ListNode):
        full.items = [one for one in full.items if all(one is not entry for entry in entries)]
        key = Scalar(root.source, entries[0].index, group, True)
        root.entries[group] = (key, ListNode(root.source, entries[0].index, list(entries)))


def _behead(holder: Mapping, above: Mapping, group: str, keys: list[str]) -> None:
    """Take keys out of the group that they ran into, and put them below the key that is gone."""
    taken = {key: holder.entries.pop(key) for key in keys}
    first = next(iter(taken.values()))[0]
    key = Scalar(first.source, first.index, group, True)
    above.entries[group] = (key, Mapping(first.source, first.index, taken, torn=True))
