"""Words of a template that are plainly paragraphs and headings are read as the Markdown parser reads them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.templating import skeleton
from mundraft.templating.parsed_markdown import parsed
from mundraft.templating.skeleton import FIRST_PLACEHOLDER, skeleton_of

SLOT = chr(FIRST_PLACEHOLDER)
LETTERS = f"ab#* \n-+>1.)[]\\`<&!~_\t\u00a0\u2028é,:{SLOT}"
PIECES = ("**", "# ", "## ", "a", "\n", " ", ".", SLOT, "\n\n", "1", "+", "b c", "\u00a0", "    ")


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(LETTERS, max_size=14), st.lists(st.sampled_from(PIECES), max_size=12).map("".join)))
def test_they_are_read_as_the_parser_reads_them(source: str) -> None:
    assert skeleton._skeleton(source) == parsed(source)


@pytest.mark.parametrize(
    "source",
    [
        f"\n## The issue\n\nOf 744 victims, {SLOT} were children; 3.5 per cent were not.\n{SLOT}\n\n\n",
        f"**{SLOT}.**\n{SLOT} should {SLOT}\n\n**Pay for it.**\nThe words (and R&D) stay <as> they `are`!\n",
        "# 1. The issue\nfollows at once\n",
    ],
)
def test_what_templates_mostly_hold_needs_no_parser(source: str) -> None:
    assert skeleton._is_plain(source)
    assert skeleton._skeleton(source) == parsed(source)


@pytest.mark.parametrize(
    "source", ["- a", "1. a", "> a", "a *b*", "a _b_", r"\# a", "[a](https://b.org)", "***a***", "a\x85"]
)
def test_what_means_more_is_left_to_the_parser(source: str) -> None:
    assert not skeleton._is_plain(source)
    assert skeleton_of((source,)) == parsed(source)
