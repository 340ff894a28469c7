"""Questions, groups and fields that are asked for and never printed, and those that are printed and never asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mundraft.compose.checking.advice import how_to_print
from mundraft.compose.checking.faults import Fault, Standing, elements_of
from mundraft.interview.places import field_of_entry
from mundraft.library.questions import Group, TemplateDefinition
from mundraft.problems import Severity
from mundraft.templating.check import Tree
from mundraft.templating.linking import LINES
from mundraft.templating.used import Read, Used, read_unguarded

#: What else the text can name so that a field of an entry is printed; "" is the entry itself, passed to a filter.
_PRINTED_AS = {
    "ref": ("name", "in_sentence", "short", ""),
    "name": ("name", ""),
    "number": ("named", "number"),
    "timeline": ("timeline", "timetable"),
    "year": ("year", "years_on"),
}


def unused(definition: TemplateDefinition, used: Used) -> Iterator[Standing]:
    """Each question, group and field that nothing prints: a delegate would answer it for nothing."""
    every = tuple(elements_of(definition))
    steering = {one.element.when.answer for one in every if one.element.when}
    silent = {str(one.element.group) for one in every if isinstance(one.element, Group) and not is_used(one, used)}
    for one in every:
        if not (one.group in silent or is_used(one, used) or name_of(one) in steering):
            yield one


def unused_faults(silent: Iterable[Standing], used: Used) -> Iterator[Fault]:
    """What is told of all that nothing prints: what a macro prints that nothing calls any more in one."""
    every = tuple(silent)
    waiting = [one for one in every if name_of(one) in used.uncalled]
    if len(waiting) > 1:
        yield _uncalled(waiting)
    yield from (unused_fault(one) for one in every if len(waiting) < 2 or one not in waiting)


def _uncalled(waiting: Sequence[Standing]) -> Fault:
    *others, last = (name_of(one) for one in waiting)
    what = f"Nothing in paper.md.j2 calls the macro that prints {', '.join(others)} and {last}, so nothing prints them."
    next_step = "Print what the macro gives where it belongs, as in {{ name_of_the_macro(entry) }}, or take them out."
    return Fault((*waiting[0].at, "id"), "template-question-unused", what, next_step, Severity.WARNING)


def unused_fault(one: Standing) -> Fault:
    """What is told of something that nothing prints."""
    what = f"Nothing in paper.md.j2 prints {name_of(one)}, so whoever answers it answers for nothing."
    key = "group" if isinstance(one.element, Group) else "id"
    next_step = f"Print it where it belongs, as in {how_to_print(one)}, or take it out."
    return Fault((*one.at, key), "template-question-unused", what, next_step, Severity.WARNING)


def left_out_reads(definition: TemplateDefinition, own: Tree) -> Iterator[Read]:
    """Where a template's own text prints what it does not ask: a sentence around it has a hole in every paper.

    The texts behind may name it: they leave the place out by themselves."""
    asked = {name_of(one) for one in elements_of(definition)}
    reads = read_unguarded(own, {name for name in definition.left_out if "/" not in name and name not in asked})
    yield from sorted(one for one in reads if one.line < LINES)


def name_of(one: Standing) -> str:
    """The id of a question, the name of a group."""
    return str(one.element.group) if isinstance(one.element, Group) else one.element.id


def is_used(one: Standing, used: Used) -> bool:
    """Whether a text that reads this prints it somewhere."""
    element = one.element
    if isinstance(element, Group):
        return element.group in (used.names | used.fields)
    if one.entry is None or ":" in element.at:
        return not element.place.startswith("topic:answers/") or element.id in used.names
    field = field_of_entry(element, one.entry)
    return not field or any(not name or name in used.fields for name in _PRINTED_AS.get(field, (field,)))
