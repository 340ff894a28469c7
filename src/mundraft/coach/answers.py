"""Whether the questions are answered, and in a way that the template can use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mundraft.interview.answering import problems_by_line
from mundraft.interview.beside import beside
from mundraft.interview.conference_questions import CONFERENCE_STEP
from mundraft.interview.interview import Interview
from mundraft.interview.kept_words import kept_place, kept_text
from mundraft.interview.states import Prompt, State
from mundraft.paper.address import Address
from mundraft.problems import Problem, Severity
from mundraft.text.near import names_near
from mundraft.text.shortened import shortened

_SHOWN = 60
#: Letters from which on words that are found in the paper are taken to be those of the answer.
_TELLING = 12


def missing_answers(interview: Interview) -> Iterator[Problem]:
    """Each required question without an answer, in the order of the interview. What only the conference asks is told
    with its rule, and where that was seen."""
    for prompt in interview.prompts():
        if prompt.state is State.OPEN and prompt.step_id != CONFERENCE_STEP:
            yield Problem(
                code="missing-answer",
                what=f"{named(prompt, interview)} has no answer yet.",
                next_step=_how_to_begin(prompt),
                address=prompt.address,
            )


def invalid_answers(interview: Interview, names: tuple[str, ...] = ()) -> Iterator[Problem]:
    """Answers that the template cannot use as they stand. `names` are those of the seat and of countries."""
    for prompt in interview.prompts():
        if prompt.state is State.INVALID:
            yield from (problem for problem in _told(interview, prompt, names) if problem.severity is Severity.ERROR)


def advice_on_answers(interview: Interview, names: tuple[str, ...] = ()) -> Iterator[Problem]:
    """What might be worded better: advice and warnings, answer by answer. `names` as for `invalid_answers`."""
    for prompt in interview.prompts():
        if prompt.state in (State.ANSWERED, State.INVALID):
            yield from (
                problem for problem in _told(interview, prompt, names) if problem.severity is not Severity.ERROR
            )


def unasked_answers(interview: Interview, printed: str = "") -> Iterator[Problem]:
    """Answers that are kept in the paper but that no question of the template asks for now. One whose words are
    `printed` all the same, as a school in the header is, needs nothing."""
    said = _folded(printed)
    for address, value in interview.unasked():
        text = kept_text(interview.paper, address, value)
        if _is_printed(address, text, said):
            continue
        shown, place = shortened(text, _SHOWN), kept_place(interview.paper, address)
        meant = _asked_instead(interview, address)
        yield Problem(
            code="answer-not-asked",
            what=f"The template does not ask for “{place}”" + (f": “{shown}”." if shown else "."),
            next_step=f"Did you mean {meant}? Call it so in the file."
            if meant
            else "It is kept in the file. Move it to another answer if the paper should say it.",
            address=address,
            severity=Severity.ADVICE,
        )


def _asked_instead(interview: Interview, address: Address) -> str:
    """The question that an answer seems to have been meant for whose name is misspelt, and that has none; else ""."""
    holder, _, name = address.rpartition("/")
    if not holder.endswith("/answers"):
        return ""
    open_ones = (prompt for prompt in interview.prompts() if prompt.state in (State.OPEN, State.SKIPPABLE))
    near = names_near(
        name, [one.address.rpartition("/")[2] for one in open_ones if one.address.startswith(holder)], 1, 0.8
    )
    return near[0] if near else ""


def _is_printed(address: str, text: str, said: str) -> bool:
    """Whether every line of an answer is printed. A few letters in a topic would be found there by chance."""
    fewest = _TELLING if address.startswith("topics/") else 1
    lines = [_folded(line) for line in text.split("\n")]
    return bool(said) and all(len(line) >= fewest and line in said for line in lines)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def named(prompt: Prompt, interview: Interview) -> str:
    """A question as a finding names it: "Solution 2 of 3, “Who should act?” (Your solutions, topic B)"."""
    entry = f"{prompt.entry_label}, " if prompt.entry_label else ""
    letter = interview.topic_letter(prompt.topic_id)
    topic = f", topic {letter}" if letter else ""
    return f"{entry}“{prompt.question.ask}” ({prompt.step_title}{topic})"


def _told(interview: Interview, prompt: Prompt, names: tuple[str, ...]) -> Iterator[Problem]:
    """What is told beside the answer itself, with the name of its question: a list of findings stands far from it."""
    known = beside(interview.paper, prompt.address)
    for line, problem in problems_by_line(prompt.question, prompt.value, prompt.address, names, known):
        called = named(prompt, interview)
        place = f"{called}, line {line}" if line else called
        yield replace(problem, what=f"{place}: {problem.what}")


def _how_to_begin(prompt: Prompt) -> str:
    strong = prompt.question.strong
    return f"Answer it in your own words. An example from another topic: {strong}" if strong else "Answer it."
