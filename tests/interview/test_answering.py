from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.interview.answering import is_invalid, problems_by_line, problems_with
from mundraft.interview.frames import in_frame
from mundraft.interview.pasted_addresses import address_in
from mundraft.library.questions import Choice, Count, Group, Kind, Limit, Question
from mundraft.models.model import from_values
from mundraft.paper.model import Said
from mundraft.problems import Severity


def question(kind: Kind, **more: object) -> Question:
    return from_values(Question, {"id": "q", "ask": "What?", "kind": kind, **more})


def codes(kind: Kind, text: str, **more: object) -> list[str]:
    return [problem.code for problem in problems_with(question(kind, **more), text, names=("Mexico",))]


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (Kind.NOUN_PHRASE, "Many children are sold every year.", "answer-not-a-noun-phrase"),
        (Kind.NOUN_PHRASE, "they use false names", "answer-not-a-noun-phrase"),
        (Kind.NOUN_PHRASE, "How can we stop it?", "answer-not-a-noun-phrase"),
        (Kind.NOUN_PHRASE, "False offers. Fake papers", "answer-not-a-noun-phrase"),
        (Kind.NOUN_PHRASE, "false offers of work.", "answer-final-stop"),
        (Kind.NOUN_PHRASE, "The port authorities", "answer-capital"),
        (Kind.VERB_PHRASE, "to open joint desks", "answer-begins-with-to"),
        (Kind.VERB_PHRASE, "Mexico will open joint desks", "answer-has-subject"),
        (Kind.VERB_PHRASE, "we open joint desks", "answer-has-subject"),
        (Kind.VERB_PHRASE, "In August 2017, Mexico banned them", "answer-has-subject"),
        (Kind.VERB_PHRASE, "Mexico’s parliament banned them", "answer-has-subject"),
        (Kind.VERB_PHRASE, "The government of Mexico banned them", "answer-has-subject"),
        (Kind.VERB_PHRASE, "should open joint desks", "answer-begins-with-modal"),
        (Kind.VERB_PHRASE, "opening joint desks", "answer-ing-form"),
        (Kind.VERB_PHRASE, "open desks. Train guards", "answer-many-sentences"),
        (Kind.VERB_PHRASE, "Open joint desks", "answer-capital"),
        (Kind.CLAUSE, "that the fund is empty", "answer-begins-with-joining-word"),
        (Kind.CLAUSE, "the fund is empty.", "answer-final-stop"),
        (Kind.SENTENCE, "One is. Two are. Three are. Four are.", "answer-many-sentences"),
        (Kind.SENTENCE, "about money", "answer-not-a-sentence"),
        (Kind.QUOTATION, "“Every child counts.”", "answer-quotation-marks"),
        (Kind.YEAR, "last year", "answer-year"),
        (Kind.YEAR, "2020-2015", "answer-year"),
        (Kind.DATE, "2025-13", "answer-date"),
        (Kind.DATE, "2025-02-30", "answer-date"),
        (Kind.LINK, "my notes", "answer-link"),
        (Kind.LINK, "javascript:alert(1)", "answer-link"),
        (Kind.WORDS, "TODO", "answer-placeholder"),
    ],
)
def test_a_phrase_of_another_kind_is_noticed(kind: Kind, text: str, code: str) -> None:
    assert codes(kind, text) == [code]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.NOUN_PHRASE, "subsidies that keep more boats at sea than the stocks can bear"),
        (Kind.NOUN_PHRASE, "people who have lost their homes"),
        (Kind.NOUN_PHRASE, "The Hague and the courts there"),
        (Kind.NOUN_PHRASE, "recruiters, brokers, etc."),
        (Kind.NOUN_PHRASE, "the political will to act"),
        (Kind.NOUN_PHRASE, "UNHCR and its partners in the U.S."),
        (Kind.VERB_PHRASE, "bring cases before the courts"),
        (Kind.VERB_PHRASE, "adopted General Assembly resolution No. 64 in the St. Petersburg session"),
        (Kind.CLAUSE, "the fund has received no money"),
        (Kind.SENTENCE, "Mexico asks the Committee to act. It will not wait."),
        (Kind.QUOTATION, "the right “to be heard” in court"),
        (Kind.YEAR, "2015"),
        (Kind.YEAR, "2015–2020"),
        (Kind.DATE, "2024-02-29"),
        (Kind.DATE, "2024"),
        (Kind.LINK, "https://www.unodc.org/report?a=b#c"),
        (Kind.LINK, "www.unicef.org/child"),
        (Kind.PARAGRAPHS, "Anything. At. All. Goes. Here."),
        (Kind.SENTENCE, "儿童贩运是一个严重的问题"),
        (Kind.NOUN_PHRASE, ""),
    ],
)
def test_a_phrase_of_the_right_kind_is_left_in_peace(kind: Kind, text: str) -> None:
    assert codes(kind, text) == []


