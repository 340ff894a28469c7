"""Generated papers: each is at the edge that its name says, and fits the template that it was made for."""

from __future__ import annotations

import pytest

from mundraft.compose.compose import Composer
from mundraft.compose.extremes import Extreme, extremes, one_change_each
from mundraft.export.formats import render
from mundraft.interview.answering import is_invalid
from mundraft.interview.interview import Interview
from mundraft.library.questions import TemplateDefinition
from mundraft.library.search_path import Library, default_library
from mundraft.models.model import from_values
from mundraft.paper.model import Paper
from mundraft.text.counting import count_words

NAMES = ("classic", "one-page")


@pytest.fixture(scope="module")
def library() -> Library:
    return default_library()


@pytest.fixture(scope="module")
def made(library: Library) -> dict[tuple[str, str], tuple[TemplateDefinition, Paper]]:
    """Every extreme of the templates that ship, by template and name."""
    definitions = {name: library.template(name).definition for name in NAMES}
    return {
        (name, extreme.name): (definition, extreme.paper(definition, name))
        for name, definition in definitions.items()
        for extreme in extremes(definition)
    }


def test_no_generated_answer_is_more_than_its_template_takes(
    made: dict[tuple[str, str], tuple[TemplateDefinition, Paper]],
) -> None:
    for key, (definition, paper) in made.items():
        for prompt in Interview(definition, paper).prompts():
            assert not is_invalid(prompt.question, prompt.value), (key, prompt.address, prompt.text)


def test_every_extreme_becomes_a_word_file(
    library: Library, made: dict[tuple[str, str], tuple[TemplateDefinition, Paper]]
) -> None:
    composer = Composer(library)
    for key, (_, paper) in made.items():
        assert render(composer.compose(paper), "docx").startswith(b"PK"), key


def test_everything_answered_leaves_no_question_open_but_the_conference(
    made: dict[tuple[str, str], tuple[TemplateDefinition, Paper]],
) -> None:
    for name in NAMES:
        definition, paper = made[name, "everything answered"]
        still = [prompt.address for prompt in Interview(definition, paper).prompts() if not prompt.text]
        assert still in (["conference"], ["conference", "topics/t1/answers/problem"]), name


def test_only_what_must_be_answered_holds_nothing_else(
    made: dict[tuple[str, str], tuple[TemplateDefinition, Paper]],
) -> None:
    for name in NAMES:
        definition, paper = made[name, "only what must be answered"]
        prompts = Interview(definition, paper).prompts()
        assert Interview(definition, paper).progress().complete
        beyond = [prompt.address for prompt in prompts if prompt.text and not prompt.required]
        assert beyond in ([], ["topics/t1/frame"])  # a topic is a problem until somebody says otherwise


def test_the_number_of_entries_is_what_the_name_says(
    made: dict[tuple[str, str], tuple[TemplateDefinition, Paper]],
) -> None:
    counts = {
        name: len(made["one-page", name][1].topics[0].solutions)
        for name in ("one solution", "everything answered", "many of everything")
    }
    assert counts == {"one solution": 1, "everything answered": 2, "many of everything": 3}
    assert ("classic", "one solution") not in made  # two are asked for, so that nobody could hand in one
    assert len(made["classic", "many of everything"][1].topics[0].instruments) == 5


def test_the_longest_answers_are_many_times_the_shortest(
    made: dict[tuple[str, str], tuple[TemplateDefinition, Paper]],
) -> None:
    def words(name: str) -> int:
        definition, paper = made["classic", name]
        return sum(count_words(prompt.text) for prompt in Interview(definition, paper).prompts())

    assert words("longest answers") > 15 * words("one-word answers")


def test_a_seat_with_an_article_is_written_with_it_inside_a_sentence(
    library: Library, made: dict[tuple[str, str], tuple[TemplateDefinition, Paper]]
) -> None:
    said = {name: _printed(library, made["classic", f"seat: {name}"][1]) for name in ("the Gambia", "Côte d'Ivoire")}
    assert " the Gambia" in said["the Gambia"]
    assert "d’Ivoire" in said["Côte d'Ivoire"] or "d'Ivoire" in said["Côte d'Ivoire"]


