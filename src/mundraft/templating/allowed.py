"""What a template may be made of: whatever is not on a list here is refused, wherever it stands.

Each text is walked alone, before anything is compiled. Names and fields are checked by `naming`, how texts hang
together by `links`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple
from unicodedata import normalize

from jinja2 import nodes

from mundraft.library.template_texts import Text, Texts
from mundraft.problems import Problem
from mundraft.templating.faults import did_you_mean, problem_at
from mundraft.templating.filters import FILTERS, FUNCTIONS, TESTS
from mundraft.templating.links import brought_in, called_of_module, is_super, name_of
from mundraft.templating.skeleton import holds_placeholders
from mundraft.templating.walking import below, children
from mundraft.text.clean import clean

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
        nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport,
    )
)  # fmt: skip
#: The tags that name another text.
_LINKING: dict[type[nodes.Node], str] = {
    nodes.Extends: "extends", nodes.Include: "include", nodes.Import: "import", nodes.FromImport: "from",
}  # fmt: skip
_INSTEAD = {
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
_OTHER_FILTERS = {
    "join": "Use series.",
    "length": "Use count.",
    "capitalize": "Use capital or sentence.",
    "title": "Use capital.",
    "default": "Write `a or b`.",
    "d": "Write `a or b`.",
    "upper": "Use capital, for the first letter.",
    "lower": "Use clause, for words inside a sentence.",
    "paragraph": "Leave it out: a blank line in the template makes a paragraph.",
    "bold": "Write **…** round what is printed.",
    "strong": "Write **…** round what is printed.",
    "italic": "Write *…* round what is printed.",
    "list": "Loop over it with {% for … %}, or use series.",
    "trim": "Spaces are set right without it.",
    "safe": "Nothing is escaped, and nothing needs to be.",
    "e": "Nothing is escaped, and nothing needs to be.",
    "escape": "Nothing is escaped, and nothing needs to be.",
}
_OTHER_TESTS = {
    "defined": "Every name is defined; ask `{% if name %}`.",
    "none": "Ask `{% if name %}`.",
    "empty": "Ask `{% if not name %}`.",
}
#: What most answers are printed with; `explain` tells of all the filters.
_COMMONEST = (
    "Use one of these: sentence (a whole one), phrase or clause (inside a sentence), verb (what is done), series (a "
    "list); `mundraft explain template-unknown-filter` tells of all."
)
_LINK = re.compile(r"\]\(\s*<?\s*([^\s)>]*)")

_Found = Iterator[tuple[nodes.Node, str, str, str, str]]  # the node, code, what, next step, what to look for


def allowed_problems(key: str, trees: Mapping[str, nodes.Template], texts: Texts) -> Iterator[Problem]:
    """Everything in the text `key` that no template may have; the trees are those of all texts by their keys."""
    yield from _structure_problems(trees[key], texts[key], _callable_in(key, trees, texts))


class _Callable(NamedTuple):
    """What can be called in a text: macros by their names, and the names of the pieces that hold others."""

    macros: frozenset[str]
    modules: frozenset[str]


def _callable_in(key: str, trees: Mapping[str, nodes.Template], texts: Texts) -> _Callable:
    """A text's own macros, those that it brings in, and those of the templates that it extends."""
    modules = frozenset(node.target for node in trees[key].body if isinstance(node, nodes.Import))
    found: set[str] = set(FUNCTIONS)
    seen: set[str] = set()
    while key not in seen:
        seen.add(key)
        tree = trees[key]
        found |= _macro_names(tree) | {alias for _, _, alias in brought_in(tree)}
        extends = next((node for node in tree.body if isinstance(node, nodes.Extends)), None)
        behind = texts[key].uses.get(name_of(extends) or "", key) if extends is not None else key
        key = behind if behind in trees else key
    return _Callable(frozenset(found), modules)


def _too_deep(source: str, name: str, line: int) -> Problem:
    what = "This template is nested too deeply."
    return problem_at(source, name, line, "template-too-deep", what, "Break it into simpler pieces.")


def _structure_problems(tree: nodes.Template, text: Text, callable_here: _Callable) -> Iterator[Problem]:
    """Walk the tree without recursion: a hostile tree may be deeper than Python's stack."""
    source, name, _ = text
    waiting: list[tuple[nodes.Node, nodes.Node | None, int, int]] = [(tree, None, 0, 0)]
    while waiting:
        node, parent, depth, loops = waiting.pop()
        if depth > MAX_NESTING or loops > MAX_LOOPS:
            yield _too_deep(source, name, node.lineno)
            return
        for where, code, what, next_step, find in _node_problems(node, parent, callable_here):
            yield problem_at(source, name, where.lineno or _line_near(where), code, what, next_step, find)
        loops += isinstance(node, nodes.For)
        if type(node) in _ALLOWED:
            waiting.extend((child, node, depth + 1, loops) for child in reversed(children(node)))


def _line_near(node: nodes.Node) -> int:
    """The line of a node that has none itself (Jinja makes some for its own use): that of what it holds."""
    return next((child.lineno for child in below(node, nodes.Node) if child.lineno), 0)


def _macro_names(tree: nodes.Template) -> frozenset[str]:
    return frozenset(macro.name for macro in below(tree, nodes.Macro))


