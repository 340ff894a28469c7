"""Extremes: papers made from a template's definition, each at an edge that thirty students will find between them.

One entry and the most, every option off, one-word answers and the longest, another kind of seat, other scripts. They
are the same each time, so that two versions of a template can be compared by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Final

from mundraft.compose import sample_words as ours
from mundraft.compose.sample_answers import Length, texts_for, value_for
from mundraft.interview.interview import Interview
from mundraft.interview.places import has_words
from mundraft.interview.states import Prompt
from mundraft.library.questions import Element, Group, Kind, Question, TemplateDefinition
from mundraft.paper.address import value_at, with_entry, with_value
from mundraft.paper.groups import GROUPS
from mundraft.paper.model import MAX_TOPICS, Citation, Name, Paper, Said, Seat, Source, Topic
from mundraft.text.folding import fold

#: How many entries "many" are where a template sets no limit, and the most that are made where it sets a high one.
MANY: Final = 5
_MOST: Final = 20
#: Conditions may open questions whose answers open others; no template has more rounds than it may have conditions.
_ROUNDS: Final = 12

_SOURCES: Final = (
    Source(
        id="survey",
        type="report",
        title="Forty Ports at Night: A Survey",
        author=(Name(literal="Bureau of Quiet Harbours"),),
        issued="2023",
        url="https://example.org/forty-ports",
    ),
    Source(id="page", type="webpage", title="How a Cable Keeps a Ship Quiet", url="https://example.org/cable"),
)
_CITED: Final = (Citation(source="survey", locator="p. 12"), Citation(source="page"))

_SEAT: Final = "paper:seat"
USUAL_SEAT: Final = Seat(ref="peru")
_USUAL_SPEAKER: Final = "Peru"
#: What the extreme is called, the seat, and its name inside a sentence.
SEATS: Final = (
    ("the Gambia", Seat(ref="gambia"), "the Gambia"),
    ("Côte d'Ivoire", Seat(ref="cote-divoire"), "Côte d'Ivoire"),
    ("an NGO by hand", Seat(name="Harbour Watch International"), "Harbour Watch International"),
)
#: A strong example that speaks for a seat: "Ghana asks", "Sierra Leone supports".
_SPEAKS: Final = re.compile(
    r"(?!(?:It|We|They|He|She|This|That|Nobody|Everyone) )([A-Z]\w+(?: [A-Z]\w+)*) "
    r"(?:asks|calls|offers|proposes|rejects|seeks|supports|wants|will)\b"
)


@dataclass(frozen=True, slots=True)
class Extreme:
    """One generated paper, before it is made: its name ("one of everything") and what sets it apart.

    `entries` is how many each list has: 0 for the fewest that the template allows; the group `one` has a single one.
    `topics` are at least those that the
    template asks for, `without` names a question that is left out, `chosen` is what a choice is answered with, by the
    question's id."""

    name: str
    entries: int = 2
    options: bool = True
    nothing: bool = False
    length: Length = Length.USUAL
    script: ours.Script | None = None
    seat: Seat = USUAL_SEAT
    speaker: str = _USUAL_SPEAKER
    goal: bool = False
    topics: int = 1
    alone: bool = False
    one: str = ""
    without: str = ""
    chosen: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """The name in letters that are easy to type: "seat-the-gambia"."""
        return fold(self.name).replace(" ", "-")

    def paper(self, definition: TemplateDefinition, template: str) -> Paper:
        """The paper itself, for the template of this name with this definition."""
        return _Maker(self, definition).paper(template)


def extremes(definition: TemplateDefinition) -> tuple[Extreme, ...]:
    """Every extreme that a template can have, the plainest first."""
    return tuple(_extremes(definition))


def one_change_each(definition: TemplateDefinition) -> tuple[Extreme, ...]:
    """A full paper for every choice that can be made, and one without each question that may be left out: with
    `extremes`, what a student can do to the branches of a template."""
    questions = [question for question in _questions(definition) if question.place != "topic:frame"]
    chosen = [
        Extreme(f"{question.id}: {choice.value}", chosen=((question.id, choice.value),))
        for question in questions
        for choice in question.choices
    ]
    left_out = dict.fromkeys(question.id for question in questions if not question.required)
    return (*chosen, *(Extreme(f"without {name}", without=name) for name in left_out))