def test_the_same_paper_is_made_each_time(library: Library) -> None:
    definition = library.template("classic").definition
    for extreme in extremes(definition)[:6]:
        assert extreme.paper(definition, "classic") == extreme.paper(definition, "classic")


def test_names_are_told_apart_when_they_are_typed(library: Library) -> None:
    for name in NAMES:
        definition = library.template(name).definition
        keys = [extreme.key for extreme in (*extremes(definition), *one_change_each(definition))]
        assert len(set(keys)) == len(keys)
        assert all(key == key.lower() and " " not in key for key in keys)


def test_each_choice_and_each_question_left_out_has_a_paper_of_its_own(library: Library) -> None:
    definition = library.template("classic").definition
    changes = {extreme.name: extreme for extreme in one_change_each(definition)}
    opposed = changes["position: oppose"].paper(definition, "classic")
    assert _answer(definition, opposed, "position") == "oppose"
    without = changes["without timeline"].paper(definition, "classic")
    assert not any(solution.timeline for solution in without.topics[0].solutions)
    assert all(solution.measure for solution in without.topics[0].solutions)


def test_a_template_with_a_single_question_has_extremes_too() -> None:
    definition = from_values(
        TemplateDefinition,
        {
            "name": "Tiny",
            "steps": [{"id": "a", "title": "A", "questions": [{"id": "why", "ask": "Why?", "many": {"max": 200}}]}],
            "parts": [],
        },
    )
    papers = [extreme.paper(definition, "tiny") for extreme in extremes(definition)]
    assert max(len(_texts(definition, paper, "why")) for paper in papers) == 5


def _answer(definition: TemplateDefinition, paper: Paper, question: str) -> str:
    return "".join(_texts(definition, paper, question))


def _texts(definition: TemplateDefinition, paper: Paper, question: str) -> tuple[str, ...]:
    prompts = Interview(definition, paper).prompts()
    return next(prompt.texts for prompt in prompts if prompt.question.id == question)


def _printed(library: Library, paper: Paper) -> str:
    return render(Composer(library).compose(paper), "txt").decode()


def test_a_full_extreme_says_no_phrase_of_a_list_twice(
    made: dict[tuple[str, str], tuple[TemplateDefinition, Paper]],
) -> None:
    definition, paper = made["classic", "many of everything"]
    for prompt in Interview(definition, paper).prompts():
        assert len(set(prompt.texts)) == len(prompt.texts), prompt.address


def test_a_name_can_be_typed_on_any_keyboard() -> None:
    assert Extreme("seat: Côte d'Ivoire").key == "seat-cote-divoire"


def test_strong_examples_speak_for_the_seat_of_the_paper(
    library: Library, made: dict[tuple[str, str], tuple[TemplateDefinition, Paper]]
) -> None:
    assert "Ghana" not in _printed(library, made["one-page", "everything answered"][1])
    of_the_gambia = _printed(library, made["one-page", "seat: the Gambia"][1])
    assert "The Gambia asks the Assembly to let" in of_the_gambia
    assert "Peru" not in of_the_gambia
    assert "Peru" not in _printed(library, made["classic", "seat: an NGO by hand"][1])


@pytest.mark.parametrize(
    "at", ["paper:page", "paper:seat", "paper:topics", "paper:language", "topic:frame", "topic:solutions", "topic:id"]
)
@pytest.mark.parametrize("kind", ["sentence", "choice", "instrument", "provisions", "delegates", "committee"])
def test_a_question_at_an_odd_place_stops_no_paper(at: str, kind: str) -> None:
    question = {"id": "odd", "ask": "What?", "at": at, "kind": kind, "required": True}
    circle = [
        {"id": "one", "ask": "One?", "when": {"answer": "two"}},
        {"id": "two", "ask": "Two?", "when": {"answer": "one"}},
    ]
    group = {"group": "articles", "title": "Articles", "item": "Article", "questions": [question]}
    steps = [{"id": "a", "title": "A", "questions": [question, *circle, group]}]
    definition = from_values(TemplateDefinition, {"name": "Odd", "steps": steps, "parts": []})
    assert [extreme.paper(definition, "odd").template for extreme in extremes(definition)[:4]] == ["odd"] * 4
