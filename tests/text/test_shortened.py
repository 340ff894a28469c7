"""Texts of any length shown in one line."""

import pytest

from mundraft.text.shortened import shortened


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ten letter", "Ten letter"),
        ("Ten\n letter", "Ten letter"),
        ("Ten letters", "Ten lette…"),
        ("Ten more a word", "Ten more…"),
        ("", ""),
    ],
)
def test_a_text_is_shown_in_one_line_with_no_space_before_the_ellipsis(text: str, shown: str) -> None:
    assert shortened(text, most=10) == shown
