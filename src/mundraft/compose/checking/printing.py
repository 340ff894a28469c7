"""Questions, groups and fields that are asked for and never printed, and those that are printed and never asked for."""

from __future__ import annotations

from collections.abc import Iterator

from mundraft.compose.checking.faults import Fault, Standing, elements_of
from mundraft.interview.places import field_of_entry
from mundraft.library.questions import Group, Question, TemplateDefinition
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


def unused_faults(definition: TemplateDefinition, used: Used) -> Iterator[Fault]:
    """Each question, group and field that nothing prints: a delegate would answer it for nothing."""
    every = tuple(elements_of(definition))
    steering = {one.element.when.answer for one in every if one.element.when}
    silent = {str(one.element.group) for one in every if isinstance(one.element, Group) and not _is_used(one, used)}
    for one in every:
        if one.group in silent or _is_used(one, used) or _name(one) in steering:
            continue
        what = f"Nothing in paper.md.j2 prints {_name(one)}, so whoever answers it answers for nothing."
        how = (
            f"{{{{ {_example(one)} }}}}" if isinstance(one.element, Question) else f"{{% for entry in {_name(one)} %}}"
        )
        key = "group" if isinstance(one.element, Group) else "id"
        next_step = f"Print it where it belongs, as in {how}, or take it out."
        yield Fault((*one.at, key), "template-question-unused", what, next_step, Severity.WARNING)


def left_out_reads(definition: TemplateDefinition, own: Tree) -> Iterator[Read]:
    """Where a template's own text prints what it does not ask: a sentence around it has a hole in every paper.

    The texts behind may name it: they leave the place out by themselves."""
    asked = {_name(one) for one in elements_of(definition)}
    reads = read_unguarded(own, {name for name in definition.left_out if "/" not in name and name not in asked})
    yield from sorted(one for one in reads if one.line < LINES)


def _name(one: Standing) -> str:
    return str(one.element.group) if isinstance(one.element, Group) else one.element.id


def _example(one: Standing) -> str:
    return f"entry.{_name(one)} | sentence" if one.group else f"{_name(one)} | sentence"


def _is_used(one: Standing, used: Used) -> bool:
    element = one.element
    if isinstance(element, Group):
        return element.group in (used.names | used.fields)
    if one.entry is None or ":" in element.at:
        return not element.place.startswith("topic:answers/") or element.id in used.names
    field = field_of_entry(element, one.entry)
    return not field or any(not name or name in used.fields for name in _PRINTED_AS.get(field, (field,)))
