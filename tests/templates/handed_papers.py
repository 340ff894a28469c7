"""Papers as they are handed in, and their sentences as they are heard: what the delegate said, and what joins it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from thirty_students import CLASS, STUDENTS

from mundraft.compose.compose import Composer
from mundraft.document.tree import CitationMark, Document, Heading, Inline, Origin, block_paragraphs
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.models.fields import plain
from mundraft.models.model import from_values
from mundraft.paper.file import read_paper
from mundraft.paper.model import Paper, Seat

LIBRARY = Library((Folder(shipped_folder(), Tier.SHIPPED),))
COMPOSER = Composer(LIBRARY)
#: Templates whose topic can be a goal.
OF_GOALS = ("classic", "two-topics", "organisation", "security-council")
#: As many seeds of `vary` as an example is read with.
VARIETIES = ("", "ebb", "flood", "slack", "spring")


class Handed(NamedTuple):
    """One student's paper: as it was answered and as it came out."""

    paper: Paper
    document: Document


class Piece(NamedTuple):
    """A stretch of a sentence, and whether the template wrote it."""

    text: str
    ours: bool


class Sentence(NamedTuple):
    """One sentence; citation marks are not read aloud."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def woven(self) -> bool:
        """Whether the template has a word in it, and not only the full stop."""
        return any(piece.ours and re.search(r"\w", piece.text) for piece in self.pieces)

    @property
    def begins_ours(self) -> bool:
        return bool(self.pieces) and self.pieces[0].ours

    @property
    def joints(self) -> tuple[str, ...]:
        """The template's stretches, in small letters and without the marks and blanks at their edges."""
        return tuple(piece.text.casefold().strip(" .,;:") for piece in self.pieces if piece.ours)


@cache
def handed_in(template: str) -> tuple[Handed, ...]:
    """What the thirty students of a template hand in."""
    return tuple(_handed(STUDENTS[template](number)) for number in CLASS)


@cache
def as_goals(template: str) -> tuple[Handed, ...]:
    """Ten of them, who speak of the same as of a goal; every second one names the problem that it answers."""
    return tuple(_handed(_as_goal(STUDENTS[template](number), number)) for number in CLASS[::3])


@cache
def examples() -> tuple[Handed, ...]:
    """The papers that ship, each joined in five ways."""
    papers = [
        read_paper(path.read_bytes(), path.name) for path in sorted((shipped_folder() / "examples").glob("*.yaml"))
    ]
    return tuple(_handed(paper.changed(variety=seed)) for paper in papers for seed in VARIETIES)


@cache
def with_one_entry(template: str) -> tuple[Handed, ...]:
    """The class, where nobody has more than one entry to say in answer to any question."""
    return tuple(_handed(_cut(STUDENTS[template](number))) for number in CLASS)


@cache
def busy(template: str, deeds: int, decisions: int, years: tuple[str, ...]) -> tuple[Handed, ...]:
    """The class, where every country has done so much, and every body has decided so much, in these years in turn."""
    return tuple(_handed(_busy(STUDENTS[template](number), deeds, decisions, years)) for number in CLASS)


def renamed(template: str) -> Iterator[tuple[Handed, Handed]]:
    """Papers of the class twice: as those of one seat on one topic, and the same words as those of another."""
    for number in CLASS[::6]:
        paper = STUDENTS[template](number)
        yield (
            _handed(_called(paper, "Harbour Watch", "lost nets")),
            _handed(_called(paper, "Quay Circle", "drought in the north")),
        )


def _handed(paper: Paper) -> Handed:
    return Handed(paper, COMPOSER.compose(paper))


def _as_goal(paper: Paper, number: int) -> Paper:
    changed = plain(paper, whole=True)
    for topic in changed["topics"]:
        topic |= {"frame": "goal", "noun": "safe water for all"}
        topic["answers"] |= {"problem": "the slow spread of safe water"} if number % 2 else {}
    return from_values(Paper, changed)


def _called(paper: Paper, seat: str, noun: str) -> Paper:
    topics = tuple(topic.changed(noun=noun) for topic in paper.topics)
    return paper.changed(variety="tide", seat=Seat(name=seat), topics=topics)


def _cut(paper: Paper) -> Paper:
    changed = plain(paper, whole=True)
    for topic in changed["topics"]:
        for name, said in topic["answers"].items():
            if isinstance(said, tuple | list):
                topic["answers"][name] = said[:1]
    return from_values(Paper, changed)


def _busy(paper: Paper, deeds: int, decisions: int, years: tuple[str, ...]) -> Paper:
    changed = plain(paper, whole=True)
    for topic in changed["topics"]:
        done = [{"id": f"d{n}", "did": f"opened gauge {n}", "year": years[n % len(years)]} for n in range(deeds)]
        decided = [
            {"id": f"p{n}", "did": f"asked for map {n}", "year": years[-n % len(years)]} for n in range(decisions)
        ]
        topic |= {"national_actions": done, "past_actions": decided}
    return from_values(Paper, changed)


def parts(document: Document) -> Iterator[tuple[str, list[list[Sentence]]]]:
    """The id of a topic with the paragraphs of one of its parts, each as its sentences."""
    for part in document.parts:
        paragraphs = [
            _sentences(inlines)
            for block in part.blocks
            if not isinstance(block, Heading)
            for inlines in block_paragraphs(block)
        ]
        if part.topic and not part.own_words:
            yield part.topic, paragraphs


def _sentences(inlines: Sequence[Inline]) -> list[Sentence]:
    """A paragraph's sentences. Only the template's own words are cut, for an answer may be two sentences."""
    found: list[list[Piece]] = [[]]
    last = ""
    for inline in inlines:
        if isinstance(inline, CitationMark) or not inline.text:
            continue
        if inline.origin is not Origin.TEMPLATE:
            found[-1].append(Piece(inline.text, ours=False))
        else:
            first, *others = re.split(r"(?<=[.!?”])\s+", last + inline.text)
            found[-1].append(Piece(first[len(last) :], ours=True))
            found.extend([[Piece(text, ours=True)] for text in others])
        last = inline.text[-1]
    sentences = [Sentence(tuple(piece for piece in pieces if piece.text)) for pieces in found]
    return [sentence for sentence in sentences if sentence.text.strip()]


def in_pairs(paragraph: list[Sentence]) -> Iterator[tuple[Sentence | None, Sentence]]:
    """Each sentence with the one that is heard before it."""
    yield from pairwise([None, *paragraph])