def _extremes(definition: TemplateDefinition) -> Iterator[Extreme]:
    everything = Extreme("everything answered")
    yield everything
    yield Extreme("only what must be answered", entries=0, options=False)
    yield replace(everything, name="one of everything", entries=1)
    yield replace(everything, name="many of everything", entries=MANY)
    for element in _groups(definition.steps):
        if element.count.min <= 1 != element.count.max:
            yield replace(everything, name=f"one {_small(element.item)}", one=element.group)
    yield replace(everything, name="longest answers", length=Length.LONGEST)
    yield replace(everything, name="one-word answers", length=Length.SHORTEST)
    if any(question.place == "topic:frame" for question in _questions(definition)):
        yield replace(everything, name="the topic is a problem")
        yield replace(everything, name="the topic is a goal", goal=True)
    for called, seat, speaker in SEATS if _may_be_country(definition) else ():
        yield replace(everything, name=f"seat: {called}", seat=seat, speaker=speaker)
    for script in ours.SCRIPTS:
        yield replace(everything, name=f"answers with {script.name}", script=script)
    if definition.topics < MAX_TOPICS:
        more = definition.topics + 1
        yield replace(everything, name=f"{'two' if more == 2 else 'three'} topics", topics=more)
    yield replace(everything, name="every part written alone", alone=True)
    yield Extreme("nothing answered", entries=0, options=False, nothing=True)


def _may_be_country(definition: TemplateDefinition) -> bool:
    """Whether the seat can be one of a country; some templates ask for a person."""
    return all(question.kind is Kind.COUNTRY for question in _questions(definition) if question.place == _SEAT)


def _small(item: str) -> str:
    return item[:1].lower() + item[1:]


def _groups(steps: Iterable[Any]) -> Iterator[Group]:
    for step in steps:
        for element in step.questions:
            if isinstance(element, Group):
                yield element


def _questions(definition: TemplateDefinition) -> Iterator[Question]:
    for step in definition.steps:
        yield from _questions_in(step.questions)


def _questions_in(elements: Iterable[Element]) -> Iterator[Question]:
    for element in elements:
        if isinstance(element, Group):
            yield from _questions_in(element.questions)
        else:
            yield element


