from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from mundraft.coach.findings import findings
from mundraft.coach.length import length_findings
from mundraft.desk.checking import check_paper
from mundraft.library.folders import Folder, Tier
from mundraft.library.participation import Participation, State
from mundraft.library.questions import TemplateDefinition
from mundraft.library.search_path import Library
from mundraft.models.model import from_values
from mundraft.paper.model import (
    Action,
    Article,
    Citation,
    InstrumentUse,
    LegalBasis,
    Paper,
    Said,
    Seat,
    Solution,
    Source,
    Topic,
)
from mundraft.problems import Problem, Severity, UnknownName

ROOT = Path(__file__).parents[2]
SHIPPED = Library([Folder(ROOT, Tier.SHIPPED)])
TODAY = date(2024, 6, 1)

DEFINITION = from_values(
    TemplateDefinition,
    {
        "name": "Small",
        "steps": [
            {
                "id": "issue",
                "title": "The issue",
                "questions": [
                    {
                        "id": "title",
                        "ask": "What is the topic?",
                        "at": "topic:title",
                        "kind": "words",
                        "required": True,
                    },
                    {
                        "id": "facts",
                        "ask": "How large?",
                        "kind": "words",
                        "many": {},
                        "cited": True,
                        "needs_source": True,
                    },
                    {"id": "page", "ask": "Which page?", "kind": "link"},
                    {"id": "noun", "ask": "In a few words?", "at": "topic:noun", "kind": "noun_phrase"},
                    {
                        "group": "past_actions",
                        "title": "Past action",
                        "item": "Action",
                        "count": {"min": 1},
                        "questions": [
                            {
                                "id": "did",
                                "ask": "What was done?",
                                "kind": "words",
                                "required": True,
                                "cited": True,
                                "needs_source": True,
                            }
                        ],
                    },
                ],
            }
        ],
        "parts": [
            {"key": "issue", "title": "The issue", "asks": ["facts"]},
            {"key": "past", "title": "Past", "asks": ["past_actions"]},
        ],
    },
)


class SmallLibrary:
    """A library of one template, beside the countries and instruments that ship."""

    def __getattr__(self, name: str) -> Any:
        return getattr(SHIPPED, name)

    def template(self, name: str) -> SimpleNamespace:
        return SimpleNamespace(definition=DEFINITION)


def paper_of(*, seat: Seat | None = None, sources: tuple[Source, ...] = (), **topic: Any) -> Paper:
    """A paper with nothing missing but what the test is about."""
    whole = {
        "title": "Rivers",
        "past_actions": (Action(id="p1", did="It met.", cite=(Citation(source="s"),)),),
        **topic,
    }
    return Paper(
        seat=seat or Seat(),
        topics=(Topic(**whole),),
        sources=(Source(id="s", title="A", url="https://a.org"), *sources),
    )


def found_in(paper: Paper, library: object | None = None) -> list[Problem]:
    return list(findings(paper, cast(Library, library or SmallLibrary()), TODAY))


def codes(paper: Paper, library: object | None = None) -> list[tuple[str, str]]:
    return [(problem.code, problem.address) for problem in found_in(paper, library)]


def test_a_paper_with_nothing_wrong_has_no_findings() -> None:
    assert not found_in(paper_of())


def test_missing_answers_are_errors_in_the_order_of_the_interview() -> None:
    found = found_in(Paper())
    assert [(problem.code, problem.address) for problem in found] == [
        ("missing-answer", "topics/t1/title"),
        ("missing-answer", "topics/t1/past_actions/p1/did"),
    ]
    assert all(problem.severity is Severity.ERROR for problem in found)
    assert "What was done?" in found[1].what


def test_a_part_written_by_the_delegate_needs_none_of_its_answers() -> None:
    paper = Paper(topics=(Topic(title="Rivers", own_words={"past": Said(text="My own account.")}),))
    assert not found_in(paper)


def test_no_source_is_asked_for_what_is_not_printed_because_the_delegate_writes_its_part() -> None:
    unsourced: dict[str, Any] = {"past_actions": (Action(id="p1", did="It met."),)}
    assert codes(paper_of(**unsourced))[0] == ("claim-unsourced", "topics/t1/past_actions/p1/did")
    cited = Said(text="My own account.", cite=(Citation(source="s"),))
    assert not found_in(paper_of(**unsourced, own_words={"past": cited}))


