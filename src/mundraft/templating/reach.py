"""Which branches of a template a set of samples reaches: what no sample prints, no teacher has ever read.

The template is compiled a second time by a generator that notes each branch as it is taken. Its code is never kept and
never prints a paper.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from jinja2 import nodes
from jinja2.compiler import Frame

from mundraft.problems import Problem, TemplateFault
from mundraft.templating import budget
from mundraft.templating.branches import Branch, blocks_of, number_of, numbered
from mundraft.templating.faults import in_words
from mundraft.templating.generator import LeafCodeGenerator
from mundraft.templating.leaf import Leaf, as_value
from mundraft.templating.program import Program, Surroundings
from mundraft.templating.sandbox import PaperEnvironment, compiled
from mundraft.templating.walking import below

#: Steps that all samples may take together, several times what three hundred rich papers need; and how many characters
#: that are put together count as one.
_MOST_STEPS: Final = 800_000
_CHARACTERS_A_STEP: Final = 50
#: A sample is filled again, in the next turn of its wordings, until it has taken so many steps: about as long as it
#: takes to make the next one.
_STEPS_A_SAMPLE: Final = 600


class _NotingGenerator(LeafCodeGenerator):
    """Code that says which branch it has entered."""

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        body = list(nodes)
        number = number_of(body)
        if number is not None:
            self.writeline(f"environment.entered({number:d})", body[0])
        super().blockvisit(body, frame)


class _NotingEnvironment(PaperEnvironment):
    code_generator_class = _NotingGenerator


class _NotingSurroundings(Surroundings):
    def __init__(self) -> None:
        super().__init__()
        self.reached: set[int] = set()

    def entered(self, number: int) -> None:
        """A branch was entered."""
        self.reached.add(number)


def unreached(tree: nodes.Template, name: str, samples: Iterable[Mapping[str, object]]) -> tuple[Branch, ...]:
    """The branches of the template's own text that none of the samples reaches, but for those inside others of them.

    What it extends was made for more questions than it asks, and is not looked at. The `tree` is that of `check.read`,
    and is used up; `samples` are contexts as `engine.render` takes them, and are asked for only as long as a branch is
    missing. One that the template cannot be filled with is passed over. Of a template that uses up the budget before
    all samples are through nothing is said. Raises `TemplateFault` for what Python cannot compile."""
    around = _NotingSurroundings()
    branches = numbered(tree)
    blocks, wordings = (blocks_of(tree, len(branches)), _most_wordings(tree)) if branches else ((), 0)
    try:
        program = Program(compiled(tree, name, _NotingEnvironment()), around)
    except Exception as error:
        raise TemplateFault(Problem(*in_words(error))) from error
    trying = _Trying(program, around.reached, blocks, wordings)
    for values in samples if branches else ():
        trying.fill({key: as_value(value) for key, value in values.items()})
        if len(around.reached) == len(branches) or trying.steps > _MOST_STEPS:
            return ()
    missing = [number for number in range(len(branches)) if number not in around.reached]
    return tuple(branches[number] for number in missing if branches[number].inside not in missing)


class _Trying:
    """A template that is filled again and again, each time in another turn of its wordings.

    Only blocks in which a branch is missing are filled; `steps` are those of all the times, putting text together
    counted in."""

    def __init__(
        self, program: Program, reached: Collection[int], blocks: Collection[Collection[str]], wordings: int
    ) -> None:
        self.steps = 0
        self._program = program
        self._reached = reached
        self._blocks = blocks
        self._wordings = wordings
        self._turn = 0

    def fill(self, values: dict[str, Any]) -> None:
        """Fill the template with one sample: in as many turns as there are wordings where that takes few steps."""
        until = self.steps + _STEPS_A_SAMPLE
        for _ in range(self._wordings):
            if self.steps >= until or len(self._reached) == len(self._blocks):
                return
            self.steps += self._filled(values)

    def _filled(self, values: dict[str, Any]) -> int:
        seed = values.get("variety")
        run = budget.Run(values, seed.text if isinstance(seed, Leaf) else "", self._turn)
        self._turn += 1
        context = self._program.context(values)
        for block in context.blocks.keys() - self._wanted():
            context.leave_out(block)
        try:
            with budget.running(run):
                for _ in self._program.root(context):
                    pass
        except Exception:  # noqa: BLE001, S110 - what a template cannot be filled with is told where it is filled
            pass
        return run.steps + run.pieces + (run.literal + run.characters) // _CHARACTERS_A_STEP

    def _wanted(self) -> set[str]:
        missing = (blocks for number, blocks in enumerate(self._blocks) if number not in self._reached)
        return {block for blocks in missing for block in blocks}


def _most_wordings(tree: nodes.Template) -> int:
    """How many wordings the longest `vary` of a tree has, 1 where it has none."""
    calls = (call for call in below(tree, nodes.Call) if isinstance(call.node, nodes.Name) and call.node.name == "vary")
    return max([1, *(len(call.args) - 1 for call in calls)])
