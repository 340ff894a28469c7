"""What is pasted out of a document: its entries, and the signs and blanks that came along."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.interview.answering import problems_with
from mundraft.interview.pasted_lists import MOST_ENTRIES, entries_in, plain_blanks
from mundraft.library.questions import Kind, Question
from mundraft.models.model import from_values


@pytest.mark.parametrize(
    "pasted",
    [
        "• old pipes\n• no money",
        "1)\told pipes\r\n2)\tno money\r\n",
        "1. old pipes\n2. no money",
        "(a) old pipes\n(b) no money",
        "a. old pipes\r\rb. no money",
        "- old pipes\n\n- no money",
        "\uf0b7 old\u00a0 pipes\n\uf0b7no money",
        "ii) old\n   pipes\niii) no  money",
        "old pipes\n\nno money",
    ],
)
def test_each_pasted_line_is_an_entry_without_its_sign(pasted: str) -> None:
    assert entries_in(pasted) == ("old pipes", "no money")


@pytest.mark.parametrize(
    "text", ["J. Bauer of Santiago", "12. March 2020", "-5 degrees in the north", "a well", "2015"]
)
def test_a_line_alone_keeps_what_may_be_its_own(text: str) -> None:
    assert entries_in(text) == (text,)
    assert entries_in(f"• {text}") == (text,)


def test_lines_without_signs_keep_their_numbers() -> None:
    assert entries_in("Law 21 of 2022\n2022 a code") == ("Law 21 of 2022", "2022 a code")


@pytest.mark.parametrize("pasted", ["U. Thant\nK. Annan", "O Canada\nU. Thant"])
def test_lines_keep_the_initials_of_people(pasted: str) -> None:
    assert list(entries_in(pasted)) == pasted.splitlines()


def test_a_whole_text_is_no_list() -> None:
    assert entries_in("one line\n" * (MOST_ENTRIES + 1)) == (("one line " * (MOST_ENTRIES + 1)).strip(),)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["pipes", "•", "1)", "2.", "-", " ", "\t", "\n", "\r\n", "\u00a0"])).map("".join))
def test_no_word_of_a_paste_is_lost(pasted: str) -> None:
    assert "".join(entries_in(pasted)).count("pipes") == pasted.count("pipes")
    assert plain_blanks(pasted).split() == pasted.split()
    assert plain_blanks(plain_blanks(pasted)) == plain_blanks(pasted)


def codes(kind: Kind, text: str) -> set[str]:
    question = from_values(Question, {"id": "q", "ask": "What?", "kind": kind})
    return {problem.code for problem in problems_with(question, text)}


@pytest.mark.parametrize(
    "left", ["in the mountains and • old people", "1) old pipes", "old pipes 2) no money for repair", "- old pipes"]
)
def test_a_sign_that_is_left_in_an_answer_is_told(left: str) -> None:
    assert "answer-list-mark" in codes(Kind.NOUN_PHRASE, left)


@pytest.mark.parametrize("left", ["villages of\tÑuble", "villages of   Ñuble", "of  Ñuble and Biobío"])
def test_a_gap_in_an_answer_is_told(left: str) -> None:
    assert "answer-blanks" in codes(Kind.NOUN_PHRASE, left)


def test_many_thousand_blanks_keep_nobody_waiting() -> None:
    """With a time that grew with their square, this test alone would take an hour."""
    text = f"of{' ' * 900_000}\nÑuble"
    assert "answer-blanks" not in codes(Kind.NOUN_PHRASE, text)
    assert plain_blanks(text) == "of\nÑuble"


@pytest.mark.parametrize(
    "said",
    [
        "The plan is public.  It was made in 2020.",
        "Half of the wells - all old - are dry.",
        "The law (no. 2) is kept to in Ñuble.",
        "A law of 2014 (as changed in 2018) says so.",
    ],
)
def test_what_is_no_gap_and_no_list_is_left_in_peace(said: str) -> None:
    assert not codes(Kind.SENTENCE, said) & {"answer-blanks", "answer-list-mark"}
