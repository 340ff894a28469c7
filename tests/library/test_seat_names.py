"""A seat's name reads rightly inside a sentence and at its start."""

from __future__ import annotations

import pytest

from mundraft.library.seat_name import of_paper
from mundraft.paper.model import Seat

NAMES = [
    ("mexico", "Mexico", "Mexico", "Mexican"),
    ("netherlands", "the Netherlands", "The Netherlands", "Dutch"),
    ("gambia", "the Gambia", "The Gambia", "Gambian"),
    ("cote-divoire", "Côte d'Ivoire", "Côte d'Ivoire", "Ivorian"),
    ("united-states", "the United States", "The United States", "American"),
    ("united-kingdom", "the United Kingdom", "The United Kingdom", "British"),
]


@pytest.mark.parametrize(("ref", "inside", "start", "adjective"), NAMES)
def test_a_country_is_named_with_its_article(shipped, ref, inside, start, adjective):
    name = of_paper(Seat(ref=ref), shipped)
    assert (name.in_sentence, name.at_start, name.adjective) == (inside, start, adjective)
    assert not name.unverified


def test_a_seat_written_in_by_hand_is_not_verified(shipped):
    name = of_paper(Seat(name="Amnesty International"), shipped)
    assert name.unverified
    assert name.in_sentence == "Amnesty International"
    assert name.adjective == ""


def test_the_article_of_a_seat_written_in_is_understood(shipped):
    assert of_paper(Seat(name="Holy See", article=True), shipped).at_start == "The Holy See"
    assert of_paper(Seat(name="the Holy See"), shipped).in_sentence == "the Holy See"
    assert of_paper(Seat(name="The Holy See", article=True), shipped).in_sentence == "the Holy See"
    assert of_paper(Seat(name="The Elders"), shipped).in_sentence == "The Elders"


def test_a_country_that_this_library_lacks_falls_back_on_the_paper(shipped):
    name = of_paper(Seat(ref="atlantis", name="Atlantis", adjective="Atlantean"), shipped)
    assert name.unverified
    assert (name.in_sentence, name.adjective) == ("Atlantis", "Atlantean")


def test_a_seat_that_is_not_chosen_yet_has_no_name(shipped):
    name = of_paper(Seat(), shipped)
    assert (name.in_sentence, name.at_start) == ("", "")
