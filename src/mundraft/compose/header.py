"""The block at the head of a paper, and its title: only what the delegate gave."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mundraft.compose.gaps import Asked, gap
from mundraft.document.tree import HEAD, Block, HeaderBlock, HeaderColumn, Origin, Part, Run, Title, Words
from mundraft.library.questions import TemplateDefinition
from mundraft.library.seat_name import SeatName
from mundraft.paper.model import Paper


def title(called: str, seat: SeatName) -> str:
    """The title of a paper that its template calls so, which is also the title in the file's properties."""
    return f"{called} of {seat.in_sentence}" if seat.name.strip() else called


def _title_words(called: str, seat: SeatName) -> Words:
    """The words of `title`, each with whose it is."""
    if not seat.name.strip():
        return (Run(called, Origin.TEMPLATE),)
    whose = Origin.DELEGATE if seat.unverified else Origin.LIBRARY
    return Run(f"{called} of {'the ' if seat.article else ''}", Origin.TEMPLATE), Run(seat.name, whose)


def seat_called(seat: SeatName) -> str:
    """What stands before the seat's name: who was written in by hand may be no country."""
    return "Delegation" if seat.unverified and seat.name else "Country"


def head(paper: Paper, seat: SeatName, template: TemplateDefinition, asked: Asked, *, gaps: bool) -> Part:
    """What stands before the first topic: the title and the header block."""
    blocks: list[Block] = [Title(_title_words(template.title, seat))]
    if lines := _lines(paper, seat, template.seat_label, asked, gaps=gaps):
        blocks.append(HeaderBlock((HeaderColumn(lines),), ruled=True))
    return Part(HEAD, tuple(blocks))


def _lines(paper: Paper, seat: SeatName, seat_label: str, asked: Asked, *, gaps: bool) -> tuple[Words, ...]:
    """Committee, topics, seat, delegates, school, conference. A required one that is missing shows as a gap."""
    lines = [
        ("Committee", paper.committee.name, "committee"),
        *_topics(paper),
        (seat_label or seat_called(seat), seat.formal or seat.name, "seat"),
        ("Delegates", ", ".join(name.strip() for name in paper.delegates if name.strip()), "delegates"),
        ("School", paper.school, "school"),
        ("Conference", paper.conference, "conference"),
    ]
    shown = []
    for label, text, place in lines:
        words = " ".join(text.split())
        question = asked.answers.get(place)
        if words:
            from_library = place == "seat" and not seat.unverified
            shown.append(_line(label, Run(words, Origin.LIBRARY if from_library else Origin.DELEGATE)))
        elif gaps and question and question.required:
            shown.append(_line(label, Run(gap(question).text, Origin.GAP)))
    return tuple(shown)


def _line(label: str, value: Run) -> Words:
    return _label(label), _SPACE, value


@lru_cache(maxsize=64)
def _label(label: str) -> Run:
    return Run(f"{label}:", Origin.TEMPLATE, bold=True)


_SPACE = Run(" ", Origin.TEMPLATE)


def _topics(paper: Paper) -> Iterator[tuple[str, str, str]]:
    if len(paper.topics) == 1:
        yield "Topic", paper.topics[0].title, "title"
        return
    for letter, topic in zip("ABC", paper.topics, strict=False):
        yield f"Topic {letter}", topic.title, "title"
