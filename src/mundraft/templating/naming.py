"""Names and fields of a template, checked against what it will be given: before it runs, and in every branch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import nodes

from mundraft.problems import Problem
from mundraft.templating.faults import MOST_TOLD, did_you_mean, problem_at
from mundraft.templating.filters import FILTERS, FUNCTIONS
from mundraft.templating.links import Links, Part, brought_in, exports, is_super, name_of
from mundraft.templating.runtime import LOOP_ATTRIBUTES
from mundraft.templating.shapes import ANY, FLAG, NUMBER, WORDS, KnownNames, Shape, ShapeKind, list_of, record
from mundraft.templating.takes import called, misused, part_to_print
from mundraft.templating.walking import children

_LOOP = record(
    **{
        name: ANY if name.endswith("item") else FLAG if name in ("first", "last") else NUMBER
        for name in LOOP_ATTRIBUTES
    }
)
_UNPRINTABLE = {
    ShapeKind.LIST: "Write `| series`, or loop over it with {% for … %}.",
    ShapeKind.FLAG: "Ask for it with {% if … %}.",
}
#: What teachers call what a template calls otherwise.
_OTHER_NAMES = {
    "country": "seat", "nation": "seat", "state": "seat", "delegation": "seat", "delegate": "seat",
    "noun": "topic.noun", "title": "topic.title",
}  # fmt: skip
_SAME_LIST = ("rest", "given", "clauses", "bare_verbs")
_ONE_ENTRY = ("first", "last")
_EITHER = ("plural",)


def linked_naming_problems(links: Links, known: KnownNames) -> list[Problem]:
    """Unknown names, unknown fields, and values used as what they are not, in every text of a template.

    The trees are ones that `check` has walked. A piece that is included is read where it is, with the names there."""
    problems: dict[Problem, None] = {}
    for part in links.parts:
        if part in links.pieces.values() and not any(exports(part.tree)):
            continue  # nothing in it is for anyone but those who include it
        scope = {**dict.fromkeys(FUNCTIONS, ANY), **known, **_seen_from_others(part, links)}
        reader = _Reader(part, links)
        reader.statements(part.tree.body, scope)
        problems.update(dict.fromkeys(reader.problems))
    return list(problems)


def _seen_from_others(part: Part, links: Links) -> dict[str, Shape]:
    """What a text sees of the templates that it extends, and what it brings in. Macros give words."""
    seen: dict[str, Shape] = {}
    behind = links.chain[links.chain.index(part) + 1 :] if part in links.chain else []
    for one in (*reversed(behind), part):
        if one is not part:
            of_macros = {name: isinstance(node, nodes.Macro) for name, node in exports(one.tree).items()}
            seen.update({name: WORDS if macro else ANY for name, macro in of_macros.items()})
        seen.update({alias: ANY for _, _, alias in brought_in(one.tree)})
    return seen


class _Reader:
    """Walks the statements of a text in their order, with the names that are known at each."""

    def __init__(self, part: Part, links: Links) -> None:
        self._part = part
        self._links = links
        self._source, self._file = part.text.source, part.text.file
        self.problems: list[Problem] = []

    def _found(self, node: nodes.Node, code: str, what: str, next_step: str, find: str = "") -> None:
        if len(self.problems) < MOST_TOLD:
            self.problems.append(problem_at(self._source, self._file, node.lineno, code, what, next_step, find))

    def statements(self, body: Iterable[nodes.Node], scope: dict[str, Shape]) -> None:
        for node in body:
            read = getattr(self, f"_{type(node).__name__.lower()}_statement", None)
            if read is not None:
                read(node, scope)

    # The names below are those of Jinja's nodes, in lower case.

    def _output_statement(self, node: nodes.Output, scope: dict[str, Shape]) -> None:
        for child in node.nodes:
            if not isinstance(child, nodes.TemplateData):
                self._printed(child, scope)

    def _if_statement(self, node: nodes.If, scope: dict[str, Shape]) -> None:
        self.shape(node.test, scope)
        self.statements((*node.body, *node.elif_, *node.else_), scope)

    def _for_statement(self, node: nodes.For, scope: dict[str, Shape]) -> None:
        given = self.shape(node.iter, scope)
        if given.kind not in (ShapeKind.LIST, ShapeKind.ANY):
            what = f"A loop needs a list, and this is {given.kind}."
            self._found(node, "template-wrong-kind", what, "Use {% if … %} for one answer.")
        inside = {**scope, "loop": _LOOP}
        self._bind(node.target, given.item or ANY, inside)
        if node.test is not None:
            self.shape(node.test, inside)
        self.statements(node.body, inside)
        self.statements(node.else_, dict(scope))

    def _block_statement(self, node: nodes.Block, scope: dict[str, Shape]) -> None:
        self.statements(node.body, dict(scope))

    def _include_statement(self, node: nodes.Include, scope: dict[str, Shape]) -> None:
        piece = self._links.pieces.get(self._part.text.uses.get(name_of(node) or "", ""))
        if piece is not None:
            reader = _Reader(piece, self._links)
            reader.statements(piece.tree.body, {**scope, **_seen_from_others(piece, self._links)})
            self.problems += reader.problems

    def _macro_statement(self, node: nodes.Macro, scope: dict[str, Shape]) -> None:
        for default in node.defaults:
            self.shape(default, scope)
        scope[node.name] = WORDS
        self.statements(node.body, {**scope, **{argument.name: ANY for argument in node.args}})

    def _assign_statement(self, node: nodes.Assign, scope: dict[str, Shape]) -> None:
        self._bind(node.target, self.shape(node.node, scope), scope)

    def _assignblock_statement(self, node: nodes.AssignBlock, scope: dict[str, Shape]) -> None:
        self.statements(node.body, dict(scope))
        self._bind(node.target, WORDS, scope)

    def _with_statement(self, node: nodes.With, scope: dict[str, Shape]) -> None:
        inside = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self._bind(target, self.shape(value, scope), inside)
        self.statements(node.body, inside)

    def _bind(self, target: nodes.Node, shape: Shape, scope: dict[str, Shape]) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = shape
        for part in children(target):
            self._bind(part, ANY, scope)

    def _printed(self, node: nodes.Node, scope: dict[str, Shape]) -> None:
        shape = self.shape(node, scope)
        name = called(node)
        if shape.kind is ShapeKind.RECORD:
            what = f"{name or 'This'} has parts, and cannot be printed whole."
            self._found(node, "template-cannot-print", what, part_to_print(name, shape), name.strip("`"))
        elif shape.kind in _UNPRINTABLE:
            what = f"{name or 'This'} is {shape.kind}, and cannot be printed."
            self._found(node, "template-cannot-print", what, _UNPRINTABLE[shape.kind], name.strip("`"))

    def shape(self, node: nodes.Node, scope: dict[str, Shape]) -> Shape:
        """What an expression gives, as far as that can be known; every name inside it is looked at."""
        read = getattr(self, f"_{type(node).__name__.lower()}_shape", None)
        if read is not None:
            found: Shape = read(node, scope)
            return found
        for child in children(node):
            self.shape(child, scope)
        return FLAG if isinstance(node, nodes.Compare | nodes.Not | nodes.Test) else ANY

    def _name_shape(self, node: nodes.Name, scope: dict[str, Shape]) -> Shape:
        if node.name not in scope and len(self.problems) < MOST_TOLD:
            meant = _OTHER_NAMES.get(node.name)
            next_step = f"Did you mean {meant}?" if meant else did_you_mean(node.name, scope)
            self._found(node, "template-unknown-name", f"Nothing is called `{node.name}` here.", next_step, node.name)
        return scope.get(node.name, ANY)

    def _getattr_shape(self, node: nodes.Getattr, scope: dict[str, Shape]) -> Shape:
        return self._field(node, self.shape(node.node, scope), node.attr)

    def _getitem_shape(self, node: nodes.Getitem, scope: dict[str, Shape]) -> Shape:
        of = self.shape(node.node, scope)
        self.shape(node.arg, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._field(node, of, node.arg.value)
        return of.item or ANY

    def _field(self, node: nodes.Node, of: Shape, name: str) -> Shape:
        if of.kind is ShapeKind.ANY or name in of.fields:
            return of.fields.get(name, ANY)
        what = f"There is no `{name}` in this" + (f": it is {of.kind}." if not of.fields else ".")
        next_step = did_you_mean(name, of.fields) or ("Look for a missing loop." if of.item else "")
        self._found(node, "template-unknown-field", what, next_step, name)
        return ANY

    def _filter_shape(self, node: nodes.Filter, scope: dict[str, Shape]) -> Shape:
        shapes = [self.shape(child, scope) for child in children(node)]
        name = called(node.node) if node.node is not None else ""
        if node.node is not None and (misuse := misused(node.name, shapes[0], name)):
            self._found(node, "template-wrong-kind", *misuse, find=name.strip("`") or node.name)
            return ANY
        if node.name in _SAME_LIST:
            return shapes[0]
        if node.name in _ONE_ENTRY:
            return shapes[0].item or ANY
        if node.name in _EITHER or node.name not in FILTERS:
            return ANY
        return NUMBER if node.name == "count" else WORDS

    def _call_shape(self, node: nodes.Call, scope: dict[str, Shape]) -> Shape:
        calls_another_text = is_super(node) or isinstance(node.node, nodes.Getattr)
        for child in children(node):
            if child is not node.node or not calls_another_text:
                self.shape(child, scope)
        return ANY

    def _concat_shape(self, node: nodes.Concat, scope: dict[str, Shape]) -> Shape:
        for part in node.nodes:
            self._printed(part, scope)
        return WORDS

    def _const_shape(self, node: nodes.Const, _scope: dict[str, Shape]) -> Shape:
        value = node.value
        return FLAG if isinstance(value, bool) else NUMBER if isinstance(value, int) else WORDS if value else ANY

    def _list_shape(self, node: nodes.List, scope: dict[str, Shape]) -> Shape:
        return list_of(_common(self.shape(item, scope) for item in node.items))

    def _tuple_shape(self, node: nodes.Tuple, scope: dict[str, Shape]) -> Shape:
        return list_of(_common(self.shape(item, scope) for item in node.items))

    def _or_shape(self, node: nodes.Or, scope: dict[str, Shape]) -> Shape:
        return _common((self.shape(node.left, scope), self.shape(node.right, scope)))

    def _and_shape(self, node: nodes.And, scope: dict[str, Shape]) -> Shape:
        return _common((self.shape(node.left, scope), self.shape(node.right, scope)))

    def _condexpr_shape(self, node: nodes.CondExpr, scope: dict[str, Shape]) -> Shape:
        self.shape(node.test, scope)
        branches: list[Any] = [node.expr1] if node.expr2 is None else [node.expr1, node.expr2]
        return _common(self.shape(branch, scope) for branch in branches)


def _common(shapes: Iterable[Shape]) -> Shape:
    """The shape that all of these have, or ANY."""
    found: Iterator[Shape] = iter(shapes)
    one = next(found, ANY)
    return one if all([other == one for other in found]) else ANY  # noqa: C419 - every branch must be looked at
