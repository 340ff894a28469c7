"""What is taken out of a paper and put back is the paper as it was, whatever else has changed meanwhile."""

from __future__ import annotations

import pytest

from mundraft.interview.asking import Asking
from mundraft.interview.taken_out import put_back, take_out, take_out_line
from mundraft.library.questions import TemplateDefinition
from mundraft.library.search_path import shipped_library
from mundraft.paper.address import NoSuchAddress, with_entry, with_value, without_entry
from mundraft.paper.model import Article, Citation, InstrumentUse, Paper, Said, Source, Topic
from mundraft.problems import WrongUse

CENSUS = Source(id="census", title="Census of herds", url="https://example.org/herds")
LINES = (Said(text="herders", cite=(Citation(source="census"),)), Said(text="fishers"), Said(text="traders"))
TREATIES = tuple(InstrumentUse(id=f"i{n}", name=f"Treaty {n}", articles=(Article(id="a1"),)) for n in (1, 2, 3))
PAPER = Paper(
    topics=(Topic(answers={"affected": LINES}, instruments=TREATIES),),
    sources=(CENSUS,),
    notes={"topics/t1/instruments/i2/ref": "ask Amina", "topics/t1/instruments/i3/ref": "page 4"},
)
AFFECTED, INSTRUMENTS = "topics/t1/answers/affected", "topics/t1/instruments"


@pytest.fixture(scope="module")
def classic() -> TemplateDefinition:
    library = shipped_library()
    return Asking(library.template("classic").definition, library).definition(PAPER)


@pytest.mark.parametrize("address", [f"{INSTRUMENTS}/i1", f"{INSTRUMENTS}/i2", f"{INSTRUMENTS}/i3/articles/a1"])
def test_an_entry_put_back_leaves_nothing_changed(address: str, classic: TemplateDefinition) -> None:
    without, taken = take_out(PAPER, address, "it")
    assert without != PAPER
    assert taken is not None
    assert put_back(without, classic, taken).paper == PAPER


@pytest.mark.parametrize("place", range(3))
def test_a_line_put_back_leaves_nothing_changed(place: int, classic: TemplateDefinition) -> None:
    without, taken = take_out_line(PAPER, classic, AFFECTED, place)
    assert taken is not None
    back = put_back(without, classic, taken)
    assert (back.paper, back.place) == (PAPER, place)


def test_what_is_there_again_is_not_put_there_twice(classic: TemplateDefinition) -> None:
    _, taken = take_out(PAPER, f"{INSTRUMENTS}/i2", "it")
    assert taken is not None
    back = put_back(PAPER, classic, taken)
    assert back.paper.topics[0].instruments == PAPER.topics[0].instruments


def test_a_source_that_went_meanwhile_comes_back_too(classic: TemplateDefinition) -> None:
    without, taken = take_out_line(PAPER, classic, AFFECTED, 0)
    assert taken is not None
    assert put_back(without_entry(without, "sources/census"), classic, taken).paper == PAPER


def test_it_cites_no_other_work_that_has_got_the_id_of_its_source(classic: TemplateDefinition) -> None:
    without, taken = take_out_line(PAPER, classic, AFFECTED, 0)
    assert taken is not None
    other = Source(id="census", title="Census of fish", url="https://example.org/fish")
    back = put_back(with_value(without, "sources/census", other), classic, taken).paper
    (cite,) = back.topics[0].answers["affected"][0].cite  # type: ignore[index]
    assert {one.id: one.title for one in back.sources} == {"census": "Census of fish", cite.source: "Census of herds"}


def test_a_note_written_meanwhile_stays_beside_the_one_that_comes_back(classic: TemplateDefinition) -> None:
    without, taken = take_out(PAPER, f"{INSTRUMENTS}/i2", "it")
    assert taken is not None
    noted = with_value(without, "notes", {**without.notes, "topics/t1/instruments/i2/ref": "new"})
    assert put_back(noted, classic, taken).paper.notes["topics/t1/instruments/i2/ref"] == "new\nask Amina"


def test_what_stood_in_an_entry_that_is_gone_has_no_place(classic: TemplateDefinition) -> None:
    without, taken = take_out(PAPER, f"{INSTRUMENTS}/i2/articles/a1", "it")
    assert taken is not None
    with pytest.raises(NoSuchAddress):
        put_back(without_entry(without, f"{INSTRUMENTS}/i2"), classic, taken)


def test_a_topic_comes_back_as_long_as_there_is_room(classic: TemplateDefinition) -> None:
    paper = with_entry(PAPER, "topics", Topic(id="t2", title="Sand storms"))
    without, taken = take_out(paper, "topics/t1", "it")
    assert taken is not None
    assert not without.notes
    assert put_back(without, classic, taken).paper == paper
    for topic_id in ("t3", "t4"):
        without = with_entry(without, "topics", Topic(id=topic_id, title="Sand"))
    with pytest.raises(WrongUse, match="the most is 3"):
        put_back(without, classic, taken)


@pytest.mark.parametrize("beside", [False, True])
def test_what_was_put_in_its_place_for_the_templates_sake_goes_again(beside: bool, classic: TemplateDefinition) -> None:
    paper = with_entry(PAPER, "topics", Topic(id="t2", title="Sand storms"))
    empty = Topic(id="t9", frame="goal")
    if beside:  # it stood there already, and may be meant
        paper = with_entry(paper, "topics", empty)
    without, taken = take_out(paper, "topics/t2", "it")
    assert taken is not None
    typed_and_undone = without if beside else with_entry(without, "topics", empty)
    assert put_back(typed_and_undone, classic, taken).paper == paper


def test_an_entry_that_was_written_or_noted_in_its_place_stays(classic: TemplateDefinition) -> None:
    paper = with_entry(PAPER, "topics", Topic(id="t2", title="Sand storms"))
    without, taken = take_out(paper, "topics/t2", "it")
    assert taken is not None
    written = with_entry(without, "topics", Topic(id="t9", noun="dunes"))
    assert [one.id for one in put_back(written, classic, taken).paper.topics] == ["t1", "t2", "t9"]
    noted = with_value(with_entry(without, "topics", Topic(id="t9")), "notes", {"topics/t9/title": "ask Ms Diop"})
    assert [one.id for one in put_back(noted, classic, taken).paper.topics] == ["t1", "t2", "t9"]
