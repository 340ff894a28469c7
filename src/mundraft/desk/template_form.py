"""The files of a new template as they are written: working as they stand, and each line explained to a teacher."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mundraft.desk.schemas import line_in_class_folder
from mundraft.library.questions import HELP_TO_WRITE, Group, Kind, PartInfo, Question, Step, TemplateDefinition

if TYPE_CHECKING:
    from mundraft.library.conference import Conference
    from mundraft.library.template import Template

_WIDTH = 100
#: The id of the question that a teacher adds.
_OWN = "own_question"


class Plan(NamedTuple):
    """A template that is to be written: what it is called and what is different in it from the one behind."""

    name: str
    title: str
    behind: Template
    words: int
    leave_out: tuple[str, ...]
    question: str
    conference: Conference | None

    @property
    def definition(self) -> TemplateDefinition:
        return self.behind.definition


class Asked(NamedTuple):
    """A question or group of the template behind, and the id that means it and nothing else."""

    ref: str
    words: str
    required: bool


def askable(definition: TemplateDefinition) -> tuple[Asked, ...]:
    """Everything that a template asks, each under the id by which it can be left out, in the order of the interview."""
    return tuple(one for step in definition.steps for one in _askable_in(step, definition))


def _askable_in(step: Step, definition: TemplateDefinition) -> Iterator[Asked]:
    steps = {one.id for one in definition.steps}
    for element in step.questions:
        if isinstance(element, Group):
            alone = len(step.questions) == 1 and element.group == step.id
            ref = f"group/{element.group}" if element.group in steps and not alone else element.group
            yield Asked(ref, element.title, element.count.min > 0)
            for inside in element.questions:
                if isinstance(inside, Question):
                    yield Asked(f"{element.group}/{inside.id}", inside.ask, inside.required)
        else:
            ref = f"question/{element.id}" if element.id in steps else element.id
            yield Asked(ref, element.ask, element.required)


def template_text(plan: Plan) -> str:
    """The `template.yaml`."""
    parts = (_head(plan), _names(plan), _left_out(plan), _changed(plan), _added(plan))
    return "\n".join(line.rstrip() for part in parts for line in part) + "\n"


def paper_text(plan: Plan) -> str:
    """The `paper.md.j2`."""
    where = _anchor(plan)
    part = where[1].key if where else "issue"
    block = f"{{% block {part} %}}\n{{{{ super() }}}} {{{{ {_own_id(plan)} | sentence }}}}\n{{% endblock %}}"
    lines = [
        "{#",
        "  What the paper prints around the answers. Between these two signs stand notes, which are not printed.",
        "  The next line takes everything from the template behind: with it alone, the paper is printed as there.",
        "#}",
        f'{{% extends "{plan.behind.name}" %}}',
        "",
    ]
    explained = [
        f"  To say more in a part, write its block again. Its name is the key of the part: {part}. {{{{ super() }}}}",
        "  prints what stood there, and the id of a question between {{ }} prints the answer. `sentence` is a filter:",
        "  it gives the answer a capital letter and a full stop, and prints nothing where there is no answer.",
        "  In one line with super() it goes on in the last paragraph; below it, it begins a paragraph of its own.",
    ]
    if plan.question and where:
        return "\n".join([*lines, "{#", *explained, "#}", block]) + "\n"
    return "\n".join([*lines, "{#", *explained, "", textwrap.indent(block, "  "), "#}"]) + "\n"


def _head(plan: Plan) -> Iterator[str]:
    yield line_in_class_folder("template")
    yield from _note(
        f"What your class is asked. This template builds on {plan.behind.name} and says only what is different. "
        "Lines that begin with # are notes for you: the program skips them. Change what you like with any editor, "
        "save, and then:"
    )
    yield f"#   mundraft template check {plan.name}     tells every mistake, with its line"
    yield f"#   mundraft template preview {plan.name}   shows a paper that it makes"
    yield f"#   mundraft template show {plan.name}      lists all that it asks, with the ids"
    yield "mundraft-template: 1"
    yield ""


def _names(plan: Plan) -> Iterator[str]:
    yield from _note("The template that this one builds on. What is not said below is as it has it.")
    yield f"extends: {_quoted(plan.behind.name)}"
    yield ""
    yield from _note("What the list of templates shows: a name, and a line for whoever chooses.")
    yield f"name: {_quoted(plan.title)}"
    yield f"description: {_quoted(f'For our class. Builds on {plan.behind.name}.')}"
    yield ""
    yield from _note("The most words that a finished paper may have; 0 is no limit. A conference's own limit wins.")
    if plan.conference is not None:
        yield from _length(plan.conference)
    yield f"max_words: {plan.words}"
    yield ""
    yield from _note("The conference whose rules a new paper follows, by its id, until the student chooses another.")
    if plan.conference is not None:
        from mundraft.library.conference_words import CHECK_YOUR_HANDBOOK

        yield from _note(CHECK_YOUR_HANDBOOK)
        yield f"preset: {plan.conference.id}"
    else:
        yield "# preset: nmun-ny"
    yield ""


def _length(conference: Conference) -> Iterator[str]:
    from mundraft.library.conference_words import rules_in_words

    length = next((group.rules for group in rules_in_words(conference) if "ength" in group.title), ())
    asked = f"asks for this length: {'; '.join(length)}." if length else "is not known to ask for any length."
    yield from _note(f"{conference.called} {asked}")


def _left_out(plan: Plan) -> Iterator[str]:
    yield from _note(
        "What is not asked and not printed, by its id: a question, a group of questions, a step or a part. To leave "
        "one out, take away the first # of its line and the space behind it. Those of a group are written with it: "
        "solutions/funding."
    )
    yield "leave_out:"
    yield from (f"  - {ref}" for ref in plan.leave_out)
    for one in askable(plan.definition):
        if not one.required and one.ref not in plan.leave_out:
            yield f"  # - {one.ref:<32} # {textwrap.shorten(one.words, 60, placeholder=' …')}"
    yield ""


def _changed(plan: Plan) -> Iterator[str]:
    where = _anchor(plan)
    changed = dict(_fewer_words(plan))
    yield from _note(
        "Other words, or other limits, for what has this id. What you do not mention stays: ask is the question "
        "itself, help the advice below it, weak and strong are examples, required is true or false, and limit holds "
        "words (the most) and warn_words (where the delegate is warned)."
    )
    yield "change:"
    if where:
        question = where[0]
        yield f"  {_ref(plan, question)}:"
        yield f"    ask: {_quoted(question.ask)}"
        yield "    # help: Your own advice for this question."
        yield "    # limit:"
        yield "    #   warn_words: 40"
    if changed:
        yield from _note("The words that each part should have, so that together they keep to max_words.", indent="  ")
    for key, words in changed.items():
        yield f"  part/{key}:"
        yield f"    words: {words}"
    yield ""


def _added(plan: Plan) -> Iterator[str]:
    where = _anchor(plan)
    yield from _note(
        "Questions of your own. Each stands after (or before) another one, by its id, and is printed where you say so "
        "in paper.md.j2. kind is sentence for whole sentences, noun_phrase or verb_phrase for a few words, words for a "
        "name or number. With cited: true a student can add a source to the answer."
    )
    if where is None:
        return
    asked = bool(plan.question)
    lines = [
        "add:",
        f"  - after: {_ref(plan, where[0])}",
        "    question:",
        f"      id: {_own_id(plan)}",
        f"      ask: {_quoted(plan.question or 'What does your town have to do with it?')}",
        f"      help: {HELP_TO_WRITE}",
        "      kind: sentence",
        "      cited: false",
        "      required: false",
        "      limit:",
        "        warn_words: 40",
    ]
    yield from lines if asked else (f"# {line}" for line in lines)


def _anchor(plan: Plan) -> tuple[Question, PartInfo] | None:
    """A question that takes a sentence and stands in no group, and the part that prints it: where one's own fits."""
    gone = set(plan.leave_out)
    parts = [part for part in plan.definition.parts if not {part.key, f"part/{part.key}"} & gone]
    questions = {
        element.id: element
        for step in plan.definition.steps
        for element in step.questions
        if isinstance(element, Question)
        and not {step.id, f"step/{step.id}", element.id, f"question/{element.id}"} & gone
        and not element.at
    }
    found = [(questions[name], part) for part in parts for name in part.asks if name in questions]
    sentences = [one for one in found if one[0].kind is Kind.SENTENCE and one[0].required]
    return next(iter(sentences or found), None)


