"""The pages that are written from the code are those that the code writes, and leave nothing out."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
sys.path.insert(0, str(DOCS.parent / "tools"))

import reference  # noqa: E402
import reference_words  # noqa: E402
from mundraft.coach.codes import explanations  # noqa: E402
from mundraft.library.questions import Kind  # noqa: E402
from mundraft.templating.filters import FILTERS, FUNCTIONS, TESTS  # noqa: E402


@pytest.mark.parametrize("name", reference.PAGES)
def test_a_page_is_the_one_that_the_code_writes(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == reference.page(name), "run python tools/reference.py"


def test_every_filter_test_kind_and_code_stands_in_the_pages() -> None:
    page = (DOCS / "reference.md").read_text(encoding="utf-8")
    for name in (*FILTERS, *FUNCTIONS, *(f"is {test}" for test in TESTS)):
        assert f"### `{name}`\n" in page
    for kind in Kind:
        assert f"| `{kind}` |" in page
    codes = (DOCS / "codes.md").read_text(encoding="utf-8")
    assert all(f"### `{code}`\n" in codes for code in explanations())


def test_no_example_is_kept_of_what_is_gone() -> None:
    known = {*FILTERS, *FUNCTIONS, *TESTS, *(f"{test} (test)" for test in TESTS)}
    assert set(reference_words.EXAMPLES) <= known
    assert set(reference_words.TESTS) == set(TESTS)


def test_an_example_shows_what_its_filter_does() -> None:
    assert reference.printed("{{ problem | sentence }}") == "Nobody counts the missing nets [s1]."
    assert reference.printed("{{ nothing | sentence }}") == ""


def test_what_the_page_says_of_packs_may_stand_in_one() -> None:
    assert reference.refused_in_a_pack() == []
