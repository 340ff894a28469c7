"""What a paper can hold: cleaning, folding and counting."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.text.clean import clean
from mundraft.text.counting import count_words
from mundraft.text.folding import fold

any_text = st.text(st.characters(codec=None), max_size=60)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("plain", "plain"),
        ("  spaces stay \t", "  spaces stay \t"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("e\u0301", "\u00e9"),
        ("a\x00b\x0bc\x1f", "abc"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("\ufffe\uffff", ""),
        ("مرحبا 你好 👩‍🚀", "مرحبا 你好 👩‍🚀"),
        ("red \x9b31m and \x9d0;title\x9c, rubbed out\x7f", "red 31m and 0;title, rubbed out"),
        ("a\x85b\u2028c", "a\x85b\u2028c"),
    ],
)
def test_cleaning_takes_out_only_what_xml_forbids_or_terminals_obey(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@settings(max_examples=150, deadline=None)
@given(any_text)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("  \n ", 0),
        ("It's a well-known fact.", 4),
        ("one\u00a0two — three", 4),
        ("人权理事会", 5),
        ("the 人权 Council", 4),
        ("한국 대표단", 2),
        ("حقوق الطفل", 2),
    ],
)
def test_words_are_counted_as_word_counts_them(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Côte d'Ivoire", "cote divoire"),
        ("Côte d’Ivoire", "COTE D'IVOIRE"),
        ("Türkiye", "turkiye"),
        ("São Tomé & Príncipe", "sao  tome - principe"),
        ("Straße", "STRASSE"),
        ("Łódź", "lodz"),
        ("(UN) Guinea-Bissau", "un guinea bissau"),
        ("ﬁnance", "finance"),
    ],
)
def test_folded_names_match_without_accents_case_and_punctuation(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_folding_keeps_letters_of_every_script() -> None:
    assert fold("中国") == "中国"
    assert fold("مصر!") == "مصر"


@settings(max_examples=150, deadline=None)
@given(any_text)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


MARKS = "\u0301\u0323"


@pytest.mark.parametrize("letter", ["a", "é", "\u0958", "\u0344", "क", "\u1ec7", ""])
def test_a_heap_of_marks_is_cleaned_in_no_time_and_nothing_of_it_is_lost(letter: str) -> None:
    heap = letter + MARKS * 100_000
    cleaned = clean(heap)
    assert clean(cleaned) == cleaned
    kept = unicodedata.normalize("NFD", cleaned).replace("\u034f", "")
    assert len(kept) == len(unicodedata.normalize("NFD", letter)) + 200_000
    assert fold(cleaned[:20_000] + "z")[-1] == "z"


marked = st.text(st.sampled_from("aé\u0958\u0344\u0f73ệ \u0301\u0323\u0308\u093c한"), min_size=20, max_size=90)


@settings(max_examples=100, deadline=None)
@given(marked)
def test_marks_are_parted_only_where_no_script_has_so_many(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    if all(len(run) <= 6 for run in text.split(" ")):
        assert clean(text) == unicodedata.normalize("NFC", text)