def _own_id(plan: Plan) -> str:
    taken = {ask.ref.rpartition("/")[2] for ask in askable(plan.definition)}
    return next(name for name in (_OWN, *(f"{_OWN}_{number}" for number in range(2, 99))) if name not in taken)


def _ref(plan: Plan, question: Question) -> str:
    """The id of a question, with its kind where a step, a part or a question of a group is called alike."""
    named = Counter(ask.ref.rpartition("/")[2] for ask in askable(plan.definition))
    others = {step.id for step in plan.definition.steps} | {part.key for part in plan.definition.parts}
    alone = named[question.id] == 1 and question.id not in others
    return question.id if alone else f"question/{question.id}"


def _fewer_words(plan: Plan) -> Iterator[tuple[str, int]]:
    """The words of each part, where those of all of them are too many for a shorter paper."""
    if 0 < plan.words < sum(part.words for part in plan.definition.parts):
        yield from plan.definition.shares(plan.words).items()


def _note(text: str, indent: str = "") -> Iterator[str]:
    lead = f"{indent}# "
    words = " ".join(text.split())
    yield from textwrap.wrap(words, _WIDTH, initial_indent=lead, subsequent_indent=lead, break_on_hyphens=False)


def _quoted(text: str) -> str:
    """A text as a value in YAML, between double quotation marks."""
    words = " ".join(text.split())
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
