"""Answers that need not be given and are printed inside a sentence all the same: without them it has a hole.

Only what the tree says surely is told: an answer whose place stands between words of the same sentence, printed where
no condition and no loop around it asks for it. The macros of a template's own text are followed with what they get.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from jinja2 import nodes

from mundraft.templating.linking import LINES
from mundraft.templating.phrases import called
from mundraft.templating.walking import below, children

#: Filters that give nothing where they are given nothing.
_GIVE_NOTHING: Final = frozenset((
    "words", "cited", "given", "rest", "capital", "clause", "clauses", "phrase", "verb", "bare_verb", "bare_verbs",
    "series", "quoted", "year", "sentence",
))  # fmt: skip
_OF_LISTS: Final = ("first", "last")
#: What stands before a place that is inside a sentence: words in its line, or in the line above it.
_BEFORE: Final = re.compile(r"(?:[\w,;][ \t]+|[(“]|^[ \t]*[\w“(][^\n]*[\w,;][ \t]*\n[ \t]*)\Z", re.MULTILINE)
#: What stands behind a place that a sentence goes on after, or ends with.
_BEHIND: Final = re.compile(r"[.,;:?!)’”]|[ \t]*\n?[ \t]*[a-z]")
#: Pieces of text that are looked at in macros, those of each call again, before no more are followed; and how deep.
_MOST_FOLLOWED: Final = 4_000
_DEEPEST: Final = 6

Paths = frozenset[str]
_NONE: Final[Paths] = frozenset()


@dataclass(frozen=True, slots=True)
class Held:
    """What is known of a value: the answers without which it is empty, and those that asking for it asks for.

    `fields` are those of a record, `item` is an entry of a list. `is_around` says that it holds words of its own, which
    stand around the hole."""

    needs: Paths = _NONE
    asks: Paths = _NONE
    fields: Mapping[str, Held] = field(default_factory=dict)
    item: Held | None = None
    is_around: bool = False


_UNKNOWN: Final = Held()


class Hole(NamedTuple):
    """A place where an answer may be missing: the line of the tree, and what is printed there."""

    line: int
    name: str


def answer(path: str, may_lack: bool, item: Held | None = None) -> Held:
    """What a name holds that a question or a group is asked for; `path` is the same wherever it can be read."""
    paths = frozenset((path,)) if may_lack else _NONE
    return Held(paths, paths, item=item)


def holes(tree: nodes.Template, answers: Mapping[str, Held]) -> tuple[Hole, ...]:
    """Every place of a template's own text in whose sentence an answer may be missing, in the order of its lines.

    The tree is that of `check.read`; `answers` are the names that it is given for its questions."""
    reader = _Reader(tree, answers)
    reader.body(tree.body, dict(answers), _NONE)
    return tuple(sorted(reader.found))


class _Reader:
    """Walks statements with what each name holds, and which answers are surely there."""

    def __init__(self, tree: nodes.Template, answers: Mapping[str, Held]) -> None:
        self.found: set[Hole] = set()
        self._answers = answers
        macros = (one for one in tree.body if isinstance(one, nodes.Macro))
        self._macros = {macro.name: macro for macro in macros if macro.lineno < LINES}
        #: names that were set so far, each as often as it was
        self._set_so_far: list[str] = []
        self._followed = self._depth = 0

    def body(self, body: Iterable[nodes.Node], scope: dict[str, Held], there: Paths) -> None:
        """Look at statements; `there` are the answers that something around them asks for."""
        for node in body:
            if isinstance(node, nodes.Output):
                self._output(node, scope, there)
            elif isinstance(node, nodes.If):
                self._branches(node, scope, there)
            elif isinstance(node, nodes.For):
                self._loop(node, scope, there)
            elif isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
                scope[node.target.name] = self._set(node.node, scope, there)
                self._set_so_far.append(node.target.name)
            elif isinstance(node, nodes.Stmt) and not _is_skipped(node):
                self.body(children(node), dict(scope), there)

    def _set(self, node: nodes.Node, scope: dict[str, Held], there: Paths) -> Held:
        held = _UNKNOWN if isinstance(node, nodes.Call) else self.value(node, scope, there)
        return replace(held, asks=held.asks | self._named(node, scope))

    def _branches(self, node: nodes.If, scope: dict[str, Held], there: Paths) -> None:
        before = len(self._set_so_far)
        for one in (node, *node.elif_):
            self.body(one.body, scope, there | self._if_true(one.test, scope))
            there |= self._if_false(one.test, scope)
        self.body(node.else_, scope, there)
        for name in self._set_so_far[before:]:  # in one branch or another
            scope[name] = Held(asks=scope.get(name, _UNKNOWN).asks)

    def _loop(self, node: nodes.For, scope: dict[str, Held], there: Paths) -> None:
        of = self.value(node.iter, scope, there)
        inside = dict(scope)
        for name in [node.target, *below(node.target, nodes.Name)]:
            if isinstance(name, nodes.Name):
                inside[name.name] = _UNKNOWN
        if isinstance(node.target, nodes.Name):
            inside[node.target.name] = of.item or _UNKNOWN
        asked = self._if_true(node.test, inside) if node.test is not None else _NONE
        self.body(node.body, inside, there | self._named(node.iter, scope) | asked)
        self.body(node.else_, dict(scope), there)

    def _output(self, node: nodes.Output, scope: dict[str, Held], there: Paths) -> None:
        self._followed += len(node.nodes) if self._depth else 0
        for number, child in enumerate(node.nodes):
            if isinstance(child, nodes.TemplateData):
                continue
            held = self.value(child, scope, there)
            lacking = held.needs - there
            if lacking and node.lineno < LINES and (held.is_around or _is_inside(node.nodes, number)):
                self.found.add(Hole(child.lineno, self._name_of(child, scope, lacking)))

    def _name_of(self, node: nodes.Node, scope: dict[str, Held], lacking: Paths) -> str:
        """What is printed of an answer that may be missing, as the text writes it."""
        every = (one for one in (node, *below(node, nodes.Expr)) if isinstance(one, nodes.Name | nodes.Getattr))
        found = next((one for one in every if self.value(one, scope, _NONE).needs & lacking), None)
        return called(found).strip("`")

    # what an expression holds

    def value(self, node: nodes.Node, scope: dict[str, Held], there: Paths) -> Held:
        """What is known of an expression; the macros that it calls are followed."""
        if isinstance(node, nodes.Name):
            return scope.get(node.name, _UNKNOWN)
        if isinstance(node, nodes.Getattr):
            return _field_of(self.value(node.node, scope, there), node.attr)
        if isinstance(node, nodes.CondExpr):
            return self._either(node, scope, there)
        inside = [self.value(child, scope, there) for child in children(node)]
        if isinstance(node, nodes.Filter):
            return _filtered(node.name, inside[0] if inside else _UNKNOWN)
        if isinstance(node, nodes.Concat):
            needs = [one.needs for number, one in enumerate(inside) if one.is_around or _is_inside(node.nodes, number)]
            return _around(_NONE.union(*needs))
        if isinstance(node, nodes.Call):
            self._follow(node, scope, there)
        return _around(_NONE.union(*(one.needs for one in inside if one.is_around)))

    def _either(self, node: nodes.CondExpr, scope: dict[str, Held], there: Paths) -> Held:
        true, false = self._if_true(node.test, scope), self._if_false(node.test, scope)
        one = self.value(node.expr1, scope, there | true)
        other = self.value(node.expr2, scope, there | false) if node.expr2 is not None else _UNKNOWN
        return _around(
            (one.needs - true if one.is_around else _NONE) | (other.needs - false if other.is_around else _NONE)
        )

    def _follow(self, call: nodes.Call, scope: dict[str, Held], there: Paths) -> None:
        macro = self._macros.get(call.node.name) if isinstance(call.node, nodes.Name) else None
        if macro is None or self._followed >= _MOST_FOLLOWED or self._depth >= _DEEPEST:
            return
        given = dict(zip([one.name for one in macro.args], call.args, strict=False))
        given |= {one.key: one.value for one in call.kwargs}
        inside = {name: self.value(one, scope, there) for name, one in given.items()}
        unknown = {one.name: _UNKNOWN for one in macro.args}
        self._followed += 1
        self._depth += 1
        self.body(macro.body, {**self._answers, **unknown, **inside}, there)
        self._depth -= 1

    # what a condition asks for

    def _named(self, node: nodes.Node, scope: dict[str, Held]) -> Paths:
        """Every answer that an expression speaks of."""
        if isinstance(node, nodes.Name | nodes.Getattr):
            return self.value(node, scope, _NONE).asks
        return _NONE.union(*(self._named(child, scope) for child in children(node)))

    def _if_true(self, test: nodes.Node, scope: dict[str, Held]) -> Paths:
        """The answers that are surely there where a test holds, as far as it speaks of them."""
        if isinstance(test, nodes.Not):
            return self._if_false(test.node, scope)
        if isinstance(test, nodes.Or):
            return self._if_true(test.left, scope) & self._if_true(test.right, scope)
        if isinstance(test, nodes.And):
            return self._if_true(test.left, scope) | self._if_true(test.right, scope)
        return self._named(test, scope)

    def _if_false(self, test: nodes.Node, scope: dict[str, Held]) -> Paths:
        if isinstance(test, nodes.Not):
            return self._if_true(test.node, scope)
        if isinstance(test, nodes.Or):
            return self._if_false(test.left, scope) | self._if_false(test.right, scope)
        if isinstance(test, nodes.And):
            return self._if_false(test.left, scope) & self._if_false(test.right, scope)
        if isinstance(test, nodes.Name | nodes.Getattr) and self.value(test, scope, _NONE).needs:
            return _NONE
        return self._named(test, scope)


def _is_skipped(node: nodes.Stmt) -> bool:
    """Macros, which are looked at where they are called, and blocks of what is extended."""
    return isinstance(node, nodes.Macro) or (isinstance(node, nodes.Block) and node.lineno >= LINES)


def _around(needs: Paths) -> Held:
    return Held(needs, needs, is_around=True) if needs else _UNKNOWN


def _field_of(record: Held, name: str) -> Held:
    """A field of a record. One that is made of others asks for all of them."""
    held = record.fields.get(name)
    if held is None:
        return Held(asks=record.asks.union(*(one.asks for one in record.fields.values())))
    return replace(held, needs=held.needs | record.needs, asks=held.asks | record.asks)


def _filtered(name: str, given: Held) -> Held:
    if given.is_around:
        return given
    if name in _OF_LISTS and given.item is not None:
        return replace(given.item, needs=given.needs | given.item.needs, asks=given.asks | given.item.asks)
    return given if name in _GIVE_NOTHING else Held(asks=given.asks)


def _is_inside(stretch: list[nodes.Expr], number: int) -> bool:
    """Whether an expression stands inside a sentence, by the words right before and right behind it."""
    before = _words(stretch[number - 1]) if number else ""
    behind = _words(stretch[number + 1]) if number + 1 < len(stretch) else ""
    if _BEFORE.search(before):
        return True
    node = stretch[number]
    is_sentence = isinstance(node, nodes.Filter) and node.name == "sentence"
    return not is_sentence and bool(_BEHIND.match(behind))


def _words(node: nodes.Expr) -> str:
    if isinstance(node, nodes.TemplateData):
        return node.data
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else ""
