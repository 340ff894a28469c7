"""A short clause is noticed where a noun phrase is asked for, in a list too; noun phrases are left in peace."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pytest

from mundraft.interview.answering import problems_by_line, problems_with
from mundraft.library.questions import Group, Kind, Question, TemplateDefinition
from mundraft.models.model import from_values
from mundraft.paper.model import Said

NOUN = from_values(Question, {"id": "q", "ask": "What?", "kind": Kind.NOUN_PHRASE})
LIST = from_values(Question, {"id": "q", "ask": "What?", "kind": Kind.NOUN_PHRASE, "many": {"min": 0, "max": 9}})

CLAUSES = (
    "France and Australia burn coal",
    "France, Australia and the United States burn coal",
    "France burns coal",
    "the Republic of Korea sells coal abroad",
    "States burn coal",
    "Member States ignore the rules",
    "states burn coal",
    "rich countries burn coal",
    "Many rich countries burn too much coal",
    "people buy fake medicine",
    "traffickers sell children online",
    "companies make false promises",
    "the government ignores us",
    "burning coal kills people",
    "coal kills people",
    "Kenya took no action",
    "families need money to live",
    "children lack schools",
    "the sea takes our land",
    "we burn coal",
)
NOUN_PHRASES = (
    "false offers of work",
    "burning coal",
    "States that burn coal",
    "the coal that France and Australia burn every year",
    "coal burned by France and Australia",
    "the right to let refugees keep their homes",
    "letting companies sell drugs",
    "children sold abroad",
    "Rohingya displaced by the army",
    "United Nations funds for schools",
    "farmers’ use of pesticides",
    "the needs of children",
    "a lack of schools",
    "Paris Agreement targets",
    "waste pickers who sort by hand, without gloves or a contract",
    "subsidies that keep more boats at sea than the stocks can bear",
    "the armed forces of Mali",
    "children and women",
    "ways to help families keep their land",
    "forged papers that turn waste into second-hand goods",
)


def test_the_tables_hold_forty_phrases() -> None:
    assert len(set(CLAUSES + NOUN_PHRASES)) == 40


@pytest.mark.parametrize("typed", CLAUSES)
def test_a_short_clause_is_noticed(typed: str) -> None:
    assert [problem.code for problem in problems_with(NOUN, typed)] == ["answer-not-a-noun-phrase"]


@pytest.mark.parametrize("typed", NOUN_PHRASES)
def test_a_noun_phrase_is_left_in_peace(typed: str) -> None:
    assert problems_with(NOUN, typed) == ()


def test_the_entry_of_a_list_is_named_by_its_line() -> None:
    said = (Said(text="false offers of work"), Said(text="France and Australia burn coal"))
    assert [(line, problem.code) for line, problem in problems_by_line(LIST, said)] == [(2, "answer-not-a-noun-phrase")]


@pytest.mark.parametrize("name", ["classic", "one-page"])
def test_the_examples_that_ship_are_no_clauses(real_template: Callable[[str], TemplateDefinition], name: str) -> None:
    for step in real_template(name).steps:
        for one in _asked(step.questions):
            told = [problem.code for problem in problems_with(NOUN, one.strong)]
            assert one.kind is not Kind.NOUN_PHRASE or "answer-not-a-noun-phrase" not in told, one.strong


def _asked(elements: Iterable[Group | Question]) -> Iterator[Question]:
    for one in elements:
        yield from _asked(one.questions) if isinstance(one, Group) else (one,)
