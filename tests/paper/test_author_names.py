"""Authors typed in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mundraft.paper.model import Name
from mundraft.paper.names import authors_from_line, authors_in_line


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


@given(st.text(max_size=40))
def test_what_was_read_is_read_again_from_its_own_line(line: str) -> None:
    authors = authors_from_line(line)
    assert authors_from_line(authors_in_line(authors)) == authors