class _Maker:
    """Makes one extreme by answering the interview as it comes."""

    def __init__(self, extreme: Extreme, definition: TemplateDefinition) -> None:
        self._extreme = extreme
        self._definition = definition
        self._chosen = dict(extreme.chosen)
        self._speaker = _speaker_of(definition)

    def paper(self, template: str) -> Paper:
        extreme = self._extreme
        topics = tuple(
            Topic(id=f"t{number + 1}", frame="goal" if extreme.goal else "problem")
            for number in range(max(extreme.topics, self._definition.topics))
        )
        paper = Paper(template=template, language=self._definition.language, topics=topics)
        if extreme.nothing:
            return paper
        paper = with_value(paper, "sources", _SOURCES) if extreme.options else paper
        for _ in range(_ROUNDS):
            before = paper
            paper = self._answered(self._with_entries(paper))
            if paper is before:
                break
        return self._written_alone(paper) if extreme.alone else paper

    def _with_entries(self, paper: Paper) -> Paper:
        """The paper with every entry that the extreme has, still empty; entries inside them come a round later."""
        for group in Interview(self._definition, paper).groups():
            held = [entry.id for entry in group.entries if entry.in_paper]
            for entry in group.entries[: self._entries_of(group.group)]:
                if entry.id not in held and _is_there(paper, group.address):
                    paper = _with_new(paper, group.address, entry.id)
                    held.append(entry.id)
            prefix = group.group.group[0]
            while len(held) < self._entries_of(group.group) and _is_there(paper, group.address):
                held.append(f"{prefix}x{len(held) + 1}")
                paper = _with_new(paper, group.address, held[-1])
        return paper

    def _entries_of(self, group: Group) -> int:
        """How many entries of a group the extreme has."""
        wanted = 1 if group.group == self._extreme.one else self._extreme.entries
        return _within_count(wanted, group.count.min, group.count.max)

    def _answered(self, paper: Paper) -> Paper:
        for prompt in Interview(self._definition, paper).prompts():
            if not has_words(prompt.value) and self._is_answered(prompt) and _is_there(paper, prompt.address):
                # A question may stand where no answer of its kind fits; that is for the check of the template to tell.
                with suppress(LookupError, ValueError):
                    paper = self._with_answer(paper, prompt)
        return paper

    def _is_answered(self, prompt: Prompt) -> bool:
        question = prompt.question
        if question.place == "paper:conference" or question.id == self._extreme.without:
            return False
        return prompt.required or self._extreme.options

    def _with_answer(self, paper: Paper, prompt: Prompt) -> Paper:
        value = self._value(paper, prompt)
        holder, _, name = prompt.address.rpartition("/")
        if prompt.question.kind is Kind.INSTRUMENT and name == "ref":
            entry = value_at(paper, holder)
            named = {"ref": value.ref, "name": value.name, "year": value.year}
            return with_value(paper, holder, entry.changed(**named))
        paper = with_value(paper, prompt.address, value) if has_words(value) else paper
        if prompt.entry_id and prompt.cite_address and self._extreme.options:
            return with_value(paper, prompt.cite_address, self._cites(_turn(paper, prompt)))
        return paper

    def _value(self, paper: Paper, prompt: Prompt) -> Any:
        question, turn = prompt.question, _turn(paper, prompt)
        if question.kind is Kind.COUNTRY:
            return self._extreme.seat
        if question.place == _SEAT:
            return Seat(name=self._in_words(prompt, turn))
        if question.id in self._chosen and question.choices:
            return self._chosen[question.id]
        if question.place == "topic:noun" and self._extreme.goal and self._extreme.script is None:
            return ours.GOAL[turn % len(ours.GOAL)]
        topic = next((one for one in paper.topics if one.id == prompt.topic_id), None)
        given = value_for(prompt, topic, turn)
        return self._in_words(prompt, turn) if given is None else given

    def _in_words(self, prompt: Prompt, turn: int) -> Any:
        question, extreme = prompt.question, self._extreme
        count = 1
        if question.kind is Kind.DELEGATES:
            count = max(1, extreme.entries)
        elif question.many is not None:
            count = max(1, _within_count(extreme.entries, question.many.min, question.many.max))
        texts = [self._spoken(text) for text in texts_for(prompt, turn, count, extreme.length, extreme.script)]
        if question.kind is Kind.DELEGATES:
            return tuple(texts)
        if "/answers/" not in prompt.address:
            return tuple(texts) if question.many is not None else texts[0]
        cites = self._cites(turn) if question.cited and extreme.options else ()
        said = tuple(Said(text=text, cite=cites) for text in texts)
        return said if question.many is not None else said[0]

    def _spoken(self, text: str) -> str:
        """The text from this paper's seat: the strong examples of a template speak for the country of its author."""
        if not self._speaker:
            return text
        spoken = re.sub(rf"\b{re.escape(self._speaker)}\b", self._extreme.speaker, text)
        return spoken[:1].upper() + spoken[1:] if text[:1].isupper() else spoken

    def _cites(self, turn: int) -> tuple[Citation, ...]:
        return (_CITED[turn % len(_CITED)],)

    def _written_alone(self, paper: Paper) -> Paper:
        own = {part.key: Said(text="\n\n".join(ours.PARAGRAPHS), cite=_CITED[:1]) for part in self._definition.parts}
        for topic in paper.topics:
            paper = with_value(paper, f"topics/{topic.id}", topic.changed(own_words=own))
        return paper


def _speaker_of(definition: TemplateDefinition) -> str:
    """The country for which the strong examples speak, "" where none of them begins with one that asks or offers."""
    begun = [found[1] for question in _questions(definition) if (found := _SPEAKS.match(question.strong.strip()))]
    return max(begun, key=begun.count, default="")


def _within_count(wanted: int, fewest: int, most: int) -> int:
    return min(max(wanted, fewest), most or _MOST, _MOST)


def _turn(paper: Paper, prompt: Prompt) -> int:
    """Which of its kind the prompt is about, from 0: the place of its entry, or of its topic."""
    if prompt.entry_id:
        return [entry.id for entry in value_at(paper, prompt.group_address)].index(prompt.entry_id)
    return [topic.id for topic in paper.topics].index(prompt.topic_id) if prompt.topic_id else 0


def _is_there(paper: Paper, address: str) -> bool:
    """Whether the entry that an address stands in is in the paper already."""
    try:
        value_at(paper, address)
    except LookupError:
        return False
    return True


def _with_new(paper: Paper, group: str, entry_id: str) -> Paper:
    return with_entry(paper, group, GROUPS[group.rpartition("/")[2]].entry(id=entry_id))
