"""Jinja, tamed: the environment that compiles templates, and the code generator that keeps whose words are whose.

This module stands on parts of Jinja that are only half public, and `tests/templating/test_jinja_canaries.py` says so
when one of them changes:

- the native code generator writes output nodes without `str()`, so values stay leaves and only the template's own text
  is a string;
- a `finalize` that asks for the evaluation context is never run at compile time, so constants are wrapped like values;
- `environment.concat` is what macros and `{% set %}` blocks return, here a `Fragment`;
- `optimized=False` folds nothing at compile time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, wraps
from types import CodeType
from typing import Any, Final, NoReturn

from jinja2 import Template, nodes, pass_eval_context
from jinja2.compiler import Frame, operators
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.nativetypes import NativeCodeGenerator
from jinja2.runtime import LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mundraft.document.tree import Origin
from mundraft.templating import budget, filters
from mundraft.templating.faults import Refused, did_you_mean
from mundraft.templating.leaf import NOTHING, Fragment, Leaf, Nothing, Record
from mundraft.templating.values import cites_of, pieces_of, text_of

#: What a template may ask of the loop that it stands in.
LOOP_ATTRIBUTES = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem")
#: The filter that each `{% for %}` passes its list through; a space in the name keeps templates from naming it.
_LOOP_FILTER = "each of"
# kinds that are asked for at every step, put together once
_LISTS: Final = (tuple, list)
_PRINTED: Final = (Leaf, Fragment)
_WORDED: Final = (Leaf, Fragment, Nothing)


class LoneTags(Extension):
    """A line that holds nothing but tags and comments leaves no empty line behind, and no words are joined."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        bare = True  # whether this line has shown nothing but tags, comments and blanks so far
        previous = ""
        for token in stream:
            if token.type == "data":
                # two stretches of text in a row had a comment between them, which the lexer has dropped
                after_tag = previous in ("block_end", "data")
                yield Token(
                    token.lineno, "data", _without_first_line_end(token.value) if bare and after_tag else token.value
                )
                tail = token.value.rpartition("\n")[2]
                bare = not tail.strip() and (bare or "\n" in token.value)
            else:
                bare = bare and token.type != "variable_begin"
                yield token
            previous = token.type


def _without_first_line_end(text: str) -> str:
    return re.sub(r"\A[ \t]*\n", "", text)


