"""The classic template speaks for every seat, about problems and goals, whatever was left out."""

from __future__ import annotations

import re
from typing import Any

import pytest
from prose_reader import (
    OPTIONAL_ANSWERS,
    OPTIONAL_FIELDS,
    OPTIONAL_GROUPS,
    REQUIRED,
    body,
    composed,
    origins,
    paper_of,
    paragraphs,
    sentences,
    start_of,
    template_runs,
    with_all_options,
)

from mundraft.document.tree import Origin

SEATS: dict[str, dict[str, Any]] = {
    "Mexico": {"ref": "mexico"},
    "the Netherlands": {"ref": "netherlands"},
    "Côte d’Ivoire": {"ref": "cote-divoire"},
    "the United States": {"ref": "united-states"},
    "Amnesty International": {"name": "Amnesty International"},
    "Dr. Amina Sesay": {"name": "Dr. Amina Sesay"},
    "the Holy See": {"name": "the Holy See", "adjective": "Vatican"},
}
SEAMS = re.compile(
    r"  | [,.;:)]|\.\.|,,|\(\)|\[\]|\bthe the\b|\ba a\b|\bThe the\b|\bthe The\b|’s’s"
    r"|\bof and\b|\bthat that\b|\band,|None",
    re.MULTILINE,
)
FRAMES = ({"frame": "problem"}, {"frame": "goal"}, {"frame": "goal", "problem": "the slow return of gear"})


def framed(topic: dict[str, Any], frame: dict[str, str]) -> dict[str, Any]:
    answers = {**topic["answers"], **({"problem": frame["problem"]} if "problem" in frame else {})}
    return {**topic, "frame": frame["frame"], "answers": answers}


def reads_well(paper_topic: dict[str, Any], seat: dict[str, Any]) -> str:
    document = composed(paper_of(paper_topic, seat))
    text = body(document)
    assert not SEAMS.search(text), SEAMS.search(text)
    for paragraph in paragraphs(document):
        assert paragraph[0].isupper() or not paragraph[0].isalpha(), paragraph
        assert paragraph[-1] in ".?!”", paragraph
    return text


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize("topic", [REQUIRED, with_all_options(), with_all_options(4)], ids=["required", "all", "many"])
def test_every_seat_reads_well(seat: str, frame: dict[str, str], topic: dict[str, Any]) -> None:
    text = reads_well(framed(topic, frame), SEATS[seat])
    bare = seat.removeprefix("the ").replace("’", "'")
    straight = text.replace("’", "'")
    assert bare in straight
    if seat.startswith("the "):
        assert not re.search(rf"(?<!\b[Tt]he )\b{re.escape(bare)}", straight)


@pytest.mark.parametrize("seat", SEATS)
def test_no_three_sentences_begin_alike_even_with_everything_answered(seat: str) -> None:
    own = [*OPTIONAL_ANSWERS.values()]
    starts = [start_of(one) for one in sentences(composed(paper_of(with_all_options(), SEATS[seat]))) if one not in own]
    assert not [run for run in zip(starts, starts[1:], starts[2:], strict=False) if len(set(run)) == 1]


