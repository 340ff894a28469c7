"""A class of thirty on one topic: their papers do not come from one mould, whichever template of the shelf it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from handed_papers import Handed, handed_in
from thirty_students import CLASS, STUDENTS

from mundraft.document.tree import AROUND, CitationMark, Document, Heading, Origin, Part, block_paragraphs, inline_text
from mundraft.document.written import has_gap

#: A name counts as one word, the same in every paper: "Egypt asks" and "Peru asks" are alike.
NAME = "§"
#: The most words in a row that two papers of a class may share. The promise is eleven; this is what is kept.
LONGEST = 9
#: In how many of the thirty papers the same joint may stand.
OFTEN = 13
WORD = re.compile(rf"{NAME}|[^\W_](?:[\w’'-]*[^\W_])?")


def names_in(handed: Handed) -> list[str]:
    """What is a name in a paper: of the seat, the committee and the topics, and all that the library put in."""
    paper = handed.paper
    given = [paper.seat.name, paper.committee.name, "the Council", "this Council"]
    given += [name for topic in paper.topics for name in (topic.noun, topic.title)]
    return [name for name in (*given, *looked_up(handed.document)) if name]


def looked_up(document: Document) -> Iterator[str]:
    for block in document.body():
        for inlines in block_paragraphs(block):
            for inline in inlines:
                if not isinstance(inline, CitationMark) and inline.origin is Origin.LIBRARY and inline.text.strip():
                    yield inline.text.strip()


def words_of(text: str, names: list[str]) -> list[str]:
    """Words as they are compared: lower case, names as one, no citations."""
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", NAME, text, flags=re.IGNORECASE)
    return WORD.findall(re.sub(r"\[[^\]]*\d[^\]]*\]", "", text).casefold())


@cache
def read(template: str) -> tuple[list[str], ...]:
    """Each paper of a class as words. A heading stands for itself: no run of words goes on from it to the text."""
    return tuple(words_of("\n".join(running_text(handed.document)), names_in(handed)) for handed in handed_in(template))


def running_text(document: Document) -> Iterator[str]:
    for number, block in enumerate(document.body()):
        if isinstance(block, Heading):
            yield f"heading-{number}-{id(document)}"
        else:
            yield from map(inline_text, block_paragraphs(block))


def longest_shared_run(papers: tuple[list[str], ...]) -> str:
    """The longest run of words that stands in more than one paper."""
    longest, length = "", 1
    while run := next(shared_runs(papers, length), ""):
        longest, length = run, length + 1
    return longest


def shared_runs(papers: tuple[list[str], ...], length: int) -> Iterator[str]:
    seen: set[tuple[str, ...]] = set()
    for words in papers:
        runs = {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}
        for run in sorted(runs & seen):
            yield " ".join(run)
        seen |= runs


def openings(template: str) -> Iterator[tuple[str, str]]:
    """How each part of each paper begins, unless the delegate begins it: the part's key and its first three words."""
    for handed in handed_in(template):
        names = names_in(handed)
        for part in handed.document.parts:
            if part.key not in AROUND and (start := opening(part, names)):
                yield f"{part.key} {part.topic}", start


def opening(part: Part, names: list[str]) -> str:
    paragraphs = [one for block in part.blocks if not isinstance(block, Heading) for one in block_paragraphs(block)]
    if part.own_words or not paragraphs or not paragraphs[0]:
        return ""
    runs = [one for one in paragraphs[0] if not isinstance(one, CitationMark) and one.text.strip()]
    ours = next((one for one in runs if one.text.strip().casefold() not in map(str.casefold, names)), None)
    if ours is None or ours.origin is not Origin.TEMPLATE:
        return ""
    return " ".join(words_of(inline_text(paragraphs[0]), names)[:3])


def joints(template: str) -> Counter[str]:
    """In how many papers each stretch of the template's own words stands, if it says more than "of the" or "and"."""
    counted: Counter[str] = Counter()
    for handed in handed_in(template):
        counted.update({" ".join(words) for words in ours(handed) if says_something(words)})
    return counted


def ours(handed: Handed) -> Iterator[list[str]]:
    names = names_in(handed)
    for block in handed.document.body():
        if isinstance(block, Heading):
            continue
        for inlines in block_paragraphs(block):
            held = ""
            for inline in inlines:
                if not isinstance(inline, CitationMark) and inline.origin is Origin.TEMPLATE:
                    held += inline.text
                    continue
                yield words_of(held, names)
                held = ""
            yield words_of(held, names)


def says_something(words: list[str]) -> bool:
    """Whether there is more in these words than grammar: "in article" and "of the" are no joints."""
    return any(len(word) > 3 and word != "article" for word in words)


@pytest.mark.parametrize("template", STUDENTS)
def test_two_students_share_no_run_of_words(template: str) -> None:
    longest = longest_shared_run(read(template))
    assert len(longest.split()) <= LONGEST, longest


@pytest.mark.parametrize("template", STUDENTS)
def test_no_joint_is_heard_too_often_in_a_class(template: str) -> None:
    common = {joint: count for joint, count in joints(template).items() if count > OFTEN}
    assert not common


@pytest.mark.parametrize("template", STUDENTS)
def test_no_part_begins_alike_in_more_than_a_third_of_the_papers(template: str) -> None:
    begun = Counter(openings(template))
    assert not {begin: count for begin, count in begun.items() if count > len(CLASS) / 3}


@pytest.mark.parametrize("template", STUDENTS)
def test_every_student_has_answered_what_must_be_answered(template: str) -> None:
    for handed in handed_in(template):
        assert not any(has_gap(inlines) for block in handed.document.body() for inlines in block_paragraphs(block))
