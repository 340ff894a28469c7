"""The length that is told while a paper is written."""

from __future__ import annotations

from mundraft.document.layout import Layout, Limit
from mundraft.document.length_now import lengths_now
from mundraft.document.measure import pages
from mundraft.document.tree import Document, Origin, Paragraph, Part, Reference, Run
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
