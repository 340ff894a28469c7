"""Two copies of a paper: what differs is found, what can be merged is, and no words are dropped on the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.models.fields import names_of
from mundraft.paper.address import moved_entry, value_at, with_entry, with_value, without_entry
from mundraft.paper.compare import differences, in_words, label, merge, take
from mundraft.paper.file import paper_to_bytes, read_paper
from mundraft.paper.model import (
    Action,
    Article,
    Citation,
    Committee,
    InstrumentUse,
    LegalBasis,
    Model,
    Paper,
    Said,
    Seat,
    Solution,
    Source,
    Topic,
)
from mundraft.problems import WrongUse

SOLUTIONS = "topics/t1/solutions"
DEFINITION = "topics/t1/answers/definition"


def paper(**topic: Any) -> Paper:
    return Paper(topics=(Topic(id="t1", title="Child trafficking", **topic),))


BASE = paper(
    answers={"definition": "the sale of children"},
    solutions=(Solution(id="s1", action="open joint desks"), Solution(id="s2", action="train border guards")),
)


# --- differences -----------------------------------------------------------------------------------------------------


def test_papers_that_say_the_same_have_no_differences() -> None:
    assert differences(BASE, BASE) == ()


def test_a_changed_answer_is_named_by_its_address_with_both_values() -> None:
    theirs = with_value(BASE, DEFINITION, "the buying of children")
    (found,) = differences(BASE, theirs)
    assert (found.address, found.ours.text, found.theirs.text) == (
        DEFINITION,
        "the sale of children",
        "the buying of children",
    )


def test_an_entry_that_one_side_added_or_removed_is_one_difference() -> None:
    theirs = with_entry(BASE, SOLUTIONS, Solution(id="s3", action="fund shelters", actor="States"))
    assert [(one.address, one.kind) for one in differences(BASE, theirs)] == [(f"{SOLUTIONS}/s3", "added")]
    assert [(one.address, one.kind) for one in differences(theirs, BASE)] == [(f"{SOLUTIONS}/s3", "removed")]


def test_a_moved_entry_is_a_difference_of_order_alone() -> None:
    theirs = moved_entry(BASE, f"{SOLUTIONS}/s2", -1)
    assert [(one.address, one.kind, one.theirs) for one in differences(BASE, theirs)] == [
        (SOLUTIONS, "order", ("s2", "s1"))
    ]


def test_notes_and_sources_are_compared_too() -> None:
    theirs = Paper(sources=(Source(id="a", title="Report"),), notes={DEFINITION: "ask Ana"})
    assert [one.address for one in differences(Paper(), theirs)] == ["sources/a", f"notes/{DEFINITION}"]


# --- merging ---------------------------------------------------------------------------------------------------------


def test_answers_changed_on_one_side_only_are_taken_from_that_side() -> None:
    ours = with_value(BASE, f"{SOLUTIONS}/s1/funding", "the trust fund")
    theirs = with_value(with_value(BASE, f"{SOLUTIONS}/s1/timeline", "by 2030"), DEFINITION, "trade in children")
    merged = merge(BASE, ours, theirs)
    assert not merged.conflicts
    assert value_at(merged.paper, f"{SOLUTIONS}/s1/funding") == "the trust fund"
    assert value_at(merged.paper, f"{SOLUTIONS}/s1/timeline") == "by 2030"
    assert value_at(merged.paper, DEFINITION).text == "trade in children"
    assert set(merged.taken) == {f"{SOLUTIONS}/s1/timeline", DEFINITION}


def test_an_answer_changed_on_both_sides_keeps_ours_and_shows_both() -> None:
    merged = merge(BASE, with_value(BASE, DEFINITION, "one"), with_value(BASE, DEFINITION, "two"))
    assert value_at(merged.paper, DEFINITION).text == "one"
    assert [(c.address, c.ours.text, c.theirs.text) for c in merged.conflicts] == [(DEFINITION, "one", "two")]


def test_words_from_one_side_and_a_citation_from_the_other_meet_in_one_answer() -> None:
    ours = with_value(BASE, DEFINITION, "the sale and transport of children")
    theirs = with_value(BASE, DEFINITION, Said(text="the sale of children", cite=(Citation(source="a"),)))
    merged = merge(BASE, ours, theirs)
    assert value_at(merged.paper, DEFINITION) == Said(
        text="the sale and transport of children", cite=(Citation(source="a"),)
    )
    assert not merged.conflicts


def test_entries_made_under_one_id_on_two_laptops_are_both_kept() -> None:
    instrument = InstrumentUse(id="i1", name="Palermo Protocol")
    ours = with_entry(BASE, SOLUTIONS, Solution(id="s3", action="fund shelters"))
    theirs = with_entry(
        BASE, SOLUTIONS, Solution(id="s3", action="share data", legal_basis=(LegalBasis(instrument="i1"),))
    )
    theirs = with_entry(theirs, "topics/t1/instruments", instrument)
    theirs = with_value(theirs, "notes", {f"{SOLUTIONS}/s3/action": "check this"})
    ours = with_entry(
        ours, "topics/t1/instruments", InstrumentUse(id="i1", name="Convention on the Rights of the Child")
    )
    merged = merge(BASE, ours, theirs)
    solutions = {one.action: one for one in merged.paper.topics[0].solutions}
    assert solutions["fund shelters"].id == "s3"
    new = solutions["share data"]
    assert new.id not in ("s1", "s2", "s3")
    assert merged.paper.notes == {f"{SOLUTIONS}/{new.id}/action": "check this"}
    named = {one.id: one.name for one in merged.paper.topics[0].instruments}
    assert named[new.legal_basis[0].instrument] == "Palermo Protocol"
    assert len(named) == 2


def test_one_source_found_by_both_becomes_one_and_citations_follow() -> None:
    ours = Paper(sources=(Source(id="unodc", title="Global Report", url="https://unodc.org/r"),))
    theirs = with_value(BASE, "sources", (Source(id="report", publisher="UNODC", url="https://unodc.org/r/"),))
    theirs = with_value(theirs, f"{SOLUTIONS}/s1/cite", (Citation(source="report", locator="p. 3"),))
    merged = merge(BASE, with_value(BASE, "sources", ours.sources), theirs)
    (source,) = merged.paper.sources
    assert (source.id, source.title, source.publisher) == ("unodc", "Global Report", "UNODC")
    assert value_at(merged.paper, f"{SOLUTIONS}/s1/cite") == (Citation(source="unodc", locator="p. 3"),)


def test_two_sources_under_one_id_are_both_kept_and_each_citation_finds_its_own() -> None:
    ours = with_value(BASE, "sources", (Source(id="a", title="One", url="https://one.org"),))
    ours = with_value(ours, f"{SOLUTIONS}/s1/cite", (Citation(source="a"),))
    theirs = with_value(BASE, "sources", (Source(id="a", title="Two", url="https://two.org"),))
    theirs = with_value(theirs, f"{SOLUTIONS}/s2/cite", (Citation(source="a"),))
    merged = merge(BASE, ours, theirs).paper
    titles = {source.id: source.title for source in merged.sources}
    assert titles[value_at(merged, f"{SOLUTIONS}/s1/cite")[0].source] == "One"
    assert titles[value_at(merged, f"{SOLUTIONS}/s2/cite")[0].source] == "Two"


def test_an_entry_removed_on_one_side_goes_unless_the_other_changed_it() -> None:
    removed = without_entry(BASE, f"{SOLUTIONS}/s2")
    elsewhere = with_value(BASE, DEFINITION, "trade")
    assert [s.id for s in merge(BASE, elsewhere, removed).paper.topics[0].solutions] == ["s1"]
    changed = with_value(BASE, f"{SOLUTIONS}/s2/actor", "Member States")
    for ours, theirs in ((changed, removed), (removed, changed)):
        assert value_at(merge(BASE, ours, theirs).paper, f"{SOLUTIONS}/s2/actor") == "Member States"


def test_an_emptied_answer_gives_way_to_one_that_was_changed() -> None:
    emptied, changed = with_value(BASE, DEFINITION, ""), with_value(BASE, DEFINITION, "trade")
    for ours, theirs in ((emptied, changed), (changed, emptied)):
        assert value_at(merge(BASE, ours, theirs).paper, DEFINITION).text == "trade"


def test_a_new_order_is_taken_and_new_entries_stay_with_their_neighbours() -> None:
    ours = with_entry(BASE, SOLUTIONS, Solution(id="s9", action="after the first"), at=1)
    theirs = moved_entry(BASE, f"{SOLUTIONS}/s2", -1)
    merged = merge(BASE, ours, theirs).paper
    assert [one.id for one in merged.topics[0].solutions] == ["s2", "s1", "s9"]


def test_a_source_that_one_side_removed_stays_when_the_other_cites_it() -> None:
    base = with_value(BASE, "sources", (Source(id="a", title="One"),))
    cites = with_value(base, f"{SOLUTIONS}/s1/cite", (Citation(source="a"),))
    removed = with_value(base, "sources", ())
    for ours, theirs in ((cites, removed), (removed, cites)):
        assert [source.id for source in merge(base, ours, theirs).paper.sources] == ["a"]


def test_without_a_common_copy_entries_alike_are_one_and_entries_unlike_are_two() -> None:
    ours = paper(
        solutions=(Solution(id="s1", action="open joint desks at every port"), Solution(id="s2", action="teach"))
    )
    theirs = paper(
        solutions=(
            Solution(id="s1", action="open joint desks", actor="States"),
            Solution(id="s2", action="fund shelters"),
        )
    )
    merged = merge(None, ours, theirs)
    assert sorted(one.action for one in merged.paper.topics[0].solutions) == [
        "fund shelters",
        "open joint desks at every port",
        "teach",
    ]
    assert [conflict.address for conflict in merged.conflicts] == [f"{SOLUTIONS}/s1/action"]


def test_a_fourth_topic_is_told_as_a_conflict_and_not_dropped_in_silence() -> None:
    ours = Paper(topics=tuple(Topic(id=f"t{n}", title=f"Topic {n}") for n in (1, 2, 3)))
    theirs = Paper(topics=(ours.topics[0], Topic(id="x1", title="Landmines")))
    merged = merge(None, ours, theirs)
    assert [topic.id for topic in merged.paper.topics] == ["t1", "t2", "t3"]
    assert [(c.address, c.theirs.title) for c in merged.conflicts] == [("topics/x1", "Landmines")]


def test_two_sides_that_each_removed_the_others_topic_leave_one() -> None:
    base = Paper(topics=(Topic(id="a"), Topic(id="b")))
    merged = merge(base, Paper(topics=(Topic(id="a"),)), Paper(topics=(Topic(id="b"),)))
    assert [topic.id for topic in merged.paper.topics] == ["a"]


# --- taking ----------------------------------------------------------------------------------------------------------


def test_taking_every_difference_gives_their_paper() -> None:
    theirs = with_value(moved_entry(BASE, f"{SOLUTIONS}/s2", -1), DEFINITION, "trade")
    theirs = with_entry(theirs, SOLUTIONS, Solution(id="s4", action="count"), at=0)
    theirs = with_value(theirs, "notes", {DEFINITION: "hm"})
    assert take(BASE, theirs, [one.address for one in differences(BASE, theirs)]) == theirs


def test_taking_a_part_of_an_entry_that_is_not_there_takes_the_entry() -> None:
    instrument = InstrumentUse(id="crc", name="CRC", articles=(Article(id="a1", number="35"),))
    theirs = with_value(BASE, "topics/t1/instruments", (instrument,))
    assert take(BASE, theirs, ["topics/t1/instruments/crc/articles/a1"]) == theirs


def test_what_is_taken_brings_the_source_that_it_cites() -> None:
    theirs = with_value(BASE, "sources", (Source(id="a", title="One"), Source(id="b", title="Two")))
    theirs = with_value(theirs, DEFINITION, Said(text="trade", cite=(Citation(source="a"),)))
    assert [source.id for source in take(BASE, theirs, [DEFINITION]).sources] == ["a"]


def test_taking_a_fourth_topic_is_refused() -> None:
    ours = Paper(topics=tuple(Topic(id=f"t{n}") for n in (1, 2, 3)))
    with pytest.raises(WrongUse) as refused:
        take(ours, Paper(topics=(Topic(id="x"),)), ["topics/x"])
    assert refused.value.problems[0].code == "compare-too-many-topics"


# --- in words --------------------------------------------------------------------------------------------------------


def test_taking_the_last_topic_away_is_refused() -> None:
    with pytest.raises(WrongUse) as refused:
        take(BASE, Paper(topics=(Topic(id="x"),)), ["topics/t1"])
    assert refused.value.problems[0].code == "compare-last-topic"


def test_addresses_and_values_can_be_read_aloud() -> None:
    assert label(BASE, f"{SOLUTIONS}/s2/action") == "solution 2, action"
    assert label(BASE, DEFINITION) == "definition"
    assert label(BASE, f"notes/{DEFINITION}") == "note on definition"
    assert label(BASE, SOLUTIONS) == "solutions"
    assert label(BASE, "topics/t2") == "topic t2"
    assert label(BASE, "committee/name") == "committee, name"
    assert in_words(Said(text="x", cite=(Citation(source="a", locator="p. 1"),))) == "x [a, p. 1]"
    assert in_words(Action(id="a1", actor="Kenya", year="2019")) == "actor: Kenya; year: 2019"
    assert in_words(None) == ""


# --- wild inputs -----------------------------------------------------------------------------------------------------

words = st.sampled_from(["", "a", "b", "shared words here", "Кения", "x " * 40]) | st.integers(0, 999).map(
    "word{}".format
)
ids = st.sampled_from(["s1", "s2", "s3"])
cites = st.lists(st.builds(Citation, source=st.sampled_from(["s1", "s2", "zz"]), locator=words), max_size=2).map(tuple)
said = st.builds(Said, text=words, cite=cites)


def group(entry: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(entry, max_size=3, unique_by=lambda one: one.id).map(tuple)


basis = st.lists(st.builds(LegalBasis, instrument=ids, article=words), max_size=2).map(tuple)
solution = st.builds(Solution, id=ids, cite=cites, actor=words, action=words, legal_basis=basis)
instrument = st.builds(
    InstrumentUse,
    id=ids,
    ref=st.sampled_from(["", "crc"]),
    name=words,
    articles=group(st.builds(Article, id=ids, does=words)),
)
answers = st.dictionaries(st.sampled_from(["k1", "k2"]), said | st.lists(said, max_size=2).map(tuple), max_size=2)
topic = st.builds(
    Topic,
    id=st.sampled_from(["t1", "t2", "s1"]),
    title=words,
    frame=st.sampled_from(["problem", "goal"]),
    answers=answers,
    instruments=group(instrument),
    solutions=group(solution),
)
source = st.builds(Source, id=ids, title=words, url=st.sampled_from(["", "https://a.org", "https://b.org"]))
notes = st.dictionaries(
    st.sampled_from(["topics/t1/solutions/s1/action", "sources/s1", "topics/t1"]), words, max_size=2
)
papers = st.builds(
    Paper,
    seat=st.builds(Seat, name=words),
    committee=st.builds(Committee, name=words),
    delegates=st.lists(words, max_size=2).map(tuple),
    topics=st.lists(topic, min_size=1, max_size=3, unique_by=lambda one: one.id).map(tuple),
    sources=group(source),
    notes=notes,
)


def texts(value: Any) -> Iterator[str]:
    """Every text in a value, but not ids and what refers to them: those may be changed by a merge."""
    if isinstance(value, Model):
        for field in names_of(type(value)):
            if field not in ("id", "source", "instrument"):
                yield from texts(getattr(value, field))
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif value:
        yield str(value)


@given(papers, papers)
@settings(max_examples=40)
def test_a_side_that_changed_nothing_leaves_the_other_as_it_is(base: Paper, changed: Paper) -> None:
    assert merge(base, changed, base).paper == changed
    assert merge(base, base, changed).paper == changed
    assert merge(base, changed, changed).paper == changed


@given(st.none() | papers, papers, papers)
@settings(max_examples=40)
def test_any_merge_gives_a_paper_that_can_be_written_and_loses_no_new_words(
    base: Paper | None, ours: Paper, theirs: Paper
) -> None:
    merged = merge(base, ours, theirs)
    assert read_paper(paper_to_bytes(merged.paper), "merged") == merged.paper
    before = set(texts(base)) if base else set()
    shown = {text for conflict in merged.conflicts for text in texts(conflict.theirs)}
    kept = set(texts(merged.paper)) | shown
    assert set(texts(ours)) - before <= kept
    assert set(texts(theirs)) - before <= kept


@given(papers, papers)
@settings(max_examples=50)
def test_taking_every_difference_from_any_paper_says_what_it_says(ours: Paper, theirs: Paper) -> None:
    ours = with_value(ours, "topics", (ours.topics[0].changed(id=theirs.topics[0].id),))
    theirs = with_value(theirs, "topics", theirs.topics[:1])
    taken = take(ours, theirs, [one.address for one in differences(ours, theirs)])
    # What it cites but has not got cannot be brought along from a paper that has not got it either.
    assert differences(taken, theirs) == ()


@given(papers, papers)
@settings(max_examples=40)
def test_differences_vanish_exactly_when_papers_are_equal(ours: Paper, theirs: Paper) -> None:
    assert (differences(ours, theirs) == ()) == (ours == theirs)