def test_each_claim_without_a_source_is_named() -> None:
    facts = (Said(text="Half is lost.", cite=(Citation(source="s"),)), Said(text="A third burns."))
    (claim,) = found_in(paper_of(answers={"facts": facts}))
    assert (claim.code, claim.address) == ("claim-unsourced", "topics/t1/answers/facts")
    assert "A third burns." in claim.what


def test_a_claim_of_an_entry_rests_on_the_citations_of_the_entry() -> None:
    paper = paper_of(
        past_actions=(Action(id="p1", did="It met."), Action(id="p2", did="It met.", cite=(Citation(source="s"),)))
    )
    assert codes(paper) == [("claim-unsourced", "topics/t1/past_actions/p1/did")]


def test_citations_of_sources_that_are_not_there_are_told_with_their_place() -> None:
    facts = (Said(text="Half.", cite=(Citation(source="gone"), Citation(source="instrument:crc"))),)
    paper = paper_of(answers={"facts": facts}, solutions=(Solution(id="s1", cite=(Citation(source="instrument:no"),)),))
    told = [place for place in codes(paper) if place[0] == "citation-unknown"]
    assert told == [
        ("citation-unknown", "topics/t1/answers/facts"),
        ("citation-unknown", "topics/t1/solutions/s1/cite"),
    ]


def test_of_two_topics_it_is_told_which_one_lacks_an_answer() -> None:
    paper = paper_of()
    paper = paper.changed(topics=(*paper.topics, paper.topics[0].changed(id="t2", title="")))
    missing = [one.what for one in found_in(paper) if one.address == "topics/t2/title"]
    assert len(missing) == 1
    assert ", topic B) has no answer yet" in missing[0]


def test_a_source_that_nothing_cites_is_told() -> None:
    unused = Source(id="unused", title="B", url="https://b.org")
    assert codes(paper_of(sources=(unused,))) == [("source-uncited", "sources/unused")]


def test_many_sources_that_nothing_cites_are_told_in_one_line_that_is_only_advice() -> None:
    unused = tuple(Source(id=one, title=one.upper(), url=f"https://{one}.org") for one in "bcdef")
    (told,) = found_in(paper_of(sources=unused))
    assert told.code == "source-uncited"
    assert told.what == "“B”, “C”, “D” and 2 more are in your sources, but no answer cites them."
    assert told.severity is Severity.ADVICE


def test_a_citation_without_words_is_no_use_of_a_source() -> None:
    paper = paper_of(answers={"facts": (Said(cite=(Citation(source="b"),)),)}, sources=(Source(id="b", title="B"),))
    assert codes(paper) == [("source-uncited", "sources/b")]


def test_sources_that_cannot_be_named_or_followed_are_told() -> None:
    facts = tuple(Said(text=name, cite=(Citation(source=name),)) for name in ("none", "bad", "twice", "dated"))
    sources = (
        Source(id="none", url="https://c.org"),
        Source(id="bad", title="B", url="file:///home/me/notes.txt"),
        Source(id="twice", title="Again", url="https://a.org"),
        Source(id="dated", title="D", issued="last May"),
    )
    assert codes(paper_of(answers={"facts": facts}, sources=sources)) == [
        ("source-untitled", "sources/none/title"),
        ("source-link", "sources/bad/url"),
        ("source-twice", "sources/twice"),
        ("source-date", "sources/dated/issued"),
    ]


def test_an_answer_that_cannot_be_used_is_an_error_and_wording_is_advice() -> None:
    found = found_in(paper_of(noun="river waste.", answers={"page": Said(text="my notes")}))
    assert [(problem.code, problem.severity) for problem in found] == [
        ("answer-link", Severity.ERROR),
        ("answer-final-stop", Severity.ADVICE),
    ]


def test_advice_names_its_question_and_the_line_of_a_list() -> None:
    facts = tuple(Said(text=text, cite=(Citation(source="s"),)) for text in ("Half is lost.", "TODO", "TODO later"))
    found = found_in(paper_of(noun="river waste.", answers={"facts": facts}))
    assert [problem.what.partition(": ")[0] for problem in found] == [
        "“How large?” (The issue), line 2",
        "“How large?” (The issue), line 3",
        "“In a few words?” (The issue)",
    ]


def test_answers_that_the_template_does_not_ask_for_are_kept_and_told() -> None:
    (told,) = found_in(paper_of(answers={"hook": Said(text="A whale.")}))
    assert (told.code, told.address, told.severity) == ("answer-not-asked", "topics/t1/answers/hook", Severity.ADVICE)
    assert told.what == "The template does not ask for “hook”: “A whale.”."


