"""Checking a template before it is compiled: what it is made of, and whether it is all allowed.

Compiling is an attack too (constants fold, parsers recurse), so nothing is compiled that this module has not walked.
Whatever is not on a list here is refused. Names and fields are checked by `naming`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import nodes

from mundraft.problems import Problem, TemplateFault
from mundraft.templating.faults import did_you_mean, in_words, problem_at
from mundraft.templating.filters import FILTERS, FUNCTIONS, TESTS
from mundraft.templating.naming import naming_problems
from mundraft.templating.sandbox import compiled, environment
from mundraft.templating.shapes import KnownNames
from mundraft.templating.skeleton import holds_placeholders
from mundraft.text.clean import clean

#: A template's size in characters, several times that of any that ships.
MAX_SOURCE = 100_000
#: How deep a template may nest, brackets and tags together.
MAX_NESTING = 48
#: How deep loops may stand in loops.
MAX_LOOPS = 4
#: How many `{% elif %}` one `{% if %}` may have: Python's own parser gives up on very many.
MAX_BRANCHES = 100
MAX_NUMBER = 1_000_000

_ALLOWED: frozenset[type[nodes.Node]] = frozenset(
    (
        nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Tuple, nodes.List,
        nodes.If, nodes.CondExpr, nodes.For, nodes.Block, nodes.Macro, nodes.Assign, nodes.AssignBlock, nodes.With,
        nodes.Call, nodes.Keyword, nodes.Filter, nodes.Test, nodes.Getattr, nodes.Getitem, nodes.Compare,
        nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Add, nodes.Sub, nodes.Neg, nodes.Concat,
    )
)  # fmt: skip
_INSTEAD = {
    nodes.Include: ("{% include %}", "Write the text here."),
    nodes.Import: ("{% import %}", "Write the macro in this file."),
    nodes.FromImport: ("{% from %}", "Write the macro in this file."),
    nodes.Extends: ("{% extends %}", "A template stands alone: copy what you need."),
    nodes.FilterBlock: ("{% filter %}", "Use {% set text %}…{% endset %} and {{ text | … }}."),
    nodes.CallBlock: ("{% call %}", "Give the text to the macro as an argument."),
    nodes.Mul: ("*", "Templates add and subtract whole numbers, and no more."),
    nodes.Div: ("/", "Templates add and subtract whole numbers, and no more."),
    nodes.FloorDiv: ("//", "Templates add and subtract whole numbers, and no more."),
    nodes.Mod: ("%", "Templates add and subtract whole numbers; `is odd` and `is even` are tests."),
    nodes.Pow: ("**", "Templates add and subtract whole numbers, and no more."),
    nodes.Pos: ("+", "Leave the sign away."),
    nodes.Slice: ("[…:…]", "Use the filters first, rest and last."),
    nodes.Dict: ("{…:…}", "A template has no dictionaries: use if and else."),
    nodes.NSRef: ("a dotted name", "Give the name no dot."),
}
_RESERVED = frozenset(("self", "super", "caller", "varargs", "kwargs"))
_OTHER_NAMES = {
    "join": "Use series.",
    "length": "Use count.",
    "capitalize": "Use capital or sentence.",
    "title": "Use capital.",
    "default": "Write `a or b`.",
    "d": "Write `a or b`.",
    "trim": "Spaces are set right without it.",
    "safe": "Nothing is escaped, and nothing needs to be.",
    "e": "Nothing is escaped, and nothing needs to be.",
    "escape": "Nothing is escaped, and nothing needs to be.",
    "defined": "Every name is defined; ask `{% if name %}`.",
    "none": "Ask `{% if name %}`.",
}
#: Faults after which the names of a template can still be read: what it is made of is allowed, and not too deep.
_WALKABLE = frozenset(("template-unknown-filter", "template-unknown-test", "template-link", "template-characters"))
_LINK = re.compile(r"\]\(\s*<?\s*([^\s)>]*)")

_Found = Iterator[tuple[nodes.Node, str, str, str, str]]  # the node, code, what, next step, what to look for


def problems_in(source: str, name: str, known: KnownNames | None = None) -> tuple[Problem, ...]:
    """Every fault of a template that can be found without running it, in the order of its lines.

    `name` is its file, for messages; `known` the names that it is given, unchecked where it is None. Never raises for
    anything that stands in a template."""
    try:
        tree = _parsed(source, name)
        problems = [*_structure_problems(tree, source, name)]
        if known is not None and all(problem.code in _WALKABLE for problem in problems):
            problems.extend(naming_problems(tree, source, name, known))
        if not problems:
            compiled(tree, name)
    except TemplateFault as fault:
        return fault.problems
    except Exception as error:  # noqa: BLE001 - parser and compiler are fed by a stranger, and must not fall over
        return (_broken(error, source, name),)
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.place.line if problem.place else 0))


def checked(source: str, name: str) -> nodes.Template:
    """The syntax tree of a template that may be compiled. Raises `TemplateFault` with every problem in it."""
    try:
        tree = _parsed(source, name)
        problems = tuple(_structure_problems(tree, source, name))
    except TemplateFault:
        raise
    except Exception as error:
        raise TemplateFault(_broken(error, source, name)) from error
    if problems:
        raise TemplateFault(problems)
    return tree


def blocks_in(source: str, name: str) -> dict[str, int]:
    """The blocks of a template, which are the parts of its paper, each with its line.

    Raises `TemplateFault` where the template may not be compiled."""
    return {block.name: block.lineno for block in checked(source, name).find_all(nodes.Block)}


def _parsed(source: str, name: str) -> nodes.Template:
    if len(source) > MAX_SOURCE:
        raise TemplateFault(
            Problem(
                "template-too-long",
                f"{name} has more than {MAX_SOURCE:,} characters.",
                "A template holds the words between the answers; take out what is not that.",
            )
        )
    try:
        return environment().parse(clean(source.removeprefix("\ufeff")), name, name)
    except ValueError as error:  # Python reads no number of thousands of digits
        what = "A number in this template is too long."
        raise TemplateFault(problem_at(source, name, 0, "template-syntax", what, "Write it as text.")) from error


def _broken(error: Exception, source: str, name: str) -> Problem:
    return problem_at(source, name, getattr(error, "lineno", 0) or 0, *in_words(error))


def _too_deep(source: str, name: str, line: int) -> Problem:
    what = "This template is nested too deeply."
    return problem_at(source, name, line, "template-too-deep", what, "Break it into simpler pieces.")


def _structure_problems(tree: nodes.Template, source: str, name: str) -> Iterator[Problem]:
    """Walk the tree without recursion: a hostile tree may be deeper than Python's stack."""
    macros = _macro_names(tree)
    waiting: list[tuple[nodes.Node, nodes.Node | None, int, int]] = [(tree, None, 0, 0)]
    while waiting:
        node, parent, depth, loops = waiting.pop()
        if depth > MAX_NESTING or loops > MAX_LOOPS:
            yield _too_deep(source, name, node.lineno)
            return
        for where, code, what, next_step, find in _node_problems(node, parent, macros):
            yield problem_at(source, name, where.lineno or _line_near(where), code, what, next_step, find)
        loops += isinstance(node, nodes.For)
        if type(node) in _ALLOWED:
            waiting.extend((child, node, depth + 1, loops) for child in node.iter_child_nodes())


