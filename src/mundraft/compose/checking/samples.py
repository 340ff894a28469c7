"""Samples of what a template may be given: topics answered at random within what it asks, each time the same ones.

Unlike the papers of `extremes` they need not read as English, and any answer may be missing beside any other: so that
whatever a template's conditions ask for comes up soon.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping

from mundraft.compose.context import Asker
from mundraft.compose.gaps import asked_in
from mundraft.compose.instruments import Cataloguer
from mundraft.interview.places import field_of_entry
from mundraft.library.looked_up import LookedUp
from mundraft.library.questions import Count, Element, Group, Kind, Question
from mundraft.library.search_path import Library
from mundraft.library.template import Template
from mundraft.models.model import from_values
from mundraft.paper.groups import GROUPS
from mundraft.paper.model import Citation, Committee, LegalBasis, Said, Seat, Topic

#: Samples that are made at most; a template that ships is through after a dozen.
MOST = 300
#: So many samples have one seed of `vary`, so that its wordings come in turn; then others meet each other.
_ROUND = 24
_MANY = 6
_SEATS = (Seat(ref="peru"), Seat(name="Harbour Watch International"), Seat(ref="gambia"))
_ACTOR = "Peru"
_WORDS = "a word of the delegate"
_CITE = (Citation(source="survey"),)
#: What may stand in a field of an entry, where not any words will do; "" is what was not answered.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "actor": ("the World Bank", _ACTOR, ""),
    "timeline": ("2031", "by the end of 2031", "a pilot of two years", ""),
    "ref": ("crc", "cedaw", "paris", ""),
    "number": ("35", "2", ""),
}
#: Years from one entry to the next, since templates tell them in words: as often none, one, a few, many or fewer.
_YEARS_ON = (0, 1, 1, 1, 5, 5, 30, -4)


def samples(template: Template) -> Iterator[Mapping[str, object]]:
    """Contexts as `engine.render` takes them."""
    dice = random.Random(1)  # noqa: S311 - nothing is secret here, and each run must give the same
    looked_up = LookedUp(Library(template.folders))
    asked = asked_in(template.definition)
    elements = [element for step in template.definition.steps for element in step.questions]
    for number in range(MOST):
        seat = _SEATS[number % len(_SEATS)]
        asker = Asker(
            _topic(elements, dice), asked, looked_up.seat_name(seat), Cataloguer(looked_up, seat), number % 5 == 0
        )
        yield {**asker.context(Committee(name=_WORDS, short=_WORDS)), "variety": f"round {number // _ROUND}"}


def _topic(elements: Iterable[Element], dice: random.Random) -> Topic:
    values: dict[str, object] = {}
    answers: dict[str, object] = {}
    for element in elements:
        if isinstance(element, Group):
            values[element.group] = _entries(element, dice)
        elif element.place.startswith("topic:answers/"):
            answers[element.place.removeprefix("topic:answers/")] = _answer(element, dice)
        elif element.place.startswith("topic:"):
            values[element.place.removeprefix("topic:")] = _text(element, dice)
    # asked or not: a paper that was begun with another template keeps it
    values["frame"] = dice.choice(("problem", "goal"))
    topic = from_values(Topic, {**values, "answers": answers})
    return _with_legal_basis(topic, elements, dice)


def _answer(question: Question, dice: random.Random) -> object:
    if question.many is None:
        return _said(question, dice)
    said = (_said(question, dice) for _ in range(_number(question.many, dice)))
    return tuple(one for one in said if one.text)


def _said(question: Question, dice: random.Random) -> Said:
    return Said(text=_text(question, dice), cite=_CITE if question.cited and dice.random() < 0.5 else ())


def _text(question: Question, dice: random.Random) -> str:
    if question.kind is Kind.CHOICE:
        return dice.choice([*(choice.value for choice in question.choices), ""])
    return _WORDS if dice.random() < 0.7 else ""


def _number(count: Count, dice: random.Random) -> int:
    """How many entries: none, one and two more often than others."""
    most = min(count.max or _MANY, max(_MANY, count.min))
    return min(most, dice.choice((0, 1, 2, 3, most, most)))


def _entries(group: Group, dice: random.Random) -> tuple[dict[str, object], ...]:
    entry_type, prefix, _ = GROUPS[group.group]
    made: list[dict[str, object]] = []
    for number in range(_number(group.count, dice)):
        entry: dict[str, object] = {"id": f"{prefix}{number + 1}", "cite": _CITE if dice.random() < 0.5 else ()}
        for element in group.questions:
            if isinstance(element, Group):
                entry[element.group] = _entries(element, dice)
            elif (field := field_of_entry(element, entry_type)) and field != "legal_basis":
                entry[field] = _field(field, element, made, dice)
        made.append(entry)
    return tuple(made)


def _field(name: str, question: Question, before: list[dict[str, object]], dice: random.Random) -> str:
    if name == "year":
        last = str(before[-1].get("year") or "") if before else ""
        return str(int(last or "2012") + dice.choice(_YEARS_ON)) if dice.random() < 0.8 else ""
    return dice.choice(_FIELDS[name]) if name in _FIELDS else _text(question, dice)


def _with_legal_basis(topic: Topic, elements: Iterable[Element], dice: random.Random) -> Topic:
    """The topic with solutions that rest on its instruments, where the template asks for that."""
    asks = any(
        isinstance(inside, Question) and inside.kind is Kind.PROVISIONS
        for element in elements
        if isinstance(element, Group)
        for inside in element.questions
    )
    if not asks or not topic.instruments:
        return topic
    use = topic.instruments[0]
    basis = (LegalBasis(instrument=use.id, article=use.articles[0].number if use.articles else ""),)
    solutions = tuple(one.changed(legal_basis=basis if dice.random() < 0.6 else ()) for one in topic.solutions)
    return topic.changed(solutions=solutions)
