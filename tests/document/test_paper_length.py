"""Words are counted exactly; pages are an estimate that says when it is unsure."""

from __future__ import annotations

import pytest

from mundraft.document.layout import Layout
from mundraft.document.measure import pages, words
from mundraft.document.tree import (
    CitationMark,
    Cited,
    Document,
    Heading,
    ListBlock,
    Origin,
    Paragraph,
    ParagraphRole,
    Part,
    Reference,
    Run,
)
from mundraft.document.widths import lines_filled, word_widths
from whole_papers import header_line, whole

SENTENCE = "Traffickers reach children through false offers of work, and the shelters are full. "


def said(text: str) -> Run:
    return Run(text, Origin.DELEGATE)


def paragraph(text: str) -> Paragraph:
    return Paragraph((said(text),))


def of_paragraphs(count: int, layout: Layout | None = None) -> Document:
    return whole("", (), (Part("p", (paragraph(SENTENCE * 8),) * count),), layout=layout or Layout())


DOCUMENT = whole(
    "A title of five words",
    (header_line("Country", said("Mexico")),),
    (
        Part("issue", (Heading(1, (said("The issue"),)), paragraph("One two three")), topic="t1"),
        Part("issue", (paragraph("儿童 and more"),), topic="t2"),
        Part("end", (ListBlock(((paragraph("four five"), paragraph("six")),)),)),
    ),
    (Reference("[1]", "a", (said("UNODC. A report. 2020."),)),),
)


def test_words_are_counted_by_part_and_topic_without_header_and_resources() -> None:
    counted = words(DOCUMENT)
    assert counted.by_part == {("t1", "issue"): 5, ("t2", "issue"): 4, ("", "end"): 3}
    assert counted.total == 12
    assert counted.references == 4


def test_resources_count_where_the_rules_say_so() -> None:
    assert words(DOCUMENT._replace(layout=Layout(count_references=True))).total == 16


def test_a_missing_answer_counts_nothing_and_a_citation_counts_as_in_word() -> None:
    mark = CitationMark((Cited("a", "art. 3", 1),), (Run("[1, art. 3]", Origin.LIBRARY),))
    inlines = (said("Two words "), Run("[Missing: the source of this]", Origin.GAP), mark)
    assert words(whole("", (), (Part("p", (Paragraph(inlines),)),))).total == 5


def test_an_empty_paper_takes_no_page_and_a_long_one_many() -> None:
    assert pages(whole("", (), ())).about == 0
    assert pages(of_paragraphs(60)).about > 6


def test_more_words_wider_spacing_and_larger_type_never_take_fewer_pages() -> None:
    lengths = [pages(of_paragraphs(count)).about for count in range(1, 30)]
    assert lengths == sorted(lengths)
    spaced = [pages(of_paragraphs(9, Layout(line_spacing=spacing))).about for spacing in (1, 1.15, 1.5, 2)]
    assert spaced == sorted(spaced)
    sized = [pages(of_paragraphs(9, Layout(size_pt=size))).about for size in (9, 10, 11, 12, 14)]
    assert sized == sorted(sized)


def test_every_number_of_pages_is_borderline_on_its_way_to_the_next() -> None:
    estimates = [pages(of_paragraphs(count)) for count in range(1, 40)]
    assert any(estimate.borderline for estimate in estimates)
    assert not all(estimate.borderline for estimate in estimates)
    for estimate in estimates:
        last = estimate.about % 1
        assert estimate.borderline is (last > 0.93 or (estimate.about > 1 and last < 0.03))


def test_a_font_whose_widths_are_not_known_is_always_borderline() -> None:
    assert pages(of_paragraphs(3, Layout(font="Garamond"))).borderline
    assert not pages(of_paragraphs(3, Layout(font=" times  New roman"))).borderline


def test_a_heading_is_never_left_alone_at_the_foot_of_a_page() -> None:
    heading, body = Heading(1, (said("Heading"),)), paragraph(SENTENCE * 8)
    full = next(count for count in range(1, 40) if pages(of_paragraphs(count)).about % 1 > 0.94)
    turned = pages(whole("", (), (Part("p", (*(body,) * full, heading, body)),)))
    alone = pages(whole("", (), (Part("p", (*(body,) * full, heading)),)))
    assert turned.about > 1 + pages(of_paragraphs(1)).about
    assert turned.about > alone.about


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("a", 1),
        ("a\nb", 2),
        ("a " * 20, 2),
        ("a-" * 20, 2),
        ("国" * 20, 2),
        ("m" * 40, 3),
        ("a" + " " * 90, 1),
    ],
)
def test_lines_break_where_words_do_and_inside_what_is_too_long(text: str, lines: int) -> None:
    assert lines_filled([(text, word_widths("Times New Roman", False, False))], 10_500) == lines


def test_a_quotation_is_narrower_and_so_longer() -> None:
    words_said = (said(SENTENCE * 40),)
    quoted, plain = Paragraph(words_said, ParagraphRole.QUOTATION), Paragraph(words_said)
    assert pages(whole("", (), (Part("p", (quoted,)),))).about > pages(whole("", (), (Part("p", (plain,)),))).about
