"""Which addresses may be followed from a paper."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.document.links import live_address, site_of


@pytest.mark.parametrize(
    ("typed", "live"),
    [
        ("https://www.unicef.org/child-rights", "https://www.unicef.org/child-rights"),
        ("  HTTP://example.org  ", "http://example.org"),
        ("www.unicef.org/child", "https://www.unicef.org/child"),
        ("undocs.org/A/RES/64/293", "https://undocs.org/A/RES/64/293"),
        ("https://undocs.org/A/RES/1386(XIV)", "https://undocs.org/A/RES/1386(XIV)"),
        ("https://a.org/two words", "https://a.org/two%20words"),
        ("https://a.org/100% sure%20x", "https://a.org/100%25%20sure%20x"),
        ('https://a.org/"><script>', "https://a.org/%22%3E%3Cscript%3E"),
        ("https://a.org/?q=ñ#part", "https://a.org/?q=%C3%B1#part"),
        ("https://ñandú.org/", "https://xn--and-6ma2c.org/"),
        ("https://someone:secret@a.org/", "https://a.org/"),
        ("https://a.org\u202e/x", "https://a.org/x"),
    ],
)
def test_web_addresses_are_live_in_their_encoded_form(typed: str, live: str) -> None:
    assert live_address(typed) == live


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "javascript:alert(1)",
        "JAVA\nSCRIPT:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "mailto:a@b.org",
        "ftp://a.org/x",
        "http://",
        "http://[half",
        "http://a b.org/",
        "https://" + "a" * 64 + ".org",
        "https://a.org/" + "x" * 3000,
        "a report that I read",
        "p. 35",
    ],
)
def test_everything_else_is_not(typed: str) -> None:
    assert live_address(typed) == ""


def test_a_site_is_named_as_a_reader_says_it() -> None:
    assert site_of("https://www.unicef.org/x") == "unicef.org"
    assert site_of("somewhere") == ""


@settings(max_examples=100)
@given(st.text(max_size=40) | st.text(max_size=40).map(lambda text: "https://" + text))
def test_what_is_live_is_plain_ascii_and_stays_as_it_is(typed: str) -> None:
    live = live_address(typed)
    assert re.fullmatch(r"(https?://[!-~]+)?", live)
    assert not set('"<>\\^`{|}') & set(live)
    assert live_address(live) == live
