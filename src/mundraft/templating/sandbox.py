"""Jinja, tamed: the environment that compiles templates, and gives them our filters and tests and nothing of Jinja's.

This module and `generator` stand on parts of Jinja that are only half public, and the tests in
`tests/templating/test_jinja_canaries.py` say so when one of them changes:

- the native code generator writes output nodes without `str()`, so values stay leaves and only the template's own text
  is a string;
- constants are wrapped like values, and nothing is folded while compiling (`optimized=False`);
- `environment.concat` is what `{% set %}` blocks return, here a `Fragment`;
- the code of a template reaches attributes, entries and calls through `runtime` alone.
"""

from __future__ import annotations

from functools import lru_cache
from types import CodeType
from typing import Any, NoReturn

from jinja2 import Template, nodes
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mundraft.templating import budget, filters
from mundraft.templating.faults import Refused, did_you_mean
from mundraft.templating.generator import LOOP_FILTER, LeafCodeGenerator
from mundraft.templating.leaf import NOTHING, Nothing
from mundraft.templating.lone_tags import LoneTags
from mundraft.templating.runtime import Function, captured, each_of, metered


class _Unknown(Undefined):
    """A name without a value: an error at once, except where Jinja only means that there is no neighbour."""

    def __new__(cls, hint: str | None = None, _obj: Any = None, name: str | None = None, **_more: Any) -> Any:
        if name is None:
            return NOTHING
        if hint is not None:
            raise Refused("template-missing-argument", f"This macro was not given its `{name}`.")
        known = budget.current().names
        raise Refused("template-unknown-name", f"Nothing is called `{name}` here.", did_you_mean(name, known))


class PaperEnvironment(ImmutableSandboxedEnvironment):
    """The only environment in which templates are compiled: our filters, our tests, `vary`, and nothing of Jinja's."""

    code_generator_class = LeafCodeGenerator
    concat = staticmethod(captured)  # type: ignore[assignment]
    run = staticmethod(budget.current)
    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)
    intercepted_unops = frozenset(ImmutableSandboxedEnvironment.default_unop_table)

    def __init__(self) -> None:
        super().__init__(
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
            autoescape=False,
            undefined=_Unknown,
            extensions=(LoneTags,),
            cache_size=0,
        )
        self.filters = {name: metered(name, function) for name, function in filters.FILTERS.items()}
        self.filters[LOOP_FILTER] = each_of
        self.tests = dict(filters.TESTS)
        self.globals = {name: Function(name, metered(name, function)) for name, function in filters.FUNCTIONS.items()}

    def no_else(self, _hint: str = "") -> Nothing:
        return NOTHING

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


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


@lru_cache(maxsize=1)
def environment() -> PaperEnvironment:
    """The environment of this process. It holds no state of a rendering, so threads may share it."""
    return PaperEnvironment()


def compiled(tree: nodes.Template, name: str, env: PaperEnvironment | None = None) -> CodeType:
    """The code of a template from its syntax tree, which `check` has walked already."""
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, LOOP_FILTER, [], [], None, None, lineno=loop.lineno)
    code: CodeType = (env or environment()).compile(tree, name, name)
    return code


def template_of(code: CodeType, env: PaperEnvironment | None = None) -> Template:
    """A template that can be run, from its code."""
    env = env or environment()
    return Template.from_code(env, code, dict(env.globals))


__all__ = ["PaperEnvironment", "compiled", "environment", "template_of"]
