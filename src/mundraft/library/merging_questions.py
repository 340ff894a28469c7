"""What one template says of the questions of another, worked into them: left out, changed, added.

What is merged are nodes, before anything is validated, so that every value keeps the file, line and column at which it
was written. An id that is not there is told and passed over: a slip in a template must not close a student's paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from mundraft.library.questions import Group, PartInfo, Question, Step
from mundraft.library.slips_in_changes import (
    added_twice,
    emptied,
    entries_run_in,
    is_of_no_matter,
    out_of_order,
    said_of_gone,
)
from mundraft.library.spots import KINDS, Kind, Spot, spot_meant, text_of
from mundraft.models.fields import keys_of
from mundraft.models.model import Model
from mundraft.problems import Problem
from mundraft.strictyaml.nodes import Mapping, Node, Scalar, Sequence
from mundraft.strictyaml.parser import MAX_PROBLEMS

#: What is taken from the template that extends, where it says it.
_ITS_OWN = (
    "mundraft-template", "name", "description", "language", "preset", "max_words", "topics",
    "title", "seat_label", "references_title",
)  # fmt: skip
_MODELS: dict[Kind, type[Model]] = {"step": Step, "group": Group, "question": Question, "part": PartInfo}
_PLACES = ("after", "before", "in")


@dataclass(slots=True)
class Merged:
    """The nodes of both together; what the text may still name though it is not asked; and the slips."""

    root: Mapping
    left_out: list[str] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)


def merged(own: Mapping, behind: Mapping) -> Merged:
    """The extended template `behind`, which is changed in place, with what `own` says of it. Both fit their forms."""
    result = Merged(behind)
    merging = _Merging(behind, result, text_of(own, "extends"))
    for node in _items(own, "leave_out"):
        merging.leave_out(node)
    for key, node in _entries(own, "change"):
        merging.change(key, node)
    for node in _items(own, "add"):
        merging.add(node)
    merging.drop_what_is_empty()
    merging.look_at_order(_items(own, "parts"))
    # after what is empty was dropped: a part that the template names itself stays
    for node in _items(own, "parts"):
        merging.put_part(node)
    for name in _ITS_OWN:
        if name in own.entries:
            behind.entries[name] = own.entries[name]
        elif name == "description":
            behind.entries.pop(name, None)
    return result


def _items(node: Mapping, key: str) -> list[Node]:
    held = node.entries.get(key)
    return list(held[1].items) if held and isinstance(held[1], Sequence) else []


def _entries(node: Mapping, key: str) -> list[tuple[Scalar, Mapping]]:
    held = node.entries.get(key)
    if not held or not isinstance(held[1], Mapping):
        return []
    return [(name, value) for name, value in held[1].entries.values() if isinstance(value, Mapping)]


class _Merging:
    """One template being worked into another."""

    def __init__(self, root: Mapping, result: Merged, extended: str) -> None:
        self._root = root
        self._extended = extended
        self._result = result
        self._gone: dict[str, Scalar] = {}
        self._known: list[Spot] | None = None

    # what there is

    def _spots(self) -> list[Spot]:
        """Everything that there is; looked for again only once something was left out or added."""
        if self._known is None:
            self._known = self._looked_for()
        return self._known

    def _looked_for(self) -> list[Spot]:
        spots: list[Spot] = []
        for step in self._list("steps").items:
            if isinstance(step, Mapping):
                spots.append(Spot("step", text_of(step, "id"), step, self._list("steps")))
                spots.extend(_below(step, ""))
        parts = self._list("parts")
        spots += [Spot("part", text_of(part, "key"), part, parts) for part in parts.items if isinstance(part, Mapping)]
        return spots

    def _list(self, key: str) -> Sequence:
        held = self._root.entries.get(key)
        if held and isinstance(held[1], Sequence):
            return held[1]
        made = Sequence(self._root.source, self._root.index)
        self._root.entries[key] = Scalar(self._root.source, self._root.index, key, True), made
        return made

    def _found(self, ref: str) -> list[Spot]:
        """Everything that an id can mean: "hook", "solutions/actor", "step/seat", or "actor" where it stands once."""
        spots = self._spots()
        kind, _, rest = ref.partition("/")
        if rest and kind in KINDS:
            spots, ref = [spot for spot in spots if spot.kind == kind], rest
        return [spot for spot in spots if spot.path == ref] or [spot for spot in spots if spot.name == ref]

    # leaving out

    def leave_out(self, node: Node) -> None:
        if not isinstance(node, Scalar):
            return
        ref = node.text
        if ref in self._gone:
            line = self._gone[ref].place.line
            what = f"{ref!r} is left out twice: it stands on line {line} already."
            self._tell(node, "template-left-out-twice", what, "Take one of the two out.")
            return
        found = self._found(ref)
        if not found:
            self._unknown(node, ref)
            return
        # who writes `title` may mean that of the solutions, and takes the topic out of every paper
        also = [spot for spot in self._spots() if spot.name == ref and spot.path != ref and ref == found[0].path]
        if also or _unlike(found):
            self._ambiguous(node, [*(found if _unlike(found) else found[:1]), *also])
            return
        self._gone[ref] = node
        for spot in found:
            self._take_out(spot, node)

    def _take_out(self, spot: Spot, named: Scalar) -> None:
        _without(spot.home, spot.node)
        self._known = None
        within = [spot, *_below(spot.node, spot.path if spot.kind == "group" else "")]
        for one in within:
            self._gone.setdefault(f"{one.kind}/{one.path}", named)
            self._gone.setdefault(one.path, named)
            if one.kind != "step":
                self._result.left_out.append(f"part/{one.path}" if one.kind == "part" else one.path)

    def drop_what_is_empty(self) -> None:
        """Steps without questions, and parts all of whose questions are gone."""
        gone = set(self._result.left_out)
        steps = self._list("steps")
        steps.items[:] = [step for step in steps.items if not isinstance(step, Mapping) or _items(step, "questions")]
        parts = self._list("parts")
        for part in list(parts.items):
            asks = part.entries.get("asks") if isinstance(part, Mapping) else None
            if not isinstance(part, Mapping) or asks is None or not isinstance(asks[1], Sequence):
                continue
            before = len(asks[1].items)
            asks[1].items[:] = [ask for ask in asks[1].items if not isinstance(ask, Scalar) or ask.text not in gone]
            if before and not asks[1].items:
                _without(parts, part)
                self._result.left_out.append(f"part/{text_of(part, 'key')}")

    # changing

    def change(self, key: Scalar, node: Mapping) -> None:
        """Of several things with one id, that is meant which has what is changed: only a group has a `count`."""
        found = self._found(key.text)
        found = [spot for spot in found if node.entries.keys() <= set(keys_of(_MODELS[spot.kind]))] or found
        self._faults(emptied(node, key.text))
        if key.text in self._gone:
            self._faults([] if is_of_no_matter(node) else [said_of_gone(key, self._gone[key.text])])
        elif not found:
            self._unknown(key, key.text)
        elif len(found) > 1:
            self._ambiguous(key, found)
        else:
            _overlay(node, found[0].node)

    def put_part(self, node: Node) -> None:
        """A part of its own; or, where there is one of this key, other words about it."""
        if not isinstance(node, Mapping):
            return
        parts = self._list("parts")
        key = text_of(node, "key")
        there = next((part for part in parts.items if isinstance(part, Mapping) and text_of(part, "key") == key), None)
        if there is None:
            parts.items.append(node)
        else:
            _overlay(node, there)
        if f"part/{key}" in self._result.left_out:
            self._result.left_out.remove(f"part/{key}")

    # adding

    def add(self, node: Node) -> None:
        if not isinstance(node, Mapping):
            return
        kind: Kind = next(kind for kind in ("question", "group", "step") if kind in node.entries)
        where = next(place for place in _PLACES if place in node.entries)
        anchor, new = node.entries[where][1], node.entries[kind][1]
        if not isinstance(anchor, Scalar) or not isinstance(new, Mapping):
            return
        spot = self._anchor(anchor, where, kind)
        if spot is None:
            return
        path = self._path_of(new, kind, spot, where)
        twice = added_twice(kind, new, self._spots(), path, self._extended) if kind != "step" else None
        if twice:
            self._faults([twice])
            return
        self._known = None
        if where == "in":
            _questions_of(spot.node).items.append(new)
        else:
            at = next(index for index, item in enumerate(spot.home.items) if item is spot.node)
            spot.home.items.insert(at + (where == "after"), new)

    def _path_of(self, new: Mapping, kind: Kind, spot: Spot, where: str) -> str:
        """The path that something will have which is added beside or in what stands at `spot`."""
        name = text_of(new, "group" if kind == "group" else "id")
        group = (spot.path if spot.kind == "group" else "") if where == "in" else spot.path.rpartition("/")[0]
        return f"{group}/{name}" if group else name

    def look_at_order(self, own: list[Node]) -> None:
        """Tell of parts that are listed in another order than that in which they are printed."""
        there = [text_of(part, "key") for part in self._list("parts").items if isinstance(part, Mapping)]
        fault = out_of_order(own, there, self._extended)
        self._faults([fault] if fault else [])

    def _anchor(self, anchor: Scalar, where: str, kind: Kind) -> Spot | None:
        """The one place that is meant: beside its like, or in what holds such things."""
        all_found = self._found(anchor.text)
        takes = ("step", "group") if where == "in" else ("step",) if kind == "step" else ("question", "group")
        found = [spot for spot in all_found if spot.kind in takes]
        if kind == "step" and where == "in":
            self._tell(anchor, "template-wrong-place", "A step stands in no other.", "Write after or before a step.")
        elif not all_found:
            self._unknown(anchor, anchor.text)
        elif not found:
            what = f"A {kind} cannot stand {where} {anchor.text!r}, which is a {all_found[0].kind}."
            next_step = "Write `in:` and the id of a step, or after or before and the id of a question."
            self._tell(anchor, "template-wrong-place", what, next_step)
        elif len(found) > 1:
            self._ambiguous(anchor, found)
        else:
            return found[0]
        return None

    # telling

    def _unknown(self, node: Scalar, ref: str) -> None:
        if ref in self._gone:
            what = f"{ref!r} is left out on line {self._gone[ref].place.line}, so nothing more can be said of it."
            self._tell(node, "template-unknown-id", what, "Take one of the two out.")
            return
        if run_in := entries_run_in(node):
            self._faults([run_in])
            return
        what = f"The template that this one extends has no step, question, group or part called {ref!r}."
        self._tell(node, "template-unknown-id", what, spot_meant(ref, self._spots(), self._extended))

    def _ambiguous(self, node: Scalar, found: list[Spot]) -> None:
        alike = len({spot.kind for spot in found}) < len(found)
        exact = [spot.path if alike and "/" in spot.path else f"{spot.kind}/{spot.path}" for spot in found]
        what = f"Several things are called {node.text!r} in the template that this one extends."
        self._tell(node, "template-ambiguous-id", what, f"Write which one is meant: {' or '.join(exact)}.")

    def _tell(self, node: Scalar, code: str, what: str, next_step: str) -> None:
        self._faults([Problem(code, what, next_step, node.place)])

    def _faults(self, told: Iterable[Problem]) -> None:
        self._result.faults += islice(told, max(MAX_PROBLEMS - len(self._result.faults), 0))


def _below(node: Mapping, path: str) -> Iterator[Spot]:
    """The groups and questions of a step or group, with their paths."""
    for item in _items(node, "questions"):
        if not isinstance(item, Mapping):
            continue
        kind: Kind = "group" if "group" in item.entries else "question"
        name = text_of(item, "group" if kind == "group" else "id")
        below = f"{path}/{name}" if path else name
        yield Spot(kind, below, item, _questions_of(node))
        if kind == "group":
            yield from _below(item, below)


def _questions_of(node: Mapping) -> Sequence:
    held = node.entries.get("questions")
    if held and isinstance(held[1], Sequence):
        return held[1]
    made = Sequence(node.source, node.index)
    node.entries["questions"] = Scalar(node.source, node.index, "questions", True), made
    return made


def _without(home: Sequence, node: Node) -> None:
    home.items[:] = [item for item in home.items if item is not node]


def _unlike(found: list[Spot]) -> bool:
    """Whether an id means things that do not go together: a step, say, and one of the several questions in it."""
    rest = [spot for spot in found if spot.kind != "part"]
    if len(rest) < 2:
        return False
    steps = [spot for spot in rest if spot.kind == "step"]
    others = [spot for spot in rest if spot.kind != "step"]
    if len(steps) != 1 or len(others) != 1:
        return True
    within = _items(steps[0].node, "questions")
    return len(within) != 1 or within[0] is not others[0].node


def _overlay(nearer: Mapping, farther: Mapping) -> None:
    """What one says, in place of what the other said; groups of keys (`limit`, `count`) are joined key by key."""
    for key, (name, value) in nearer.entries.items():
        if isinstance(value, Scalar) and value.is_nothing:
            continue
        behind = farther.entries.get(key)
        if behind and isinstance(value, Mapping) and isinstance(behind[1], Mapping):
            _overlay(value, behind[1])
        else:
            farther.entries[key] = name, value
