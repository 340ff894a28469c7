"""Authors typed in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mundraft.paper.model import Name
from mundraft.paper.names import authors_from_line, authors_in_line, people_joined


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Smith, Jane", (Name(family="Smith", given="Jane"),)),
        ("Smith, Jane; Okafor, Ben", (Name(family="Smith", given="Jane"), Name(family="Okafor", given="Ben"))),
        ("UNICEF", (Name(literal="UNICEF"),)),
        (" ; UNICEF ;, ", (Name(literal="UNICEF"),)),
        ("Luther, ", (Name(literal="Luther"),)),
        ("", ()),
    ],
)
def test_a_line_of_names_is_read(line: str, authors: tuple[Name, ...]) -> None:
    assert authors_from_line(line) == authors


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Maria Quattri and Kevin Watkins", "Quattri, Maria; Watkins, Kevin"),
        ("Ana M. Ruiz & Piet van der Berg", "Ruiz, Ana M.; van der Berg, Piet"),
        ("Quattri, Maria, and Kevin Watkins", "Quattri, Maria; Watkins, Kevin"),
        ("Quattri, Maria and Watkins, Kevin", "Quattri, Maria; Watkins, Kevin"),
    ],
)
def test_people_who_are_joined_are_told_apart(line: str, people: str) -> None:
    (one,) = authors_from_line(line)
    assert authors_in_line(people_joined(one)) == people


@pytest.mark.parametrize(
    "line",
    ["UNICEF", "Marks and Spencer", "Food and Agriculture Organization", "Amnesty International and Oxfam America",
     "Ministry of Labour and Employment", "Centers for Disease Control and Prevention", "Smith, Jane",
     "International Labour Organization and United Nations Children’s Fund",
     "Department of Economic and Social Affairs"],
)  # fmt: skip
def test_a_body_with_an_and_is_no_two_people(line: str) -> None:
    (one,) = authors_from_line(line)
    assert people_joined(one) == ()


@given(st.text(max_size=40))
def test_what_was_read_is_read_again_from_its_own_line(line: str) -> None:
    authors = authors_from_line(line)
    assert authors_from_line(authors_in_line(authors)) == authors
