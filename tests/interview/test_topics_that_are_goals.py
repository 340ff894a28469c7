"""A topic that is a goal is asked in other words than a problem, and one that is taken for a problem is noticed."""

from __future__ import annotations

import pytest

from mundraft.coach.findings import findings
from mundraft.compose.compose import Composer
from mundraft.document.tree import inline_text
from mundraft.interview.frames import in_frame
from mundraft.interview.goals import sounds_like_a_goal
from mundraft.interview.interview import Interview
from mundraft.library.questions import Kind, Question
from mundraft.library.search_path import Library, shipped_library
from mundraft.models.model import from_values
from mundraft.paper.model import Paper, Topic
from mundraft.problems import Severity

WATER = "universal access to safe water"


@pytest.fixture(scope="module")
def library() -> Library:
    return shipped_library()


def paper(noun: str, frame: str, template: str = "classic") -> Paper:
    return Paper(template=template, topics=(from_values(Topic, {"noun": noun, "frame": frame}),))


def asked(library: Library, frame: str, answer: str, template: str = "classic") -> Question:
    definition = library.template(template).definition
    prompt = Interview(definition, paper(WATER, frame, template)).prompt(f"topics/t1/answers/{answer}")
    assert prompt is not None
    return prompt.question


@pytest.mark.parametrize("template", ["classic", "security-council", "organisation", "two-topics"])
def test_nobody_is_asked_why_a_goal_happens(library: Library, template: str) -> None:
    assert asked(library, "problem", "causes", template).ask != asked(library, "goal", "causes", template).ask


def test_what_is_not_put_otherwise_for_a_goal_stays(library: Library) -> None:
    problem, goal = asked(library, "problem", "affected"), asked(library, "goal", "affected")
    assert goal.ask != problem.ask
    assert (goal.help, goal.kind, goal.limit, goal.required) == (
        problem.help,
        problem.kind,
        problem.limit,
        problem.required,
    )


@pytest.mark.parametrize("answer", ["causes", "affected", "forms", "methods"])
def test_no_example_sentence_gives_a_goal_roots_or_harm(library: Library, answer: str) -> None:
    frame = str(in_frame(asked(library, "goal", answer), "", topic=WATER))
    assert not any(word in frame.casefold() for word in ("roots", "harm", "forms of", "happen"))


@pytest.mark.parametrize("template", ["security-council", "organisation", "two-topics"])
@pytest.mark.parametrize("answer", ["causes", "affected"])
def test_a_template_with_examples_of_its_own_has_them_for_a_goal_too(
    library: Library, template: str, answer: str
) -> None:
    own, classic = asked(library, "goal", answer, template), asked(library, "goal", answer)
    assert asked(library, "problem", answer, template).strong != asked(library, "problem", answer).strong
    assert (own.weak, own.strong) != (classic.weak, classic.strong)
    assert "water" not in f"{own.help} {own.strong}"


def test_nobody_is_told_of_what_keeps_a_goal_alive(library: Library) -> None:
    assert "keep it alive" not in asked(library, "goal", "causes", "three-paragraphs").help


def test_a_gap_asks_for_a_goal_in_the_goal_s_own_words(library: Library) -> None:
    def text(frame: str) -> str:
        document = Composer(library).compose(paper(WATER, frame))
        return " ".join(inline_text(block.inlines) for block in document.body() if hasattr(block, "inlines"))

    assert "why does it happen" in text("problem")
    assert "why does it happen" not in text("goal")
    assert "what stands in its way" in text("goal")


@pytest.mark.parametrize(
    "noun",
    [
        *(WATER, "gender parity in parliaments", "access to education", "ending child labour", "the right to water"),
        *("the protection of whistle-blowers", "Strengthening health systems", "equal pay"),
        *("Strengthening of the United Nations", "increasing access to clinics", "advancing women’s rights"),
    ],
)
def test_words_for_something_to_be_reached_sound_like_a_goal(noun: str) -> None:
    assert sounds_like_a_goal(noun)


