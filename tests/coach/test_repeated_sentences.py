"""A sentence that stands in one paper several times."""

from __future__ import annotations

import pytest

from mundraft.coach.sentences import own_sentences, repeated_sentences
from mundraft.coach.texts import Text
from mundraft.problems import Severity

ONCE = "The Government of Mexico has noted it with deep concern."
STANCE, REASONS = "topics/t1/answers/stance", "topics/t1/answers/reasons"


@pytest.mark.parametrize(
    ("texts", "times"),
    [
        ([Text(STANCE, " ".join([ONCE] * 6))], "6 times"),
        ([Text(STANCE, f"It is so. {ONCE}"), Text(REASONS, ONCE.upper())], "twice"),
        ([Text(STANCE, ONCE), Text("topics/t1/own_words/issue", f"New.\n{ONCE}")], "twice"),
    ],
)
def test_a_sentence_that_stands_several_times_is_told_once(texts: list[Text], times: str) -> None:
    (found,) = repeated_sentences(texts)
    assert f"stands in the paper {times}" in found.what
    assert "noted it with deep concern" in found.what
    assert (found.severity, found.address) == (Severity.WARNING, texts[-1].address)


@pytest.mark.parametrize(
    "texts",
    [
        [Text(STANCE, ONCE), Text(REASONS, "It is another sentence than the one above.")],
        [Text(STANCE, "It is so. It is so.")],
        [Text(STANCE, f"“{ONCE}” said one."), Text(REASONS, f"“{ONCE}” wrote another.")],
        [Text(STANCE, ONCE, quoted=True), Text(REASONS, ONCE, quoted=True)],
        [Text("topics/t1/solutions/s1/actor", ONCE), Text("topics/t1/solutions/s2/actor", ONCE)],
        [Text("topics/t1/instruments/i1/articles/a1/does", ONCE), Text(REASONS, ONCE)],
        [Text(STANCE, "the whole of the Western and Central Pacific")] * 2,
    ],
)
def test_what_may_stand_twice_is_not_told(texts: list[Text]) -> None:
    assert not list(repeated_sentences(texts))


def test_what_is_quoted_is_nobodys_own_sentence() -> None:
    (one,) = own_sentences([Text(STANCE, "“No child shall be sold”, says the text, and nobody keeps it.")])
    assert one.folded == "says the text and nobody keeps it"
