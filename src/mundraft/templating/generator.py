"""The code that a template becomes: Jinja's, with every step counted and every value kept as what it is.

Where Jinja's code would ask its environment for an attribute, an entry, a call or how a value is printed, this code
calls `runtime` and `callables`, and tells them of the rendering's `Run`, which each function of the code looks up once.
"""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import nodes
from jinja2.compiler import DependencyFinderVisitor, Frame, MacroRef, operators
from jinja2.nativetypes import NativeCodeGenerator

from mundraft.templating.varying import said_in

#: What the code is told to import of Jinja's runtime, and what it imports in its place. Jinja's code generator knows
#: these names, ours and `_RUN`; those of a template begin with "l_" or "block_".
OF_JINJA = "from jinja2.runtime import "
_OURS = (
    "from mundraft.templating.callables import Macro, called, chosen; "
    "from mundraft.templating.runtime import Loop as LoopContext, entry, field, gathered, identity, "
    "identity as Markup, joined, missing, plain, printed"
)
_RUN = "this_run"
#: Statements of one body that are a step more: a body of thousands is as much as hundreds of turns.
_A_STEP = 5


def with_our_runtime(code: str) -> str:
    """The code of a template, as `LeafCodeGenerator` writes it, standing on our runtime and not on Jinja's."""
    first, below = code.split("\n", 1)
    if not first.startswith(OF_JINJA):
        raise RuntimeError(f"this Jinja begins its code otherwise: {first}")
    return f"{_OURS}\n{below}"


class LeafCodeGenerator(NativeCodeGenerator):
    """Native code, which writes values out as they are, with fuel and with the calls of `runtime` in it."""

    def write_commons(self) -> None:
        self.writeline("resolve = context.resolve_or_missing")
        self.writeline("undefined = environment.undefined")
        self.writeline("concat = environment.concat")
        self.writeline("if 0: yield None")  # what makes a generator of a function that prints nothing
        self.writeline(f"{_RUN} = environment.run()")
        # an inline `if` without an `else` gives nothing, like an answer that was not given
        self.writeline("cond_expr_undefined = environment.no_else")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        body = list(nodes)
        # Counted here and looked at by every loop, call and filter: what has none of them in it comes to an end.
        self.writeline(f"{_RUN}.steps += {1 + _statements(body) // _A_STEP}", body[0] if body else None)
        super().blockvisit(body, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        self.write(f"joined({_RUN}, (")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802
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
        self.write(f"plain({_RUN}, ")
        self.visit(node, frame)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.write("field(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        self.write("entry(")
        self.visit(node.node, frame)
        self.write(", ")
        self.visit(node.arg, frame)
        self.write(")")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802
        self.write(f"{self.filters[node.name]}({_RUN}, ")
        if node.node is None:  # of a `{% set %}` block: what its lines gave
            self.write(f"concat({frame.buffer})")
        else:
            self.visit(node.node, frame)
        self.signature(node, frame)
        self.write(")")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if forward_caller:
            self.fail("A macro takes no text between tags.", node.lineno)
        if self._is_plain_choice(node):
            self._visit_choice(node, frame)
            return
        self.write(f"called({_RUN}, ")
        self.visit(node.node, frame)
        self.signature(node, frame)
        self.write(")")

    @staticmethod
    def _is_plain_choice(node: nodes.Call) -> bool:
        """Whether this is `vary` with wordings that stand there as they are: nearly every one is."""
        named_so = isinstance(node.node, nodes.Name) and node.node.name == "vary"
        wordings = node.args[1:]
        return bool(named_so and wordings and not node.kwargs and all(map(_is_wording, wordings)))

    def _visit_choice(self, node: nodes.Call, frame: Frame) -> None:
        wordings = tuple(wording.value for wording in node.args[1:] if isinstance(wording, nodes.Const))
        self.write(f"chosen({_RUN}, ")
        self.visit(node.node, frame)
        self.write(", ")
        self.visit(node.args[0], frame)
        self.write(f", {wordings!r}, {said_in(map(str, wordings))!r})")

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802
        named = frame.buffer is None and not node.name.startswith("_")  # what a block prints of another is its own
        if named:
            self.writeline(f"yield {(node.name,)!r}", node)
        super().visit_Block(node, frame)
        if named:
            self.writeline("yield ()", node)

    def pull_dependencies(self, nodes: Iterable[nodes.Node]) -> None:
        finder = DependencyFinderVisitor()
        for node in nodes:
            finder.visit(node)
        for held, known, kind in ((finder.filters, self.filters, "filters"), (finder.tests, self.tests, "tests")):
            for name in sorted(held):
                known[name] = known.get(name) or self.temporary_identifier()
                self.writeline(f"{known[name]} = environment.{kind}[{name!r}]")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002
        takes = tuple(argument.name for argument in macro_ref.node.args)
        self.write(f"Macro({getattr(macro_ref.node, 'name', '')!r}, {takes!r}, macro)")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:  # noqa: ARG002
        self.writeline(f"return gathered({_RUN}, {frame.buffer})")

    def _make_finalize(self) -> NativeCodeGenerator._FinalizeInfo:
        # nothing is worked out while compiling: a constant is wrapped like a value
        return self._FinalizeInfo(None, "printed(")


def _statements(body: Iterable[nodes.Node]) -> int:
    """How many statements and outputs stand in a body, those of the bodies in it not counted."""
    return sum(len(node.nodes) if isinstance(node, nodes.Output) else 1 for node in body)


class ShippedCodeGenerator(LeafCodeGenerator):
    """The same for templates that ship: of `[a, b, c][vary("key", 0, 1, 2)]` it puts only the chosen one together.

    In a template of anybody else's, each is put together, so that a fault in any of them shows at the first sample."""

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        if not (isinstance(node.node, nodes.List) and self._is_choice_of(node.node, node.arg)):
            super().visit_Getitem(node, frame)
            return
        chosen = self.temporary_identifier()
        *others, last = node.node.items
        self.write("(")
        for number, wording in enumerate(others):
            self.visit(wording, frame)
            self.write(f" if ({chosen} := " if number == 0 else f" if ({chosen}")
            if number == 0:
                self.visit(node.arg, frame)
            self.write(f") == {number} else ")
        self.visit(last, frame)
        self.write(")")

    def _is_choice_of(self, wordings: nodes.List, choice: nodes.Expr) -> bool:
        """Whether `vary` chooses one of the wordings by its number."""
        if not (isinstance(choice, nodes.Call) and self._is_plain_choice(choice)):
            return False
        numbers = [number.value for number in choice.args[1:] if isinstance(number, nodes.Const)]
        return numbers == [*range(len(wordings.items))]


def _is_wording(node: nodes.Expr) -> bool:
    """Whether it is a text or a number that stands in the template."""
    return isinstance(node, nodes.Const) and node.value.__class__ in (str, int)
