"""The nodes of a file from the events of PyYAML, and what is refused of each.

The events are pulled one by one and built into nodes without recursion, so that depth and number are capped before
anything is built. libyaml's parser is used where PyYAML was built with it, PyYAML's own where not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, NoReturn

import yaml

from mundraft.problems import Place, Problem, UnreadableFile
from mundraft.strictyaml.excerpts import quoted, shown
from mundraft.strictyaml.nodes import Mapping, Node, Parsed, Scalar, Sequence
from mundraft.strictyaml.parser import MAX_DEPTH, MAX_NODES, MAX_PROBLEMS, most_told, too_deep
from mundraft.strictyaml.source import Source
from mundraft.text.clean import clean


def built(source: Source) -> Parsed:
    """The nodes of a file's text. Raises `UnreadableFile`, and whatever PyYAML raises."""
    return _Builder(source).build()


class _PurePythonParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """PyYAML's own parser without the parts that make Python objects."""

    def __init__(self, text: str) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


def new_parser(text: str) -> Any:
    """A parser of PyYAML's, of which events are asked."""
    if yaml.__with_libyaml__:
        return yaml.CSafeLoader(text)
    return _PurePythonParser(text)


def _flow_mapping(place: Place) -> Problem:
    return Problem(
        "yaml-flow-mapping",
        "Keys and values between { and } are not accepted.",
        "Write each key on a line of its own, two spaces further right. A text goes between quotation marks.",
        place,
    )


@dataclass(slots=True)
class _Open:
    """A list or group of keys that is still being read; `key` is the key whose value comes next."""

    node: Sequence | Mapping
    flow: bool
    key: Scalar | None = None
    #: the first key that stands in it twice, with its value, and which of the problems tells of it
    doubled: tuple[int, Scalar, Node] | None = None


