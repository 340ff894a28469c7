"""A lost line, dash, colon or letter in `template.yaml` is told once, as what it is; two of them are both told."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from mistakes_form import VALID

from mundraft.library.questions import TemplateDefinition
from mundraft.problems import Problem, UnreadableFile
from mundraft.strictyaml.reader import read_as

FILE = VALID / "templates" / "river" / "template.yaml"
LINES = FILE.read_text("utf-8").splitlines(keepends=True)
#: The line, counted from 1, and which of its characters is lost, or -1 for all of it.
Loss = tuple[int, int]
LINE = -1


def told(*losses: Loss) -> tuple[Problem, ...]:
    """What is told of the template after these losses, each in a line of its own."""
    lines = list(LINES)
    for number, at in losses:
        line = lines[number - 1]
        lines[number - 1] = line[:at] + line[at + 1 :] if at >= 0 else ""
    try:
        read_as(TemplateDefinition, "".join(lines).encode(), "template.yaml", "template")
    except UnreadableFile as error:
        return error.problems
    return ()


def shown(problem: Problem) -> tuple[str, str]:
    """A problem as its code and the line that is shown with it, which is the same wherever the line has moved."""
    assert problem.place
    return problem.code, problem.place.excerpt.strip()


#: What is lost, the code and the line that are told, and words that the message or its next step must hold.
LOSSES: dict[str, tuple[Loss, str, str, str]] = {
    "letter of a name": ((2, 0), "template-unknown-key", "ame: River paper", "mean name?"),
    "letter of steps": ((7, 0), "template-unknown-key", "teps:", "mean steps?"),
    "letter of an id": ((20, 8), "template-unknown-key", "- d: committee", "mean id?"),
    "letter of questions": ((12, 5), "template-unknown-key", "qestions:", "mean questions?"),
    "letter of choices": ((152, 10), "template-unknown-key", "chices:", "mean choices?"),
    "letter of a condition": ((168, 10), "template-unknown-key", "nswer: tone", "mean answer?"),
    "letter 1 of a group": ((87, 8), "template-unknown-key", "- roup: national_actions", "mean group?"),
    "letter 2 of a group": ((87, 9), "template-unknown-key", "- goup: national_actions", "mean group?"),
    "letter 3 of a group": ((87, 10), "template-unknown-key", "- grup: national_actions", "mean group?"),
    "letter 4 of a group": ((87, 11), "template-unknown-key", "- grop: national_actions", "mean group?"),
    "letter 5 of a group": ((87, 12), "template-unknown-key", "- grou: national_actions", "mean group?"),
    "letter 1 of solutions": ((171, 8), "template-unknown-key", "- roup: solutions", "mean group?"),
    "letter 2 of solutions": ((171, 9), "template-unknown-key", "- goup: solutions", "mean group?"),
    "letter 3 of solutions": ((171, 10), "template-unknown-key", "- grup: solutions", "mean group?"),
    "letter 4 of solutions": ((171, 11), "template-unknown-key", "- grop: solutions", "mean group?"),
    "letter 5 of solutions": ((171, 12), "template-unknown-key", "- grou: solutions", "mean group?"),
    "letter of parts": ((211, 1), "template-unknown-key", "prts:", "mean parts?"),
    "line of steps": ((7, LINE), "yaml-indentation", "- id: seat", "is gone"),
    "line of a limit": ((43, LINE), "yaml-indentation", "warn_words: 20", "is gone"),
    "line of a condition": ((167, LINE), "template-unknown-key", "answer: tone", "Write when: on a line of its own"),
    "line of parts": ((211, LINE), "template-missing-key", "- key: problem", "Write parts: on a line of its own"),
    "line of a step": ((132, LINE), "yaml-missing-dash", "title: What you propose", "with its dash"),
    "line of a question": ((107, LINE), "yaml-missing-dash", "ask: In which year?", "with its dash"),
    "line of a group": ((171, LINE), "template-missing-key", "title: Proposals", "with its dash: - group: …"),
    "line below a group": ((121, LINE), "template-missing-key", "ask: What is still left to do at home?", "- id: …"),
    "line of a list": ((215, LINE), "template-wrong-value", "- definition", "above it: its key, and a colon"),
    "dash of a list": ((216, 6), "template-wrong-kind", "definition", "a dash and a space: - definition"),
    "dash of a question": ((20, 6), "yaml-indentation", "id: committee", "dash"),
    "space after a dash": ((20, 7), "yaml-dash-space", "-id: committee", "space"),
    "colon after a dash": ((13, 10), "yaml-missing-colon", "- id seat", "colon"),
    "space after a colon": ((13, 11), "yaml-colon-space", "- id:seat", "space"),
    "colon of a group": ((87, 13), "yaml-missing-colon", "- group national_actions", "colon"),
}


@pytest.mark.parametrize(("loss", "code", "line", "says"), LOSSES.values(), ids=LOSSES)
def test_one_loss_is_told_once_where_it_is(loss: Loss, code: str, line: str, says: str) -> None:
    (problem,) = told(loss)
    assert shown(problem) == (code, line)
    assert says in f"{problem.what} {problem.next_step}"


#: Losses after which the file can still be read to its end: a fault of YAML itself keeps it from being read further.
READ_ON = [
    (number, at)
    for number, line in enumerate(LINES, 1)
    for at in (LINE, len(line) - len(line.lstrip()), len(line) - 2)
    if line.strip() and at < len(line) - 1 and line[at] not in "-:"
]


@settings(max_examples=60, deadline=None)
@given(
    above=st.sampled_from([loss for loss in READ_ON if loss[0] < 82]),
    below=st.sampled_from([loss for loss in READ_ON if loss[0] > 84]),
)
def test_of_two_losses_far_apart_both_are_told_and_nothing_else(above: Loss, below: Loss) -> None:
    alone = {shown(problem) for loss in (above, below) for problem in told(loss)}
    assume(all(code == "yaml-missing-dash" or not code.startswith("yaml-") for code, _ in alone))
    assert {shown(problem) for problem in told(above, below)} == alone


@pytest.mark.parametrize("hiding", [(7, 0), (12, 5), (171, 8), (171, LINE), (211, 0), (211, LINE), (132, LINE)])
@pytest.mark.parametrize("hidden", [(24, 18), (139, 18), (192, 22), (225, LINE)])
def test_what_stands_below_a_lost_line_or_a_misspelt_key_is_told_too(hiding: Loss, hidden: Loss) -> None:
    both = told(hiding, hidden)
    assert len(both) == 2
    assert {shown(problem) for problem in both} == {shown(*told(hiding)), shown(*told(hidden))}
