"""The budget of one rendering: counted, not timed, so that a template fails on every computer or on none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from mundraft.templating.faults import Refused

if TYPE_CHECKING:
    from mundraft.templating.leaf import Piece

#: Steps (turns of a loop, calls, filters, branches) that one rendering may take; a deep paper takes about 1,500.
MAX_STEPS = 100_000
#: Characters of the template's own text that one rendering may print.
MAX_LITERAL = 400_000
#: Characters that it may pass on, whoever wrote them, again at every filter: far above any paper, so that only a
#: template can reach it.
MAX_CHARACTERS = 20_000_000
#: Pieces (values and stretches of text) that it may put together.
MAX_PIECES = 60_000
#: Macros calling macros.
MAX_DEPTH = 20
#: Lists inside lists that one value may hold: a paper has two.
MAX_NESTED = 100


#: Digits of a number that is not that of a topic.
_LONG_PLACE = 4


class Run:
    """One rendering: what it has used up, the names it knows, the seed of its variety, and whose turn it is.

    `turn` is 0 for a paper. Who tries a template counts it up, so that each wording has its turn. `place` is which
    topic of the paper is filled, from 0: the number behind the last stroke of what is given as `variety`, and the seed
    is what stands before."""

    __slots__ = ("characters", "depth", "literal", "names", "pieces", "place", "steps", "turn", "variety")

    def __init__(self, names: Iterable[str] = (), variety: str = "", turn: int = 0) -> None:
        self.names = frozenset(names)
        seed, _, place = variety.rpartition("/")
        numbered = place.isascii() and place.isdecimal() and len(place) < _LONG_PLACE
        self.variety, self.place = (seed, int(place)) if numbered else (variety, 0)
        self.turn = turn
        self.steps = self.literal = self.characters = self.pieces = self.depth = 0

    def tick(self, steps: int = 1) -> None:
        """Count steps. Raises `Refused` when the budget is used up."""
        self.steps += steps
        if self.steps > MAX_STEPS:
            raise Refused(
                "template-out-of-fuel",
                f"This template takes more than {MAX_STEPS:,} steps to fill.",
                "Look for loops inside loops, or a macro that calls itself.",
            )

    def spend(self, pieces: Sequence[Piece]) -> None:
        """Count pieces whose characters were put together. Raises `Refused` when it is too much."""
        self.pass_on(sum(map(len, pieces)), len(pieces))

    def pass_on(self, characters: int, pieces: int) -> None:
        """Count characters, and the pieces that they stand in. Raises `Refused` when it is too much."""
        self.characters += characters
        self.pieces += pieces
        if self.characters > MAX_CHARACTERS or self.pieces > MAX_PIECES:
            raise _too_much()

    def hold(self, pieces: int) -> None:
        """Count pieces that were only put beside each other. Raises `Refused` when they are too many."""
        self.pieces += pieces
        if self.pieces > MAX_PIECES:
            raise _too_much()

    def print_words(self, characters: int) -> None:
        """Count the template's own words that are printed. Raises `Refused` when they are too many."""
        self.literal += characters
        if self.literal > MAX_LITERAL:
            raise _too_much()

    def go_deeper(self) -> None:
        """Count the depth of macro calls; who calls this takes one off `depth` again.

        Raises `Refused` when a macro calls itself without end."""
        if self.depth >= MAX_DEPTH:
            raise Refused(
                "template-too-deep",
                f"Macros of this template call each other more than {MAX_DEPTH} deep.",
                "A macro may not call itself.",
            )
        self.depth += 1


def check_nested(depth: int) -> None:
    """Raises `Refused` for lists inside lists, deeper than any paper has: whoever follows them calls itself, and a
    compiled function that does so without end would end the whole program."""
    if depth > MAX_NESTED:
        raise Refused("template-too-deep", "Lists are put inside one another too deeply.", "Join them into one list.")


def _too_much() -> Refused:
    return Refused(
        "template-too-much-output",
        "This template puts together more text than any paper holds.",
        "Look for text that is joined to itself inside a loop.",
    )


_RUN: ContextVar[Run] = ContextVar("mundraft_template_run")


def current() -> Run:
    """The rendering under way in this thread or task; a fresh one for a filter that is called by itself."""
    return _RUN.get(None) or Run()


@contextmanager
def running(run: Run) -> Iterator[Run]:
    """Make this the rendering under way."""
    token = _RUN.set(run)
    try:
        yield run
    finally:
        _RUN.reset(token)
