"""Sources get their numbers in the order in which the paper first cites them."""

from __future__ import annotations

from mundraft.citation.resolve import number_citations
from mundraft.document.tree import (
    CitationMark,
    Cited,
    ListBlock,
    Origin,
    Paragraph,
    Part,
    Run,
    block_paragraphs,
    inline_text,
)


def cites(*sources: str) -> Paragraph:
    return Paragraph((Run("Words ", Origin.DELEGATE), CitationMark(tuple(Cited(source) for source in sources))))


def labels(parts: tuple[Part, ...]) -> list[str]:
    return [
        inline_text((inline,))
        for part in parts
        for block in part.blocks
        for inlines in block_paragraphs(block)
        for inline in inlines
        if isinstance(inline, CitationMark)
    ]


def test_numbers_follow_the_first_citation_through_lists_and_parts() -> None:
    listed = ListBlock(((cites("b"),), (cites("a", "c"),)), ordered=True)
    numbered = number_citations([Part("x", (cites("c"), listed)), Part("y", (cites("a"),))], {"a", "b", "c", "unused"})
    assert labels(numbered.parts) == ["[1]", "[2]", "[3; 1]", "[3]"]
    assert numbered.sources == ("c", "b", "a")
    assert numbered.unknown == ()


def test_a_source_that_the_paper_does_not_hold_is_a_gap_and_takes_no_number() -> None:
    numbered = number_citations([Part("x", (cites("lost"), cites("a", "lost"), cites("gone")))], ["a"])
    assert labels(numbered.parts) == ["[source missing]", "[1; source missing]", "[source missing]"]
    assert numbered.sources == ("a",)
    assert numbered.unknown == ("lost", "gone")


def test_a_part_without_citations_is_the_object_that_it_was() -> None:
    plain = Part("x", (Paragraph((Run("Words", Origin.DELEGATE),)), ListBlock(((Paragraph(()),),))))
    assert number_citations([plain], ()).parts[0] is plain


def test_numbering_twice_changes_nothing() -> None:
    once = number_citations([Part("x", (cites("a"), cites("b")))], {"a", "b"})
    assert number_citations(once.parts, {"a", "b"}) == once