def _node_problems(node: nodes.Node, parent: nodes.Node | None, callable_here: _Callable) -> _Found:
    if type(node) not in _ALLOWED:
        sign, instead = _INSTEAD.get(type(node), (type(node).__name__, "Take it out."))
        yield node, "template-not-allowed", f"A template may not use {sign}.", instead, sign.strip("{}% ")
        return
    yield from _name_problems(node, parent)
    if isinstance(node, nodes.Call):
        yield from _call_problems(node, parent, callable_here)
    elif type(node) in _LINKING:
        yield from _linking_problems(node, parent)
    elif isinstance(node, nodes.Block) and not isinstance(parent, nodes.Template):
        what = f"The block {node.name} stands inside something else."
        yield node, "template-block-inside", what, "Put it at the top level, and its conditions inside it.", node.name
    else:
        yield from _CHECKS.get(type(node), _nothing_wrong)(node)


def _nothing_wrong(_node: Any) -> _Found:
    return iter(())


@cache
def _naming_fields(kind: type[nodes.Node]) -> tuple[str, ...]:
    """The fields of a kind of node that hold a name of the author's."""
    return tuple(field for field in ("name", "attr", "key") if field in kind.fields)


def _name_problems(node: nodes.Node, parent: nodes.Node | None) -> _Found:
    """Names that a template may not use, whatever it uses them for."""
    if isinstance(parent, nodes.Call) and is_super(parent):
        return
    held = [(field, getattr(node, field)) for field in _naming_fields(type(node))]
    held += [("name", node.target)] if isinstance(node, nodes.Import) else []
    if isinstance(node, nodes.FromImport):
        held += [("name", name) for both in node.names for name in ((both,) if isinstance(both, str) else both)]
    for field, name in held:
        if not isinstance(name, str):
            continue
        if name.startswith("_"):
            yield node, "template-private-name", f"`{name}` begins with an underscore.", "Such names are closed.", name
        elif name == "super" and isinstance(node, nodes.Name) and node.ctx == "load":
            what = "`super` alone is nothing to print: what the template behind has in this block is super()."
            yield node, "template-not-allowed", what, "Write {{ super() }}.", name
        elif field == "name" and name in _RESERVED:
            yield node, "template-not-allowed", f"A template may not use `{name}`.", "Give it another name.", name
        elif not name.isascii() and normalize("NFKC", name) != name:  # to Python such a name is another one
            what = f"`{name}` is written with letters that stand for others."
            yield node, "template-not-allowed", what, f"Write `{normalize('NFKC', name)}`.", name


def _linking_problems(node: nodes.Node, parent: nodes.Node | None) -> _Found:
    """Tags that name another text: the name is written out, and what they bring in is known before anything runs."""
    sign = _LINKING[type(node)]
    if name_of(node) is None:
        what = f"The name after {{% {sign} %}} must be written out, between quotation marks."
        yield node, "template-computed-name", what, f'For example: {{% {sign} "classic" %}}', sign
    elif isinstance(node, nodes.Include):
        if node.ignore_missing or not node.with_context:
            what = "A piece is included as it is: it sees the names of the paper, and must be there."
            yield node, "template-not-allowed", what, "Take out what stands after the name.", "include"
    elif not isinstance(parent, nodes.Template):
        what = f"{{% {sign} %}} stands inside something else."
        yield node, "template-block-inside", what, "Put it at the top of the file.", sign
    elif isinstance(node, nodes.Extends) and any(isinstance(one, nodes.Extends) for one in _before(node, parent)):
        yield node, "template-not-allowed", "This template extends a second one.", "Take one of the two out.", sign


def _before(node: nodes.Node, parent: nodes.Template) -> list[nodes.Node]:
    return parent.body[: next(at for at, one in enumerate(parent.body) if one is node)]


def _super_problems(node: nodes.Call, parent: nodes.Node | None) -> _Found:
    if not isinstance(parent, nodes.Output) or node.args or node.kwargs:
        what = "super() can only be printed, as it is."
        yield node, "template-not-allowed", what, "Write {{ super() }}, without a filter or an argument.", "super"


def _call_problems(node: nodes.Call, parent: nodes.Node | None, here: _Callable) -> _Found:
    if is_super(node):
        yield from _super_problems(node, parent)
    elif called_of_module(node, here.modules) is not None:
        pass  # whether there is such a macro is seen where the texts are linked
    elif not isinstance(node.node, nodes.Name):
        what = "Only macros and vary can be called, and no part of a value can."
        yield node, "template-not-allowed", what, "Use a filter: {{ answer | sentence }}.", "("
    elif node.node.name not in here.macros:
        what = f"There is no macro called `{node.node.name}`."
        yield node, "template-unknown-name", what, did_you_mean(node.node.name, here.macros), node.node.name
    yield from _starred_problems(node)


def _starred_problems(node: nodes.Call | nodes.Filter | nodes.Test) -> _Found:
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        yield node, "template-not-allowed", "Arguments cannot be given with a star.", "Write them one by one.", "*"


def _filter_problems(node: nodes.Filter) -> _Found:
    if node.name not in FILTERS:
        next_step = _OTHER_FILTERS.get(node.name) or did_you_mean(node.name, FILTERS) or _COMMONEST
        yield node, "template-unknown-filter", f"There is no filter called `{node.name}`.", next_step, node.name
    yield from _starred_problems(node)


def _test_problems(node: nodes.Test) -> _Found:
    if node.name not in TESTS:
        next_step = _OTHER_TESTS.get(node.name) or did_you_mean(node.name, TESTS)
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