@pytest.mark.parametrize(
    "noun",
    [
        *("child trafficking", "marine litter", "climate-induced displacement", "girls leaving school early", "hunger"),
        *("unequal access to medicine", "the trade in small arms", "endings", "", "the ending of aid"),
        *("Increasing sea temperatures", "expanding deserts", "Banning of books in schools"),
    ],
)
def test_words_for_something_to_be_ended_do_not(noun: str) -> None:
    assert not sounds_like_a_goal(noun)


def test_no_example_paper_sounds_like_a_goal_and_is_written_as_a_problem(library: Library) -> None:
    from mundraft.paper.file import read_paper

    for found in library.examples():
        for topic in read_paper(library.example(found.name), found.name).topics:
            assert topic.frame == "goal" or not sounds_like_a_goal(topic.noun), found.name


@pytest.mark.parametrize(
    ("noun", "instead"),
    [
        ("protecting coral reefs", "Begin with a noun: “the protection of coral reefs”;"),
        ("Ending child labour", "Begin with a noun: “the end of child labour”;"),
        ("making peace in Yemen", "Begin with a noun, as in"),
        ("Expanding the Security Council", "Begin with a noun: “the expansion of the Security Council”;"),
        ("protecting and promoting human rights", "Begin with a noun, as in"),
        ("ending hunger and achieving food security", "Begin with a noun, as in"),
        ("preventing children from being recruited", "Begin with a noun, as in"),
        ("protecting children from abuse", "Begin with a noun: “the protection of children from abuse”;"),
        ("protecting against floods", "Begin with a noun, as in"),
    ],
)
@pytest.mark.parametrize("template", ["classic", "crisis", "two-topics"])
def test_a_topic_that_begins_with_a_deed_is_offered_a_noun(
    library: Library, noun: str, instead: str, template: str
) -> None:
    found = findings(paper(noun, "goal", template), library)
    told = [(one.address, one.severity) for one in found if one.code == "answer-topic-ing-form"]
    assert told == [("topics/t1/noun", Severity.ADVICE)]
    assert next(one for one in found if one.code == "answer-topic-ing-form").next_step.startswith(instead)


@pytest.mark.parametrize(
    "noun",
    [
        *("the fighting at Suez", "the protection of reefs", "fishing rights", "banning", ""),
        *("Strengthening of the United Nations", "Banning of books in schools", "Increasing sea temperatures"),
        *("advancing deserts in the Sahel", "Expanding settlements"),
    ],
)
def test_a_topic_that_begins_with_a_noun_is_not(library: Library, noun: str) -> None:
    assert "answer-topic-ing-form" not in {one.code for one in findings(paper(noun, "goal"), library)}


@pytest.mark.parametrize(("frame", "told"), [("problem", ["topics/t1/frame"]), ("goal", [])])
def test_the_coach_tells_of_a_goal_that_is_written_as_a_problem(library: Library, frame: str, told: list[str]) -> None:
    found = findings(paper(WATER, frame), library)
    assert [one.address for one in found if one.code == "answer-goal-as-problem"] == told


def test_the_example_sentence_takes_a_capital_that_begins_no_name_away() -> None:
    question = Question(id="q", ask="What?", kind=Kind.CLAUSE, frame="Uruguay recognises that {answer}.")
    assert str(in_frame(question, "In 2023 a drought emptied the dam")) == (
        "Uruguay recognises that in 2023 a drought emptied the dam."
    )
    assert str(in_frame(question, "Montevideo was dry")) == "Uruguay recognises that Montevideo was dry."


@pytest.mark.parametrize("template", ["classic", "one-page", "three-paragraphs", "security-council", "organisation"])
def test_a_goal_is_asked_about_in_the_few_words_of_a_student(library: Library, template: str) -> None:
    prompts = Interview(library.template(template).definition, paper(WATER, "problem", template)).prompts()
    otherwise = [one.question.goal.ask for one in prompts if one.question.goal]
    assert otherwise
    assert [ask for ask in otherwise if len(ask.split()) > 10 or ask.split().count("it") > 1] == []
