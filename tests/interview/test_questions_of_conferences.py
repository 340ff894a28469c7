"""What a conference asks besides the template: a statement, and what its rules leave the delegate to choose."""

from __future__ import annotations

import pytest

from mundraft.citation.styles import STYLES, style
from mundraft.citation.ways import MECHANISMS, chosen_way, ways_open
from mundraft.coach.conference import verdict
from mundraft.coach.findings import findings
from mundraft.compose.compose import Composer
from mundraft.interview.asking import interview_of
from mundraft.interview.changing import answer
from mundraft.interview.plain import ask
from mundraft.interview.states import Prompt, State
from mundraft.library.conference_citations import Citations, Way
from mundraft.library.questions import TemplateDefinition
from mundraft.library.search_path import Library, default_library
from mundraft.models.model import from_values
from mundraft.paper.file import paper_to_bytes, read_paper
from mundraft.paper.model import Look, Paper


@pytest.fixture(scope="module")
def library() -> Library:
    return default_library(None, None)


def for_conference(paper: Paper, library: Library) -> dict[str, Prompt]:
    """The questions of the conference, by their addresses."""
    prompts = interview_of(paper, library).prompts()
    return {one.address: one for one in prompts if one.step_id == "conference-rules"}


def labels(prompt: Prompt) -> list[str]:
    return [choice.label for choice in prompt.question.choices]


def test_the_disclosure_is_asked_where_the_conference_wants_its_page_and_only_there(library: Library) -> None:
    asked = for_conference(Paper(preset="nmun-ny"), library)["disclosure"]
    assert (asked.required, asked.state, asked.step_title) == (True, State.OPEN, "For NMUN•NY")
    assert "disclosure" not in for_conference(Paper(preset="dmunc"), library)
    assert "disclosure" not in for_conference(Paper(), library)


def test_what_the_header_of_the_conference_prints_is_required_and_told_missing(library: Library) -> None:
    def asked(paper: Paper) -> dict[str, State]:
        prompts = interview_of(paper, library).prompts()
        return {one.address: one.state for one in prompts if one.address in ("school", "delegates", "conference")}

    freely = dict.fromkeys(("school", "delegates", "conference"), State.SKIPPABLE)
    assert asked(Paper()) == freely
    assert asked(Paper(preset="dmunc")) == freely
    assert asked(Paper(preset="nmun-ny")) == freely | {"school": State.OPEN}
    assert asked(Paper(preset="dartmun")) == freely | {"school": State.OPEN, "delegates": State.OPEN}
    missing = {one.address for one in findings(Paper(preset="dartmun"), library) if one.code == "missing-answer"}
    assert {"school", "delegates"} <= missing


def test_what_the_header_prints_is_asked_by_templates_that_do_not_ask_it_themselves(library: Library) -> None:
    paper = Paper(template="three-paragraphs", preset="nmun-ny")
    prompt = interview_of(paper, library).prompt("school")
    assert prompt is not None
    assert prompt.state is State.OPEN
    assert "NMUN" in prompt.question.help
    assert "school" in {one.address for one in findings(paper, library) if one.code == "missing-answer"}
    assert interview_of(Paper(template="three-paragraphs"), library).prompt("school") is None


def test_a_disclosure_is_told_missing_once_with_its_rule_and_then_no_more(library: Library) -> None:
    def told(paper: Paper) -> list[str]:
        every = (*findings(paper, library), *verdict(paper, library).findings)
        return [one.code for one in every if one.address == "disclosure"]

    paper = Paper(preset="nmun-ny")
    assert told(paper) == ["rule-disclosure-missing"]
    definition = interview_of(paper, library).definition
    assert told(answer(paper, definition, "disclosure", "None was used.\n\nNot even for spelling.")) == []


def test_a_disclosure_that_the_conference_does_not_want_is_kept_and_told(library: Library) -> None:
    paper = Paper(preset="dmunc", disclosure="None was used.")
    assert ("disclosure", "None was used.") in interview_of(paper, library).unasked()


def test_the_plain_interview_asks_it_as_soon_as_the_conference_is_chosen(library: Library) -> None:
    question = {"id": "conference", "ask": "Which?", "at": "paper:conference", "kind": "conference"}
    step = {"id": "one", "title": "One", "each_topic": False, "questions": [question]}
    template = {"name": "Small", "steps": [step], "parts": [{"key": "all", "title": "All"}]}
    lines = ["NMUN NY", "Hill School", "No model was used.", "", "."]
    said: list[str] = []

    def read_line(prompt: str) -> str:
        said.append(prompt)
        return lines.pop(0)

    definition = from_values(TemplateDefinition, template)
    papers = list(ask(definition, Paper(), library, read_line, said.append))
    assert (papers[-1].preset, papers[-1].disclosure) == ("nmun-ny", "No model was used.")
    assert any(line.startswith("3 of ") and "How was a language model used" in line for line in said)