def test_what_is_printed_though_nothing_asks_for_it_needs_nothing() -> None:
    topic = Topic(id="t1", noun="river waste", answers={"hook": Said(text="A whale.")})
    paper = Paper(template="three-paragraphs", school="Quang Trung high school", topics=(topic,))
    told = [one for one in check_paper(paper, SHIPPED, Path()).findings if one.code == "answer-not-asked"]
    assert "topics/t1/answers/hook" in {one.address for one in told}
    assert "school" not in {one.address for one in told}


def test_a_kept_provision_is_told_by_the_name_of_its_instrument() -> None:
    use = InstrumentUse(id="i1", name="Basel Convention")
    solution = Solution(id="s1", action="sort waste", legal_basis=(LegalBasis(instrument="i1", article="8"),))
    paper = Paper(template="three-paragraphs", topics=(Topic(id="t1", instruments=(use,), solutions=(solution,)),))
    found = findings(paper, SHIPPED)
    (told,) = (one for one in found if one.code == "answer-not-asked" and "legal_basis" in one.address)
    assert "“article 8 of Basel Convention”" in told.what


def test_an_answer_whose_name_is_misspelt_is_told_the_question_that_was_meant() -> None:
    paper = Paper(topics=(Topic(answers={"stnace": Said(text="Kenya asks for a binding treaty on plastic.")}),))
    (told,) = (one for one in check_paper(paper, SHIPPED, Path()).findings if one.code == "answer-not-asked")
    assert told.next_step == "Did you mean stance? Call it so in the file."


BESIDE_THE_LAW = ("answer-not-asked", "status-old")


def told_of_law(paper: Paper, library: object | None = None) -> list[tuple[str, str]]:
    return [(code, address) for code, address in codes(paper, library) if code not in BESIDE_THE_LAW]


def test_a_seat_written_by_hand_is_told_as_advice_and_one_not_in_the_library_as_a_warning() -> None:
    assert told_of_law(paper_of(seat=Seat(name="River Watch"))) == [("seat-unverified", "seat")]
    assert told_of_law(paper_of(seat=Seat(ref="atlantis", name="Atlantis"))) == [("seat-not-in-library", "seat")]


def test_instruments_that_cannot_be_checked_are_told() -> None:
    uses = (
        InstrumentUse(id="i1", name="The River Pact", url="ftp://x"),
        InstrumentUse(id="i2", ref="no-such-pact", name="No such pact"),
        InstrumentUse(id="i3", name="the river pact"),
        InstrumentUse(id="i4", articles=(Article(id="a1", number="7"),)),
    )
    base = "topics/t1/instruments"
    assert told_of_law(paper_of(instruments=uses)) == [
        ("source-link", f"{base}/i1/url"),
        ("instrument-unverified", f"{base}/i1/ref"),
        ("instrument-not-in-library", f"{base}/i2/ref"),
        ("instrument-unverified", f"{base}/i3/ref"),
        ("instrument-twice", f"{base}/i3"),
        ("article-without-instrument", f"{base}/i4/ref"),
    ]


def test_a_solution_resting_on_an_article_that_is_gone_is_told() -> None:
    paper = paper_of(
        seat=Seat(ref="mexico", name="Mexico"),
        instruments=(InstrumentUse(id="i1", ref="crc", name="CRC", articles=(Article(id="a1", number="35"),)),),
        solutions=(
            Solution(
                id="s1",
                legal_basis=(LegalBasis(instrument="i1", article="35"), LegalBasis(instrument="i1", article="9")),
            ),
        ),
    )
    assert told_of_law(paper) == [("legal-basis-missing", "topics/t1/solutions/s1/legal_basis")]


def test_an_article_of_another_instrument_is_no_legal_basis() -> None:
    uses = (
        InstrumentUse(id="i1", ref="crc", name="CRC", articles=(Article(id="a1", number="35"),)),
        InstrumentUse(id="i2", ref="basel-convention", name="Basel Convention"),
    )
    solution = Solution(id="s1", legal_basis=(LegalBasis(instrument="i2", article="35"),))
    found = codes(paper_of(instruments=uses, solutions=(solution,)))
    assert ("legal-basis-missing", "topics/t1/solutions/s1/legal_basis") in found


