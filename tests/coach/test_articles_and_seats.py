"""Articles that cannot be, words that are another article's, and seats whose name the library knows better."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.coach.findings import findings
from mundraft.library.folders import Folder, Tier
from mundraft.library.search_path import Library
from mundraft.paper.model import Article, InstrumentUse, Paper, Seat, Topic
from mundraft.problems import Problem, Severity

SHIPPED = Library([Folder(Path(__file__).parents[2], Tier.SHIPPED)])


def told(codes: set[str], paper: Paper) -> list[Problem]:
    return [problem for problem in findings(paper, SHIPPED) if problem.code in codes]


def of_article(ref: str, number: str, does: str = "") -> list[Problem]:
    article = Article(id="a1", number=number, does=does)
    topic = Topic(instruments=(InstrumentUse(id="i1", ref=ref, articles=(article,)),))
    return told({"article-not-there", "article-of-another"}, Paper(seat=Seat(ref="kenya"), topics=(topic,)))


@pytest.mark.parametrize(
    ("ref", "number", "severity", "words"),
    [
        ("crc", "99", Severity.WARNING, "The CRC has no article 99: it ends with article 54."),
        ("crc", "art. 99(1)", Severity.WARNING, "no article 99"),
        ("un-charter", "0", Severity.WARNING, "no article 0"),
        ("palermo-tip", "77", Severity.ADVICE, "hardly has an article 77: the last that the library knows"),
        ("npt", "LXX", Severity.ADVICE, "hardly has an article 70"),
        ("crc", "thirty-five", Severity.WARNING, "is not the number of an article"),
    ],
)
def test_a_number_that_the_instrument_cannot_have_is_told(
    ref: str, number: str, severity: Severity, words: str
) -> None:
    (found,) = of_article(ref, number)
    assert words in found.what
    assert (found.code, found.severity) == ("article-not-there", severity)
    assert found.address == "topics/t1/instruments/i1/articles/a1/number"


@pytest.mark.parametrize(
    ("ref", "number"),
    [
        ("crc", "35"),
        ("crc", "54"),
        ("crc", "19-21"),
        ("palermo-tip", "20"),
        ("npt", "XI"),
        ("crc", "LIV"),
        ("bpfa", "A"),
        ("rome", "8 bis"),
        ("crc", ""),
    ],
)
def test_a_number_that_it_can_have_is_not_told(ref: str, number: str) -> None:
    assert not of_article(ref, number)


@pytest.mark.parametrize(
    ("number", "does", "meant"),
    [
        ("29", "obliges States to promote the recovery of child victims and their return to society", "article 39"),
        ("25", "forbids the abduction, sale and trafficking", "article 35"),
        ("27", "protects freedom of religion", "article 14"),
    ],
)
def test_words_that_are_another_articles_are_told_with_its_number(number: str, does: str, meant: str) -> None:
    (found,) = of_article("crc", number, does)
    assert (found.code, found.severity) == ("article-of-another", Severity.ADVICE)
    assert f"reads like {meant} of the CRC" in found.what
    assert found.address == "topics/t1/instruments/i1/articles/a1/does"


@pytest.mark.parametrize(
    ("number", "does"),
    [
        ("24", "makes governments deal with malnutrition"),
        ("24", "grants each child enough to eat"),
        ("35", "obliges States to act against the abduction, the sale and the trafficking of children"),
        ("9", "sets up an international police"),
        ("50", "obliges States to promote the recovery of child victims and their return to society"),
        ("29", ""),
    ],
)
def test_words_that_may_be_the_articles_own_are_not_told(number: str, does: str) -> None:
    assert not of_article("crc", number, does)


def test_no_article_of_the_catalogue_is_doubted_under_its_own_number() -> None:
    for one in SHIPPED.instruments()[::4]:
        entry = SHIPPED.instrument(one.name)
        uses = (
            InstrumentUse(
                id="i1",
                ref=one.name,
                articles=tuple(
                    Article(id=f"a{place}", number=article.written, does=article.does)
                    for place, article in enumerate(entry.articles)
                ),
            ),
        )
        paper = Paper(seat=Seat(ref="kenya"), topics=(Topic(instruments=uses),))
        assert not told({"article-not-there", "article-of-another"}, paper)


SEATS = {"seat-by-hand", "seat-misspelt", "seat-not-in-library", "seat-unverified"}


@pytest.mark.parametrize(
    ("seat", "code", "words"),
    [
        (Seat(name="Phillipines"), "seat-misspelt", "Did you mean the Philippines?"),
        (Seat(ref="phillipines"), "seat-misspelt", "Did you mean the Philippines?"),
        (Seat(name="Kenia"), "seat-misspelt", "Did you mean Kenya?"),
        (Seat(name="Philippines"), "seat-by-hand", "the library knows this country"),
        (Seat(name="USA"), "seat-by-hand", "“USA” was written in by hand"),
        (Seat(name="River Watch"), "seat-unverified", ""),
        (Seat(name="Chan"), "seat-unverified", ""),
        (Seat(name="Congo"), "seat-unverified", ""),
        (Seat(name="Nigera"), "seat-unverified", ""),
        (Seat(ref="atlantis"), "seat-not-in-library", ""),
    ],
)
def test_a_seat_that_surely_means_a_country_is_told_with_its_name(seat: Seat, code: str, words: str) -> None:
    (found,) = told(SEATS, Paper(seat=seat))
    assert found.code == code
    assert words in found.what
    assert found.severity is (Severity.ADVICE if code == "seat-unverified" else Severity.WARNING)
    assert not words or "ref: " in found.next_step
