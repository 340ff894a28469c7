"""Jinja, tamed: the environment that compiles templates, and knows our filters and tests and nothing of Jinja's.

This module and `generator` stand on parts of Jinja that are only half public, and the tests in
`tests/templating/test_jinja_canaries.py` say so when one of them changes:

- the native code generator writes output nodes without `str()`, so values stay leaves and only the template's own text
  is a string;
- constants are wrapped like values, and nothing is folded while compiling (`optimized=False`);
- the code of a template reaches attributes, entries and calls through `runtime` alone, and needs no Jinja to run:
  `program` is what it runs in.
"""

from __future__ import annotations

from functools import lru_cache
from types import CodeType
from typing import NoReturn

from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mundraft.templating.generator import LeafCodeGenerator, ShippedCodeGenerator, with_our_runtime
from mundraft.templating.lone_tags import LoneTags
from mundraft.templating.program import LOOP_FILTER, surroundings


class PaperEnvironment(ImmutableSandboxedEnvironment):
    """The only environment in which templates are compiled: our filters, our tests, `vary`, and nothing of Jinja's."""

    code_generator_class: type[LeafCodeGenerator] = LeafCodeGenerator
    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)
    intercepted_unops = frozenset(ImmutableSandboxedEnvironment.default_unop_table)

    def __init__(self) -> None:
        super().__init__(
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
            autoescape=False,
            extensions=(LoneTags,),
            cache_size=0,
        )
        around = surroundings()
        self.filters, self.tests = dict(around.filters), dict(around.tests)
        self.globals = dict(around.globals)

    def handle_exception(self, source: str | None = None) -> NoReturn:  # noqa: ARG002
        raise  # noqa: PLE0704 - called while an exception is handled; the traceback is read by `engine` as it is


class ShippedEnvironment(PaperEnvironment):
    """The one for templates that ship, whose code is kept."""

    code_generator_class = ShippedCodeGenerator


@lru_cache(maxsize=1)
def environment() -> PaperEnvironment:
    """The environment of this process. It holds no state of a template, so threads may share it."""
    return PaperEnvironment()


def compiled(tree: nodes.Template, name: str, env: PaperEnvironment | None = None) -> CodeType:
    """The code of a template from its syntax tree, which `check` has walked already."""
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, LOOP_FILTER, [], [], None, None, lineno=loop.lineno)
    source = (env or environment()).compile(tree, name, name, raw=True)
    return compile(with_our_runtime(source), name, "exec")


__all__ = ["PaperEnvironment", "ShippedEnvironment", "compiled", "environment"]
