"""The file of fingerprints: made the same each time, and told of when it is damaged."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.library.quotations import Kind, Treaty, UnreadableFingerprints, judge
from mundraft.library.quotations.fingerprints import FIRST_LINE, SHIPPED, from_bytes, read, to_bytes
from mundraft.library.quotations.words import forms

TREATIES = [
    (
        Treaty("apples", "the Treaty on Apples"),
        [
            ("preamble", forms("The growers of this valley, resolved to share what their trees bear,")),
            ("1", forms("Every grower shall lend the ladder to a neighbour who asks for it.")),
        ],
    ),
    (Treaty("pears", "the Protocol on Pears"), [("1", forms("Pears shall be eaten on the day on which they ripen."))]),
]
DATA = to_bytes(TREATIES)


def test_a_treaty_can_be_asked_once_it_is_in_the_file() -> None:
    prints = from_bytes(DATA)
    verdict = judge("every grower shall lend the ladder to a neighbor", prints=prints)
    assert (verdict.kind, verdict.in_words) == (
        Kind.EXACT,
        "These are the words of article 1 of the Treaty on Apples. Only 2 treaties can be checked here.",
    )
    assert judge("their trees bear, Every grower shall lend", prints=prints).passages[0].articles == ("preamble", "1")


def test_no_run_goes_from_one_treaty_into_the_next() -> None:
    verdict = judge("neighbour who asks for it Pears shall be eaten", prints=from_bytes(DATA))
    assert verdict.kind is not Kind.EXACT


def test_the_same_words_give_the_same_bytes() -> None:
    assert to_bytes(TREATIES) == DATA


def test_what_ships_is_small_and_does_not_hold_the_words() -> None:
    data = SHIPPED.read_bytes()
    assert len(data) < 400_000
    assert b"abduction" not in data.lower()
    assert "abduction" not in data.decode("utf-16-le", "replace").lower()
    assert len(read(SHIPPED).treaties) == 20


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(DATA) - 1), st.integers(0, 255))
def test_a_changed_byte_is_told_of(place: int, byte: int) -> None:
    if DATA[place] == byte:
        return
    with pytest.raises(UnreadableFingerprints, match="Install mundraft again"):
        from_bytes(DATA[:place] + bytes([byte]) + DATA[place + 1 :])


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(DATA) - 1))
def test_a_file_that_was_cut_short_is_told_of(length: int) -> None:
    with pytest.raises(UnreadableFingerprints, match="Install mundraft again"):
        from_bytes(DATA[:length])


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=80),
        st.sampled_from(
            [
                b"",
                b"[]\n",
                b"{}\n",
                b"[" * 100_000,
                b'[{"ref":"a","title":"b","articles":[["1",0]]}]\n',
                b'[{"ref":"a","title":"b","articles":[["1",true]]}]\nxx',
                b'[{"ref":"a","title":"b","articles":[["1",99999999999999999999]]}]\nxx',
                b'[{"ref":"a","title":"b","articles":[["1",1]]}]\n\x00\xd8',
                b'[{"ref":"a","title":"b","articles":"1"}]\nxx',
            ]
        ),
    )
)
def test_what_was_made_to_deceive_is_told_of(checked: bytes) -> None:
    data = FIRST_LINE + b"%08x\n" % zlib.crc32(checked) + checked
    with pytest.raises(UnreadableFingerprints):
        from_bytes(data)


def test_a_missing_file_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFingerprints, match="missing or cannot be opened") as told:
        read(tmp_path / "none.fingerprints")
    assert told.value.problems[0].code == "fingerprints-unreadable"