class _Builder:
    """Builds nodes from events, one after the other."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._stack: list[_Open] = []
        self._count = 0
        self._root: Node | None = None
        self._problems: list[Problem] = []
        self._flow_mappings: list[tuple[int, int]] = []

    def build(self) -> Parsed:
        parser = new_parser(self._source.text)
        documents = 0
        while True:
            event = parser.get_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._begin(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._end(event)
            elif kind is yaml.AliasEvent:
                self._refuse_anchor(event)
                self._add(Scalar(self._source, event.start_mark.index, "", True))
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse_second(event)
            elif kind is yaml.StreamEndEvent:
                break
        return self._parsed()

    def _parsed(self) -> Parsed:
        root = self._root
        if self._problems and isinstance(root, Scalar):
            raise UnreadableFile(self._problems)
        if root is None or (isinstance(root, Scalar) and root.is_nothing):
            raise UnreadableFile(
                Problem(
                    "yaml-empty",
                    "The file is empty.",
                    "Restore an earlier version, or start anew.",
                    Place(self._source.file),
                )
            )
        return Parsed(self._source, root, self._problems, self._flow_mappings)

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse_anchor(event)
        if event.tag is not None:
            self._refuse_tag(event)
        self._add(
            Scalar(self._source, event.start_mark.index, clean(event.value), event.style is None or event.style == "")
        )

    def _begin(self, event: Any) -> None:
        index = event.start_mark.index
        if len(self._stack) >= MAX_DEPTH:
            raise UnreadableFile(too_deep(self._source, index))
        if event.anchor is not None:
            self._refuse_anchor(event)
        if event.tag is not None:
            self._refuse_tag(event)
        is_mapping = type(event) is yaml.MappingStartEvent
        node: Sequence | Mapping = Mapping(self._source, index) if is_mapping else Sequence(self._source, index)
        self._add(node)
        self._stack.append(_Open(node, bool(event.flow_style)))

    def _end(self, event: Any) -> None:
        ended = self._stack.pop()
        if isinstance(ended.node, Mapping) and ended.flow and ended.node.entries:
            self._refuse_flow(ended.node, event.end_mark.index)

    def _add(self, node: Node) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            raise UnreadableFile(
                Problem(
                    "yaml-too-many",
                    f"The file holds more than {MAX_NODES} entries.",
                    "Check that this is the right file.",
                    self._source.place(node.index),
                )
            )
        if not self._stack:
            self._root = node
            return
        top = self._stack[-1]
        if isinstance(top.node, Sequence):
            top.node.items.append(node)
        elif top.key is None:
            top.key = self._as_key(node)
        else:
            self._put(top, top.key, node)
            top.key = None

    def _as_key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            if self._source.text.startswith("{", node.index):
                raise UnreadableFile(_flow_mapping(node.place))
            raise UnreadableFile(
                Problem(
                    "yaml-odd-key",
                    "A key must be a simple text, not a list or a group of keys.",
                    "If this is a text, put all of it between quotation marks.",
                    node.place,
                )
            )
        if node.plain and node.text == "<<":
            self._report(
                Problem("yaml-merge-key", "The key << is not used here.", "Write the keys out instead.", node.place)
            )
        return node

    def _put(self, of: _Open, key: Scalar, value: Node) -> None:
        mapping = of.node
        assert isinstance(mapping, Mapping)
        if key.text not in mapping.entries:
            mapping.entries[key.text] = (key, value)
            return
        if self._begins_entry(mapping, key):
            self._begin_entry(of, Mapping(self._source, key.index, {key.text: (key, value)}))
            what = f"A new entry of the list begins here, so {quoted(key.text)} stands a second time in the one above."
            self._report(Problem("yaml-missing-dash", what, f"Begin the line with a dash: - {key.text}: …", key.place))
            return
        if of.doubled is not None and self._is_entry():
            self._tell_lost_line(of, key, value)
            return
        of.doubled = len(self._problems), key, value
        first = self._source.line_of(mapping.entries[key.text][0].index)
        self._report(
            Problem(
                "yaml-duplicate-key",
                f"The key {quoted(key.text)} stands here a second time.",
                f"It is already on line {first}: delete one of the two, or join their values.",
                key.place,
            )
        )

    def _begins_entry(self, mapping: Mapping, key: Scalar) -> bool:
        """Whether a key that stands twice is the first of an entry of a list: then the dash before it was forgotten."""
        first = next(iter(mapping.entries))
        return self._is_entry() and not mapping.torn and first == key.text and len(mapping.entries) > 1

    def _is_entry(self) -> bool:
        """Whether the keys that are being read, each on its line, are an entry of a list."""
        return len(self._stack) > 1 and isinstance(self._stack[-2].node, Sequence) and not self._stack[-1].flow

    def _begin_entry(self, of: _Open, entry: Mapping) -> None:
        """Let what follows belong to a new entry of the list, which was not begun as it must be."""
        above = self._stack[-2].node
        assert isinstance(above, Sequence)
        above.items.append(entry)
        of.node, of.doubled = entry, None

    def _tell_lost_line(self, of: _Open, key: Scalar, value: Node) -> None:
        """Two keys of an entry stand in it again: the line that began another one is gone. Told once, at the first."""
        assert of.doubled is not None
        number, first, its = of.doubled
        told = self._problems[number]
        entries = {first.text: (first, its), key.text: (key, value)}
        self._begin_entry(of, Mapping(self._source, first.index, entries, torn=True))
        what = "Several keys stand in this entry a second time from here on: it seems that two entries run into one."
        step = "Write the line that begins the second one here, with its dash."
        self._problems[number] = replace(told, code="yaml-missing-dash", what=what, next_step=step)

    def _refuse_flow(self, node: Mapping, end: int) -> None:
        lost = next(
            (
                key
                for key, value in node.entries.values()
                if isinstance(value, Scalar) and not value.text and value.plain
            ),
            None,
        )
        self._flow_mappings.append((node.index, end))
        if lost is not None:
            what = f"Between {{ and }} a comma begins a new key, so the text {quoted(lost.text)} would be lost."
            problem = Problem(
                "yaml-lost-text", what, "Write each key on a line of its own, without { and }.", lost.place
            )
        else:
            problem = _flow_mapping(node.place)
        self._report(problem)

    def _report(self, problem: Problem) -> None:
        self._problems.append(problem)
        if len(self._problems) > MAX_PROBLEMS:
            raise UnreadableFile(most_told(self._problems))

    def _refuse_second(self, event: Any) -> NoReturn:
        from mundraft.strictyaml import syntax

        raise UnreadableFile(syntax.second_document(self._source, event.start_mark.index))

    def _refuse_anchor(self, event: Any) -> None:
        self._report(
            Problem(
                "yaml-anchor",
                f"YAML's anchors and aliases (here: {shown(str(event.anchor))}) are not used.",
                "If this is a text that begins with & or *, put all of it between quotation marks.",
                self._source.place(event.start_mark.index),
            )
        )

    def _refuse_tag(self, event: Any) -> None:
        self._report(
            Problem(
                "yaml-tag",
                f"YAML's tags (here: {shown(str(event.tag))}) are not used.",
                "If this is a text that begins with !, put all of it between quotation marks.",
                self._source.place(event.start_mark.index),
            )
        )
