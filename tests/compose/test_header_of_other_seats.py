"""A header that asks for the country calls an organisation or a person what it is."""

from __future__ import annotations

import pytest

from mundraft.compose.compose import compose
from mundraft.document.tree import HeaderBlock, inline_text
from mundraft.library.search_path import shipped_library
from mundraft.paper.file import read_paper
from mundraft.paper.model import Paper, Seat

LIBRARY = shipped_library()


def header(paper: Paper) -> list[str]:
    document = compose(paper.changed(preset="classroom"), LIBRARY)
    (block,) = [block for block in document.blocks() if isinstance(block, HeaderBlock)]
    return [inline_text(line) for column in block.columns for line in column.lines]


@pytest.mark.parametrize(
    ("example", "line"),
    [
        ("brac-girls-schooling-organisation", "Organisation: BRAC"),
        ("pearson-suez-crisis", "Character: Lester B. Pearson"),
        ("mongolia-rangelands-one-page", "Country: Mongolia"),
    ],
)
def test_a_seat_is_called_what_its_template_calls_it(example: str, line: str) -> None:
    assert line in header(read_paper(LIBRARY.example(example), example))


def test_a_seat_that_was_written_in_is_a_delegation_where_the_template_has_no_word_for_it() -> None:
    assert "Delegation: River Watch" in header(Paper(seat=Seat(name="River Watch")))
