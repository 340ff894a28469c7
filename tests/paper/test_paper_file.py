"""The paper's file: what is typed comes back, what is not a paper is told, the form is stable."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.models.fields import fields_of, names_of
from mundraft.paper import model
from mundraft.paper.address import value_at, with_value
from mundraft.paper.file import paper_to_bytes, read_paper
from mundraft.paper.model import Citation, Paper, Said, Solution, Source, Topic
from mundraft.problems import UnreadableFile
from mundraft.text.clean import clean

wild_text = st.one_of(
    st.text(st.characters(codec=None), max_size=30),
    st.text("a :#-'\"\\\n\r\t~?|>[]{}&*!%@`,.=\x85\u2028\ufeff\x7f\x00\ud800e\u0301", max_size=15),
)
keys = st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9_.:-]{0,8}", fullmatch=True)
citations = st.lists(st.builds(Citation, source=wild_text, locator=wild_text), max_size=2).map(tuple)
said = st.builds(Said, text=wild_text, cite=citations)
answers = st.one_of(said, st.lists(said, max_size=3).map(tuple))


def groups(entry: Any) -> Any:
    return st.lists(entry, max_size=2, unique_by=lambda made: made.id).map(tuple)


def entries(kind: Any, **more: Any) -> Any:
    texts = {
        field.name: wild_text
        for field in fields_of(kind)
        if field.name not in ("id", "cite", *more) and field.kind is str
    }
    cite = {"cite": citations} if "cite" in names_of(kind) else {}
    return groups(st.builds(kind, id=keys, **cite, **texts, **more))


topics = st.builds(
    Topic,
    id=keys,
    title=wild_text,
    frame=st.sampled_from(["problem", "goal"]),
    answers=st.dictionaries(keys, answers, max_size=3),
    national_actions=entries(model.Action),
    instruments=entries(model.InstrumentUse, articles=entries(model.Article)),
    quotations=entries(model.Quotation),
    solutions=entries(
        Solution,
        legal_basis=st.lists(st.builds(model.LegalBasis, instrument=wild_text), max_size=1).map(tuple),
    ),
    questions_to_consider=entries(model.ChairQuestion),
    own_words=st.dictionaries(keys, said, max_size=2),
)
papers = st.builds(
    Paper,
    template=wild_text,
    language=wild_text,
    conference=wild_text,
    delegates=st.lists(wild_text, max_size=2).map(tuple),
    seat=st.builds(model.Seat, name=wild_text, article=st.booleans()),
    committee=st.builds(model.Committee, name=wild_text),
    topics=st.lists(topics, min_size=1, max_size=2, unique_by=lambda topic: topic.id).map(tuple),
    sources=entries(Source, author=st.lists(st.builds(model.Name, family=wild_text), max_size=2).map(tuple)),
    notes=st.dictionaries(wild_text, wild_text, max_size=2),
)


@settings(max_examples=60, deadline=None)
@given(papers, st.booleans())
def test_any_paper_comes_back_as_it_was(paper: Paper, pure: bool) -> None:
    data = paper_to_bytes(paper)
    with pytest.MonkeyPatch.context() as patch:
        if pure:
            patch.setattr(yaml, "__with_libyaml__", False)
        again = read_paper(data, "paper.yaml")
    assert again == paper
    assert paper_to_bytes(again) == data


ADDRESSES = [
    "conference",
    "committee/name",
    "topics/t1/title",
    "topics/t1/solutions/s1/action",
    "topics/t1/instruments/crc/articles/a1/quote",
    "sources/un/title",
    "sources/un/url",
]


def small_paper() -> Paper:
    return Paper(
        topics=(
            Topic(
                solutions=(Solution(id="s1", action="open desks"),),
                instruments=(model.InstrumentUse(id="crc", ref="crc", articles=(model.Article(id="a1", number="7"),)),),
            ),
        ),
        sources=(Source(id="un", title="A report"),),
    )


@settings(max_examples=150, deadline=None)
@given(wild_text, st.sampled_from(ADDRESSES))
def test_any_text_in_any_field_comes_back_clean(text: str, address: str) -> None:
    again = read_paper(paper_to_bytes(with_value(small_paper(), address, text)), "paper.yaml")
    assert value_at(again, address) == clean(text)


@settings(max_examples=100, deadline=None)
@given(wild_text, st.booleans(), st.booleans())
def test_any_text_in_any_answer_comes_back_clean(text: str, cited: bool, listed: bool) -> None:
    said = Said(text=text, cite=(Citation(source="un"),) if cited else ())
    paper = with_value(small_paper(), "topics/t1/answers/hook", (said, said) if listed else said)
    found = value_at(read_paper(paper_to_bytes(paper), "paper.yaml"), "topics/t1/answers/hook")
    texts = [one.text for one in found] if listed else [found.text if found else ""]
    assert texts == [clean(text)] * len(texts)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=60), st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_a_paper_or_told_of(data: bytes) -> None:
    try:
        result: object = read_paper(data, "paper.yaml")
    except UnreadableFile as error:
        result = error
    assert isinstance(result, Paper | UnreadableFile)


CHANGES = st.tuples(
    st.integers(0, 2000),
    st.integers(0, 3),
    st.sampled_from([b"", b"\t", b": ", b"'", b'"', b"- ", b"[", b"{", b"\xff", b"\n"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(CHANGES, min_size=1, max_size=3))
def test_a_damaged_paper_is_read_or_told_of(changes: list[tuple[int, int, bytes]]) -> None:
    data = paper_to_bytes(small_paper())
    for at, taken, put in changes:
        at %= len(data)
        data = data[:at] + put + data[at + taken :]
    try:
        result: object = read_paper(data, "paper.yaml")
    except UnreadableFile as error:
        result = error if all(problem.code and problem.place for problem in error.problems) else None
    assert isinstance(result, Paper | UnreadableFile)


@pytest.mark.parametrize(
    "nested", [b"[" * 100_000, b"- " * 100_000, b"a:\n  - " * 9000, b"{a: " * 100_000], ids=["[", "-", "a: -", "{"]
)
def test_deep_nesting_is_refused_and_does_not_crash(nested: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_paper(nested, "paper.yaml")


def test_a_paper_of_twenty_megabytes_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mundraft.strictyaml.building.new_parser", lambda text: pytest.fail("it was parsed"))
    with pytest.raises(UnreadableFile) as raised:
        read_paper(b"a: b\n" * 4_000_000, "paper.yaml")
    (problem,) = raised.value.problems
    assert problem.code == "yaml-too-large"
    assert "20.0 MB" in problem.what


def test_running_out_of_memory_is_told_and_does_not_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(text: str) -> None:
        raise MemoryError

    monkeypatch.setattr("mundraft.strictyaml.building.new_parser", no_memory)
    with pytest.raises(UnreadableFile):
        read_paper(b"a: b\n", "paper.yaml")


def test_a_paper_is_written_for_people() -> None:
    paper = Paper(
        seat=model.Seat(ref="norway", name="NO"),
        topics=(
            Topic(
                noun="child trafficking",
                answers={
                    "hook": Said(text="One sentence: with a colon."),
                    "facts": (
                        Said(text="First.\n\nSecond.", cite=(Citation(source="un", locator="p. 3"),)),
                        Said(text="Last"),
                    ),
                },
                solutions=(Solution(id="s1", action="open desks", cite=(Citation(source="un"),)),),
            ),
        ),
        sources=(Source(id="un", title="Report", container_title="Series", url="https://un.org/a", doi="10.1/x"),),
        notes={"topics/t1/answers/hook": "ask Amina"},
    )
    lines = paper_to_bytes(paper).decode().splitlines()
    assert lines[0].startswith("# ")
    assert lines[1:] == [
        "mundraft: 1",
        "template: classic",
        "language: en-GB",
        "page: A4",
        "seat:",
        "  ref: norway",
        "  name: NO",
        "topics:",
        "  - id: t1",
        "    noun: child trafficking",
        "    frame: problem",
        "    answers:",
        '      hook: "One sentence: with a colon."',
        "      facts:",
        "        - text: |-",
        "            First.",
        "",
        "            Second.",
        "          cite:",
        "            - source: un",
        "              locator: p. 3",
        "        - Last",
        "    solutions:",
        "      - id: s1",
        "        action: open desks",
        "        cite:",
        "          - source: un",
        "sources:",
        "  - id: un",
        "    type: webpage",
        "    title: Report",
        "    container-title: Series",
        "    URL: https://un.org/a",
        "    DOI: 10.1/x",
        "notes:",
        "  topics/t1/answers/hook: ask Amina",
    ]


def test_a_paper_typed_by_hand_needs_little() -> None:
    paper = read_paper(b"seat:\n  name: Kenya\ntopics:\n  - title: Water\n    answers:\nsources:\n", "paper.yaml")
    assert value_at(paper, "topics/t1/title") == "Water"
    assert paper.sources == ()


def test_the_papers_that_ship_are_read_and_come_back() -> None:
    shipped = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
    assert shipped
    for path in shipped:
        paper = read_paper(path.read_bytes(), path.name)
        assert read_paper(paper_to_bytes(paper), path.name) == paper
