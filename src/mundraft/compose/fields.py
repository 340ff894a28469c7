"""What a paper says in each field that a header or a file's name can show (`library.naming_fields`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from mundraft.library.seat_name import SeatName
from mundraft.paper.model import Paper, Topic
from mundraft.paper.topic_letters import LETTERS as LETTERS

#: The fields whose value depends on the topic.
OF_TOPIC = frozenset({"topic", "topic_letter", "topic_number"})


class PaperFields(NamedTuple):
    """What the fields of a paper are read from.

    `topics` are the places (from 0) of the topics that are meant, of which a paper with gaps may lack some that its
    template needs; `conference` is what the conference is called where the paper prints no name for it."""

    paper: Paper
    seat: SeatName
    topics: Sequence[int]
    conference: str
    today: date

    def value(self, field: str) -> str:
        """A field in one line, "" where the paper does not say; `date` is written YYYY-MM-DD."""
        return _FIELDS[field](self)

    def values(self) -> dict[str, str]:
        """Every field."""
        return {name: read(self) for name, read in _FIELDS.items()}


def _committee(said: PaperFields) -> str:
    return _line(said.paper.committee.name) or _line(said.paper.committee.short)


def _committee_short(said: PaperFields) -> str:
    return _line(said.paper.committee.short) or _line(said.paper.committee.name)


def _topic(said: PaperFields) -> str:
    topics = said.paper.topics
    return " and ".join(filter(None, [title_of(topics[index]) for index in said.topics if index < len(topics)]))


def _first_and_last_name(said: PaperFields) -> tuple[str, str]:
    names = delegates(said.paper)
    *first, last = names[0].split() if names else [""]
    return " ".join(first), last


_FIELDS: Final[Mapping[str, Callable[[PaperFields], str]]] = {
    "conference": lambda said: _line(said.paper.conference) or said.conference,
    "committee": _committee,
    "committee_short": _committee_short,
    "topic": _topic,
    "topic_letter": lambda said: "-".join(LETTERS[index] for index in said.topics),
    "topic_number": lambda said: "-".join(str(index + 1) for index in said.topics),
    "country": lambda said: _line(said.seat.name),
    "formal_country": lambda said: _line(said.seat.formal or said.seat.name),
    "delegates": lambda said: ", ".join(delegates(said.paper)),
    "first_name": lambda said: _first_and_last_name(said)[0],
    "last_name": lambda said: _first_and_last_name(said)[1],
    "school": lambda said: _line(said.paper.school),
    "date": lambda said: said.today.isoformat(),
}


def field_values(paper: Paper, seat: SeatName, topics: Sequence[int], conference: str, today: date) -> dict[str, str]:
    """The values of every field; as `PaperFields`."""
    return PaperFields(paper, seat, topics, conference, today).values()


def delegates(paper: Paper) -> list[str]:
    """The delegates' names, without empty ones."""
    return [name for name in map(_line, paper.delegates) if name]


def title_of(topic: Topic) -> str:
    """The topic's title as it is printed."""
    return _line(topic.title)


def _line(text: str) -> str:
    return " ".join(text.split())