@pytest.mark.parametrize("name", STYLES)
def test_the_ways_offered_are_those_that_the_styles_can_make(name: str) -> None:
    assert style(name).mechanisms == MECHANISMS[name]


@pytest.mark.parametrize(
    ("preset", "address", "first", "others"),
    [
        ("nueva", "look/citing", "chicago-notes footnotes", ["mla in-text"]),
        ("mamun", "look/citing", "numbered in-text", ["mla in-text", "apa in-text", "chicago-notes footnotes"]),
        ("bmal", "look/font", "Times New Roman", ["Arial", "Garamond"]),
        ("gsumun", "look/size", "12", ["10", "10.5", "11", "11.5"]),
        ("dmunc", "look/line_spacing", "1", ["2"]),
    ],
)
def test_what_the_rules_leave_open_is_offered_and_what_is_used_stands_first(
    library: Library, preset: str, address: str, first: str, others: list[str]
) -> None:
    asked = for_conference(Paper(preset=preset), library)[address]
    values = [choice.value for choice in asked.question.choices]
    assert values[0] == first
    assert values[1 : 1 + len(others)] == others
    assert "used unless you choose" in labels(asked)[0]
    assert not asked.required


def test_nothing_is_asked_where_the_rules_leave_one_thing(library: Library) -> None:
    assert set(for_conference(Paper(preset="sdimun"), library)) == set()


def test_a_choice_is_followed_in_the_document_and_kept_in_the_file(library: Library) -> None:
    look = Look(citing="mla in-text", font="Arial", size="11", line_spacing="2")
    paper = Paper(preset="", look=look)
    assert read_paper(paper_to_bytes(paper), "p.yaml") == paper
    composer = Composer(library)
    cited = composer.presentation(Paper(preset="nueva", look=Look(citing="mla")))
    assert (cited.style.name, cited.mechanism.value, cited.told) == ("mla", "in-text", ())
    assert composer.presentation(Paper(preset="bmal", look=look)).layout.font == "Arial"
    assert composer.presentation(Paper(preset="gsumun", look=look)).layout.size_pt == 11
    assert composer.presentation(Paper(preset="dmunc", look=look)).layout.line_spacing == 2
    free = composer.presentation(Paper(look=Look(citing="chicago-notes")))
    assert (free.style.name, free.mechanism.value) == ("chicago-notes", "footnotes")


@pytest.mark.parametrize(
    ("preset", "look", "address"),
    [
        ("sdimun", {"citing": "apa in-text"}, "look/citing"),
        ("bmal", {"font": "Comic Sans MS"}, "look/font"),
        ("", {"font": "Comic Sans MS"}, "look/font"),
        ("dmunc", {"size": "9"}, "look/size"),
        ("dmunc", {"line_spacing": "1.5"}, "look/line_spacing"),
        ("", {"citing": "what?"}, "look/citing"),
    ],
)
def test_a_choice_that_is_not_open_is_told_once_and_what_is_usual_is_used(
    library: Library, preset: str, look: dict[str, str], address: str
) -> None:
    paper = Paper(preset=preset, look=Look(**look))
    composer = Composer(library)
    used, usual = composer.presentation(paper), composer.presentation(Paper(preset=preset))
    assert used._replace(told=()) == usual
    every = (*findings(paper, library), *verdict(paper, library, composer).findings)
    assert [one.code for one in every if one.address == address] == ["look-not-open"]
    assert look[address.rpartition("/")[2]].replace("apa in-text", "APA, 7th edition, in the text") in used.told[0].what
    assert "in-text" not in used.told[0].told()


def test_a_way_is_named_by_its_style_its_mechanism_or_both() -> None:
    ways = ways_open(Citations(ways=(Way(style="mla"), Way(style="chicago-notes")), banned=("endnotes",)))
    named = {text: chosen_way(text, ways) for text in ("mla", "footnotes", "MLA footnotes", "endnotes", "mla apa", "")}
    assert {text: way.written if way else "" for text, way in named.items()} == {
        "mla": "mla in-text",
        "footnotes": "mla footnotes",
        "MLA footnotes": "mla footnotes",
        "endnotes": "",
        "mla apa": "",
        "": "",
    }