def test_names_are_never_advised_down() -> None:
    names = ("Peru", "Kenya", "Haiti")
    verb = question(Kind.VERB_PHRASE)
    (problem,) = problems_with(verb, "Kenya banned the bags", names=names)
    assert problem.code == "answer-has-subject"
    assert problem.next_step.startswith("Leave the name out")
    assert not problems_with(verb, "Kenyan-style rules follow", names=names)
    assert not problems_with(TOPIC, "Haiti", names=names)
    assert problems_with(TOPIC, "Water Crisis in Haiti", names=names)


@pytest.mark.parametrize(
    ("typed", "required", "told"),
    [
        ("Plastic is bad.", True, ["answer-thin"]),
        ("Plastic harms Côte d’Ivoire.", True, ["answer-thin"]),
        ("Plastic waste chokes rivers and seas.", True, []),
        ("Plastic is bad.", False, []),
        ("儿童贩运是一个严重的问题", True, []),
    ],
)
def test_a_very_short_sentence_is_noticed_where_the_paper_rests_on_it(
    typed: str, required: bool, told: list[str]
) -> None:
    assert codes(Kind.SENTENCE, typed, required=required) == told


@pytest.mark.parametrize(
    "typed",
    [
        "that every garment a child can buy is made by an adult",
        "That every State bans the nets by 2030.",
        "that the fund is filled. It is empty.",
        "because the families cannot live without the wage",
        "to ban the nets in every port",
    ],
)
def test_a_part_of_a_sentence_is_no_sentence(typed: str) -> None:
    assert codes(Kind.SENTENCE, typed) == ["answer-not-a-sentence"]


@pytest.mark.parametrize(
    "typed",
    [
        "That law has never been enforced in Dhaka.",
        "That all changed in 2013.",
        "That is why Mexico asks for a fund.",
        "That every child works is a scandal.",
        "That the fund is empty shows how little was promised.",
        "Because wages are low, children work.",
        "Because of the war schools are closed.",
        "To end this, Mexico asks for a fund.",
        "To wait is to lose another generation.",
    ],
)
def test_a_sentence_may_begin_with_a_joining_word(typed: str) -> None:
    assert codes(Kind.SENTENCE, typed) == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("Hidden sewing rooms in private flats.", "girls kept at home"), [1]),
        (("girls kept at home", "Careless foremen"), [2]),
        (("rickshaws without brakes", "Rickshaws of wood"), [2]),
        (("Dalit girls", "Indigenous children", "girls kept at home"), []),
        (("Rohingya families", "Facebook groups", "brokers"), []),
        (("Child Rights Network members", "Food and Agriculture Organization", "UNICEF"), []),
    ],
)
def test_the_capital_of_a_plain_word_in_a_list_is_noticed(lines: tuple[str, ...], told: list[int]) -> None:
    forms = question(Kind.NOUN_PHRASE, many=Count(), frame="It takes the form of {answer}.")
    found = problems_by_line(forms, tuple(Said(text=line) for line in lines))
    assert [line for line, problem in found if problem.code == "answer-capital"] == told


def test_a_needless_capital_is_only_made_small() -> None:
    (problem,) = problems_with(question(Kind.NOUN_PHRASE), "The ILO")
    assert problem.next_step == "Begin with a small letter: “the …”."


def test_a_the_that_the_sentence_takes_in_is_left_in_peace() -> None:
    assert codes(Kind.NOUN_PHRASE, "The ILO", frame="{answer} has acted.") == []
    assert str(in_frame(question(Kind.NOUN_PHRASE, frame="In 1973 {answer} acted."), "The ILO")) == (
        "In 1973 the ILO acted."
    )


