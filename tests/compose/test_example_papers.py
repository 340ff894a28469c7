"""The papers that ship, read as a chair reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from prose_reader import (
    EXAMPLES,
    body,
    composed,
    example,
    origins,
    paragraphs,
    sentences,
    shipped_library,
    start_of,
    template_runs,
)

from mundraft.coach.findings import findings
from mundraft.document.measure import words
from mundraft.document.tree import Origin
from mundraft.paper.address import answered
from mundraft.paper.model import Paper, Said
from mundraft.problems import Severity

SHORT = ["mexico-child-trafficking-short", "kenya-climate-displacement-short", "japan-nuclear-disarmament-short"]
DEEP = ["mexico-child-trafficking", "kenya-climate-displacement", "japan-nuclear-disarmament"]
#: One for each other template of the shelf.
SHELF = [
    "brac-girls-schooling-organisation",
    "estonia-hospitals-and-elections-two-topics",
    "fiji-illegal-fishing-three-paragraphs",
    "jordan-refugee-schooling-statement",
    "mongolia-rangelands-one-page",
    "pearson-suez-crisis",
    "sierra-leone-gulf-of-guinea-council",
]
ALL = SHORT + DEEP + SHELF
#: Where the seats of the examples lie: a class finds its own part of the world, whichever that is.
REGIONS = {
    "BRAC": "South Asia",
    "Estonia": "Eastern Europe",
    "Fiji": "the Pacific",
    "Japan": "East Asia",
    "Jordan": "Western Asia",
    "Kenya": "East Africa",
    "Lester B. Pearson": "North America",
    "Mexico": "Latin America",
    "Mongolia": "Central Asia",
    "Sierra Leone": "West Africa",
}


def test_the_examples_are_the_ones_that_are_read_here() -> None:
    assert sorted(path.stem for path in EXAMPLES.glob("*.yaml")) == sorted(ALL)


def test_the_examples_come_from_eight_regions_and_speak_of_eight_topics() -> None:
    papers = [example(f"{name}.yaml") for name in ALL]
    seats = {paper.seat.name or paper.seat.ref.replace("-", " ").title() for paper in papers}
    assert seats == set(REGIONS)
    assert len({REGIONS[seat] for seat in seats}) >= 8
    assert len({topic.title for paper in papers for topic in paper.topics}) >= 8


def test_every_template_of_the_shelf_has_an_example() -> None:
    shown = {example(f"{name}.yaml").template for name in ALL}
    assert shown == {found.name for found in shipped_library().templates()}


@pytest.mark.parametrize("name", SHORT)
def test_required_answers_alone_make_a_paper_of_fair_length(name: str) -> None:
    assert 450 <= words(composed(example(f"{name}.yaml"))).total <= 600


@pytest.mark.parametrize("name", DEEP)
def test_a_deep_paper_runs_to_about_a_thousand_words(name: str) -> None:
    assert 950 <= words(composed(example(f"{name}.yaml"))).total <= 1150


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_missing(name: str) -> None:
    document = composed(example(f"{name}.yaml"))
    assert Origin.GAP not in origins(document)
    assert "source missing" not in body(document)


@pytest.mark.parametrize("name", ALL)
def test_every_claim_has_its_source(name: str) -> None:
    paper = example(f"{name}.yaml")
    assert not [one for one in findings(paper, shipped_library()) if one.severity is not Severity.ADVICE]


@pytest.mark.parametrize("name", ALL)
def test_the_text_has_no_seams(name: str) -> None:
    text = body(composed(example(f"{name}.yaml")))
    assert not re.search(r"  | [,.;:)]|\.\.|,,|\(\)|\[\]| $|\bthe the\b|\ba a\b|\bthe The\b|[a-z]\.[A-Z]", text, re.M)


@pytest.mark.parametrize("name", ALL)
def test_paragraphs_begin_with_a_capital_and_end_with_a_mark(name: str) -> None:
    for paragraph in paragraphs(composed(example(f"{name}.yaml"))):
        assert paragraph[0].isupper(), paragraph
        greets = paragraph.endswith("delegates,")
        assert greets or paragraph[-1] in ".?!”", paragraph


@pytest.mark.parametrize("name", ALL)
def test_no_three_sentences_begin_alike(name: str) -> None:
    starts = [start_of(sentence) for sentence in sentences(composed(example(f"{name}.yaml")))]
    assert not [run for run in zip(starts, starts[1:], starts[2:], strict=False) if len(set(run)) == 1]


@pytest.mark.parametrize("name", ALL)
def test_every_answer_stands_in_the_paper_word_for_word(name: str) -> None:
    paper = example(f"{name}.yaml")
    text = body(composed(paper)).casefold()
    for address, answer in prose_answers(paper):
        assert answer.casefold().rstrip(".") in text, address


NOT_PRINTED = {"id", "chapter", "ending", "ref", "frame", "cite", "position", "url", "legal_basis", "year"}


def prose_answers(paper: Paper) -> Iterator[tuple[str, str]]:
    """The answers that are printed in the body: not the header's, not choices, not ids and sources."""
    for address, value in answered(paper):
        field = address.rpartition("/")[2]
        in_header = field == "title" and "/solutions/" not in address
        if not address.startswith("topics/") or in_header or field in NOT_PRINTED:
            continue
        for one in value if isinstance(value, tuple) else (value,):
            yield address, one.text if isinstance(one, Said) else str(one)


@pytest.mark.parametrize("name", ALL)
def test_most_words_are_the_delegates(name: str) -> None:
    document = composed(example(f"{name}.yaml"))
    said = {origin: len(re.findall(r"\w[\w’'-]*", text)) for origin, text in origins(document).items()}
    assert said[Origin.TEMPLATE] < 0.2 * sum(said.values())
    assert said[Origin.DELEGATE] > 0.7 * sum(said.values())


def test_two_papers_share_no_long_run_of_the_templates_words() -> None:
    longest = max(
        (len(run.split()) for name in ALL for run in template_runs(composed(example(f"{name}.yaml")))), default=0
    )
    assert longest < 12


@pytest.mark.parametrize("name", ALL)
def test_sources_are_listed_once_each_in_the_order_of_their_first_citation(name: str) -> None:
    document = composed(example(f"{name}.yaml"))
    listed = [reference.source for reference in document.references()]
    assert len(set(listed)) == len(listed)
    mentioned = [
        int(number)
        for mark in re.findall(r"\[([^\]]+)\]", body(document))
        for number in re.findall(r"(?:^|; )(\d+)", mark)
    ]
    assert list(dict.fromkeys(mentioned)) == list(range(1, len(listed) + 1))


@pytest.mark.parametrize("name", ALL)
def test_every_source_of_an_example_is_cited(name: str) -> None:
    paper = example(f"{name}.yaml")
    listed = {reference.source for reference in composed(paper).references()}
    assert {source.id for source in paper.sources} <= listed


def test_no_example_says_when_a_page_was_read() -> None:
    assert not [source.id for name in ALL for source in example(f"{name}.yaml").sources if source.accessed]
