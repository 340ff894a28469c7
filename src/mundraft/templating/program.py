"""A compiled template that can be run. Jinja, which compiled it, is not needed for that.

The code finds what it asks for under the names that Jinja's code generator gives it: an environment with filters and
tests, and a context with names and blocks. Nothing of either is Jinja's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import CodeType
from typing import Any, Final

from mundraft.templating import budget, filters
from mundraft.templating.callables import Function, metered
from mundraft.templating.faults import Refused
from mundraft.templating.leaf import NOTHING, Nothing
from mundraft.templating.runtime import captured, each_of, missing, unknown

#: The filter that each `{% for %}` passes its list through; a space in the name keeps templates from naming it.
LOOP_FILTER: Final = "each of"
#: The name in the globals of a template's code under which its program stands, for whoever reads a traceback.
PROGRAM: Final = "__mundraft_program__"


class Surroundings:
    """What the code of a template finds around it. It holds no state of a rendering, so threads may share it."""

    undefined = staticmethod(unknown)
    concat = staticmethod(captured)
    run = staticmethod(budget.current)

    def __init__(self) -> None:
        self.filters: dict[str, Callable[..., Any]] = {
            name: metered(name, function) for name, function in filters.FILTERS.items()
        }
        self.filters[LOOP_FILTER] = each_of
        self.tests: dict[str, Callable[..., Any]] = dict(filters.TESTS)
        self.globals = {name: Function(name, metered(name, function)) for name, function in filters.FUNCTIONS.items()}

    def no_else(self, _hint: str = "") -> Nothing:
        """What an inline `if` without an `else` gives."""
        return NOTHING

    def call_binop(self, _context: object, operator: str, left: Any, right: Any) -> int:
        """A sum or a difference. Raises `Refused` for all else."""
        if operator not in "+-" or not (_is_number(left) and _is_number(right)):
            raise Refused("template-not-allowed", f"`{operator}` works on whole numbers alone.", "Join words with ~.")
        total: int = left + right if operator == "+" else left - right
        return total

    def call_unop(self, _context: object, operator: str, arg: Any) -> int:
        """A number with its sign. Raises `Refused` for all else."""
        if not _is_number(arg):
            raise Refused("template-not-allowed", f"`{operator}` works on whole numbers alone.")
        number: int = -arg if operator == "-" else arg
        return number


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


@lru_cache(maxsize=1)
def surroundings() -> Surroundings:
    """Those of this process."""
    return Surroundings()


class _NothingEscaped:
    autoescape: Final = False


class _Names(dict[str, Any]):
    """What each name stands for: `missing`, where it is none."""

    def __missing__(self, _name: str) -> object:
        return missing


class Context:
    """The names and the blocks of one rendering; the template's own names come to `vars`."""

    eval_ctx: Final = _NothingEscaped()

    def __init__(self, names: Mapping[str, Any], blocks: dict[str, list[Callable[..., Iterator[Any]]]]) -> None:
        self.vars = _Names(names)
        self.blocks = blocks
        self.exported_vars: set[str] = set()
        self.resolve_or_missing = self.vars.__getitem__

    def leave_out(self, block: str) -> None:
        """Have a block print nothing. One that stands inside another is a part of that one's words, and stays."""
        if block in self.blocks and not block.startswith("_"):
            self.blocks[block] = [_nothing]


def _nothing(_context: Context) -> Iterator[Any]:
    return iter(())


class Program:
    """The code of a template, loaded."""

    def __init__(self, code: CodeType, around: Surroundings | None = None) -> None:
        around = around or surroundings()
        space: dict[str, Any] = {"environment": around, PROGRAM: self}
        exec(code, space)  # noqa: S102 - compiled by `sandbox` of a template that was checked
        self.root: Callable[[Context], Iterator[Any]] = space["root"]
        self._blocks: dict[str, Callable[..., Iterator[Any]]] = space["blocks"]
        self._globals = around.globals
        self._lines: str = space["debug_info"]

    def context(self, values: Mapping[str, Any]) -> Context:
        """What `root` is run with: these values and the functions that every template has."""
        return Context({**self._globals, **values}, {name: [run] for name, run in self._blocks.items()})

    def line_of(self, line_of_code: int) -> int:
        """The line of the template that a line of its code comes from."""
        for pair in reversed(self._lines.split("&") if self._lines else ()):
            line, _, first = pair.partition("=")
            if int(first) <= line_of_code:
                return int(line)
        return 1
