"""The length that is told while a paper is written."""

from __future__ import annotations

from mundraft.document.layout import Layout, Limit
from mundraft.document.length_now import is_borderline, length_in_words, lengths_now
from mundraft.document.measure import pages, words
from mundraft.document.tree import (
    CitationMark,
    Cited,
    Document,
    Heading,
    ListBlock,
    Note,
    Origin,
    Paragraph,
    Part,
    Reference,
    Run,
)
from mundraft.document.written import without_gaps
from whole_papers import whole

WORDS = Part("p", (Paragraph((Run("Plastic reaches the rivers from towns. " * 60, Origin.DELEGATE),)),), "t1")
ENTRIES = tuple(Reference(f"[{n}]", f"s{n}", (Run("A report. " * 20, Origin.DELEGATE),)) for n in range(1, 15))


def paper(layout: Layout) -> Document:
    return whole("A paper", (), (WORDS,), ENTRIES, layout=layout)


def test_without_a_limit_of_pages_they_are_those_of_the_whole_file() -> None:
    document = paper(Layout(max_words=1200))
    assert lengths_now(document, ["t1"])[""].pages == pages(document).about


def test_with_a_limit_that_leaves_the_list_out_the_pages_are_those_of_the_text() -> None:
    document = paper(Layout(limits=(Limit(max_pages=2, counts_resources=False),)))
    assert lengths_now(document, ["t1"])[""].pages < pages(document).about - 0.3


def test_without_a_limit_of_pages_nothing_is_borderline() -> None:
    lines = [Paragraph((Run("Plastic reaches the rivers from towns. " * 3, Origin.DELEGATE),))] * 60
    papers = [
        whole("A paper", (), (Part("p", tuple(lines[:count]), "t1"),), (), layout=Layout(max_words=900))
        for count in range(5, 60)
    ]
    assert any(pages(document).borderline for document in papers), "some of them end where a page does"
    assert not any(lengths_now(document, ["t1"])[""].borderline or is_borderline(document) for document in papers)


def test_in_a_font_of_unknown_widths_a_limit_is_near_from_half_a_page_away() -> None:
    near, far = (
        paper(Layout(font="Papyrus", max_pages=limit, limits=(Limit(max_pages=limit, counts_resources=False),)))
        for limit in (0.7, 4.0)
    )
    assert is_borderline(near)
    assert not is_borderline(far)


def test_an_empty_paper_has_no_pages_to_tell_of() -> None:
    assert length_in_words(0, 0.6, 700) == "0 of 700 words"
    assert length_in_words(12, 0.66) == "12 words, about 0.7 pages"


def test_the_end_of_a_page_far_from_the_limit_is_not_borderline() -> None:
    """A delegate with one page of two reads nothing of Word."""
    lines = ["Plastic reaches the rivers from towns. " * 3] * 60
    near_one_page = False
    for count in range(5, 60):
        body = Part("p", tuple(Paragraph((Run(line, Origin.DELEGATE),)) for line in lines[:count]), "t1")
        document = whole(
            "A paper", (), (body,), (), layout=Layout(limits=(Limit(max_pages=4, counts_resources=False),))
        )
        now = lengths_now(document, ["t1"])[""]
        near_one_page = near_one_page or (now.pages < 3 and pages(document).borderline)
        assert not now.borderline or now.pages > 3
    assert near_one_page, "some of them end where a page does"


def test_the_marks_of_what_is_missing_fill_no_pages() -> None:
    """A delegate with thirteen words of two pages reads nothing of a whole page."""
    mark = Run("[Still to write: which fact shows how large the issue is, and where is it from] ", Origin.GAP)
    begun = Paragraph((Run("Nets are lost at sea and go on fishing there for years and years.", Origin.DELEGATE),))
    waiting = Paragraph((Run("The price is paid by ", Origin.TEMPLATE), mark, Run(".", Origin.TEMPLATE)))
    heading, other = (Heading(2, (Run(title, Origin.TEMPLATE),)) for title in ("The issue", "The way forward"))
    written = (Part("a", (heading, begun), "t1"), Part("b", (other,), "t1"), Part("c", (), "t1"))
    missing = tuple(part._replace(blocks=(*part.blocks, *[waiting] * 9)) for part in written)
    layout = Layout(limits=(Limit(max_pages=2, counts_resources=False),))
    only_written = (*written[:1], Part("b", (), "t1"), *written[2:])
    now, then = (
        lengths_now(whole("A paper", (), parts, (), layout=layout), ["t1"])["t1"] for parts in (missing, only_written)
    )
    assert now == then
    assert now.pages < 0.5


GAP = Run("[Still to write: who pays]", Origin.GAP)
SAID = Paragraph((Run("Nets are lost at sea.", Origin.DELEGATE),))
OURS = Paragraph((Run("This is how it can be done.", Origin.TEMPLATE),))


def waiting(*more: Run | CitationMark) -> Paragraph:
    return Paragraph((Run("The price is paid by ", Origin.TEMPLATE), GAP, Run(".", Origin.TEMPLATE), *more))


def heading(level: int, words: str) -> Heading:
    return Heading(level, (Run(words, Origin.TEMPLATE),))


def left_of(*parts: Part, references: tuple[Reference, ...] = (), notes: tuple[Note, ...] = ()) -> Document:
    """What is left without gaps, which counts as many words as the whole does."""
    document = whole("A paper", (), parts, references, notes=notes, layout=Layout(count_notes=True))
    left = without_gaps(document)
    assert words(left) == words(document)
    assert without_gaps(left) == left
    return left


def test_the_lines_of_a_list_that_wait_are_not_there_and_no_heading_stands_over_them() -> None:
    half = ListBlock(((waiting(),), (SAID, waiting())))
    none = ListBlock(((waiting(),), (waiting(),)), ordered=True)
    left = left_of(Part("a", (heading(2, "Solutions"), half), "t1"), Part("b", (heading(2, "Costs"), none), "t1"))
    assert [part.blocks for part in left.parts[1:]] == [(heading(2, "Solutions"), ListBlock(((SAID,),))), ()]


def test_the_note_of_a_paragraph_that_waits_fills_no_page() -> None:
    notes = tuple(Note(number, (Run("A report of so many pages.", Origin.LIBRARY),)) for number in (1, 2))
    first, second = (CitationMark((Cited("s", "", 1),), (), number) for number in (1, 2))
    said = Paragraph((*SAID.inlines, second))
    assert left_of(Part("a", (said, waiting(first)), "t1"), notes=notes).notes == notes[1:]


def test_the_frame_around_what_waits_is_not_there_before_anything_is_answered_in_its_part() -> None:
    left = left_of(Part("a", (heading(2, "Solutions"), OURS, waiting()), "t1"))
    assert words(left).total == 0
    assert [part.blocks for part in left.parts[1:]] == [()]
    begun = left_of(Part("a", (OURS, SAID, waiting()), "t1"))
    assert [part.blocks for part in begun.parts[1:]] == [(OURS, SAID)]


def test_a_heading_between_the_parts_stands_over_none_that_waits_nor_over_the_list_of_sources() -> None:
    between = Part("", (heading(2, "Our Proposals"),), "t1")
    left = left_of(Part("a", (SAID,), "t1"), between, Part("b", (waiting(),), "t1"), references=ENTRIES)
    assert [len(part.blocks) for part in left.parts[1:]] == [1, 0, 0, 1]
