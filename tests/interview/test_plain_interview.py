from __future__ import annotations

from collections.abc import Callable

import pytest

from mundraft.interview.interview import Interview
from mundraft.interview.plain import ask
from mundraft.library.questions import TemplateDefinition
from mundraft.library.search_path import shipped_library
from mundraft.models.model import from_values
from mundraft.paper.address import value_at
from mundraft.paper.model import Article, Citation, InstrumentUse, LegalBasis, Paper, Said, Seat, Source, Topic

SHIPPED = shipped_library()


def template(*questions: dict[str, object], each_topic: bool = True) -> TemplateDefinition:
    return from_values(
        TemplateDefinition,
        {
            "name": "Small",
            "steps": [{"id": "one", "title": "First step", "each_topic": each_topic, "questions": list(questions)}],
            "parts": [{"key": "all", "title": "All"}],
        },
    )


HOOK = {"id": "hook", "ask": "Which hook?", "help": "Begin well.", "weak": "Bad.", "strong": "A net goes on fishing."}
CAUSES = {"id": "causes", "ask": "Why?", "many": {"min": 1, "max": 3}, "kind": "noun_phrase"}
SOLUTIONS = {
    "group": "solutions",
    "title": "Solutions",
    "item": "Solution",
    "count": {"min": 1, "max": 2},
    "questions": [{"id": "actor", "ask": "Who?", "required": True}],
}


class Talk:
    """A conversation whose lines are given beforehand, and everything that it wrote."""

    def __init__(self, definition: TemplateDefinition, *lines: str, paper: Paper | None = None) -> None:
        self.written: list[str] = []
        self.papers = [paper or Paper()]
        self._lines = list(lines)
        self.papers.extend(ask(definition, self.papers[0], SHIPPED, self._read_line, self.written.append))

    def _read_line(self, prompt: str) -> str:
        self.written.append(prompt)
        if not self._lines:
            raise EOFError
        return self._lines.pop(0)

    @property
    def paper(self) -> Paper:
        return self.papers[-1]

    @property
    def text(self) -> str:
        return "\n".join(self.written)

    def at(self, address: str) -> object:
        return value_at(self.paper, address)


def test_an_answer_is_in_the_paper_as_soon_as_it_is_typed() -> None:
    talk = Talk(template(HOOK, CAUSES), "A whale washed ashore.")
    assert talk.at("topics/t1/answers/hook") == Said(text="A whale washed ashore.")
    assert "2 of 2. Why? (optional)" in talk.text


def test_help_and_example_are_shown_without_leaving_the_question() -> None:
    talk = Talk(template(HOOK), "?", "!", "Answer after all.")
    assert "Begin well." in talk.text
    assert "Strong: A net goes on fishing." in talk.text
    assert talk.at("topics/t1/answers/hook") == Said(text="Answer after all.")


def test_back_returns_to_the_question_before_and_shows_what_stands_there() -> None:
    talk = Talk(template(HOOK, CAUSES), "One two three.", "<", "Four five six.")
    assert "  now: One two three." in talk.text
    assert talk.at("topics/t1/answers/hook") == Said(text="Four five six.")


def test_skip_and_the_empty_line_leave_an_answer_alone() -> None:
    paper = Paper(topics=(Topic(answers={"hook": Said(text="Kept.")}),))
    assert Talk(template(HOOK), ">", "", paper=paper).papers == [paper]
    assert Talk(template(HOOK), "", "", paper=paper).papers == [paper]


def test_a_dash_takes_an_answer_out() -> None:
    paper = Paper(topics=(Topic(answers={"hook": Said(text="Gone.")}),))
    assert Talk(template(HOOK), "-", paper=paper).at("topics/t1/answers/hook") == ""


def test_a_number_sign_jumps_to_a_question() -> None:
    talk = Talk(template(HOOK, CAUSES), "#2", "poverty", "")
    assert talk.at("topics/t1/answers/hook") == ""
    assert talk.at("topics/t1/answers/causes") == (Said(text="poverty"),)


def test_a_list_grows_by_lines_and_shrinks_by_numbers() -> None:
    paper = Paper(topics=(Topic(answers={"causes": (Said(text="poverty"), Said(text="war"))}),))
    talk = Talk(template(CAUSES), "weak borders", "-2", "", paper=paper)
    assert talk.at("topics/t1/answers/causes") == (Said(text="poverty"), Said(text="weak borders"))


@pytest.mark.parametrize("end", [(), (".",), ("<",)])
def test_a_list_broken_off_keeps_what_was_typed(end: tuple[str, ...]) -> None:
    talk = Talk(template(HOOK, CAUSES), "", "poverty", "war", *end)
    assert talk.at("topics/t1/answers/causes") == (Said(text="poverty"), Said(text="war"))


def test_another_entry_is_offered_while_the_group_has_room() -> None:
    talk = Talk(template(SOLUTIONS), "ministries", "y", "agencies", "")
    assert [solution.actor for solution in talk.paper.topics[0].solutions] == ["ministries", "agencies"]
    assert talk.text.count("Solutions: add another one") == 1


