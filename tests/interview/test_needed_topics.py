"""A template can ask for two topics: both are asked for, shown as missing, and made when they are answered."""

import pytest

from mundraft.compose.compose import compose
from mundraft.export.plain import document_to_text
from mundraft.interview import changing
from mundraft.interview.interview import Interview
from mundraft.library.search_path import default_library
from mundraft.paper.model import Paper, Topic
from mundraft.tui.steps import outline


@pytest.fixture(scope="module")
def library():
    return default_library()


@pytest.fixture(scope="module")
def two_topics(library):
    return library.template("two-topics").definition


def test_the_second_topic_is_asked_for_before_the_paper_holds_it(two_topics):
    asked = [prompt.address for prompt in Interview(two_topics, Paper(template="two-topics")).prompts()]
    assert "topics/t1/title" in asked
    assert "topics/t2/title" in asked
    assert asked.index("topics/t1/answers/appeal") < asked.index("topics/t2/title")


def test_an_answer_about_the_second_topic_makes_that_topic(two_topics):
    paper = changing.answer(Paper(template="two-topics"), two_topics, "topics/t2/title", "The seat of the fund")
    assert [(topic.id, topic.title) for topic in paper.topics] == [("t1", ""), ("t2", "The seat of the fund")]


def test_a_solution_of_the_second_topic_makes_topic_and_entry(two_topics):
    address = "topics/t2/solutions/s1/action"
    paper = changing.answer(Paper(template="two-topics"), two_topics, address, "open the files")
    assert paper.topics[1].solutions[0].action == "open the files"


def test_a_topic_that_is_missing_shows_as_a_gap(library):
    paper = Paper(template="two-topics")
    text = document_to_text(compose(paper, library))
    assert "Topic B" in text


def test_a_paper_of_three_topics_keeps_them_all(library, two_topics):
    paper = Paper(template="two-topics")
    for _ in range(2):
        paper, _topic = changing.add_topic(paper)
    assert {prompt.topic_id for prompt in Interview(two_topics, paper).prompts()} == {"", "t1", "t2", "t3"}


def test_the_second_topic_has_its_letter_before_the_paper_holds_it(two_topics, library):
    interview = Interview(two_topics, Paper(template="two-topics", topics=(Topic(id="t1", title="Water"),)))
    steps = [row.shown.plain for row in outline(interview, "seat", every_question=True)]
    assert [any(f"topic {letter}" in line for line in steps) for letter in "ABC"] == [True, True, False]
    assert Interview(library.template("classic").definition, Paper()).topic_letter("t1") == ""
