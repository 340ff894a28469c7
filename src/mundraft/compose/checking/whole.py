"""The check of a template as a whole: its questions, its text, whether the two fit, and what follows from what.

One mistake should be one message. So what only follows from another fault is left out: where two questions have one id,
that the other name is unknown says nothing new; and what is misspelt in ten places is told once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from mundraft.compose.checking.asking import asking_faults
from mundraft.compose.checking.faults import Fault
from mundraft.compose.checking.helping import helping_faults
from mundraft.compose.checking.kinds import values_of
from mundraft.compose.checking.lost_blocks import lost_in_blocks
from mundraft.compose.checking.lost_extends import lost_extends
from mundraft.compose.checking.missing import answers_of
from mundraft.compose.checking.parts import part_faults, unlisted_blocks
from mundraft.compose.checking.printing import left_out_reads, unused, unused_faults
from mundraft.compose.checking.written import slips
from mundraft.compose.names import known_names
from mundraft.compose.template_looks import meant_as_reference, misnamed
from mundraft.library.template import Template
from mundraft.library.template_texts import read_text
from mundraft.problems import Problem, Severity, TemplateFault
from mundraft.templating.check import Reading, Tree, read
from mundraft.templating.faults import MOST_TOLD, did_you_mean, problem_at
from mundraft.templating.holes import Hole, holes
from mundraft.templating.linking import LINES
from mundraft.templating.phrases import Misfit, misfits
from mundraft.templating.used import Read, used_in

if TYPE_CHECKING:
    from mundraft.library.conference import Conference

#: That names are unknown follows from these: the question was meant to be called otherwise.
_HIDING = frozenset(("template-asked-twice", "template-wrong-name"))
_UNKNOWN = frozenset(("template-unknown-name", "template-asks-unknown", "template-condition-unknown"))
#: What is told once for each name, however often it comes up.
_ONCE = _UNKNOWN | {"template-phrase-kind", "template-sentence-bare"}
_NAMED = re.compile(r"[`'](\w+)[`']|prints (\w+),")


class Looked(NamedTuple):
    """A template that was looked at and not filled yet: what is wrong, and its tree where it could be made."""

    template: Template
    found: list[Problem]
    tree: Tree | None


def template_problems(template: Template, conference: Conference | None = None) -> tuple[Problem, ...]:
    """Every fault of a template that was read: those of its questions first, then those of its text by line.

    With a `conference`, also whether papers of this template can have the length that it asks for."""
    return with_those_of_filling(looked_at(template, conference))


def looked_at(template: Template, conference: Conference | None = None) -> Looked:
    """What can be found without filling the template, which takes as long again."""
    definition = template.definition
    lost = lost_extends(template)
    reading = Reading((lost,)) if lost else read(template.texts, template.name, known_names(definition))
    of_text, blocks, tree = reading
    every = (
        asking_faults(definition),
        helping_faults(definition),
        part_faults(definition, blocks, bool(template.extends)),
    )
    faults = [fault for some in every for fault in islice(some, MOST_TOLD)]
    if conference is not None:
        from mundraft.compose.checking.lengths import length_faults

        faults += length_faults(definition, conference, bool(template.extends))
    of_fit: tuple[Problem, ...] = ()
    if tree is not None:
        # what stands in single braces is printed by none, nor is what it would have called: one slip, told once
        torn = any(one.code == "jinja-single-braces" for one in of_text)
        used = used_in(tree)
        silent = () if torn else tuple(unused(definition, used))
        replaced = tuple(lost_in_blocks(template, silent))
        gone = [one for _, every in replaced for one in every]
        faults += islice(unused_faults((one for one in silent if one not in gone), used), MOST_TOLD)
        of_fit = tuple(problem for problem, _ in replaced)
        of_fit += tuple(_misfit(one, template) for one in misfits(tree, values_of(definition))[:MOST_TOLD])
        of_fit += tuple(_left_out(one, template) for one in islice(left_out_reads(definition, tree), MOST_TOLD))
        of_fit += tuple(_hole(one, template) for one in holes(tree, answers_of(definition))[:MOST_TOLD])
    of_questions = [_pointed(fault, template) for fault in faults]
    spare = islice(unlisted_blocks(definition, blocks), MOST_TOLD) if blocks is not None else ()
    found = [*template.faults, *of_questions, *_slips(template), *of_text, *of_fit, *spare]
    if (misread := meant_as_reference(template)) is not None:
        found.append(misnamed(misread))
    return Looked(template, found, tree)


def with_those_of_filling(looked: Looked) -> tuple[Problem, ...]:
    """Every fault of a template, in the order in which they are told. The tree is used up."""
    template, found, tree = looked
    if tree is not None and not any(one.severity is Severity.ERROR for one in found):
        lines = {_line(one) for one in found}
        # what only follows from a warning is not told; that the paper cannot be made follows from none
        found += [
            one for one in _of_filling(template, tree) if one.severity is Severity.ERROR or _line(one) not in lines
        ]
    return tuple(_tamed(found))


def _of_filling(template: Template, tree: Tree) -> Iterator[Problem]:
    """What the template cannot be filled with, and branches that no sample prints.

    Looked for where nothing else is wrong, since it takes the longest."""
    from mundraft.compose.checking.samples import samples
    from mundraft.templating.reach import tried

    text = next(iter(template.texts.values()))
    lines = text.source.splitlines()
    try:
        found = tried(tree, template.name, template.texts, samples(template))
    except TemplateFault as fault:
        yield from fault.problems
        return
    yield from found.failures
    for branch in found.unreached:
        # an `else` has no place of its own in the tree: its words begin on its line or the next
        near = range(branch.line, max(branch.line - 2, 0), -1)
        line = next((one for one in near if branch.word in lines[one - 1]), branch.line)
        what = "No sample reaches this branch, so nobody has read what it prints."
        next_step = "Look at its condition: can it come true with what the template asks? If not, take the branch out."
        told = problem_at(text.source, text.file, line, "template-branch-unreached", what, next_step, branch.word)
        yield replace(told, severity=Severity.WARNING)


def _slips(template: Template) -> Iterator[Problem]:
    own = template.chain[0].definition
    yield from slips(read_text(own), str(own))


def _pointed(fault: Fault, template: Template) -> Problem:
    place = template.place(fault.at)
    own = str(template.chain[0].definition)
    if place.file != own:
        others = (template.place(steps) for steps in fault.elsewhere)
        place = next((other for other in others if other.file == own), place)
    return Problem(fault.code, fault.what, fault.next_step, place, severity=fault.severity)


def _misfit(one: Misfit, template: Template) -> Problem:
    number, line = divmod(one.line, LINES)
    text = list(template.texts.values())[number]
    told = problem_at(text.source, text.file, line, one.code, one.what, one.next_step, one.find)
    return replace(told, severity=Severity.WARNING)


def _left_out(one: Read, template: Template) -> Problem:
    text = next(iter(template.texts.values()))
    what = f"`{one.name}` is left out, so it is never asked, and nothing is printed here."
    next_step = "Take it out of the sentence, or take its line out of leave_out in template.yaml."
    told = problem_at(text.source, text.file, one.line, "template-left-out-printed", what, next_step, one.name)
    return replace(told, severity=Severity.WARNING)


def _hole(one: Hole, template: Template) -> Problem:
    text = next(iter(template.texts.values()))
    what = f"`{one.name}` need not be answered, and this sentence has a hole without it."
    next_step = f"Write {{% if {one.name} %}} before the sentence, and {{% endif %}} behind it."
    told = problem_at(text.source, text.file, one.line, "template-hole", what, next_step, one.name)
    return replace(told, severity=Severity.WARNING)


def _tamed(problems: list[Problem]) -> Iterator[Problem]:
    """The problems without those that only follow from others."""
    if any(problem.code in _HIDING for problem in problems):
        problems = [problem for problem in problems if problem.code not in _UNKNOWN]
    problems = _without_misspelt_twice(problems)
    seen: dict[tuple[str, str], int] = {}
    for problem in problems:
        key = (problem.code, problem.what)
        seen[key] = seen.get(key, 0) + 1
    for problem in problems:
        times = seen.pop((problem.code, problem.what), 0)
        if times:
            more = f" ({times} times)" if times > 1 and problem.code in _ONCE else ""
            yield replace(problem, what=problem.what + more) if more else problem
        elif problem.code not in _ONCE:
            yield problem


def _without_misspelt_twice(problems: list[Problem]) -> list[Problem]:
    """A question whose id is misspelt is unused, and its right name unknown to parts and text: that of the text is
    told. And of what has another fault at its line, that nothing prints it is no news."""
    unknown = {_named(one) for one in problems if one.code in _UNKNOWN}
    unused = {_named(one) for one in problems if one.code == "template-question-unused"}
    in_text = {_named(one) for one in problems if one.code == "template-unknown-name"}
    at_fault = {_line(one) for one in problems if one.code != "template-question-unused"}
    meant = {name for name in unused if unknown and "Did" in did_you_mean(name, unknown)}
    return [
        one
        for one in problems
        if not (one.code == "template-question-unused" and (_named(one) in meant or _line(one) in at_fault))
        and not (one.code == "template-asks-unknown" and _named(one) in in_text)
    ]


def _line(problem: Problem) -> tuple[str, int]:
    return (problem.place.file, problem.place.line) if problem.place else ("", 0)


def _named(problem: Problem) -> str:
    found = _NAMED.search(problem.what)
    return (found[1] or found[2]) if found else ""
