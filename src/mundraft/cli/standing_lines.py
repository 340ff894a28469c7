"""How a country stands to instruments, as a person reads it in a terminal and as a program reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from mundraft.cli.cards import Footnotes, columns, paragraph, section
from mundraft.library.age import dated, years_old
from mundraft.library.participation import Participation, State
from mundraft.library.standing_groups import GROUPS, group_of, rank
from mundraft.library.topics import TOPICS
from mundraft.text.dates import date_in_words

if TYPE_CHECKING:
    from mundraft.library.standings import Standing

#: A state in one word or two, for tables.
SHORTLY: dict[State, str] = {
    State.PARTY: "party",
    State.RATIFIED_NOT_IN_FORCE: "ratified",
    State.SIGNATORY: "signed only",
    State.NOT_A_PARTY: "not a party",
    State.WITHDREW: "withdrew",
    State.NOT_OPEN: "not open",
    State.UNKNOWN: "not known",
    State.CONSENSUS: "consensus",
    State.FOR: "voted for",
    State.AGAINST: "against",
    State.ABSTAINED: "abstained",
    State.ABSENT: "absent",
    State.NO_PARTIES: "no parties",
}
#: States of which the day is when they were last known, and not when they began.
_KNOWN_AS_OF = frozenset({State.NOT_A_PARTY})
#: What the library cannot say: counted in a card, and shown with where to look it up.
NOT_KNOWN = frozenset({State.UNKNOWN, State.NO_PARTIES})
#: What a card does not show beside: treaties of other regions say nothing of a country.
LEFT_OUT = NOT_KNOWN | {State.NOT_OPEN}


def binding_first(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """What binds the country first; within a group as they came."""
    return tuple(sorted(standings, key=lambda one: rank(one.participation.state)))


def in_full(found: Participation) -> str:
    """A state in words with its act and its age: "party since 30 July 1990 (ratification)"."""
    if found.state is State.RATIFIED_NOT_IN_FORCE:
        return f"agreed to be bound{_by(found)}; the treaty is not yet in force"
    said = found.in_words
    if found.state is State.PARTY and found.how:
        said += f" ({found.how})"
    if found.state in (State.SIGNATORY, State.NOT_A_PARTY) and years_old(found.as_of):
        said = said.removesuffix(f" as of {date_in_words(found.as_of)}") + f" ({dated(found.as_of)})"
    return said


def _by(found: Participation) -> str:
    """The act of consent and its day: ", by ratification on 6 April 1998"."""
    day = f" on {date_in_words(found.since)}" if len(found.since) == len("1998-04-06") else f" in {found.since[:4]}"
    return (f", by {found.how}" if found.how else "") + (day if found.since else "")


def by_meaning(standings: Sequence[Standing], every: bool) -> Iterator[str]:
    """The instruments of a topic in the groups that matter to a paper, each with its day and its source below.

    What is not known comes last, with the page to look it up; texts whose vote is not known are only counted unless
    `every`."""
    notes = Footnotes()
    for key, heading, _ in GROUPS:
        group = [one for one in standings if one.group == key]
        if key == "texts" and not every:
            if group:
                yield ""
                yield from paragraph(f"{len(group)} more without parties, its vote not known here; --all shows them.")
            continue
        yield from section(f"{heading} ({len(group)})", _entries(group, notes))
    yield from section("Sources", notes.lines())


def _entries(standings: Iterable[Standing], notes: Footnotes) -> Iterator[str]:
    for instrument, found in standings:
        short = "" if instrument.short in instrument.title else f" ({instrument.short})"
        yield from paragraph(f"{instrument.title}{short}", 2, 4)
        if found.state is State.UNKNOWN:
            yield f"      {instrument.status_page}" if instrument.status_page else "      Ask its depositary."
        elif found.state is not State.NO_PARTIES:
            yield from paragraph(in_full(found) + notes.mark(source_in_full(found)), 6, 6)
        if found.note:
            yield from paragraph(found.note, 6, 6)


def source_in_full(found: Participation) -> str:
    """The source of a state with the day for which it spoke and its age."""
    age = dated(found.as_of).partition(": ")[2]
    return found.source + (f": {age}" if found.source and age else "")


def by_topic(standings: Sequence[Standing], every: bool) -> Iterator[str]:
    """One table for each topic, an instrument under the first of its own: what is not known is counted, or `every`."""
    topics: dict[str, list[Standing]] = {}
    for one in standings:
        topics.setdefault((one.instrument.topics or ("other",))[0], []).append(one)
    for topic in sorted(topics):
        known = [one for one in topics[topic] if every or one.participation.state not in LEFT_OUT]
        left = sum(one.participation.state in NOT_KNOWN for one in topics[topic]) if not every else 0
        if known:
            more = [f"  {left} more: not known here"] if left else []
            yield from section(topic_heading(topic), [*_rows(known), *more])
    hidden = sum(one.participation.state in NOT_KNOWN for one in standings)
    if hidden and not every:
        yield ""
        yield from paragraph(f"{hidden} instruments in all are not known here; --all shows them.")


def topic_heading(topic: str) -> str:
    """How a topic is called, with the id by which it is asked for: "The rights of the child (child-rights)"."""
    called = TOPICS.get(topic, topic.replace("-", " "))
    said = called[:1].upper() + called[1:]
    return said if said.lower() == topic else f"{said} ({topic})"


def _rows(standings: Iterable[Standing]) -> Iterator[str]:
    for instrument, found in standings:
        day = found.as_of if found.state in _KNOWN_AS_OF else found.since
        since = ("as of " if found.state in _KNOWN_AS_OF and day else "") + date_in_words(day)
        yield from columns((SHORTLY[found.state], since, instrument.short), (13, 25, 40))


def as_data(standing: Standing) -> dict[str, object]:
    """A standing as a program reads it."""
    instrument, found = standing
    return {
        "instrument": instrument.id,
        "title": instrument.title,
        "topics": list(instrument.topics),
        **participation_as_data(found),
        "url": instrument.url,
    }


def participation_as_data(found: Participation) -> dict[str, object]:
    """How a country stands, without what it stands to."""
    return {
        "group": group_of(found.state),
        "state": found.state.value,
        "since": found.since,
        "how": found.how,
        "source": found.source,
        "as_of": found.as_of,
        "years_old": years_old(found.as_of),
        "note": found.note,
    }