RED_LINE = question(Kind.NOUN_PHRASE, frame="Peru cannot accept {answer}.")
TOPIC = question(Kind.NOUN_PHRASE, at="topic:noun")


@pytest.mark.parametrize("typed", ["no measure that touches its ports", "Nothing less than a fund", "not one rule"])
def test_a_red_line_that_begins_with_no_would_say_the_opposite(typed: str) -> None:
    (problem,) = problems_with(RED_LINE, typed)
    assert (problem.code, problem.severity) == ("answer-denies-twice", Severity.WARNING)


def test_no_is_left_in_peace_where_the_sentence_denies_nothing() -> None:
    assert not problems_with(RED_LINE, "any text that gives no money")
    assert not problems_with(RED_LINE, "north-south dividing lines")
    assert codes(Kind.NOUN_PHRASE, "no money for schools", frame="The roots lie in {answer}.") == []


@pytest.mark.parametrize("typed", ["Child Trafficking", "Drought", "The Future of the Sahel"])
def test_a_topic_with_the_capitals_of_a_title_is_noticed_once(typed: str) -> None:
    assert [problem.code for problem in problems_with(TOPIC, typed)] == ["answer-capital"]


@pytest.mark.parametrize(
    "typed", ["child trafficking", "Rohingya refugees", "HIV/AIDS", "aid to Haiti", "儿童贩运", "war"]
)
def test_a_topic_keeps_the_capitals_of_names(typed: str) -> None:
    assert not problems_with(TOPIC, typed)


def test_other_names_are_not_taken_for_titles() -> None:
    assert codes(Kind.NOUN_PHRASE, "European Union") == []


def test_the_frame_shows_a_verb_as_the_paper_will_say_it() -> None:
    action = question(Kind.VERB_PHRASE, frame="States should {answer}.")
    assert str(in_frame(action, "to open joint desks.")) == "States should open joint desks."


def test_the_frame_says_should_and_in_once() -> None:
    action = question(Kind.VERB_PHRASE, frame="States should {answer}.")
    assert str(in_frame(action, "should open joint desks")) == "States should open joint desks."
    past = question(Kind.VERB_PHRASE, frame="In 2008 Rwanda {answer}.")
    assert str(in_frame(past, "would open joint desks")) == "In 2008 Rwanda would open joint desks."
    when = question(Kind.YEAR, frame="In {answer} Rwanda banned them.")
    assert str(in_frame(when, "in August 2017")) == "In August 2017 Rwanda banned them."


def test_the_strong_examples_of_the_shipped_templates_are_what_they_preach(real_template) -> None:
    def below(elements):
        for element in elements:
            yield from below(element.questions) if isinstance(element, Group) else (element,)

    asked = [one for step in real_template("classic").steps for one in below(step.questions) if one.strong]
    assert len(asked) > 30
    told = {one.id: problems_with(one.changed(strong=""), one.strong) for one in asked}
    assert not {name: problems for name, problems in told.items() if problems}


def test_limits_advise_first_and_refuse_later() -> None:
    limited = question(Kind.NOUN_PHRASE, limit={"words": 5, "warn_words": 3})
    assert not problems_with(limited, "one two three")
    assert [problem.severity for problem in problems_with(limited, "one two three four")] == [Severity.ADVICE]
    assert [problem.code for problem in problems_with(limited, "one two three four five six")] == ["answer-too-long"]
    assert is_invalid(limited, "one two three four five six")


def test_each_entry_of_a_list_has_the_limit_for_itself() -> None:
    listed = question(Kind.NOUN_PHRASE, limit={"words": 3}, many={"min": 1, "max": 3})
    assert not is_invalid(listed, (Said(text="one two three"), Said(text="four five six")))
    assert is_invalid(listed, tuple(Said(text=str(number)) for number in range(4)))


def test_choices_are_those_of_the_template() -> None:
    choice = question(Kind.CHOICE, choices=[{"value": "lead", "label": "It leads"}])
    assert not problems_with(choice, "lead")
    assert [problem.code for problem in problems_with(choice, "follow")] == ["answer-choice"]


def test_the_example_itself_is_no_answer() -> None:
    strong = "A net goes on fishing after the crew has forgotten it."
    assert codes(Kind.SENTENCE, strong, strong=strong) == ["answer-is-the-example"]


