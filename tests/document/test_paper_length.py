"""Words are counted exactly; pages are an estimate that says when it is unsure."""

from __future__ import annotations

import pytest

from mundraft.document.layout import Layout
from mundraft.document.measure import pages, words
from mundraft.document.tree import (
    Block,
    CitationMark,
    Cited,
    Document,
    HeaderBlock,
    HeaderColumn,
    Heading,
    ListBlock,
    Note,
    Origin,
    Paragraph,
    ParagraphRole,
    Part,
    Reference,
    ReferenceList,
    Run,
)
from mundraft.document.widths import lines_filled, word_widths
from whole_papers import header_line, whole

SENTENCE = "Traffickers reach children through false offers of work, and the shelters are full. "


def said(text: str) -> Run:
    return Run(text, Origin.DELEGATE)


def paragraph(text: str) -> Paragraph:
    return Paragraph((said(text),))


def counted(*blocks: Block) -> int:
    return words(whole("", (), (Part("p", blocks),))).total


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


def test_a_sentence_that_waits_for_an_answer_counts_only_what_is_answered_and_only_once_that_is_most_of_it() -> None:
    frame, gap = Run("The causes of ", Origin.TEMPLATE), Run("[Missing: Why? How?]", Origin.GAP)
    begun = (frame, said("water scarcity"), Run(" are ", Origin.TEMPLATE), gap, Run(". It is so.", Origin.TEMPLATE))
    assert counted(Paragraph(begun)) == 3
    nearly = (frame, said("dry rivers and broken wells"), Run(" and ", Origin.TEMPLATE), gap, Run(".", Origin.TEMPLATE))
    assert counted(Paragraph(nearly)) == 5


def test_the_frame_of_a_part_in_which_nothing_is_answered_counts_nothing() -> None:
    gap = Paragraph((Run("[Missing: Why?]", Origin.GAP),))
    promise = Paragraph((Run("Kenya", Origin.LIBRARY), Run(" makes two proposals.", Origin.TEMPLATE)))
    assert counted(promise, gap) == 0
    assert counted(promise, gap, paragraph("One")) == 5
    assert counted(promise) == 4


def test_a_heading_counts_once_something_stands_under_it_and_always_in_a_finished_paper() -> None:
    gap = Paragraph((Run("[Missing: Why?]", Origin.GAP),))
    upper, lower = Heading(1, (said("Two words"),)), Heading(2, (said("Three more words"),))
    assert counted(upper, lower, gap) == 0
    assert counted(upper, lower, gap, Paragraph((said("One."),))) == 6
    assert counted(upper, lower, Heading(2, (said("Later"),)), Paragraph((said("One."),)), gap) == 4
    assert counted(upper, lower) == 5


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
        full = estimate.about % 1
        assert estimate.borderline or 0.005 < full < 0.99
        assert not estimate.borderline or not 0.2 < full < 0.85


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


def with_notes(count: int, words_each: int, **fields: object) -> Document:
    """Paragraphs of which the first ones have a note each."""
    marks = [CitationMark((Cited("a", "", 1),), (), number) for number in range(1, count + 1)]
    noted = tuple(Paragraph((said(SENTENCE * 8), mark)) for mark in marks)
    notes = tuple(Note(number, (said("word " * words_each),)) for number in range(1, count + 1))
    parts = (Part("p", (*noted, *(paragraph(SENTENCE * 8),) * (12 - count))),)
    return Document("", parts, notes=notes, layout=Layout())._replace(**fields)


def test_notes_are_counted_only_where_the_rules_say_so() -> None:
    document = with_notes(3, 10)
    assert words(document).notes == 30
    assert words(document).total == words(document._replace(notes=())).total
    counted = words(document._replace(layout=Layout(count_notes=True)))
    assert counted.total == words(document).total + 30


def test_notes_take_room_at_the_foot_of_their_page() -> None:
    lengths = [pages(with_notes(count, 40)).about for count in (0, 1, 3, 6)]
    assert lengths == sorted(lengths)
    assert lengths[-1] > lengths[0] + 0.2


def test_a_note_longer_than_what_is_left_runs_over_to_the_next_page() -> None:
    assert pages(with_notes(1, 3000)).about > 3


def test_endnotes_follow_the_text() -> None:
    document = with_notes(3, 100, notes_at_end=True)
    told = pages(document)
    assert (round(told.about, 1), told.borderline) == (2.4, False)
    assert told.about > pages(document._replace(notes=())).about


def test_a_page_begun_on_purpose_leaves_the_rest_of_the_last_one_empty() -> None:
    short = (paragraph(SENTENCE),)
    listed = ReferenceList("Works Cited", (Reference("", "a", (said("A report."),)),), own_page=True)
    parts = (Part("a", short), Part("b", short, new_page=True), Part("c", (listed,)))
    assert 2 < pages(Document("", parts)).about < 2.2
    assert 0 < pages(Document("", (Part("a", short, new_page=True),))).about < 1


def test_a_page_before_a_break_that_is_nearly_full_is_borderline() -> None:
    body = (paragraph(SENTENCE * 8),)
    full = next(count for count in range(1, 40) if pages(of_paragraphs(count)).about % 1 > 0.94)
    parts = (Part("a", body * full), Part("b", body, new_page=True))
    estimate = pages(Document("", parts))
    assert 0.05 < estimate.about % 1 < 0.9
    assert estimate.borderline


def test_a_header_on_every_page_leaves_less_room_once_it_is_higher_than_the_margin() -> None:
    def headed(lines: int, columns: int = 1) -> float:
        column = HeaderColumn(tuple((said(f"Line {number}"),) for number in range(lines)))
        return pages(of_paragraphs(30)._replace(running=HeaderBlock((column,) * columns))).about

    assert headed(1) == pages(of_paragraphs(30)).about
    assert headed(8) > headed(1)
    assert headed(8, columns=2) == headed(8)


def test_columns_are_as_high_as_the_highest_and_long_values_wrap_in_them() -> None:
    def head(*columns: tuple[str, ...]) -> float:
        block = HeaderBlock(tuple(HeaderColumn(tuple((said(line),) for line in lines)) for lines in columns))
        return pages(Document("", (Part("#head", (block,)), Part("p", (paragraph("Text."),))))).about

    assert head(("a", "b", "c"), ("d",)) == head(("a",), ("b", "c", "d"))
    assert head(("a", "b"), ("c", "d")) < head(("a", "b", "c", "d"))
    assert head((SENTENCE,), ("d",)) > head((SENTENCE,))


def test_words_without_a_label_begin_where_the_label_would_stand() -> None:
    entry = (said("word " * 16),)

    def listed(label: str) -> float:
        return pages(whole("", (), (), (Reference(label, "a", entry),))).about

    assert listed("") < listed("[1]")
