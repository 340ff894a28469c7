"""The delegate's words without what they quote, by sentences and by clauses: what every check of words is given."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mundraft.coach.taking_apart import clauses_in, sentences_in, without_quotations


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("“We must act”, he said.", "…, he said."),
        ('"We must act", he said.', "…, he said."),
        ("«We must act», he said.", "…, he said."),
        ("„We must act“, he said.", "…, he said."),
        ("‘We must act’, he said.", "…, he said."),
        ("It says “to act\nat once” and no more.", "It says … and no more."),
        ("“Act.” It is late. “Now.”", "… It is late. …"),
    ],
)
def test_what_is_quoted_is_left_out(words: str, left: str) -> None:
    assert without_quotations(words, instead="…") == left


@pytest.mark.parametrize("words", ["The States’ own law doesn’t say so.", 'A pipe of 6" is laid.'])
def test_a_mark_that_quotes_nothing_takes_no_words_away(words: str) -> None:
    assert without_quotations(words) == words


@pytest.mark.parametrize("mark", ["“", '"', "«"])
def test_a_quotation_that_nobody_closed_ends_with_its_paragraph(mark: str) -> None:
    """Nobody is told of words that may be quoted, and a slip hides no later paragraph from the coach."""
    assert (
        without_quotations(f"He said: {mark}We act.\nWe must.\n\nIt is late.", instead="…")
        == "He said: …\n\nIt is late."
    )


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("It is late. It was so!", ["It is late.", "It was so!"]),
        ("(It is late.) It was so.", ["(It is late.", "It was so."]),
        ("It is late… It was so.", ["It is late…", "It was so."]),
        ("It is late\nIt was so", ["It is late", "It was so"]),
        ("In 2.5 years; no more.", ["In 2.5 years; no more."]),
    ],
)
def test_words_are_read_by_sentences(words: str, sentences: list[str]) -> None:
    assert sentences_in(words) == sentences


@pytest.mark.parametrize(
    ("words", "clauses"),
    [
        ("It is late; it was so.", ["It is late;", "it was so."]),
        ("It is late.) It was so.", ["It is late.", "It was so."]),
        ("The Palermo\nProtocol", ["The Palermo\nProtocol"]),
        ("Late\n\nIt was so", ["Late", "It was so"]),
    ],
)
def test_a_clause_ends_at_a_semicolon_and_goes_on_in_the_next_line(words: str, clauses: list[str]) -> None:
    assert clauses_in(words) == clauses


#: What may go with the end of a sentence: the marks behind it.
_ENDS = str.maketrans("", "", "”\"’')")
PLAIN = st.text(alphabet="ab .;!\n", max_size=20)
MARKS = ["“”", '""', "«»", "„“", "‘’"]
QUOTED = st.tuples(st.sampled_from(MARKS), st.text(alphabet="ab .;!", min_size=1, max_size=12))


@pytest.mark.parametrize("marks", MARKS)
def test_what_stands_between_two_quotations_is_left(marks: str) -> None:
    words = "It is {0}late{1} and it {0}was{1} so.".format(*marks)
    assert without_quotations(words, instead="…") == "It is … and it … so."


@settings(max_examples=60)
@given(PLAIN, st.lists(st.tuples(QUOTED, PLAIN), max_size=4))
def test_what_stands_outside_marks_is_left_to_the_letter(first: str, more: list[tuple[tuple[str, str], str]]) -> None:
    quoted = first + "".join(f" {marks[0]}{inside}{marks[1]} {after}" for (marks, inside), after in more)
    assert without_quotations(quoted, instead="") == first + "".join(f"  {after}" for _, after in more)


@settings(max_examples=60)
@example("a.“ b")
@given(st.text(alphabet='ab .;!\n“”"«»„‘’', max_size=60))
def test_nothing_is_put_in_and_no_letter_is_lost_between_sentences_or_clauses(words: str) -> None:
    left = iter(words)
    assert all(letter in left for letter in without_quotations(words, instead=""))
    for taken_apart in (sentences_in(words), clauses_in(words)):
        assert "".join("".join(taken_apart).split()).translate(_ENDS) == "".join(words.split()).translate(_ENDS)