class LeafCodeGenerator(NativeCodeGenerator):
    """Native code, with fuel, comparisons by words, and `~` that keeps whose words are whose."""

    def write_commons(self) -> None:
        super().write_commons()
        # an inline `if` without an `else` gives nothing, like an answer that was not given
        self.writeline("cond_expr_undefined = environment.no_else")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        body = list(nodes)
        self.writeline("environment.tick()", body[0] if body else None)
        super().blockvisit(body, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - the name is Jinja's
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802 - the name is Jinja's
        self.write("(")
        self._visit_plain(node.expr, frame)
        for operand in node.ops:
            self.write(f" {operators[operand.op]} ")
            self._visit_plain(operand.expr, frame)
        self.write(")")

    def _visit_plain(self, node: nodes.Expr, frame: Frame) -> None:
        if isinstance(node, nodes.Const):  # a string or a number, which is what it is compared as
            self.visit(node, frame)
            return
        self.write("environment.plain(")
        self.visit(node, frame)
        self.write(")")


class _Unknown(Undefined):
    """A name without a value: an error at once, except where Jinja only means that there is no neighbour."""

    def __new__(cls, hint: str | None = None, _obj: Any = None, name: str | None = None, **_more: Any) -> Any:
        if name is None:
            return NOTHING
        if hint is not None:
            raise Refused("template-missing-argument", f"This macro was not given its `{name}`.")
        known = budget.current().names
        raise Refused("template-unknown-name", f"Nothing is called `{name}` here.", did_you_mean(name, known))


_HELD_PLACE: Final = Leaf("", Origin.TEMPLATE)


@pass_eval_context
def _printed(_context: object, value: object) -> Fragment | Leaf:
    """What `{{ … }}` prints. It takes the evaluation context only so that Jinja never runs it while compiling."""
    if isinstance(value, Fragment) and not value:
        # what shows no words still holds its place, so that a line with nothing else on it ends no paragraph
        return Leaf("", Origin.TEMPLATE, cites_of(value)) if value.pieces else _HELD_PLACE
    return value if isinstance(value, _PRINTED) else Fragment(pieces_of(value))


def join_output(output: Iterable[Any]) -> Fragment:
    """What macros, `{% set %}` blocks and the like gave, as a fragment: `environment.concat`."""
    pieces: list[Any] = []
    for part in output:
        pieces.extend(part.pieces if isinstance(part, Fragment) else (part,))
    budget.current().spend(pieces)
    return Fragment(tuple(pieces))


class PaperEnvironment(ImmutableSandboxedEnvironment):
    """The only environment in which templates are compiled: our filters, our tests, `vary`, and nothing of Jinja's."""

    code_generator_class = LeafCodeGenerator
    concat = staticmethod(join_output)  # type: ignore[assignment]
    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)
    intercepted_unops = frozenset(ImmutableSandboxedEnvironment.default_unop_table)

    def __init__(self) -> None:
        super().__init__(
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
            autoescape=False,
            undefined=_Unknown,
            finalize=_printed,
            extensions=(LoneTags,),
            cache_size=0,
        )
        self.filters = {name: _metered(name, function) for name, function in filters.FILTERS.items()}
        self.filters[_LOOP_FILTER] = _loop_items
        self.tests = dict(filters.TESTS)
        self.globals = {name: _metered(name, function) for name, function in filters.FUNCTIONS.items()}
        self._callable = tuple(self.globals.values())

    def tick(self) -> None:
        budget.current().tick()

    def no_else(self, _hint: str = "") -> Nothing:
        return NOTHING

    def joined(self, values: Iterable[object]) -> Fragment:
        pieces: list[Any] = []
        for value in values:
            pieces.extend(value.pieces if isinstance(value, Fragment) else pieces_of(value))
        budget.current().spend(pieces)
        return Fragment(tuple(pieces))

    def plain(self, value: object) -> Any:
        """A value as it is compared: by its words, whoever wrote them."""
        if isinstance(value, _WORDED):
            return text_of(value)
        if isinstance(value, _LISTS):
            self.tick()
            return tuple(self.plain(item) for item in value)
        return value

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Record):
            value = obj.get(attribute)  # no record holds None
            return _field(obj, attribute) if value is None else value
        if isinstance(obj, Nothing):
            return NOTHING
        if isinstance(obj, LoopContext) and attribute in LOOP_ATTRIBUTES:
            return getattr(obj, attribute)
        raise _no_parts(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(argument, Leaf):
            argument = argument.text
        if isinstance(obj, Record) and isinstance(argument, str):
            return _field(obj, argument)
        if isinstance(obj, Nothing):
            return NOTHING
        if isinstance(obj, tuple | list) and isinstance(argument, int):
            return obj[argument] if -len(obj) <= argument < len(obj) else NOTHING
        raise _no_parts(obj, str(argument))

    def call(self, context: Any, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        run = budget.current()
        run.tick()
        # what Jinja adds for functions that ask for the context: nothing that can be called here does
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        if isinstance(obj, Macro):
            run.go_deeper()
            try:
                return _trimmed(obj(context.eval_ctx, *args, **kwargs))
            finally:
                run.depth -= 1
        for function in self._callable:
            if obj is function:
                return function(*args, **kwargs)
        raise Refused("template-not-allowed", "This cannot be called.", "Only macros and `vary` can be called.")

    def call_binop(self, _context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator not in "+-" or not (_is_number(left) and _is_number(right)):
            raise Refused("template-not-allowed", f"`{operator}` works on whole numbers alone.", "Join words with ~.")
        return left + right if operator == "+" else left - right

    def call_unop(self, _context: Any, operator: str, arg: Any) -> Any:
        if not _is_number(arg):
            raise Refused("template-not-allowed", f"`{operator}` works on whole numbers alone.")
        return -arg if operator == "-" else arg

    def handle_exception(self, source: str | None = None) -> NoReturn:  # noqa: ARG002
        raise  # noqa: PLE0704 - called while an exception is handled; the traceback is read by `engine` as it is


def _trimmed(output: Any) -> Any:
    """What a macro gave without the blanks at its edges: they come from how its lines stand in the template."""
    if not isinstance(output, Fragment):
        return output
    pieces = list(output.pieces)
    while pieces and isinstance(pieces[0], str) and not pieces[0].strip():
        del pieces[0]
    while pieces and isinstance(pieces[-1], str) and not pieces[-1].strip():
        del pieces[-1]
    if pieces and isinstance(pieces[0], str):
        pieces[0] = pieces[0].lstrip()
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] = pieces[-1].rstrip()
    return Fragment(tuple(pieces))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _field(record: Record, name: str) -> Any:
    if name in record:
        return record[name]
    raise Refused("template-unknown-field", f"There is no `{name}` in this.", did_you_mean(name, record.keys()))


def _no_parts(obj: object, name: str) -> Refused:
    kind = "a list" if isinstance(obj, tuple | list) else "words" if isinstance(obj, Leaf | Fragment | str) else "this"
    return Refused(
        "template-unknown-field", f"There is no `{name}`: {kind} has no such part.", "Look for a missing loop."
    )


def _loop_items(values: object) -> tuple[Any, ...]:
    """The list of a `{% for %}`, its entries counted whether or not the loop's own condition keeps them."""
    if isinstance(values, Nothing):
        return ()
    if not isinstance(values, _LISTS):
        raise Refused("template-wrong-kind", "A loop needs a list, and this is none.", "Use {% if … %} for one answer.")
    budget.current().tick(len(values))
    return tuple(values)


def _metered(name: str, function: Any) -> Any:
    """A filter or function that counts what it does, and tells of a wrong use in words."""

    @wraps(function)
    def counted(*args: Any, **kwargs: Any) -> Any:
        run = budget.current()
        run.tick()
        try:
            result = function(*args, **kwargs)
        except (TypeError, AttributeError, KeyError, ValueError, OverflowError) as error:
            raise Refused("template-wrong-kind", f"`{name}` cannot be used like this: {error}.") from error
        if isinstance(result, Fragment):
            run.spend(result.pieces)
        return result

    return counted


@lru_cache(maxsize=1)
def environment() -> PaperEnvironment:
    """The environment of this process. It holds no state of a rendering, so threads may share it."""
    return PaperEnvironment()


def compiled(tree: nodes.Template, name: str, env: PaperEnvironment | None = None) -> CodeType:
    """The code of a template from its syntax tree, which `check` has walked already."""
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, _LOOP_FILTER, [], [], None, None, lineno=loop.lineno)
    code: CodeType = (env or environment()).compile(tree, name, name)
    return code


def template_of(code: CodeType, env: PaperEnvironment | None = None) -> Template:
    """A template that can be run, from its code."""
    env = env or environment()
    return Template.from_code(env, code, dict(env.globals))


__all__ = ["LOOP_ATTRIBUTES", "PaperEnvironment", "compiled", "environment", "join_output", "template_of"]