def test_a_solution_may_rest_on_an_instrument_as_a_whole_while_the_paper_cites_it() -> None:
    cited = InstrumentUse(id="i1", ref="basel-convention", name="Basel Convention")
    solution = Solution(id="s1", legal_basis=(LegalBasis(instrument="i1"),))
    assert not [one for one in codes(paper_of(instruments=(cited,), solutions=(solution,))) if "basis" in one[0]]
    (told,) = [one for one in found_in(paper_of(solutions=(solution,))) if one.code == "legal-basis-missing"]
    assert told.what == "Solution 1 rests on an instrument, which the paper does not cite (any more)."


def test_a_treaty_that_the_seat_only_signed_is_told_from_the_library() -> None:
    paper = paper_of(
        seat=Seat(ref="united-states", name="United States"),
        instruments=(InstrumentUse(id="i1", ref="crc", name="CRC"),),
    )
    told = next(problem for problem in found_in(paper) if problem.address == "topics/t1/instruments/i1/ref")
    assert told.code == "only-signed"
    assert told.what.startswith("The United States signed the Convention on the Rights of the Child")


class OneStanding(SmallLibrary):
    """A library in which the seat stands in one way to every instrument."""

    def __init__(self, state: State) -> None:
        self._state = state

    def country(self, ref: str) -> SimpleNamespace:
        found = SHIPPED.country("netherlands")
        return SimpleNamespace(
            participation=lambda _: Participation(self._state, as_of="2024-05"),
            seat_name=found.seat_name,
            joins_treaties=True,
            id=ref,
            names=found.names,
        )


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (State.NOT_A_PARTY, "not-a-party"),
        (State.SIGNATORY, "only-signed"),
        (State.WITHDREW, "withdrew"),
        (State.NOT_OPEN, "not-open"),
        (State.UNKNOWN, "status-unknown"),
        (State.AGAINST, "voted-against"),
        (State.ABSTAINED, "abstained"),
        (State.RATIFIED_NOT_IN_FORCE, "not-in-force"),
        (State.PARTY, ""),
        (State.NO_PARTIES, ""),
    ],
)
def test_how_the_seat_stands_to_an_instrument_decides_what_is_told(state: State, code: str) -> None:
    paper = paper_of(seat=Seat(ref="netherlands"), instruments=(InstrumentUse(id="i1", ref="crc", name="CRC"),))
    told = [problem for problem in found_in(paper, OneStanding(state)) if problem.code != "answer-not-asked"]
    assert [problem.code for problem in told] == ([code] if code else [])
    assert all("the Netherlands" in problem.what or problem.what.startswith("The Netherlands") for problem in told)


def test_a_template_that_is_not_there_is_an_error_and_not_a_finding() -> None:
    with pytest.raises(UnknownName):
        findings(Paper(template="no-such-template"), SHIPPED)


@pytest.mark.parametrize(
    ("words", "limit", "told"),
    [(500, 0, []), (0, 500, []), (500, 500, []), (501, 500, ["too-long"]), (149, 500, ["too-short"]), (150, 500, [])],
)
def test_length_is_judged_against_the_limit(words: int, limit: int, told: list[str]) -> None:
    assert [problem.code for problem in length_findings(words, limit)] == told


@pytest.mark.parametrize(
    ("number", "told"),
    [("expul", True), ("to be heard", True), ("54", False), ("12 bis", False), ("XIV", False), ("art. 35", False)],
)
def test_words_in_place_of_an_article_s_number_are_told_and_a_number_out_of_the_list_is_not(
    number: str, told: bool
) -> None:
    use = InstrumentUse(id="i1", ref="crc", articles=(Article(id="a1", number=number),))
    paper = Paper(template="classic", topics=(Topic(id="t1", instruments=(use,)),))
    found = [one for one in findings(paper, SHIPPED) if one.code == "article-not-there"]
    assert bool(found) is told
    assert all(one.address == "topics/t1/instruments/i1/articles/a1/number" for one in found)
    by_hand = paper.topics[0].instruments[0].changed(ref="", name="Treaty of Lake Towns")
    unknown = Paper(template="classic", topics=(Topic(id="t1", instruments=(by_hand,)),))
    assert not [one for one in findings(unknown, SHIPPED) if one.code == "article-not-there"]


def test_no_next_step_ends_in_two_full_stops() -> None:
    topic = Topic(id="t1", answers={"definition": Said(text="It is bad.")})
    told = [one.next_step for one in findings(Paper(template="classic", topics=(topic,)), SHIPPED)]
    assert any("such as" in step for step in told)
    assert not [step for step in told if step.endswith("..")]