def _line_near(node: nodes.Node) -> int:
    """The line of a node that has none itself (Jinja makes some for its own use): that of what it holds."""
    return next((child.lineno for child in node.find_all(nodes.Node) if child.lineno), 0)


def _macro_names(tree: nodes.Template) -> frozenset[str]:
    found: set[str] = set()
    waiting: list[nodes.Node] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, nodes.Macro):
            found.add(node.name)
        waiting.extend(node.iter_child_nodes())
    return frozenset(found)


def _node_problems(node: nodes.Node, parent: nodes.Node | None, macros: frozenset[str]) -> _Found:
    if type(node) not in _ALLOWED:
        sign, instead = _INSTEAD.get(type(node), (type(node).__name__, "Take it out."))
        yield node, "template-not-allowed", f"A template may not use {sign}.", instead, sign.strip("{}% ")
        return
    yield from _name_problems(node)
    if isinstance(node, nodes.Call):
        yield from _call_problems(node, macros)
    elif isinstance(node, nodes.Block) and not isinstance(parent, nodes.Template):
        what = f"The block {node.name} stands inside something else."
        yield node, "template-block-inside", what, "Put it at the top level, and its conditions inside it.", node.name
    else:
        yield from _CHECKS.get(type(node), _nothing_wrong)(node)


def _nothing_wrong(_node: Any) -> _Found:
    return iter(())


