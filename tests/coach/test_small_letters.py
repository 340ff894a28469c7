"""A sentence that begins with a small letter is told, and a shortened word is not taken for the end of one."""

from __future__ import annotations

import pytest

from mundraft.coach.small_letters import small_letters
from mundraft.coach.texts import Text
from mundraft.problems import Severity

STANCE = "topics/t1/answers/stance"


@pytest.mark.parametrize(
    ("words", "told", "write"),
    [
        ("It began in 2019. the government paid.", "“…2019. the government paid.”", "“The”"),
        ("It is so. it is not.", "so. it is", "“It”"),
        ("Who pays? nobody does.", "pays? nobody", "“Nobody”"),
        ("The drought ended.\nélan was lost.", "ended. élan", "“Élan”"),
        ("Kenya signed the CRC. its law came later.", "CRC. its", "“Its”"),
        ("The text says “never again”. the law does not.", "again”. the law", "“The”"),
        ("It names the U.S. and Chad. the rest is silent.", "Chad. the rest", "“The”"),
        ("In 2019, 15 of 54 did. they still do", "did. they", "“They”"),
    ],
)
def test_a_sentence_with_a_small_letter_is_told_as_it_stands(words: str, told: str, write: str) -> None:
    (found,) = small_letters([Text(STANCE, words)])
    assert told in found.what
    assert write in found.next_step
    assert (found.severity, found.address) == (Severity.ADVICE, STANCE)


@pytest.mark.parametrize(
    "words",
    [
        "Some goods, e.g. the fish, i.e. what is left, are gone.",
        "The U.S. and the U.N. are there, at 5 p.m. the same day.",
        "See No. 5, para. 4, art. seven, approx. three, vs. the rest, etc. and so on.",
        "Dr. von Braun, Ph. D. of Bonn, and the govt. of it.",
        "It waits... and waits… for peace. . . . for years",
        "It is so. It is. 2019 was. Élan was.",
        "1. the first\n2. the second; 3. the third",
        "Three aims. a) to end it. (b) to mend it.",
        "He asked. www.example.org has it. mail@example.org too.",
        "Phones sell. iPhones most.",
        "He said “it ended. the rest is known” and left.",
        "“Why? because” and «so. it» and ‘no. never’ are quoted.",
        "هذا هو. كتب الوزير. نعم.",
        "यह है. वह था.",
        "结束了. 政府来了",
        "ეს არის. ის იყო.",
        "It ended. “so be it” was all they said.",
        "(It began.) the rest is known",
        "",
    ],
)
def test_what_begins_no_sentence_is_not_told(words: str) -> None:
    assert list(small_letters([Text(STANCE, words)])) == []


def test_an_answer_is_told_of_once_and_a_quotation_never() -> None:
    slips = "It is. so it is. and so on. but no."
    assert len(list(small_letters([Text(STANCE, slips)]))) == 1
    assert list(small_letters([Text(STANCE, slips, quoted=True)])) == []
