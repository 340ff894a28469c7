"""What a paper hands in, shown in one stretch: its documents under one another, each headed by its file's name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mundraft.document.length_now import LengthNow, lengths_now
from mundraft.document.measure import words
from mundraft.document.tree import Document, Origin, Paragraph, Part, Run

if TYPE_CHECKING:
    from mundraft.compose.compose import Composed, Composer
    from mundraft.paper.model import Paper
    from mundraft.problems import Problem

#: The key of a part that stands before a document where there are several, and says which file it becomes.
FILE = "#file"


class HandedIn(NamedTuple):
    """All documents as one to read, with their measures. `lengths` are by the topic's id and "" for the whole,
    `part_words` by the topic's id and the part's key; `told` is what of the paper's wishes could not be followed."""

    document: Document
    lengths: Mapping[str, LengthNow]
    part_words: Mapping[tuple[str, str], int]
    told: tuple[Problem, ...] = ()


def as_handed_in(paper: Paper, composer: Composer) -> HandedIn:
    """Compose a paper as its conference wants it. Raises what composing raises."""
    presentation, composed, paper = composer.handed_in(paper)
    topics = [topic.id for topic in paper.topics]
    if len(composed) == 1:
        document = composed[0].document
        return HandedIn(document, lengths_now(document, topics), words(document).by_part, presentation.told)
    from mundraft.desk.making import meant_format
    from mundraft.desk.targets import Names

    seat, to = composer.seat(paper), meant_format(presentation)
    called = Names(paper, seat, presentation, letters=composer.committee_letters)
    names = [called.file_name(one.topics, to) for one in composed]
    parts = tuple(
        part
        for number, (one, name) in enumerate(zip(composed, names, strict=True), start=1)
        for part in _headed(one, topics[one.topics[0]], f"Document {number} of {len(names)}: {name}")
    )
    lengths = {topics[one.topics[0]]: _length_of(one, topics[one.topics[0]]) for one in composed}
    part_words = {key: count for one in composed for key, count in words(one.document).by_part.items()}
    shown = composed[0].document._replace(
        parts=parts, notes=tuple(note for one in composed for note in one.document.notes)
    )
    return HandedIn(shown, {"": _whole(list(lengths.values()))} | lengths, part_words, presentation.told)


def _headed(composed: Composed, topic: str, title: str) -> Iterator[Part]:
    """A document's parts after a line that says which file it is. What belongs to no topic belongs to its topic here,
    so that no two parts share a name."""
    yield Part(FILE, (Paragraph((Run(title, Origin.TEMPLATE, bold=True),)),), topic)
    yield from (part if part.topic else part._replace(topic=topic) for part in composed.document.parts)


def _length_of(composed: Composed, topic: str) -> LengthNow:
    """The length of a document on one topic: limits on the paper hold for it alone."""
    return lengths_now(composed.document, [topic])[topic]._replace(of_topic=True)


def _whole(lengths: Sequence[LengthNow]) -> LengthNow:
    """All documents together, which no rule limits."""
    return LengthNow(
        words=sum(one.words for one in lengths),
        pages=sum(one.pages for one in lengths),
        with_list=lengths[0].with_list,
    )
