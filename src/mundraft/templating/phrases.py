"""Whether each answer is printed where its kind of phrase fits: only what can be judged surely.

A sentence cannot stand inside a sentence, a filter for verbs takes no noun, and a phrase alone is no sentence. What is
given to a macro is not followed: there, anything may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jinja2 import nodes

from mundraft.library.questions import Kind
from mundraft.templating.faults import did_you_mean
from mundraft.templating.linking import without_numbers
from mundraft.templating.walking import children

_SENTENCES = (Kind.SENTENCE, Kind.PARAGRAPHS)
_NO_VERBS = (*_SENTENCES, Kind.NOUN_PHRASE, Kind.CLAUSE)
_NO_SENTENCE = (Kind.VERB_PHRASE, Kind.NOUN_PHRASE)
_VERB_FILTERS = ("verb", "bare_verb")
_INSIDE_FILTERS = ("clause", "clauses", "phrase")
#: Filters that give what they take, as far as its kind goes.
_KEEPING = ("words", "cited", "given", "rest", "capital", *_INSIDE_FILTERS)
_OF_LISTS = ("first", "last")
_CALLED = {
    Kind.NOUN_PHRASE: "a noun_phrase",
    Kind.VERB_PHRASE: "a verb_phrase",
    Kind.CLAUSE: "a clause",
    Kind.SENTENCE: "a whole sentence",
    Kind.PARAGRAPHS: "whole paragraphs",
}
#: Words right before a place that is still inside a sentence: no mark that ends one, and no line of its own.
_MID_SENTENCE = re.compile(r"[\w,][ \t]+\Z")


@dataclass(frozen=True, slots=True)
class Value:
    """What is known of a value: the kind of phrase that it is asked as, its fields, its entries, its choices."""

    kind: Kind | None = None
    fields: Mapping[str, Value] = field(default_factory=dict)
    item: Value | None = None
    choices: tuple[str, ...] = ()
    #: whether it is printed as a sentence already
    ended: bool = False


_UNKNOWN = Value()


@dataclass(frozen=True, slots=True)
class Misfit:
    """One answer that does not fit its place: the line of the tree, the code, what, what to do, what to point at."""

    line: int
    code: str
    what: str
    next_step: str
    find: str


def misfits(tree: nodes.Template, values: Mapping[str, Value]) -> tuple[Misfit, ...]:
    """Every answer of the tree of `check.read` that is printed where its kind of phrase cannot stand.

    `values` are the names that the template is given, as far as anything is known of what they hold."""
    reader = _Reader()
    reader.body(tree.body, dict(values))
    return tuple(dict.fromkeys(reader.found))


class _Reader:
    """Walks the statements of a template with what is known of each name."""

    def __init__(self) -> None:
        self.found: list[Misfit] = []

    def body(self, body: Iterable[nodes.Node], scope: dict[str, Value]) -> None:
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: dict[str, Value]) -> None:
        if isinstance(node, nodes.Output):
            self._output(node, scope)
        elif isinstance(node, nodes.For):
            self._loop(node, scope)
        elif isinstance(node, nodes.Macro):
            self.body(node.body, {**scope, **{argument.name: _UNKNOWN for argument in node.args}})
        elif isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            scope[node.target.name] = self.value(node.node, scope)
        elif isinstance(node, nodes.If):
            self.value(node.test, scope)
            self.body((*node.body, *node.elif_, *node.else_), scope)
        elif isinstance(node, nodes.Stmt):
            self.body(children(node), dict(scope))
        elif isinstance(node, nodes.Expr):
            self.value(node, scope)

    def _loop(self, node: nodes.For, scope: dict[str, Value]) -> None:
        of = self.value(node.iter, scope)
        inside = dict(scope)
        if isinstance(node.target, nodes.Name):
            inside[node.target.name] = of.item or _UNKNOWN
        self.body(node.body, inside)
        self.body(node.else_, dict(scope))

    def _output(self, node: nodes.Output, scope: dict[str, Value]) -> None:
        before = ""
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                before = child.data
                continue
            value = self.value(child, scope)
            if value.kind in _SENTENCES and _MID_SENTENCE.search(before):
                self._inside_another(child, value)
            elif value.kind is Kind.SENTENCE and not value.ended:
                self._bare(child)
            before = ""

    def value(self, node: nodes.Node, scope: dict[str, Value]) -> Value:
        """What is known of an expression; every expression inside it is looked at."""
        if isinstance(node, nodes.Name):
            return scope.get(node.name, _UNKNOWN)
        if isinstance(node, nodes.Getattr):
            return self.value(node.node, scope).fields.get(node.attr, _UNKNOWN)
        if isinstance(node, nodes.Filter):
            return self._filtered(node, scope)
        if isinstance(node, nodes.Concat):
            return self._joined(node, scope)
        if isinstance(node, nodes.Compare):
            self._compared(node, scope)
        elif isinstance(node, nodes.CondExpr):
            values = [self.value(one, scope) for one in (node.expr1, node.expr2) if one is not None]
            return values[0] if all(value == values[0] for value in values) else _UNKNOWN
        else:
            for child in children(node):
                self.value(child, scope)
        return _UNKNOWN

    def _filtered(self, node: nodes.Filter, scope: dict[str, Value]) -> Value:
        given, *_ = [self.value(child, scope) for child in children(node)] or [_UNKNOWN]
        kind = given.kind or (given.item.kind if given.item else None)
        name = node.name
        if name in _VERB_FILTERS and kind in _NO_VERBS:
            self._wrong_filter(node, kind, "a verb_phrase")
        elif name in _INSIDE_FILTERS and kind in _SENTENCES and not given.ended:
            self._wrong_filter(node, kind, "a phrase that stands inside a sentence")
            return _UNKNOWN
        elif name == "sentence" and given.kind in _NO_SENTENCE:
            self._alone(node, given.kind)
        if name == "sentence":
            return Value(Kind.SENTENCE, ended=True)
        if name in _OF_LISTS:
            return given.item or _UNKNOWN
        return given if name in _KEEPING else _UNKNOWN

    def _joined(self, node: nodes.Concat, scope: dict[str, Value]) -> Value:
        before = ""
        for part in node.nodes:
            value = self.value(part, scope)
            if value.kind in _SENTENCES and _MID_SENTENCE.search(before):
                self._inside_another(part, value)
            before = part.value if isinstance(part, nodes.Const) and isinstance(part.value, str) else ""
        return _UNKNOWN

    def _compared(self, node: nodes.Compare, scope: dict[str, Value]) -> None:
        choices = self.value(node.expr, scope).choices
        for operand in node.ops:
            said = operand.expr.value if isinstance(operand.expr, nodes.Const) else None
            if choices and isinstance(said, str) and said and said not in choices:
                what = f"{called(node.expr)} is never {said!r}: the choice does not offer that."
                self._tell(node, "template-choice-unknown", what, did_you_mean(said, choices), said)

    # what is told

    def _tell(self, node: nodes.Node, code: str, what: str, next_step: str, find: str) -> None:
        self.found.append(Misfit(node.lineno, code, what, next_step, find))

    def _wrong_filter(self, node: nodes.Filter, kind: Kind | None, wanted: str) -> None:
        name = called(node.node)
        what = f"{name} is {_CALLED[kind] if kind else 'something else'}, and `{node.name}` takes {wanted}."
        next_step = "Print it with a filter for its kind, such as `| sentence`, or change `kind` in template.yaml."
        self._tell(node, "template-phrase-kind", what, next_step, name.strip("`"))

    def _alone(self, node: nodes.Filter, kind: Kind | None) -> None:
        name = called(node.node)
        what = f"{name} is {_CALLED[kind] if kind else 'a phrase'}, which alone is no sentence."
        who = "Write who does it before it" if kind is Kind.VERB_PHRASE else "Write the sentence around it"
        next_step = f"{who}, or ask for a sentence in template.yaml."
        self._tell(node, "template-phrase-kind", what, next_step, name.strip("`"))

    def _inside_another(self, node: nodes.Node, value: Value) -> None:
        name = called(node)
        what = f"{name} is {_CALLED[value.kind] if value.kind else 'a sentence'}, and stands here inside another one."
        next_step = "Let it stand alone, with `| sentence`; or ask for a noun_phrase or a clause in template.yaml."
        self._tell(node, "template-phrase-kind", what, next_step, name.strip("`"))

    def _bare(self, node: nodes.Node) -> None:
        name = called(node)
        what = f"{name} is printed as it was typed: without a full stop where the delegate forgot it."
        next_step = f"Write {{{{ {name.strip('`')} | sentence }}}}."
        self._tell(node, "template-sentence-bare", what, next_step, name.strip("`"))


def called(node: nodes.Node | None) -> str:
    """What an expression is called in the template, without its filters."""
    while isinstance(node, nodes.Filter):
        node = node.node
    if isinstance(node, nodes.Name):
        return f"`{without_numbers(node.name)}`"
    if isinstance(node, nodes.Getattr):
        return f"`{called(node.node).strip('`')}.{node.attr}`"
    return "this"
