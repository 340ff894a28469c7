"""Which branches of a template a set of samples reaches: what no sample prints, no teacher has ever read.

The template is compiled a second time by a generator that notes each branch as it is taken. Its code is never kept and
never prints a paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from jinja2 import Template, nodes
from jinja2.compiler import Frame

from mundraft.problems import Problem, TemplateFault
from mundraft.templating import budget
from mundraft.templating.faults import in_words
from mundraft.templating.leaf import Leaf, as_value
from mundraft.templating.linking import LINES
from mundraft.templating.sandbox import LeafCodeGenerator, PaperEnvironment, compiled, template_of
from mundraft.templating.walking import children

#: The attribute of the first node of a branch that holds the branch's number.
_NUMBER = "mundraft_branch"
#: Steps that all samples may take together, several times what three hundred rich papers need; and how many characters
#: that are put together count as one.
_MOST_STEPS = 600_000
_CHARACTERS_A_STEP = 50


class Branch(NamedTuple):
    """One branch: its line in the tree, the word that begins it, and the number of the branch around it (-1: none)."""

    line: int
    word: str
    inside: int


class _NotingGenerator(LeafCodeGenerator):
    """Code that says which branch it has entered."""

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        body = list(nodes)
        number = getattr(body[0], _NUMBER, None) if body else None
        if number is not None:
            self.writeline(f"environment.entered({number:d})", body[0])
        super().blockvisit(body, frame)


class _NotingEnvironment(PaperEnvironment):
    code_generator_class = _NotingGenerator

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
    env = _NotingEnvironment()
    branches = tuple(_numbered(tree, [], -1))
    try:
        template = template_of(compiled(tree, name, env), env)
    except Exception as error:
        raise TemplateFault(Problem(*in_words(error))) from error
    steps = 0
    for values in samples if branches else ():
        steps += _fill(template, {key: as_value(value) for key, value in values.items()})
        if len(env.reached) == len(branches) or steps > _MOST_STEPS:
            return ()
    missing = [number for number in range(len(branches)) if number not in env.reached]
    return tuple(branches[number] for number in missing if branches[number].inside not in missing)


def _numbered(node: nodes.Node, found: list[Branch], inside: int) -> list[Branch]:
    for child in children(node):
        if isinstance(child, nodes.If) and child.lineno < LINES:
            for word, body, line in _bodies(child):
                setattr(body[0], _NUMBER, len(found))
                found.append(Branch(line, word, inside))
                here = len(found) - 1
                for one in body:
                    _numbered(nodes.Scope([one]), found, here)
        else:
            _numbered(child, found, inside)
    return found


def _bodies(node: nodes.If) -> Iterator[tuple[str, list[nodes.Node], int]]:
    every = [("if", node.body, node.lineno), *(("elif", one.body, one.lineno) for one in node.elif_)]
    if node.else_:
        every.append(("else", node.else_, node.else_[0].lineno))
    return ((word, body, line) for word, body, line in every if body)


def _fill(template: Template, values: dict[str, Any]) -> int:
    """Fill a template with one sample; gives the steps that it took, those of putting text together counted in."""
    seed = values.get("variety")
    run = budget.Run(values, seed.text if isinstance(seed, Leaf) else "")
    try:
        with budget.running(run):
            for _ in template.root_render_func(template.new_context(values)):
                pass
    except Exception:  # noqa: BLE001, S110 - what a template cannot be filled with is told where it is filled
        pass
    return run.steps + run.pieces + (run.literal + run.answers) // _CHARACTERS_A_STEP
