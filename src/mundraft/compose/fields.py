"""What a paper says in each field that a header or a file's name can show (`library.naming_fields`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from mundraft.library.seat_name import SeatName
from mundraft.paper.model import Paper, Topic
from mundraft.paper.topic_letters import LETTERS as LETTERS

#: The fields whose value depends on the topic.
OF_TOPIC = frozenset({"topic", "topic_letter", "topic_number"})


def field_values(paper: Paper, seat: SeatName, topics: Sequence[int], conference: str, today: date) -> dict[str, str]:
    """Every field in one line, "" where the paper does not say; `date` is written YYYY-MM-DD.

    `topics` are the places (from 0) of the topics that are meant, of which a paper with gaps may lack some that its
    template needs; `conference` is what the conference is called where
    the paper prints no name for it."""
    names = delegates(paper)
    *first, last = names[0].split() if names else [""]
    committee, short = _line(paper.committee.name), _line(paper.committee.short)
    return {
        "conference": _line(paper.conference) or conference,
        "committee": committee or short,
        "committee_short": short or committee,
        "topic": _series(title_of(paper.topics[index]) for index in topics if index < len(paper.topics)),
        "topic_letter": "-".join(LETTERS[index] for index in topics),
        "topic_number": "-".join(str(index + 1) for index in topics),
        "country": _line(seat.name),
        "formal_country": _line(seat.formal or seat.name),
        "delegates": ", ".join(names),
        "first_name": " ".join(first),
        "last_name": last,
        "school": _line(paper.school),
        "date": today.isoformat(),
    }


def delegates(paper: Paper) -> list[str]:
    """The delegates' names, without empty ones."""
    return [name for name in map(_line, paper.delegates) if name]


def title_of(topic: Topic) -> str:
    """The topic's title as it is printed."""
    return _line(topic.title)


def _line(text: str) -> str:
    return " ".join(text.split())


def _series(titles: Iterable[str]) -> str:
    return " and ".join(filter(None, titles))