def _name_problems(node: nodes.Node) -> _Found:
    """Names that a template may not use, whatever it uses them for."""
    for field in ("name", "attr", "key"):
        name = getattr(node, field, None)
        if not isinstance(name, str):
            continue
        if name.startswith("_"):
            yield node, "template-private-name", f"`{name}` begins with an underscore.", "Such names are closed.", name
        elif field == "name" and name in _RESERVED:
            yield node, "template-not-allowed", f"A template may not use `{name}`.", "Give it another name.", name


def _call_problems(node: nodes.Call, macros: frozenset[str]) -> _Found:
    callable_here = macros | FUNCTIONS.keys()
    if not isinstance(node.node, nodes.Name):
        what = "Only macros and vary can be called, and no part of a value can."
        yield node, "template-not-allowed", what, "Use a filter: {{ answer | sentence }}.", "("
    elif node.node.name not in callable_here:
        what = f"There is no macro called `{node.node.name}`."
        yield node, "template-unknown-name", what, did_you_mean(node.node.name, callable_here), node.node.name
    yield from _starred_problems(node)


def _starred_problems(node: nodes.Call | nodes.Filter | nodes.Test) -> _Found:
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        yield node, "template-not-allowed", "Arguments cannot be given with a star.", "Write them one by one.", "*"


def _filter_problems(node: nodes.Filter) -> _Found:
    if node.name not in FILTERS:
        next_step = _OTHER_NAMES.get(node.name) or did_you_mean(node.name, FILTERS)
        yield node, "template-unknown-filter", f"There is no filter called `{node.name}`.", next_step, node.name
    yield from _starred_problems(node)


def _test_problems(node: nodes.Test) -> _Found:
    if node.name not in TESTS:
        next_step = _OTHER_NAMES.get(node.name) or did_you_mean(node.name, TESTS)
        yield node, "template-unknown-test", f"There is no test called `{node.name}`.", next_step, node.name
    yield from _starred_problems(node)


def _const_problems(node: nodes.Const) -> _Found:
    value = node.value
    if isinstance(value, str) and clean(value) != value:
        what = "This text holds a character that no paper can hold."
        yield node, "template-characters", what, "Take out what stands after the backslash.", "\\"
    elif isinstance(value, float | complex):
        yield node, "template-not-allowed", "A template may only use whole numbers.", "Write it as text.", str(value)
    elif isinstance(value, int) and abs(value) > MAX_NUMBER:
        yield node, "template-not-allowed", f"This number is over {MAX_NUMBER:,}.", "Write it as text.", ""


def _text_problems(node: nodes.TemplateData) -> _Found:
    if holds_placeholders(node.data):
        what = "The template's text holds a private-use character."
        yield node, "template-characters", what, "Take it out.", ""
    for found in _LINK.finditer(node.data):
        if not found[1].lower().startswith(("http://", "https://")):
            what = f"A link may only lead to an http or https address, not to `{found[1][:40]}`."
            yield node, "template-link", what, "Write the whole address, without an answer in it.", found[1][:40]


def _branch_problems(node: nodes.If) -> _Found:
    if len(node.elif_) > MAX_BRANCHES:
        what = f"This {{% if %}} has more than {MAX_BRANCHES} branches."
        yield node, "template-too-deep", what, "Break it into simpler pieces.", "if"


def _loop_problems(node: nodes.For) -> _Found:
    if node.recursive:
        yield node, "template-not-allowed", "A loop may not be recursive.", "Take out `recursive`.", "recursive"


def _block_problems(node: nodes.Block) -> _Found:
    if node.scoped or node.required:
        what = "A block is neither scoped nor required here."
        yield node, "template-not-allowed", what, "Take the word out.", "scoped" if node.scoped else "required"


def _set_problems(node: nodes.AssignBlock) -> _Found:
    if node.filter is not None:
        yield node, "template-not-allowed", "A {% set %} block takes no filter.", "Filter it where it is printed.", "|"


_CHECKS: dict[type[nodes.Node], Callable[[Any], _Found]] = {
    nodes.Filter: _filter_problems,
    nodes.Test: _test_problems,
    nodes.Const: _const_problems,
    nodes.TemplateData: _text_problems,
    nodes.If: _branch_problems,
    nodes.For: _loop_problems,
    nodes.Block: _block_problems,
    nodes.AssignBlock: _set_problems,
}
