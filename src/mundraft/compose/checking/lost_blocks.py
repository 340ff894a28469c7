"""Blocks written anew without `super()`: what is printed no more because of that is told at the block, and once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mundraft.compose.checking.faults import Standing
from mundraft.compose.checking.printing import is_used, name_of
from mundraft.library.template import Template
from mundraft.problems import Problem, Severity
from mundraft.templating.faults import problem_at
from mundraft.templating.taken_over import TakenOver, taken_over

#: Names that one message says.
_MOST_NAMED = 6


def lost_in_blocks(template: Template, unused: Sequence[Standing]) -> Iterator[tuple[Problem, tuple[Standing, ...]]]:
    """Each block of the template's own text whose missing `super()` leaves questions unprinted, with these questions.

    What the template itself asks was never printed behind it."""
    if not unused or len(template.chain) < 2:
        return
    told: list[Standing] = []
    for block in taken_over(template.texts):
        lost = tuple(one for one in unused if one not in told and _is_printed_by(one, block))
        if lost:
            told += lost
            yield _problem(template, block, lost), lost


def _is_printed_by(one: Standing, block: TakenOver) -> bool:
    return is_used(one, block.lost)


def _problem(template: Template, block: TakenOver, lost: Iterable[Standing]) -> Problem:
    names = [name_of(one) for one in lost]
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    behind = template.chain[1].name
    what = (
        f"Your block {block.block} has no {{{{ super() }}}}, so what {behind} prints there is gone: "
        f"{', '.join(names[:_MOST_NAMED])}{more}."
    )
    next_step = "Write {{ super() }} where it shall stand, print these answers yourself, or name them in leave_out."
    text = next(iter(template.texts.values()))
    told = problem_at(text.source, text.file, block.line, "template-block-lost", what, next_step, block.block)
    return replace(told, severity=Severity.WARNING)