def test_what_is_said_of_language_models_may_be_what_the_example_says() -> None:
    said = "No language model was used, neither for research nor for writing."
    assert "answer-is-the-example" in codes(Kind.PARAGRAPHS, said, strong=said)
    assert "answer-is-the-example" not in codes(Kind.PARAGRAPHS, said, strong=said, at="paper:disclosure")


@pytest.mark.parametrize(
    ("kind", "at", "said"),
    [
        (Kind.COMMITTEE, "paper:committee", "United Nations Environment Assembly"),
        (Kind.CONFERENCE, "paper:conference", "Riverside Model United Nations"),
        (Kind.INSTRUMENT, "ref", "United Nations Convention on the Law of the Sea"),
        (Kind.ARTICLE, "number", "10, paragraph 2 (b)"),
        (Kind.YEAR, "year", "2008 to 2015/16"),
        (Kind.WORDS, "paper:topics", "Reducing plastic waste in rivers and oceans"),
        (Kind.QUOTATION, "quote", "States have the obligation to protect the marine environment."),
        (Kind.NOUN_PHRASE, "body", "the United Nations Environment Assembly"),
        (Kind.NOUN_PHRASE, "topic:noun", "marine plastic pollution"),
    ],
)
def test_what_was_looked_up_or_has_its_name_is_no_copy_of_the_example(kind: Kind, at: str, said: str) -> None:
    assert "answer-is-the-example" not in codes(kind, said, strong=said, at=at)


@pytest.mark.parametrize("kind", [Kind.NOUN_PHRASE, Kind.VERB_PHRASE, Kind.CLAUSE, Kind.PARAGRAPHS])
def test_a_phrase_of_the_example_is_a_copy(kind: Kind) -> None:
    said = "open joint desks at the busiest crossings of Kenya"
    assert "answer-is-the-example" in codes(kind, said, strong=said)


@pytest.mark.parametrize("kind", [Kind.NOUN_PHRASE, Kind.VERB_PHRASE, Kind.CLAUSE])
def test_a_full_stop_that_the_shown_sentence_drops_is_no_fault(kind: Kind) -> None:
    said, frame = "fund the nets of the small ports.", "So it should {answer}."
    shown = in_frame(question(kind, frame=frame), said)
    assert str(shown).count(".") == 1
    assert "answer-final-stop" not in codes(kind, said, frame=frame)
    assert "answer-final-stop" in codes(kind, said)


@pytest.mark.parametrize(
    "said", ["Reefs die https://gcrmn.net/2020-report/ [1].", "Reefs die (www.gcrmn.net/2020-report)."]
)
def test_a_web_address_inside_a_sentence_is_to_be_cited(said: str) -> None:
    told = [one for one in problems_with(question(Kind.SENTENCE, cited=True), said) if one.code == "answer-address"]
    assert "gcrmn.net/2020-report" in told[0].what
    assert "F5" in told[0].next_step
    assert "F5" not in problems_with(question(Kind.SENTENCE), said)[0].next_step


@pytest.mark.parametrize("kind", [Kind.LINK, Kind.WORDS])
def test_an_address_that_was_asked_for_is_none_to_take_out(kind: Kind) -> None:
    assert "answer-address" not in codes(kind, "https://gcrmn.net/2020-report/")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://en.wikipedia.org/wiki/Coral_(animal).", "https://en.wikipedia.org/wiki/Coral_(animal)"),
        ("See (https://un.org/a).", "https://un.org/a"),
        ("The www is wide. So are http and https.", ""),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text: str, address: str) -> None:
    assert address_in(text) == address


def test_problems_carry_the_address_and_the_gravest_comes_first() -> None:
    limited = question(Kind.NOUN_PHRASE, limit={"words": 3})
    problems = problems_with(limited, "the very long name.", "topics/t1/noun")
    assert [problem.code for problem in problems] == ["answer-too-long", "answer-final-stop"]
    assert {problem.address for problem in problems} == {"topics/t1/noun"}


def test_the_frame_shows_an_ellipsis_and_then_the_answer() -> None:
    cause = question(Kind.NOUN_PHRASE, frame="The roots lie in {answer}.", many={"max": 4})
    assert str(in_frame(cause, ())) == "The roots lie in …."
    assert str(in_frame(cause, (Said(text="poverty."), Said(text="war"), Said(text="debt")))) == (
        "The roots lie in poverty, war and debt."
    )
    fact = question(Kind.SENTENCE, frame="{answer} [1].")
    assert str(in_frame(fact, "half of it is lost.")) == "Half of it is lost [1]."
    assert in_frame(question(Kind.WORDS), "x") is None


