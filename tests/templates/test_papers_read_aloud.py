"""What is heard when the papers of a class are read aloud: no joint that points at nothing, limps or comes twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from handed_papers import (
    COMPOSER,
    OF_GOALS,
    Handed,
    Sentence,
    as_goals,
    busy,
    examples,
    handed_in,
    in_pairs,
    parts,
    renamed,
    with_one_entry,
)
from thirty_students import STUDENTS

from mundraft.document.tree import Document, Heading, inline_text

#: Every paper that is read: the class of each template, the class that speaks of a goal, and what ships.
READ = [*STUDENTS, *(f"{name} of a goal" for name in OF_GOALS), "examples"]
POINTING = re.compile(r"(it|its|they|their|this|these|that)\b", re.IGNORECASE)
#: Words that say how a sentence follows another: one of a kind in a topic.
CONNECTIVES = re.compile(
    r"(then|next|after that|later|earlier|before that|as early as|in addition|beyond (?:this|that)|moreover|besides"
    r"|at the same time|whatever (?:else|a text)|there are limits|even so|\w+ years (?:later|on)|a year later"
    r"|the year after)\b",
    re.IGNORECASE,
)
#: Joints that say nothing but grammar, so that they may come back.
GRAMMAR = re.compile(
    r"(?:of|the|in|and|to|by|under|while|article|principle|joined|should|would|also|that|it|will|is|are|\W)*"
)
#: Sentences in which "is" and "are" follow their own subject, so that an answer behind them can name one or many.
OWN_SUBJECT = re.compile(r"(what|those|one form|the (?!first))", re.IGNORECASE)
TURNED_ROUND = re.compile(r"\b(is|are|stands?|lies?)\s+$")


def read(which: str) -> tuple[Handed, ...]:
    template, _, goal = which.partition(" of a ")
    return examples() if which == "examples" else as_goals(template) if goal else handed_in(template)


def paragraphs(handed: Handed) -> Iterator[list[Sentence]]:
    for _, found in parts(handed.document):
        yield from found


def told_by_us(sentence: Sentence | None) -> bool:
    """Whether a sentence is one of those whose subject the template has named."""
    return sentence is not None and sentence.woven


@pytest.mark.parametrize("which", READ)
def test_a_pronoun_stands_only_for_the_subject_of_the_sentence_before(which: str) -> None:
    for handed in read(which):
        for paragraph in paragraphs(handed):
            for before, sentence in in_pairs(paragraph):
                if sentence.begins_ours and POINTING.match(sentence.text):
                    assert told_by_us(before), sentence.text
                    assert re.match(r"(That year|It)\b", sentence.text), sentence.text


@pytest.mark.parametrize("which", READ)
def test_it_inside_our_words_means_who_acted_in_the_sentence_before(which: str) -> None:
    for handed in read(which):
        for paragraph in paragraphs(handed):
            for before, sentence in in_pairs(paragraph):
                if any(re.search(r"\bit$", joint) for joint in sentence.joints):
                    assert told_by_us(before), sentence.text


@pytest.mark.parametrize("which", READ)
def test_we_put_no_colon_before_the_delegates_own_words(which: str) -> None:
    for handed in read(which):
        for paragraph in paragraphs(handed):
            for sentence in paragraph:
                assert not any(piece.ours and re.search(r":\s*$", piece.text) for piece in sentence.pieces), sentence


@pytest.mark.parametrize("which", READ)
def test_no_connective_comes_twice_in_a_topic(which: str) -> None:
    for handed in read(which):
        assert twice(handed) == []


def twice(handed: Handed) -> list[tuple[str, str]]:
    """The topics that say a connective more than once, with it; each topic of a paper is read alone."""
    opened = [
        (topic, found[0].casefold())
        for topic, part in parts(handed.document)
        for paragraph in part
        for sentence in paragraph
        if sentence.begins_ours and (found := CONNECTIVES.match(sentence.text))
    ]
    return [said for said, count in Counter(opened).items() if count > 1]


@pytest.mark.parametrize("years", [("2011", "2013", "2014", "2014", "2010"), ("",)], ids=["dated", "undated"])
@pytest.mark.parametrize(
    ("template", "deeds", "decisions"),
    [
        ("classic", 5, 4),
        ("security-council", 5, 4),
        ("one-page", 2, 2),
        ("three-paragraphs", 2, 2),
        ("policy-statement", 2, 0),
        ("two-topics", 3, 3),
    ],
)
def test_much_that_was_done_is_told_without_saying_then_twice(
    template: str, deeds: int, decisions: int, years: tuple[str, ...]
) -> None:
    for handed in busy(template, deeds, decisions, years):
        assert twice(handed) == []


def test_no_example_says_the_same_joint_twice() -> None:
    for handed in examples():
        assert not {joint: count for joint, count in joints(handed).items() if count > len(handed.paper.topics)}


def joints(handed: Handed) -> Counter[str]:
    return Counter(
        joint
        for paragraph in paragraphs(handed)
        for sentence in paragraph
        for joint in sentence.joints
        if not GRAMMAR.fullmatch(joint)
    )


@pytest.mark.parametrize("template", STUDENTS)
def test_no_verb_hangs_on_whether_one_answer_names_one_thing_or_many(template: str) -> None:
    for handed in with_one_entry(template):
        for paragraph in paragraphs(handed):
            for sentence in paragraph:
                if sentence.begins_ours and not OWN_SUBJECT.match(sentence.text):
                    ours = [piece.text for piece in sentence.pieces[:-1] if piece.ours]
                    assert not any(TURNED_ROUND.search(text) for text in ours), sentence.text


@pytest.mark.parametrize("template", STUDENTS)
def test_no_joint_hangs_on_what_the_seat_and_the_topic_are_called(template: str) -> None:
    for one, other in renamed(template):
        assert in_order(one) == in_order(other)


def in_order(handed: Handed) -> list[str]:
    return [joint for paragraph in paragraphs(handed) for sentence in paragraph for joint in sentence.joints]


def test_two_topics_have_the_same_headings_and_are_joined_otherwise() -> None:
    first, *_ = (one.paper for one in examples() if len(one.paper.topics) == 2)
    topic = first.topics[0]
    again = topic.changed(id="again")
    for variety in ("", "ebb", "flood"):
        handed = COMPOSER.compose(first.changed(variety=variety, topics=(topic, again)))
        headings: dict[str, list[str]] = {topic.id: [], again.id: []}
        for part in (one for one in handed.parts if one.topic):
            of_part = [one for one in part.blocks if isinstance(one, Heading) and one.level > 1]
            headings[part.topic] += [inline_text(one.inlines) for one in of_part]
        assert headings[topic.id] == headings[again.id] != []
        assert joints_of(handed, topic.id).isdisjoint(joints_of(handed, again.id))


def joints_of(document: Document, topic: str) -> set[str]:
    """How the sentences that the template begins in a topic begin: three of its words."""
    sentences = [one for of, found in parts(document) if of == topic for paragraph in found for one in paragraph]
    begun = [re.match(r"\w+ \w+ \w+", one.pieces[0].text) for one in sentences if one.begins_ours]
    return {found[0] for found in begun if found}
