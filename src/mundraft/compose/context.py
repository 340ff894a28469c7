"""What a template may say about one topic: the delegate's answers and what the library knows, as values to print.

The names are those of `template.yaml`: every question's id, every group; and the paper's own: `seat`, `committee`,
`topic`, `is_goal`. Every name is always there; an answer that was not given is nothing, or a gap where it is required.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any, NamedTuple

from mundraft.compose.gaps import Asked, GroupAsked, gap
from mundraft.compose.instruments import Cataloguer, instrument_record, legal_basis
from mundraft.compose.seat import seat_record
from mundraft.document.tree import Cited, Origin
from mundraft.interview.places import has_words
from mundraft.library.questions import Question
from mundraft.library.seat_name import SeatName
from mundraft.paper.groups import GROUPS, TOPIC_GROUPS
from mundraft.paper.model import Action, Citation, Committee, InstrumentUse, Item, Said, Solution, Topic
from mundraft.templating.leaf import NOTHING, Leaf, Record

#: What `years_on` says where no number of years can be counted.
_UNDATED, _EARLIER = -1, -2
#: As much of a paper's `variety` counts; anybody can write into the file.
_SEED_LETTERS = 64
_YEAR = re.compile(r"\d{4}")
_BY = re.compile(
    r"(?:by|within|before|from|after|until|till|in|at|on|over|during|as|no|when|once|every|starting)\b", re.I
)


class Asker(NamedTuple):
    """One topic of one paper, with everything that is needed to say what its template may print."""

    topic: Topic
    asked: Asked
    seat: SeatName
    cataloguer: Cataloguer
    gaps: bool
    #: `Paper.variety`
    variety: str = ""

    def context(self, committee: Committee) -> dict[str, Any]:
        """Every name that the template may use."""
        seat = seat_record(self.seat, gaps=self.gaps)
        return {
            **self._answers(),
            **{name: self._entries(name) for name in TOPIC_GROUPS},
            "seat": seat,
            "committee": Record(name=said(committee.name), short=said(committee.short)),
            "topic": self._topic(),
            "is_goal": self.topic.frame == "goal",
            "variety": Leaf(self._seed(), Origin.TEMPLATE),
        }

    def _seed(self) -> str:
        """The seed of `vary`: the paper's own, which no answer changes; older papers go by their seat and topic."""
        drawn = self.variety[:_SEED_LETTERS].strip()
        return f"{drawn}/{self.topic.id}" if drawn else f"{self.seat.name}/{self.topic.noun}"

    def _topic(self) -> Record:
        topic = self.topic
        noun = said(topic.noun) if topic.noun.strip() else self._no_noun()
        title = said(topic.title) if topic.title.strip() else self._gap_at("title")
        return Record(title=title, noun=noun, frame=Leaf(topic.frame, Origin.TEMPLATE))

    def _no_noun(self) -> Leaf:
        return Leaf("[your topic]", Origin.GAP) if self.gaps else Leaf("this issue", Origin.TEMPLATE)

    def _gap_at(self, place: str) -> Leaf | Any:
        return (self.gaps and self.asked.missing_answer(place, self.topic)) or NOTHING

    def _answers(self) -> dict[str, Any]:
        values: dict[str, Any] = {name: NOTHING for name in self.asked.left_out if "/" not in name}
        for key, question in self.asked.own_answers:
            values[question.id] = self._answer(key, question)
        return values

    def _answer(self, key: str, question: Question) -> Any:
        value = self.topic.answers.get(key)
        if value is None or not has_words(value):
            missing = self._gap_at(f"answers/{key}")
            return (missing,) if missing and question.many else missing
        leaves = tuple([leaf_of(one) for one in (value if isinstance(value, tuple) else (value,)) if has_words(one)])
        return leaves if question.many else leaves[0]

    def _entries(self, group: str) -> tuple[Record, ...]:
        if group in self.asked.left_out:
            return ()
        left_out = self.asked.left_out_of(group)
        asked = self.asked.groups.get(group, GroupAsked())
        entries = tuple(getattr(self.topic, group))
        if self.gaps and len(entries) < asked.fewest:
            entries += tuple(GROUPS[group].entry(id=f"gap{n}") for n in range(asked.fewest - len(entries)))
        if group == "instruments":
            return tuple(_without(self._instrument(use, asked), left_out) for use in entries)
        records = []
        for index, entry in enumerate(entries):
            before = entries[index - 1] if index else None
            records.append(_without(Record(self._values_of(entry, asked, before)), left_out))
        return tuple([record for record in records if record])

    def _instrument(self, use: InstrumentUse, asked: GroupAsked) -> Record:
        inside = asked.inside.get("articles", GroupAsked())
        missing: Mapping[str, Question] = inside.required if self.gaps else {}
        fewest = inside.fewest if self.gaps else 0
        unnamed = gap(asked.required["ref"]) if self.gaps and "ref" in asked.required else NOTHING
        return instrument_record(use, self.cataloguer, self.seat, missing, fewest, unnamed)

    def _values_of(self, entry: Item, asked: GroupAsked, before: Item | None) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for name in _text_fields(type(entry)):
            text = getattr(entry, name).strip()
            if text:
                fields[name] = Leaf(text, Origin.DELEGATE)
            else:
                question = asked.required.get(name)
                fields[name] = gap(question) if self.gaps and question else NOTHING
        fields["cite"] = mark_of(entry.cite)
        if isinstance(entry, Action):
            fields |= self._in_time(entry, before if isinstance(before, Action) else None)
        elif isinstance(entry, Solution):
            fields |= self._solution(entry)
        return fields

    def _in_time(self, action: Action, before: Action | None) -> dict[str, Any]:
        """How an action follows the one before it: `years_on` counts the years, -1 where they are not known, -2 where
        it came earlier; `it_is_clear` says whether "it" would still mean the seat."""
        dated = before is not None and _YEAR.fullmatch(action.year.strip()) and _YEAR.fullmatch(before.year.strip())
        years_on = _UNDATED
        if dated and before:
            passed = int(action.year) - int(before.year)
            years_on = passed if passed >= 0 else _EARLIER
        clear = before is not None and not before.result.strip() and not before.actor.strip()
        return {"years_on": years_on, "it_is_clear": clear}

    def _solution(self, solution: Solution) -> dict[str, Any]:
        """`timeline` with "by" before a bare year; `timetable` instead where it is a noun ("a pilot of two years")."""
        timeline = solution.timeline.strip()
        bare = _YEAR.fullmatch(timeline.rstrip("."))
        fits = bool(bare or _BY.match(timeline))
        name = self.seat.name.casefold()
        return {
            "timeline": said(solution.timeline) if fits else NOTHING,
            "timeline_is_year": bool(bare),
            "timetable": NOTHING if fits else said(solution.timeline),
            "legal_basis": legal_basis(solution.legal_basis, self.topic.instruments, self.cataloguer),
            "actor_is_seat": bool(name) and name in solution.actor.casefold(),
        }


@cache
def _text_fields(kind: type[Item]) -> tuple[str, ...]:
    """The fields of an entry that a delegate types."""
    return tuple(name for name, field in kind.model_fields.items() if field.annotation is str and name != "id")


def _without(record: Record, fields: Collection[str]) -> Record:
    """A record in which some fields hold nothing, since the template leaves out the questions for them."""
    if not fields:
        return record
    gone = {name: NOTHING for name in fields if name in record}
    return Record({**{name: record[name] for name in record}, **gone}) if gone else record


def said(text: str) -> Leaf:
    """Words of the delegate."""
    return Leaf(text.strip(), Origin.DELEGATE)


def leaf_of(answer: Said) -> Leaf:
    """An answer of the delegate with its citations."""
    return Leaf(answer.text.strip(), Origin.DELEGATE, cited(answer.cite))


def mark_of(cites: tuple[Citation, ...]) -> Leaf | Any:
    """A citation mark without words, or nothing."""
    return Leaf("", Origin.LIBRARY, cited(cites)) if cites else NOTHING


def cited(cites: tuple[Citation, ...]) -> tuple[Cited, ...]:
    """The citations of an answer, as the document tree holds them."""
    return tuple([Cited(cite.source, cite.locator) for cite in cites]) if cites else ()