QUESTIONS = st.builds(
    lambda kind, words, warn, many, frame: Question(
        id="q",
        ask="What?",
        kind=kind,
        limit=Limit(words=words, warn_words=warn),
        many=many,
        frame=frame,
        choices=(Choice(value="a", label="A"),),
    ),
    st.sampled_from(Kind),
    st.integers(0, 4),
    st.integers(0, 3),
    st.none() | st.builds(Count, min=st.integers(0, 2), max=st.integers(0, 2)),
    st.sampled_from(["", "{answer}", "In {answer}.", "{answer} {answer} {x}"]),
)
TEXTS = st.text(max_size=40) | st.sampled_from(["a", "2015", "https://x.org", "to go. To", "“q”", "[", "...", "1." * 9])
VALUES = (
    TEXTS
    | TEXTS.map(lambda text: Said(text=text))
    | st.lists(TEXTS.map(lambda text: Said(text=text)), max_size=4).map(tuple)
)


@settings(max_examples=150, deadline=None)
@given(QUESTIONS, VALUES)
def test_any_answer_can_be_judged_framed_and_tidied(asked: Question, value: object) -> None:
    problems = problems_with(asked, value)
    assert is_invalid(asked, value) == any(problem.severity is Severity.ERROR for problem in problems)
    assert all(problem.next_step for problem in problems)
    in_frame(asked, value)


def test_names_of_delegates_stand_apart_in_the_example_line() -> None:
    asked = question(Kind.DELEGATES, frame="Delegates: {answer}")
    assert str(in_frame(asked, ("Tekinati Rua", "Mr O'Brien", "Aisha"))) == "Delegates: Tekinati Rua, Mr O'Brien, Aisha"


@pytest.mark.parametrize("typed", ['"Every child counts"', '"Every child counts”', "“Every child counts”"])
def test_a_quotation_has_the_frame_s_marks_alone(typed: str) -> None:
    asked = question(Kind.QUOTATION, frame="In its words: “{answer}”.")
    assert str(in_frame(asked, typed)) == "In its words: “Every child counts”."


def test_a_frame_speaks_of_the_paper_s_own_seat_and_topic() -> None:
    limits = question(Kind.NOUN_PHRASE, frame="{seat} cannot accept {answer}.")
    assert str(in_frame(limits, "new debt", seat="the Netherlands")) == "The Netherlands cannot accept new debt."
    roots = question(Kind.NOUN_PHRASE, frame="The roots of {topic} lie in {answer}.")
    assert str(in_frame(roots, "poverty", topic="the {answer} trade")) == "The roots of the  trade lie in poverty."
    assert str(in_frame(roots, "poverty")) == "The roots of your topic lie in poverty."


@pytest.mark.parametrize("typed", ["… Child Labour", "( Child", "— Sewing Rooms", "“ Hidden"])
def test_an_answer_that_begins_with_no_word_is_judged_all_the_same(typed: str) -> None:
    for many in (None, Count(min=0, max=3)):
        assert all(one.next_step for one in problems_with(question(Kind.NOUN_PHRASE, many=many), typed))


def test_the_sentences_of_a_list_are_shown_with_the_full_stops_that_the_paper_prints() -> None:
    many = question(Kind.SENTENCE, frame="{answer} [1].", many={"max": 3})
    shown = str(in_frame(many, ("half of the homes have no tap", "In Ñuble 1 in 5 families waits", "Why?")))
    assert shown == "Half of the homes have no tap. In Ñuble 1 in 5 families waits. Why? [1]."
    assert str(in_frame(question(Kind.SENTENCE, frame="{answer}"), "half have no tap")) == "Half have no tap."


def test_a_comma_left_hanging_is_shown_as_the_paper_prints_it() -> None:
    asked = question(Kind.NOUN_PHRASE, frame="Chile urges {answer} to share.")
    shown = str(in_frame(asked, "Ñuble's neighbour, the Biobío region,"))
    assert shown == "Chile urges Ñuble's neighbour, the Biobío region to share."
