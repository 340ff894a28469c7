"""What a template may say about one topic: the delegate's answers and what the library knows, as values to print.

The names are those of `template.yaml`: every question's id, every group; and the paper's own: `seat`, `committee`,
`topic`, `is_goal`. Every name is always there; an answer that was not given is nothing, or a gap where it is required.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache, partial
from typing import Any, NamedTuple

from mundraft.compose.gaps import NO_GAPS, NOT_ASKED, AnswerAsked, Asked, GroupAsked, worth_printing
from mundraft.compose.instruments import Cataloguer, instrument_record, legal_basis
from mundraft.compose.seat import seat_record
from mundraft.document.tree import Cited, Origin
from mundraft.library.seat_name import SeatName
from mundraft.models.fields import fields_of
from mundraft.paper.groups import GROUPS
from mundraft.paper.model import Action, Citation, Committee, InstrumentUse, Item, Said, Solution, Topic
from mundraft.templating.leaf import NOTHING, Leaf, Record, record_of

# Looked up in an enumeration, an origin costs a third of the leaf that it is for.
_THEIRS, _OURS, _LIBRARYS, _GAP = Origin.DELEGATE, Origin.TEMPLATE, Origin.LIBRARY, Origin.GAP
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
    #: which topic of the paper it is, from 0, and the first one, by which the wordings of all are chosen
    place: int = 0
    first: Topic | None = None

    def context(self, committee: Committee) -> dict[str, Any]:
        """Every name that the template may use."""
        asked, topic = self.asked, self.topic
        values: dict[str, Any] = dict.fromkeys(asked.left_out, NOTHING)
        for one in asked.own_answers:
            values[one.name] = self._answer(one)
        for name, group in asked.groups.items():
            values[name] = self._entries(name, group)
        values["seat"] = seat_record(self.seat, gaps=self.gaps)
        values["committee"] = record_of(name=said(committee.name), short=said(committee.short))
        values["topic"] = self._topic()
        values["is_goal"] = topic.frame == "goal"
        values["variety"] = Leaf(self._seed(), _OURS)
        return values

    def _seed(self) -> str:
        """The seed of `vary`: the paper's own, which no answer changes; older papers go by their seat and first topic.
        Behind it stands which topic this is."""
        first = self.first or self.topic
        drawn = self.variety[:_SEED_LETTERS].strip()
        seed = f"{drawn}/{first.id}" if drawn else f"{self.seat.name}/{first.noun}"
        return f"{seed}/{self.place}"

    def _topic(self) -> Record:
        topic = self.topic
        noun = said(topic.noun) if topic.noun.strip() else self._no_noun()
        title = said(topic.title) if topic.title.strip() else self._gap_at("title")
        return record_of(title=title, noun=noun, frame=Leaf(topic.frame, _OURS))

    def _no_noun(self) -> Leaf:
        return Leaf("[your topic]", _GAP) if self.gaps else Leaf("this issue", _OURS)

    def _gap_at(self, place: str) -> Leaf | Any:
        return (self.gaps and self.asked.missing_answer(place, self.topic)) or NOTHING

    def _answer(self, asked: AnswerAsked) -> Any:
        value = self.topic.answers.get(asked.key)
        if value is not None:
            every = value if isinstance(value, tuple) else (value,)
            leaves = [leaf for one in every if (leaf := leaf_of(one)).text]
            if leaves:
                return tuple(leaves) if asked.several else leaves[0]
        missing = self._gap_at(asked.place)
        return (missing,) if missing and asked.several else missing

    def _entries(self, group: str, asked: GroupAsked) -> tuple[Record, ...]:
        if asked.left_out:
            return ()
        entries: tuple[Any, ...] = worth_printing(getattr(self.topic, group), asked.fewest)
        if self.gaps and len(entries) < asked.fewest:
            entries += tuple(GROUPS[group].entry(id=f"gap{n}") for n in range(asked.fewest - len(entries)))
        if not entries:
            return ()
        if group == "instruments":
            return tuple([_without(self._instrument(use, asked), asked.fields_left_out) for use in entries])
        befores = (None, *entries[:-1])
        records = [Record(self._values_of(one, asked, before)) for one, before in zip(entries, befores, strict=True)]
        return tuple([record for record in records if record])

    def _instrument(self, use: InstrumentUse, asked: GroupAsked) -> Record:
        inside = asked.inside.get("articles", NOT_ASKED)
        unnamed = self._gaps_in(use, asked).get("ref", NOTHING)
        fewest = inside.fewest if self.gaps else 0
        gaps_in = partial(self._gaps_in, asked=inside)
        return instrument_record(use, self.cataloguer, self.seat, gaps_in, fewest, unnamed)

    def _gaps_in(self, entry: Item, asked: GroupAsked) -> Mapping[str, Leaf]:
        return self.asked.gaps_in(entry, asked, self.topic) if self.gaps else NO_GAPS

    def _values_of(self, entry: Item, asked: GroupAsked, before: Item | None) -> dict[str, Any]:
        gaps = self._gaps_in(entry, asked)
        fields: dict[str, Any] = {
            name: Leaf(text, _THEIRS) if (text := getattr(entry, name).strip()) else gaps.get(name, NOTHING)
            for name in _text_fields(type(entry))
        }
        fields["cite"] = mark_of(entry.cite)
        if isinstance(entry, Action):
            fields |= self._in_time(entry, before if isinstance(before, Action) else None)
        elif isinstance(entry, Solution):
            fields |= self._solution(entry, fields["timeline"])
        if asked.fields_left_out:
            fields |= {name: NOTHING for name in asked.fields_left_out if name in fields}
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

    def _solution(self, solution: Solution, until: Any) -> dict[str, Any]:
        """`timeline` with "by" before a bare year; `timetable` instead where it is a noun ("a pilot of two years").

        `until` is what stands for the timeline as it was typed: where nothing was, the gap, if one is asked for."""
        timeline = solution.timeline.strip()
        bare = bool(_YEAR.fullmatch(timeline.rstrip(".")))
        fits = bare or bool(_BY.match(timeline))
        written = Leaf(timeline, _THEIRS)
        name = self.seat.name.casefold()
        return {
            "timeline": NOTHING if timeline and not fits else until,
            "timeline_is_year": bare,
            "timetable": NOTHING if fits else written,
            "legal_basis": legal_basis(solution.legal_basis, self.topic.instruments, self.cataloguer),
            "actor_is_seat": bool(name) and name in solution.actor.casefold(),
        }


@cache
def _text_fields(kind: type[Item]) -> tuple[str, ...]:
    """The fields of an entry that a delegate types."""
    return tuple(field.name for field in fields_of(kind) if field.kind is str and field.name != "id")


def _without(record: Record, fields: Collection[str]) -> Record:
    """A record in which some fields hold nothing, since the template leaves out the questions for them."""
    gone = {name: NOTHING for name in fields if name in record}
    return Record({**{name: record[name] for name in record}, **gone}) if gone else record


def said(text: str) -> Leaf:
    """Words of the delegate."""
    return Leaf(text.strip(), _THEIRS)


def leaf_of(answer: Said) -> Leaf:
    """An answer of the delegate with its citations."""
    return Leaf(answer.text.strip(), _THEIRS, cited(answer.cite))


def mark_of(cites: tuple[Citation, ...]) -> Leaf | Any:
    """A citation mark without words, or nothing."""
    return Leaf("", _LIBRARYS, cited(cites)) if cites else NOTHING


def cited(cites: tuple[Citation, ...]) -> tuple[Cited, ...]:
    """The citations of an answer, as the document tree holds them."""
    return tuple([Cited(cite.source, cite.locator) for cite in cites]) if cites else ()
