"""The page of a part that the delegate writes: a prompt like any other, which no template asks."""

from __future__ import annotations

from mundraft.interview.states import Prompt, State
from mundraft.interview.texts import text_of
from mundraft.library.questions import Kind, Limit, Question
from mundraft.paper.address import Address
from mundraft.tui.own_words import is_own
from mundraft.tui.work import Work


def own_prompt(work: Work, address: Address) -> Prompt | None:
    """The page for `topics/<topic>/own_words/<part>`, or None where the template writes that part."""
    steps = address.split("/")
    if len(steps) != 4 or steps[2] != "own_words" or not is_own(work.paper, steps[1], steps[3]):
        return None
    part = next((part for part in work.definition.parts if part.key == steps[3]), None)
    title = part.title if part else steps[3]
    value = work.value(address)
    question = Question(
        id=steps[3],
        ask=f"{title}, in your own words",
        kind=Kind.PARAGRAPHS,
        cited=True,
        limit=Limit(warn_words=part.words if part else 0),
        help="This text stands in the paper in place of what the template would write from your answers. "
        "The sources below are cited at its end: F5 changes them. "
        "Your answers are kept. ^G gives the part back to the template, and keeps your text as a private note.",
    )
    return Prompt(
        address, question, "own_words", "Your own words", steps[1], "", "", "", value, address,
        State.ANSWERED if text_of(value) else State.SKIPPABLE, False, 0, 0,
    )  # fmt: skip