def test_choices_are_taken_by_number_and_nothing_else_is_stored() -> None:
    frame = {
        "id": "frame",
        "ask": "Which?",
        "at": "topic:frame",
        "kind": "choice",
        "choices": [{"value": "problem", "label": "A problem"}, {"value": "goal", "label": "A goal"}],
    }
    talk = Talk(template(frame), "7", "neither", "2")
    assert talk.at("topics/t1/frame") == "goal"
    assert talk.text.count("is not one of the choices") == 2


def test_a_cited_answer_is_asked_for_its_source() -> None:
    cited = {**HOOK, "cited": True}
    talk = Talk(template(cited), "A whale washed ashore.", "https://www.un.org/whales", "On whales", "p. 4")
    assert talk.paper.sources == (Source(id="source1", title="On whales", url="https://www.un.org/whales"),)
    said = Said(text="A whale washed ashore.", cite=(Citation(source="source1", locator="p. 4"),))
    assert talk.at("topics/t1/answers/hook") == said


def test_the_end_of_input_between_answer_and_source_loses_neither() -> None:
    talk = Talk(template({**HOOK, "cited": True}), "A whale washed ashore.", "https://www.un.org/whales", "On whales")
    assert talk.at("topics/t1/answers/hook").text == "A whale washed ashore."
    assert [source.title for source in talk.paper.sources] == ["On whales"]


def test_a_seat_is_found_by_its_alias_or_kept_as_it_was_written() -> None:
    seat = {"id": "seat", "ask": "Who?", "at": "paper:seat", "kind": "country"}
    assert Talk(template(seat, each_topic=False), "Kenya").at("seat") == Seat(ref="kenya", name="Kenya")
    by_hand = Talk(template(seat, each_topic=False), "Zzyzx Watch", "y").at("seat")
    assert by_hand == Seat(name="Zzyzx Watch", article=True)


def test_provisions_are_chosen_among_the_articles_that_are_cited() -> None:
    used = InstrumentUse(
        id="i1", name="The Covenant", articles=(Article(id="a1", number="7"), Article(id="a2", number="9"))
    )
    basis = {**SOLUTIONS, "questions": [{"id": "legal_basis", "ask": "On what?", "kind": "provisions"}]}
    talk = Talk(template(basis), "5", "2, 1", paper=Paper(topics=(Topic(instruments=(used,)),)))
    assert talk.at("topics/t1/solutions/s1/legal_basis") == (
        LegalBasis(instrument="i1", article="9"),
        LegalBasis(instrument="i1", article="7"),
    )


def test_advice_is_told_and_the_answer_is_kept() -> None:
    link = {"id": "page", "ask": "Which page?", "kind": "link"}
    talk = Talk(template(link), "not a link", "")
    assert "Note: “not a link” is not the address of a web page." in talk.text
    assert talk.at("topics/t1/answers/page") == Said(text="not a link")


def test_the_summary_leads_back_to_what_is_missing() -> None:
    talk = Talk(template({**HOOK, "required": True}), "", "1", "A whale washed ashore.", "")
    assert "0 of 1 required answers are given." in talk.text
    assert "1 of 1 required answers are given." in talk.text


def test_two_topics_are_told_apart() -> None:
    paper = Paper(topics=(Topic(id="t1", title="Rivers"), Topic(id="t2")))
    talk = Talk(template(HOOK), "", paper=paper)
    assert "== First step: topic A, Rivers" in talk.text
    assert "== First step: topic B" in talk.text


def test_the_whole_shipped_interview_can_be_answered_by_lines(
    real_template: Callable[[str], TemplateDefinition],
) -> None:
    definition = real_template("classic")
    paper = Paper()
    for _ in range(40):
        first = Interview(definition, paper).first_open()
        if first is None:
            break
        answers = {"country": "Kenya", "instrument": "Convention of the Lake"}
        typed = answers.get(first.question.kind.value, "the words of a delegate")
        paper = Talk(definition, f"#{first.number}", typed, "", ".", paper=paper).paper
    assert Interview(definition, paper).progress().complete


SEAT: dict[str, object] = {"id": "seat", "ask": "Who are you?", "at": "paper:seat", "kind": "country"}


@pytest.mark.parametrize("end", [(), (".",), ("#1", ".")])
def test_a_seat_is_kept_where_the_question_about_its_the_is_not_answered(end: tuple[str, ...]) -> None:
    talk = Talk(template(SEAT, each_topic=False), "Nowhere Land", *end)
    assert talk.paper.seat.name == "Nowhere Land"


@pytest.mark.parametrize("end", [(), (".",)])
def test_a_link_is_kept_where_its_title_is_not_given(end: tuple[str, ...]) -> None:
    talk = Talk(template({**HOOK, "cited": True}), "A net goes on fishing.", "https://example.org/nets", *end)
    assert [source.url for source in talk.paper.sources] == ["https://example.org/nets"]


def test_a_link_that_is_known_keeps_its_title_and_is_not_asked_about() -> None:
    known = Paper(sources=(Source(id="s1", title="Nets", url="https://example.org/nets"),))
    talk = Talk(template({**HOOK, "cited": True}), "A net.", "https://example.org/nets", "p. 4", paper=known)
    assert talk.paper.sources == known.sources
    assert talk.paper.topics[0].answers["hook"].cite == (Citation(source="s1", locator="p. 4"),)  # type: ignore[union-attr]
