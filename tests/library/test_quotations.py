"""Whose words a quotation holds, as a delegate is told it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.library.quotations import Kind, Verdict, judge

TRUE = [
    ("crc", "35", "to prevent the abduction of, the sale of or traffic in children for any purpose or in any form"),
    ("crc", "34", "undertake to protect the child from all forms of sexual exploitation and sexual abuse"),
    ("udhr", "1", "should act towards one another in a spirit of brotherhood"),
    ("udhr", "14", "the right to seek and to enjoy in other countries asylum from persecution"),
    ("cedaw", "6", "to suppress all forms of traffic in women and exploitation of prostitution of women"),
    ("ref-1951", "33", "shall expel or return (“refouler”) a refugee in any manner whatsoever"),
    (
        "genocide",
        "1",
        "is a crime under international law which they undertake to prevent and to punish",
    ),
    ("un-charter", "51", "the inherent right of individual or collective self-defence if an armed attack occurs"),
    (
        "vclt",
        "26",
        "Every treaty in force is binding upon the parties to it and must be performed by them in good faith.",
    ),
    ("gc-iv", "49", "Individual or mass forcible transfers, as well as deportations of protected persons"),
    ("rome", "27", "shall apply equally to all persons without any distinction based on official capacity"),
    ("cerd", "4", "ideas or theories of superiority of one race or group of persons of one colour or ethnic origin"),
    ("iccpr", "8", "No one shall be required to perform forced or compulsory labour"),
    ("cat", "2", "No exceptional circumstances whatsoever, whether a state of war or a threat of war"),
]
OF_35 = (
    "States Parties shall take all appropriate national, bilateral and multilateral measures to prevent the abduction "
    "of"
)
CHILDRENS_SUMMARIES = [
    "Governments must make sure that children are not abducted, sold or taken to other countries to be exploited",
    "Governments must protect children from being abducted, sold, or moved illegally to a different place in or "
    "outside their country for the purpose of exploitation.",
]


def places(verdict: Verdict) -> list[tuple[str, tuple[str, ...]]]:
    return [(passage.ref, passage.articles) for passage in verdict.passages]


@pytest.mark.parametrize(("ref", "number", "quotation"), TRUE)
def test_a_true_quotation_is_given_its_article(ref: str, number: str, quotation: str) -> None:
    verdict = judge(quotation)
    assert (verdict.kind, places(verdict)) == (Kind.EXACT, [(ref, (number,))])
    assert f"article {number} of" in verdict.in_words


@pytest.mark.parametrize(("ref", "number", "quotation"), TRUE)
def test_one_changed_word_is_named(ref: str, number: str, quotation: str) -> None:
    words = quotation.split()
    words[len(words) // 2] = "rhubarb"
    verdict = judge(" ".join(words))
    assert (verdict.kind, places(verdict)) == (Kind.PARTLY, [(ref, (number,))])
    assert "Look at “rhubarb" in verdict.in_words or "rhubarb” again" in verdict.in_words


@pytest.mark.parametrize("summary", CHILDRENS_SUMMARIES)
def test_a_childrens_summary_is_not_the_treatys_words(summary: str) -> None:
    verdict = judge(summary, ("crc", "35"))
    assert verdict.kind is Kind.NOT_FOUND
    assert "not the words of article 35 of the Convention on the Rights of the Child" in verdict.in_words
    assert "your own words" in verdict.in_words


def test_words_of_another_article_than_the_one_named_are_given_theirs() -> None:
    verdict = judge(TRUE[0][2], ("crc", "34"))
    assert verdict.kind is Kind.OTHER
    assert "not the words of article 34" in verdict.in_words
    assert "those of article 35" in verdict.in_words


def test_the_named_article_goes_before_others_that_share_the_words() -> None:
    words = "the best interests of the child shall be a primary consideration"
    assert places(judge(words)) == [("crc", ("3",)), ("crpd", ("7",))]
    verdict = judge(words, ("crpd", "art. 7(2)"))
    assert (verdict.kind, places(verdict)[0]) == (Kind.EXACT, ("crpd", ("7",)))
    assert "article 3 of the Convention on the Rights of the Child too" in verdict.in_words


def test_words_that_stand_in_several_treaties_name_them_all() -> None:
    verdict = judge("States Parties shall take all appropriate measures")
    assert verdict.kind is Kind.SHARED
    assert {passage.ref for passage in verdict.passages} == {"cedaw", "crc", "crpd"}
    assert "three treaties" in verdict.in_words


def test_how_many_words_are_right_is_said_in_words() -> None:
    verdict = judge("must stop the abduction of, the sale of or traffic in children")
    assert (verdict.kind, verdict.found, verdict.words) == (Kind.PARTLY, 10, 12)
    assert verdict.differing == ("must stop",)
    assert verdict.in_words.startswith(
        "Ten of the twelve words are those of article 35 of the Convention on the Rights"
    )


def test_a_long_run_is_told_of_though_most_words_are_the_delegates_own() -> None:
    verdict = judge(f"{OF_35} which our delegation has asked for in every session of this committee since it first met")
    assert (verdict.kind, verdict.passages[0].articles) == (Kind.PARTLY, ("35",))


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru joined the Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment in "
        "1988 and has reported to its committee seven times.",
        "Chile asks the Office of the United Nations High Commissioner for Refugees to open a second office in Arica.",
    ],
)
def test_the_names_of_treaties_and_bodies_are_no_quotation(sentence: str) -> None:
    assert judge(sentence).kind is Kind.NOT_FOUND


@pytest.mark.parametrize("fragment", ["settled by the occupying power", "the right to seek asylum today"])
def test_four_words_in_a_row_do_not_make_a_quotation(fragment: str) -> None:
    assert judge(fragment).kind is Kind.NOT_FOUND


def test_words_left_out_without_a_mark_are_noticed() -> None:
    verdict = judge(
        "shall take all appropriate national and multilateral measures to prevent the abduction of, the sale of"
    )
    assert (verdict.kind, verdict.differing) == (Kind.PARTLY, ())
    assert "Put “…” where you leave words out" in verdict.in_words


@pytest.mark.parametrize(
    "written",
    [
        f"“{OF_35}, the sale of or traffic in children”",
        f"article 35: {OF_35}, the sale of or traffic in children",
        f'Article 35: "{OF_35}, the sale of or traffic in children"',
        f"ARTICLE 35\n1. {OF_35}, the sale of or traffic in children",
        f"{OF_35} … traffic in children",
        f"{OF_35} [...] traffic in children",
        f"{OF_35}, the sale of . . . children for any purpose",
        f"[s]{OF_35[1:]}, the sale of or traffic in children",
        f"[Governments] {OF_35[15:]}, the sale of or traffic in children",
        OF_35.upper(),
        OF_35.replace(" ", "\n"),
        OF_35.replace("bilateral", "bilat-\neral"),
        OF_35.replace("measures", "meásures"),
    ],
)
def test_marks_of_quoting_do_not_matter(written: str) -> None:
    verdict = judge(written, ("crc", "35"))
    assert (verdict.kind, places(verdict)) == (Kind.EXACT, [("crc", ("35",))])


@pytest.mark.parametrize(
    ("quotation", "ref"),
    [
        ("the right of everyone to the enjoyment of just and favorable conditions of work", "icescr"),
        ("To achieve international cooperation in solving international problems", "un-charter"),
        ("a child means every human being below the age of 18 years", "crc"),
        ("(b) Conspiracy to commit genocide; (c) Direct and public incitement to commit genocide", "genocide"),
        ("2) Conspiracy to commit genocide;\nDirect and public incitement to commit genocide", "genocide"),
    ],
)
def test_spellings_figures_and_list_marks_do_not_matter(quotation: str, ref: str) -> None:
    verdict = judge(quotation)
    assert (verdict.kind, verdict.passages[0].ref) == (Kind.EXACT, ref)


def test_a_quotation_may_span_two_articles() -> None:
    verdict = judge(
        "against all other forms of exploitation prejudicial to any aspects of the child’s welfare. States Parties "
        "shall ensure that: (a) No child shall be subjected to torture"
    )
    assert (verdict.kind, places(verdict)) == (Kind.EXACT, [("crc", ("36", "37"))])
    assert "articles 36 and 37" in verdict.in_words


def test_a_treaty_that_is_not_known_is_not_judged_by_another() -> None:
    verdict = judge("Everyone has the right to life, liberty and security of person", ("palermo-tip", "3"))
    assert verdict.kind is Kind.CANNOT_CHECK
    assert "this one is not among them. The same words stand in" in verdict.in_words
    assert "article 3 of the Universal Declaration" in verdict.in_words


@pytest.mark.parametrize("few", ["", "…", "35", "to prevent the abduction", "日本語の引用文です"])
def test_few_words_are_not_judged(few: str) -> None:
    assert judge(few).kind is Kind.TOO_SHORT


@pytest.mark.parametrize("quotation", [TRUE[0][2], "must stop " + TRUE[0][2], CHILDRENS_SUMMARIES[0], "to prevent"])
def test_every_verdict_says_how_few_treaties_can_be_checked(quotation: str) -> None:
    assert "20 treaties" in judge(quotation).in_words
    assert "20 treaties" in judge(quotation, ("crc", "1")).in_words
    assert "20 treaties" in judge(quotation, ("opsc", "1")).in_words


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from([None, ("crc", "35"), ("", ""), ("udhr", "…")]))
def test_any_text_is_judged(text: str, claimed: tuple[str, str] | None) -> None:
    verdict = judge(text, claimed)
    assert verdict.in_words
    assert 0 <= verdict.found <= verdict.words


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*OF_35.split(), "…", "[x y]", "(a)", "-\n", ".", "2.", "the", "of"]), max_size=60))
def test_shuffled_words_of_a_treaty_are_judged(words: list[str]) -> None:
    verdict = judge(" ".join(words), ("crc", "35"))
    for passage in verdict.passages:
        assert all(0 <= first < end <= verdict.words for first, end in passage.runs)
        assert list(passage.runs) == sorted(passage.runs)
