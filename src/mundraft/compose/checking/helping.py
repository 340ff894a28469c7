"""What a delegate is helped with: the sentence that an answer fills, the help text, and the two examples.

A frame is judged only where it can be judged surely: by the words that stand right before and after the slot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mundraft.compose.checking.faults import Fault, questions_of
from mundraft.library.pointing import Steps
from mundraft.library.questions import HELP_TO_WRITE, Kind, Question, TemplateDefinition
from mundraft.problems import Severity
from mundraft.templating.faults import did_you_mean
from mundraft.text.counting import count_words

_SLOT = re.compile(r"\{{1,9}([^{}]{0,200})\}{1,9}")
_NAMES = ("answer", "seat", "topic")
_OTHER_NAMES = {"country": "seat", "nation": "seat", "delegation": "seat", "noun": "topic", "title": "topic"}
_PHRASES = (Kind.NOUN_PHRASE, Kind.VERB_PHRASE, Kind.CLAUSE)
_SENTENCES = (Kind.SENTENCE, Kind.PARAGRAPHS)
#: Words after which only the base form of a verb can stand.
_MODALS = frozenset(("should", "must", "shall", "would", "could", "cannot"))
#: What a sentence before the slot ends with, or what opens one around it.
_BREAKS = '.!?:;…"”“‘(['
_CALLED = {
    Kind.NOUN_PHRASE: "a noun_phrase (a thing, in a few words)",
    Kind.VERB_PHRASE: "a verb_phrase (what someone does)",
    Kind.CLAUSE: "a clause (who does what, without a full stop)",
    Kind.SENTENCE: "a whole sentence",
    Kind.PARAGRAPHS: "whole paragraphs",
}


def helping_faults(definition: TemplateDefinition) -> Iterator[Fault]:
    """What is wrong or missing in the help of each question, in the order of the file."""
    for standing, question in questions_of(definition):
        if question.frame:
            yield from _frame_faults((*standing.at, "frame"), question)
        if not question.help and question.kind is not Kind.YEAR:
            what = f"{question.id} has no help, so the delegate sees only the question."
            next_step = "Add `help`: one to three sentences on what a good answer holds."
            yield Fault((*standing.at, "id"), "template-no-help", what, next_step, Severity.WARNING)
        if question.help.strip() == HELP_TO_WRITE:
            what = f"The help of {question.id} is still the line that stood there for you, and students read it."
            next_step = "Say in its place what a good answer holds, in one to three sentences."
            yield Fault((*standing.at, "help"), "template-help-to-write", what, next_step, Severity.WARNING)
        yield from _example_faults(standing.at, question)
        if question.goal is not None:
            at, asked = (*standing.at, "goal"), question.for_goal
            if question.goal.frame:
                yield from _frame_faults((*at, "frame"), asked)
            if question.goal.weak or question.goal.strong:
                yield from _example_faults(at, asked)


def _frame_faults(at: Steps, question: Question) -> Iterator[Fault]:
    names = [found[1].strip() for found in _SLOT.finditer(question.frame)]
    unknown = next((name for name in names if name not in _NAMES), None)
    doubled = next((found[0] for found in _SLOT.finditer(question.frame) if found[0].startswith("{{")), None)
    if unknown is not None:
        meant = _OTHER_NAMES.get(unknown) or unknown
        near = "{" + meant + "}" if meant != unknown else ""
        hint = f"Did you mean {near}?" if near else _in_braces(did_you_mean(unknown, _NAMES))
        yield Fault(at, "template-frame-name", f"A frame knows no {{{unknown}}}, and would show it as it stands.", hint)
    elif doubled is not None:
        what = f"In a frame the braces are single: {doubled} would show braces to the delegate."
        yield Fault(at, "template-frame-name", what, f"Write {{{doubled.strip('{} ')}}}.")
    elif "answer" not in names:
        what = "This frame has no slot, so it cannot show where the answer stands."
        yield Fault(at, "template-frame-without-answer", what, "Write {answer} where the answer belongs.")
    else:
        misfit = _misfit(question)
        if misfit:
            yield Fault(at, "template-frame-kind", *misfit)


def _in_braces(hint: str) -> str:
    return re.sub(r"\b(answer|seat|topic)\b", r"{\1}", hint)


def _misfit(question: Question) -> tuple[str, str] | None:
    """What is wrong and what to do, where the slot of a frame is surely of another kind of phrase than the answer."""
    before, _, after = question.frame.partition("{answer}")
    wanted = _kind_wanted(before.strip(), after.strip(), question.kind)
    if wanted is None:
        return None
    what = f"The answer is {_CALLED[question.kind]}, and its place in the frame is one for {_CALLED[wanted]}."
    return what, f"Write `kind: {wanted.value}`, or change the words around {{answer}}."


def _kind_wanted(before: str, after: str, kind: Kind) -> Kind | None:
    """The kind of phrase that surely fits between these words, where `kind` surely does not; else None."""
    inside = bool(before) and before[-1] not in _BREAKS
    goes_on = bool(re.match(r"[a-z]", after))
    word = before.rpartition(" ")[2].casefold()
    if kind in _SENTENCES:
        return _kind_inside(word, goes_on) if inside or goes_on else None
    if kind not in _PHRASES:
        return None
    if word in _MODALS:
        return None if kind is Kind.VERB_PHRASE else Kind.VERB_PHRASE
    if word == "that" and not goes_on:
        return None if kind is Kind.CLAUSE else Kind.CLAUSE
    if kind is not Kind.CLAUSE and not inside and not re.search(r"\w", re.sub(r"\[\d+\]", "", after)):
        return Kind.SENTENCE
    return None


def _kind_inside(word: str, goes_on: bool) -> Kind:
    if word in _MODALS:
        return Kind.VERB_PHRASE
    return Kind.CLAUSE if word == "that" and not goes_on else Kind.NOUN_PHRASE


def _example_faults(at: Steps, question: Question) -> Iterator[Fault]:
    if bool(question.weak) != bool(question.strong):
        there, lacking = ("weak", "strong") if question.weak else ("strong", "weak")
        what = f"{question.id} has a {there} example and no {lacking} one: it is the two side by side that teach."
        code = "template-example-alone"
        yield Fault((*at, there), code, what, f"Add a {lacking} one of your own.", Severity.WARNING)
    if not question.strong:
        return
    words = count_words(question.strong)
    if 0 < question.limit.words < words:
        what = f"The strong example has {words} words, and an answer may have {question.limit.words}."
        next_step = "Shorten the example, or give the answer more room."
        yield Fault((*at, "strong"), "template-example-misfit", what, next_step, Severity.WARNING)
    elif question.kind in _PHRASES and question.strong.rstrip().endswith("."):
        what = f"The strong example ends with a full stop, and a {question.kind.value} has none."
        next_step = "Take the full stop away, and begin without a capital letter."
        yield Fault((*at, "strong"), "template-example-misfit", what, next_step, Severity.WARNING)
