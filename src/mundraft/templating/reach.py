"""What filling a template with samples shows: branches that none reaches, and values that it cannot be filled with.

What no sample prints, no teacher has ever read; and what cannot be filled, the first student would meet.

The template is compiled a second time by a generator that notes each branch as it is taken. Its code is never kept and
never prints a paper.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from jinja2 import nodes
from jinja2.compiler import Frame

from mundraft.library.template_texts import Texts
from mundraft.problems import Problem, TemplateFault
from mundraft.templating import budget
from mundraft.templating.branches import Branch, blocks_of, number_of, numbered
from mundraft.templating.failing import failure_at
from mundraft.templating.faults import in_words
from mundraft.templating.generator import LeafCodeGenerator
from mundraft.templating.leaf import Leaf, as_value
from mundraft.templating.linking import LINES
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
#: Samples that every block of the template's own is filled with, reached or not: enough for each answer to be there
#: and to be missing, each list to be empty, of one and of many.
_WHOLE: Final = 12


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


class Tried(NamedTuple):
    """What filling a template with samples showed: the branches that none of them reached, and where it failed."""

    unreached: tuple[Branch, ...] = ()
    failures: tuple[Problem, ...] = ()


def tried(tree: nodes.Template, name: str, texts: Texts, samples: Iterable[Mapping[str, object]]) -> Tried:
    """Fill a template with samples: what none of them reaches of its own text, and what it cannot be filled with.

    What it extends was made for more questions than it asks, and is not looked at. The `tree` is that of `check.read`,
    and is used up; `samples` are contexts as `engine.render` takes them, and are asked for only as long as a branch is
    missing, but for the first dozen. Of a template that uses up the budget before all samples are through no branch is
    told. Raises `TemplateFault` for what Python cannot compile."""
    around = _NotingSurroundings()
    branches = numbered(tree)
    blocks, wordings = (blocks_of(tree, len(branches)), _most_wordings(tree)) if branches else ((), 1)
    own = _own_blocks(tree)
    try:
        program = Program(compiled(tree, name, _NotingEnvironment()), around)
    except Exception as error:
        raise TemplateFault(Problem(*in_words(error))) from error
    trying = _Trying(program, around.reached, blocks, wordings, texts)
    for number, values in enumerate(samples):
        held = {key: as_value(value) for key, value in values.items()}
        if number < _WHOLE and not trying.failures:
            trying.fill_whole(held, own)
        trying.fill(held)
        if trying.steps > _MOST_STEPS or trying.failures:
            return Tried(failures=tuple(trying.failures))
        if number + 1 >= _WHOLE and len(around.reached) == len(branches):
            return Tried()
    missing = [number for number in range(len(branches)) if number not in around.reached]
    return Tried(tuple(branches[number] for number in missing if branches[number].inside not in missing))


def _own_blocks(tree: nodes.Template) -> frozenset[str]:
    """The blocks in which something of the template's own text stands."""
    every = (one for one in tree.body if isinstance(one, nodes.Block))
    return frozenset(one.name for one in every if any(node.lineno < LINES for node in below(one, nodes.Node)))


class _Trying:
    """A template that is filled again and again, each time in another turn of its wordings.

    Only blocks in which a branch is missing are filled; `steps` are those of all the times, putting text together
    counted in."""

    def __init__(
        self,
        program: Program,
        reached: Collection[int],
        blocks: Collection[Collection[str]],
        wordings: int,
        texts: Texts,
    ) -> None:
        self.steps = 0
        #: where filling failed, each line once
        self.failures: dict[Problem, None] = {}
        self._program = program
        self._reached = reached
        self._blocks = blocks
        self._wordings = wordings
        self._texts = [(text.source, text.file) for text in texts.values()]
        folder = PurePath(self._texts[0][1]).parent
        self._own = [number for number, (_, file) in enumerate(self._texts) if folder in PurePath(file).parents]
        self._turn = 0

    def fill_whole(self, values: dict[str, Any], blocks: Collection[str]) -> None:
        """Fill these blocks with one sample, whether or not a branch is missing in them."""
        self.steps += self._filled(values, blocks)

    def fill(self, values: dict[str, Any]) -> None:
        """Fill the template with one sample: in as many turns as there are wordings where that takes few steps."""
        until = self.steps + _STEPS_A_SAMPLE
        for _ in range(self._wordings):
            if self.steps >= until or len(self._reached) == len(self._blocks):
                return
            self.steps += self._filled(values, self._wanted())

    def _filled(self, values: dict[str, Any], wanted: Collection[str]) -> int:
        seed = values.get("variety")
        run = budget.Run(values, seed.text if isinstance(seed, Leaf) else "", self._turn)
        self._turn += 1
        context = self._program.context(values)
        for block in context.blocks.keys() - set(wanted):
            context.leave_out(block)
        try:
            with budget.running(run):
                for _ in self._program.root(context):
                    pass
        except Exception as error:  # noqa: BLE001 - whatever a template provokes is told as its fault
            self.failures.setdefault(failure_at(error, self._texts, self._own))
        return run.steps + run.pieces + (run.literal + run.characters) // _CHARACTERS_A_STEP

    def _wanted(self) -> set[str]:
        missing = (blocks for number, blocks in enumerate(self._blocks) if number not in self._reached)
        return {block for blocks in missing for block in blocks}


def _most_wordings(tree: nodes.Template) -> int:
    """How many wordings the longest `vary` of a tree has, 1 where it has none."""
    calls = (call for call in below(tree, nodes.Call) if isinstance(call.node, nodes.Name) and call.node.name == "vary")
    return max([1, *(len(call.args) - 1 for call in calls)])
