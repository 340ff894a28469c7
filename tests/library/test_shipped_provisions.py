"""The provisions that ship: articles of the instruments cited most, goals and targets of the 2030 Agenda."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from mundraft.library.instrument import Article, Instrument

#: For each Goal, how many targets have a number and which letters the rest have.
TARGETS = {
    1: (5, "ab"), 2: (5, "abc"), 3: (9, "abcd"), 4: (7, "abc"), 5: (6, "abc"), 6: (6, "ab"), 7: (3, "ab"),
    8: (10, "ab"), 9: (5, "abc"), 10: (7, "abc"), 11: (7, "abc"), 12: (8, "abc"), 13: (3, "ab"), 14: (7, "abc"),
    15: (9, "abc"), 16: (10, "ab"), 17: (19, ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def agenda(shipped) -> Instrument:
    return shipped.instrument("agenda-2030")


def test_the_agenda_has_every_goal_and_every_target_in_order(agenda):
    expected = []
    for goal, (numbered, letters) in TARGETS.items():
        expected.append(("goal", str(goal)))
        expected += [("target", f"{goal}.{end}") for end in (*range(1, numbered + 1), *letters)]
    assert [(article.label, article.number) for article in agenda.articles] == expected
    assert Counter(article.label for article in agenda.articles) == {"goal": 17, "target": 169}


def test_a_goal_and_a_target_are_written_as_the_united_nations_writes_them(agenda):
    goal, target = agenda.provision("Goal 5"), agenda.provision("target 5.3")
    assert (goal.cited, goal.written, goal.locator) == ("Goal 5", "Goal 5", "Goal 5")
    assert (target.cited, target.written, target.locator) == ("target 5.3", "Target 5.3", "target 5.3")
    assert agenda.provision("5.3") is target
    assert agenda.provision("5.A") is agenda.provision("Target 5.a")


def test_a_target_keeps_its_deadline(agenda):
    assert "2025" in agenda.provision("8.7").does
    assert "2030" in agenda.provision("1.1").does
    assert "2020" in agenda.provision("14.5").does


def _every_provision(shipped) -> list[tuple[str, Article]]:
    instruments = [shipped.instrument(found.name) for found in shipped.instruments()]
    return [(instrument.id, article) for instrument in instruments for article in instrument.articles]


def test_a_provision_fits_into_a_sentence_after_the_instrument_s_name(shipped):
    for ref, article in _every_provision(shipped):
        assert re.match(r"[a-z]+s\b", article.does), (ref, article.number, article.does)
        assert not re.search(r"[.;:,\s]$|  |\n", article.does), (ref, article.number, article.does)
        assert 2 <= len(article.does.split()) <= 32, (ref, article.number, article.does)


def test_no_instrument_lists_a_provision_twice(shipped):
    counted = Counter((ref, article.label, article.number) for ref, article in _every_provision(shipped))
    assert [key for key, times in counted.items() if times > 1] == []


def test_keywords_are_what_a_person_types(shipped):
    for ref, article in _every_provision(shipped):
        assert len(set(article.keywords)) == len(article.keywords), (ref, article.number)
        assert all(0 < len(word) <= 40 for word in article.keywords), (ref, article.number)