#: The ways in which the classic template leads to causes, and to what a goal has in their place.
CAUSES_OF = (
    r"(behind {0} one finds|{0} can be traced to|any account of {0} begins with|the reasons for {0} include"
    r"|to explain {0}, one has to speak of|whoever looks for the causes of {0} finds|the causes? of {0} (is|are))"
)
OBSTACLES_TO = (
    r"(the obstacles to {0} include|the way to {0} is blocked by|any plan for {0} has to overcome"
    r"|progress towards {0} is held back by|whoever works for {0} meets)"
)
#: Seats of so many names meet every one of them.
MANY_SEATS = tuple(f"Seat {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def ways_taken(pattern: str, topic: dict[str, Any], about: str) -> set[str]:
    """The ways that the papers of many seats take, in small letters; each paper takes just one."""
    ways = set()
    for seat in MANY_SEATS:
        text = body(composed(paper_of(topic, {"name": seat}))).casefold()
        found = list(re.finditer(pattern.format(about), text))
        assert len(found) == 1, text
        ways.add(re.sub(r"^the causes? of (.*) (is|are)$", r"the cause of \1", found[0][0]))
    return ways


def test_a_goal_has_no_roots_but_obstacles() -> None:
    goal = "universal health coverage"
    topic = {**framed(REQUIRED, {"frame": "goal"}), "noun": goal}
    assert len(ways_taken(OBSTACLES_TO, topic, goal)) == 5
    for seat in MANY_SEATS:
        text = body(composed(paper_of(topic, {"name": seat})))
        of_problems = rf"(reasons for|causes? of|behind|explain|account of) {goal}|{goal} can be traced"
        assert not re.search(of_problems, text, re.IGNORECASE)


def test_how_the_seat_stands_to_a_treaty_ends_its_sentence() -> None:
    texts = [body(composed(paper_of(REQUIRED, variety=str(variety)))) for variety in range(12)]
    found = {
        sentence for text in texts for sentence in re.findall(r"(?:Rules|Standards) exist in [^.]*\.[^.]*\.", text)
    }
    assert found
    assert not [text for text in texts if re.search(r"which Mexico [^.]*, where ", text)]
    assert all(re.search(r", which Mexico \w+ in 1990\. Article 24 speaks of clean water", one) for one in found)


def test_no_solution_says_the_proposal_twice() -> None:
    """Whatever wordings its sentences take, those of the template begin with it once at most."""
    for seat in MANY_SEATS:
        for paragraph in paragraphs(composed(paper_of(with_all_options(4), {"name": seat}))):
            assert len(re.findall(r"(?:^|[.] )The (?:proposal|plan) ", paragraph)) < 2, paragraph


def test_what_solutions_rest_on_begins_each_time_otherwise() -> None:
    text = body(composed(paper_of(with_all_options(4), {"ref": "kenya"})))
    starts = [start_of(one) for one in re.findall(r"(?<=[.] )[A-Z][^.]*article 24 of the Convention", text)]
    assert len(starts) == 8
    assert len(set(starts[:6])) == 6


def test_second_provisions_follow_the_first_in_more_ways_than_one() -> None:
    articles = [{"id": f"a{n}", "number": str(n), "does": f"asks for net {n}"} for n in (1, 2)]
    instruments = [
        {"id": f"i{n}", "ref": ref, "articles": articles} for n, ref in enumerate(("crc", "unclos", "cedaw"))
    ]
    text = body(composed(paper_of({**REQUIRED, "instruments": instruments})))
    assert len(set(re.findall(r"asks for net 1(?: \[[^]]*\])?(.*?)rticle 2 asks", text))) == 3


@pytest.mark.parametrize("action", ["write a plan", "fund a repair team"])
def test_who_should_act_and_what_never_stand_side_by_side(action: str) -> None:
    """ "the United Nations Children’s Fund fund a repair team" """
    solutions = [{**REQUIRED["solutions"][0], "id": f"s{n}", "actor": "the Fund", "action": action} for n in range(12)]
    text = body(composed(paper_of({**REQUIRED, "solutions": solutions}))).casefold()
    assert text.count(action) == 12
    assert f"the fund {action}" not in text
    assert not re.search(r"plan (?:is|for)[^.]* plan\b", text)


def test_a_goal_with_its_problem_speaks_of_the_problem() -> None:
    problem = "the slow return of gear"
    topic = framed(REQUIRED, {"frame": "goal", "problem": problem})
    assert len(ways_taken(CAUSES_OF, topic, problem)) == 7


@pytest.mark.parametrize("missing", sorted(OPTIONAL_ANSWERS))
def test_each_optional_answer_vanishes_alone(missing: str) -> None:
    topic = with_all_options()
    topic["answers"] = {key: value for key, value in topic["answers"].items() if key != missing}
    assert "Still to write" not in reads_well(topic, {"ref": "netherlands"})


@pytest.mark.parametrize(
    ("group", "field"), [(group, field) for group, fields in OPTIONAL_FIELDS.items() for field in sorted(fields)]
)
def test_each_optional_field_vanishes_alone(group: str, field: str) -> None:
    topic = with_all_options()
    topic[group] = [{key: value for key, value in entry.items() if key != field} for entry in topic[group]]
    assert "Still to write" not in reads_well(topic, {"ref": "kenya"})


@pytest.mark.parametrize("group", sorted(OPTIONAL_GROUPS))
def test_each_optional_group_vanishes_alone(group: str) -> None:
    assert "Still to write" not in reads_well({**with_all_options(), group: []}, {"ref": "japan"})


@pytest.mark.parametrize("position", ["lead", "support", "support_with_conditions", "neutral", "oppose"])
def test_a_position_becomes_a_sentence_and_not_a_word_of_the_form(position: str) -> None:
    topic = with_all_options()
    topic["answers"] = {**topic["answers"], "position": position}
    assert "_" not in reads_well(topic, {"ref": "france"})


@pytest.mark.parametrize("red_lines", [["any rule that counts small boats as ships"], []], ids=["red lines", "none"])
@pytest.mark.parametrize("position", ["lead", "support"])
def test_after_red_lines_support_comes_on_their_terms(position: str, red_lines: list[str]) -> None:
    topic = with_all_options()
    topic["answers"] = {**topic["answers"], "position": position, "red_lines": red_lines}
    texts = [body(composed(paper_of(topic, {"name": f"Seat {letter}"}))) for letter in "ABCDEFGH"]
    pattern = (
        r"(On these terms|Within these limits|With these lines drawn,) Seat"
        r"|(on these terms|that respects these limits|that stays within these lines) will have"
    )
    refusal = r"To that end|along these lines|follows this course|in this spirit"
    assert all(bool(re.search(pattern, text)) for text in texts) or not red_lines
    assert any(re.search(refusal, text) for text in texts) is not bool(red_lines)


@pytest.mark.parametrize("typed", ["Opened a harbour office.", "opened a harbour office", "opened a harbour office ."])
def test_capitals_and_full_stops_are_set_right(typed: str) -> None:
    topic = {**REQUIRED, "national_actions": [{"id": "n1", "did": typed.replace(" .", "."), "year": "2012"}]}
    assert "In 2012 Mexico opened a harbour office." in body(composed(paper_of(topic)))


def test_the_citation_stands_before_the_full_stop() -> None:
    assert "had lost a part [1]." in body(composed(paper_of(REQUIRED)))


def test_a_bare_year_as_a_date_gets_its_preposition() -> None:
    topic = {**REQUIRED, "solutions": [{**entry, "timeline": "2028"} for entry in REQUIRED["solutions"]]}
    assert len(re.findall(r"by 2028", body(composed(paper_of(topic))))) == 2


def test_a_timetable_that_is_a_noun_is_said_as_one() -> None:
    topic = {**REQUIRED, "solutions": [{**REQUIRED["solutions"][0], "timeline": "a pilot of two years"}]}
    assert "The timetable is a pilot of two years." in body(composed(paper_of(topic)))


def test_the_seat_never_asks_itself() -> None:
    solutions = [
        {**entry, "id": f"s{n}", "actor": "Mexico and its neighbours"}
        for n in range(5)
        for entry in [REQUIRED["solutions"][0]]
    ]
    text = body(composed(paper_of({**REQUIRED, "solutions": solutions})))
    assert not re.search(r"Mexico (asks|suggests that|would like to see) Mexico", text)


def test_a_seat_that_acts_alone_promises_instead_of_asking_itself() -> None:
    for name, seat in (("The Netherlands", {"ref": "netherlands"}), ("Harbour Watch", {"name": "Harbour Watch"})):
        solutions = [{**entry, "actor": name.replace("The", "the")} for entry in REQUIRED["solutions"]]
        text = body(composed(paper_of({**REQUIRED, "solutions": solutions}, seat)))
        assert f"{name} will weigh every net." in text


@pytest.mark.parametrize("position", ["lead", "neutral"])
def test_a_person_is_never_called_it(position: str) -> None:
    topic = with_all_options(2)
    topic["answers"] = {**topic["answers"], "position": position}
    for letter in "ABCDEFGH":
        document = composed(paper_of(topic, {"name": f"Dr. Sesay {letter}"}))
        ours = " ".join(run for run in template_runs(document) if "measured" not in run)  # "and its success measured"
        assert not re.search(r"\b(it|its)\b", ours, re.IGNORECASE)


def test_what_a_text_with_a_plural_title_does_is_done_by_its_provision() -> None:
    article = {"id": "a1", "number": "3", "does": "places the first duty on the State"}
    instruments = [{"id": "i1", "ref": "guiding-principles", "articles": [article]}]
    for letter in "ABCDEFGH":
        text = body(composed(paper_of({**REQUIRED, "instruments": instruments}, {"name": f"Seat {letter}"})))
        assert re.search(r"rinciple 3( of the Guiding Principles[^.]*)? places the first duty", text)


def test_actions_are_told_in_time() -> None:
    actions = [
        {"id": "n1", "did": "opened an office", "year": "2012"},
        {"id": "n2", "did": "opened another", "year": "2014"},
        {"id": "n3", "did": "closed both", "year": "2014"},
        {"id": "n4", "did": "signed a plan", "year": "2010"},
    ]
    text = body(composed(paper_of({**REQUIRED, "national_actions": actions})))
    assert "In 2012 Mexico opened an office." in text
    assert re.search(r"(Two years later|Then, in 2014,) (it|Mexico) opened another\.", text)
    assert re.search(r"(In the same year|That year) (it|Mexico) (also )?closed both\.", text)
    assert re.search(r"(Before that, in|Earlier, in|As early as) 2010, (it|Mexico) signed a plan\.", text)


@pytest.mark.parametrize(
    ("seat", "ref", "said"),
    [
        ("mexico", "crc", r"Convention on the Rights of the Child \(1989\), which Mexico ratified in 1990"),
        ("united-states", "crc", r"which the United States signed in 1995 but had not ratified by"),
        ("japan", "ctbt", r"which Japan ratified in 1997, but which is not yet in force"),
    ],
)
def test_how_the_seat_stands_to_a_treaty_comes_from_the_library(seat: str, ref: str, said: str) -> None:
    instruments = [{"id": "i1", "ref": ref, "articles": [{"id": "a1", "number": "1", "does": "says so"}]}]
    # the way of saying it depends on the paper: one of these says it in full
    texts = [
        body(composed(paper_of({**REQUIRED, "noun": f"gear {n}", "instruments": instruments}, {"ref": seat})))
        for n in range(8)
    ]
    assert any(re.search(said, text) for text in texts)


@pytest.mark.parametrize("ref", ["gpa-tip", "sc-1887", "udhr", "gcm"])
def test_nobody_ratifies_what_has_no_parties(ref: str) -> None:
    instruments = [{"id": "i1", "ref": ref, "articles": [{"id": "a1", "number": "5", "does": "says so"}]}]
    for seat in ("mexico", "kenya", "japan", "france"):
        text = body(composed(paper_of({**REQUIRED, "instruments": instruments}, {"ref": seat})))
        assert not re.search(r"ratif|joined|acceded|party", text)


def test_an_organisation_is_never_said_to_be_a_party() -> None:
    text = body(composed(paper_of(REQUIRED, {"name": "Amnesty International"})))
    assert not re.search(r"ratif|joined|acceded|party", text)


def test_an_instrument_written_in_is_named_with_its_article_and_cited() -> None:
    instruments = [
        {
            "id": "i1",
            "name": "Bonn Agreement on Nets",
            "year": "1983",
            "articles": [{"id": "a1", "number": "4", "does": "asks for lists"}],
        }
    ]
    document = composed(paper_of({**REQUIRED, "instruments": instruments}))
    assert re.search(r"the Bonn Agreement on Nets \(1983\)", body(document))
    assert "art. 4]" in body(document)
    assert "Bonn Agreement" in origins(document)[Origin.DELEGATE]
    assert any(
        "Bonn Agreement" in "".join(getattr(run, "text", "") for run in reference.inlines)
        for reference in document.references()
    )


def test_the_words_of_a_treaty_stand_in_marks_and_are_quoted() -> None:
    article = {**REQUIRED["instruments"][0]["articles"][0], "quote": "clean drinking-water"}
    document = composed(paper_of({**REQUIRED, "instruments": [{"id": "i1", "ref": "crc", "articles": [article]}]}))
    assert "speaks of clean water (in its own words, “clean drinking-water”) [" in body(document)
    assert origins(document)[Origin.QUOTED] == "clean drinking-water"


def test_two_seats_on_one_topic_get_papers_that_are_joined_differently() -> None:
    papers = {
        body(composed(paper_of(with_all_options(), {"name": name}))).replace(name, "X")
        for name in ("Ruritania", "Freedonia", "Syldavia", "Borduria")
    }
    assert len(papers) > 1


@pytest.mark.parametrize("missing", [*sorted(OPTIONAL_FIELDS["solutions"]), "nothing"])
def test_a_solution_is_one_paragraph_whatever_it_lacks(missing: str) -> None:
    topic = with_all_options(3)
    topic["solutions"] = [
        {key: value for key, value in entry.items() if key != missing} for entry in topic["solutions"]
    ]
    part = next(part for part in composed(paper_of(topic)).parts if part.key == "solutions")
    assert len(part.blocks) == len(topic["solutions"])


@pytest.mark.parametrize("missing", ["result", "year", "actor"])
def test_actions_stand_in_one_paragraph(missing: str) -> None:
    topic = with_all_options(3)
    topic["national_actions"] = [
        {k: v for k, v in entry.items() if k != missing} for entry in topic["national_actions"]
    ]
    part = next(part for part in composed(paper_of(topic)).parts if part.key == "national_action")
    assert len(part.blocks) == 1


def test_the_issue_is_one_paragraph_without_its_hook_and_forms() -> None:
    part = next(part for part in composed(paper_of(REQUIRED)).parts if part.key == "issue")
    assert len(part.blocks) == 1
