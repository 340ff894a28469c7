"""Calls of a template's own macros: each must give what the macro asks for, and no more."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

from mundraft.problems import Problem
from mundraft.templating.faults import did_you_mean, problem_at, too_many
from mundraft.templating.walking import below


def call_problems(tree: nodes.Template, source: str, name: str) -> Iterator[Problem]:
    """Every call of a macro of this text that gives too little, too much or what the macro does not know.

    The tree is one that `check` has walked; macros of other texts are not looked at."""
    found = list(below(tree, (nodes.Macro, nodes.Call)))
    macros = {macro.name: macro for macro in found if isinstance(macro, nodes.Macro)}
    for call in [call for call in found if isinstance(call, nodes.Call)]:
        macro = macros.get(call.node.name) if isinstance(call.node, nodes.Name) else None
        if macro is not None:
            for what, next_step in _misfits(call, macro):
                line = call.lineno
                yield problem_at(source, name, line, "template-missing-argument", what, next_step, f"{macro.name}(")


def _misfits(call: nodes.Call, macro: nodes.Macro) -> Iterator[tuple[str, str]]:
    wanted = [argument.name for argument in macro.args]
    how = f"Write {macro.name}({', '.join(wanted)}), as line {macro.lineno} begins it."
    if len(call.args) > len(wanted):
        yield too_many(macro.name, len(wanted), len(call.args)), how
        return
    named = [keyword.key for keyword in call.kwargs]
    for key in named:
        if key not in wanted:
            yield f"The macro `{macro.name}` knows no `{key}`.", did_you_mean(key, wanted) or how
    required = wanted[: len(wanted) - len(macro.defaults)]
    lacking = [one for one in required[len(call.args) :] if one not in named]
    if lacking:
        yield f"The macro `{macro.name}` is not given its {' and '.join(f'`{one}`' for one in lacking)}.", how
