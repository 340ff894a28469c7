"""Plain text to paste into a form."""

from __future__ import annotations

import pytest

from mundraft.document.tree import (
    CitationMark,
    Cited,
    Heading,
    Link,
    ListBlock,
    Origin,
    Paragraph,
    Part,
    Reference,
    Run,
)
from mundraft.export.formats import FORMATS, render
from mundraft.problems import WrongUse
from whole_papers import header_line, whole


def said(text: str) -> Run:
    return Run(text, Origin.DELEGATE)


def paragraph(*inlines: Run | Link | CitationMark) -> Paragraph:
    return Paragraph(tuple(inlines))


LONG = "A sentence that goes on. " * 20
PAPER = whole(
    "Ending the trafficking of children",
    (header_line("Committee", said("DISEC")), header_line("Country", said("Côte d'Ivoire"))),
    (
        Part(
            "a",
            (
                Heading(1, (said("The issue"),)),
                paragraph(said(LONG), CitationMark((Cited("x", "", 1),), (Run("[1]", Origin.LIBRARY),))),
            ),
        ),
        Part(
            "b",
            (
                ListBlock(
                    ((paragraph(said("One.")), paragraph(said("More."))), (), (paragraph(said("Two.")),)), ordered=True
                ),
                ListBlock(((paragraph(said("Point.")),),)),
                paragraph(),
            ),
        ),
    ),
    (Reference("[1]", "x", (said("UNODC. "), Link("A report", "https://a.org/b"), said(". 2020."))),),
    references_title="RESOURCES",
)


def test_a_paper_as_text_is_one_line_a_paragraph() -> None:
    assert render(PAPER, "txt").decode() == (
        "Ending the trafficking of children\n\nCommittee: DISEC\nCountry: Côte d'Ivoire\n\nThe issue\n\n"
        f"{LONG}[1]\n\n1. One.\nMore.\n2. Two.\n\n- Point.\n\n"
        "RESOURCES\n\n[1] UNODC. A report. 2020. <https://a.org/b>\n"
    )


def test_an_empty_paper_is_an_empty_line() -> None:
    assert render(whole("", (), ()), "txt") == b"\n"


@pytest.mark.parametrize("to", ["odt", "", "DOCX", "../x"])
def test_an_unknown_format_is_refused_with_those_there_are(to: str) -> None:
    with pytest.raises(WrongUse) as refused:
        render(PAPER, to)
    problem = refused.value.problems[0]
    assert problem.code == "export-format"
    assert all(known in problem.next_step for known in FORMATS)


@pytest.mark.parametrize("to", FORMATS)
def test_half_a_character_stops_no_format(to: str) -> None:
    assert render(whole("\ud800", (), (Part("p", (paragraph(said("\udfff a")),)),)), to)
