"""What changed between two texts, as a person reads it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.text.changed_words import PARAGRAPH, Kind, Piece, changes

WORDS = st.lists(st.sampled_from(["ports", "at", "night", "sleep", "¶", "港口", "[1]", "\n\n"]), max_size=30).map(
    " ".join
)


def told(old: str, new: str) -> list[str]:
    marks = {Kind.GONE: "-", Kind.NEW: "+", Kind.SAME: ""}
    return [" ".join(f"{marks[piece.kind]}{piece.text}" for piece in pieces) for pieces in changes(old, new)]


def test_texts_that_say_the_same_have_no_change() -> None:
    assert changes("Ports are loud.", "Ports  are\nloud.") == ()


def test_a_word_is_told_with_the_words_around_it() -> None:
    old = "One two three four five six seven eight ports stand nine ten eleven twelve thirteen fourteen fifteen."
    assert told(old, old.replace("ports", "quays")) == [
        "… three four five six seven eight -ports +quays stand nine ten eleven twelve thirteen …"
    ]


def test_what_is_new_and_what_is_gone_stand_alone() -> None:
    assert told("", "Ports are loud.") == ["+Ports are loud."]
    assert told("Ports are loud.", "") == ["-Ports are loud."]


def test_changes_that_almost_touch_are_read_as_one() -> None:
    assert told("the old port is loud today", "the new port is quiet today") == [
        "the -old port is loud +new port is quiet today"
    ]


def test_a_paragraph_that_was_divided_is_a_change() -> None:
    assert told("Ports are loud. Ships burn oil.", "Ports are loud.\n\nShips burn oil.") == [
        "Ports are loud. +¶ Ships burn oil."
    ]


def test_a_text_of_any_length_is_compared_at_its_ends_and_not_word_by_word() -> None:
    old = "begin " + "night " * 50_000 + "middle " + "quay " * 50_000 + "end"
    assert told(old, old.replace("middle", "centre"))[0].count("-middle +centre") == 1
    (pieces,) = changes(old, old.replace("night", "day"))
    assert [piece.kind for piece in pieces] == [Kind.SAME, Kind.GONE, Kind.NEW, Kind.SAME]


@given(WORDS, WORDS)
@settings(max_examples=60)
def test_every_word_that_only_one_text_has_is_told(old: str, new: str) -> None:
    found = [piece for pieces in changes(old, new) for piece in pieces]
    before, after = (set(text.split()) - {PARAGRAPH} for text in (old, new))  # an end of a paragraph is told so too
    assert after - before <= _words_of(found, Kind.NEW)
    assert before - after <= _words_of(found, Kind.GONE)


def _words_of(pieces: list[Piece], kind: Kind) -> set[str]:
    return {word for piece in pieces if piece.kind is kind for word in piece.text.split()}
