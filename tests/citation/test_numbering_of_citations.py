"""Citations settled: numbers in the order of first citation, notes after the punctuation, gaps for what is missing."""

from __future__ import annotations

import pytest

from mundraft.citation.resolve import Resolved, resolve
from mundraft.citation.style import Mechanism, Work
from mundraft.citation.styles import STYLES, style
from mundraft.document.tree import (
    CitationMark,
    Cited,
    Inline,
    ListBlock,
    Origin,
    Paragraph,
    Part,
    Run,
    block_paragraphs,
    inline_text,
)
from mundraft.paper.model import Name, Source

WORKS = {
    id_: Work(
        Source(id=id_, type="book", title=f"The {id_.upper()} of it", author=(Name(family=family),), issued="2020")
    )
    for id_, family in {"a": "Abe", "b": "Banda", "c": "Cole", "unused": "Unused"}.items()
}


def cites(*sources: str) -> Paragraph:
    return Paragraph((Run("Words ", Origin.TEMPLATE), CitationMark(tuple(Cited(source) for source in sources))))


def settled(
    *parts: Part, named: str = "numbered", mechanism: Mechanism = Mechanism.IN_TEXT, first: int = 1
) -> Resolved:
    return resolve(parts, WORKS, style(named), mechanism, first)


def labels(parts: tuple[Part, ...]) -> list[str]:
    return [
        inline_text((inline,))
        for part in parts
        for block in part.blocks
        for inlines in block_paragraphs(block)
        for inline in inlines
        if isinstance(inline, CitationMark)
    ]


def sentence(*inlines: Inline, named: str, mechanism: Mechanism) -> str:
    """A paragraph as it is printed, the number of a note between ^ and ^."""
    (part,) = settled(Part("x", (Paragraph(inlines),)), named=named, mechanism=mechanism).parts
    (shown,) = block_paragraphs(part.blocks[0])
    return "".join(
        f"^{inline.note}^" if isinstance(inline, CitationMark) and inline.note else inline_text((inline,))
        for inline in shown
    )


def said(text: str) -> Run:
    return Run(text, Origin.DELEGATE)


def template(text: str) -> Run:
    return Run(text, Origin.TEMPLATE)


def mark(*sources: str) -> CitationMark:
    return CitationMark(tuple(Cited(source) for source in sources))


def test_numbers_follow_the_first_citation_through_lists_and_parts() -> None:
    listed = ListBlock(((cites("b"),), (cites("a", "c"),)), ordered=True)
    numbered = settled(Part("x", (cites("c"), listed)), Part("y", (cites("a"),)))
    assert labels(numbered.parts) == ["[1]", "[2]", "[3; 1]", "[3]"]
    assert [(entry.label, entry.source) for entry in numbered.entries] == [("[1]", "c"), ("[2]", "b"), ("[3]", "a")]
    assert numbered.unknown == ()


def test_a_source_that_the_paper_does_not_hold_is_a_gap_and_takes_no_number() -> None:
    numbered = settled(Part("x", (cites("lost"), cites("a", "lost"), cites("gone"))))
    assert labels(numbered.parts) == ["[source missing]", "[1; source missing]", "[source missing]"]
    assert [entry.source for entry in numbered.entries] == ["a"]
    assert numbered.unknown == ("lost", "gone")


@pytest.mark.parametrize("named", STYLES)
@pytest.mark.parametrize("mechanism", Mechanism)
def test_a_missing_source_is_a_gap_in_every_style_and_mechanism(named: str, mechanism: Mechanism) -> None:
    if mechanism not in style(named).mechanisms:
        return
    found = settled(Part("x", (cites("lost"),)), named=named, mechanism=mechanism)
    shown = [inline for block in found.parts[0].blocks for inlines in block_paragraphs(block) for inline in inlines]
    words = [run for inline in shown if isinstance(inline, CitationMark) for run in inline.label]
    words += [run for note in found.notes for run in note.inlines]
    assert "missing" in "".join(run.text.lower() for run in words if isinstance(run, Run) and run.origin is Origin.GAP)


def test_a_part_without_citations_is_the_object_that_it_was() -> None:
    plain = Part("x", (Paragraph((Run("Words", Origin.DELEGATE),)), ListBlock(((Paragraph(()),),))))
    assert settled(plain).parts[0] is plain


def test_settling_twice_changes_nothing() -> None:
    once = settled(Part("x", (cites("a"), cites("b"))))
    assert settled(*once.parts) == once


def test_a_mark_in_the_text_stands_before_the_full_stop_and_a_note_after_it() -> None:
    words = (said("A claim"), template(" "), mark("a"), template(". More."))
    assert sentence(*words, named="mla", mechanism=Mechanism.IN_TEXT) == "A claim (Abe). More."
    assert sentence(*words, named="mla", mechanism=Mechanism.FOOTNOTES) == "A claim.^1^ More."
    assert sentence(*words, named="mla", mechanism=Mechanism.NONE) == "A claim. More."


def test_a_note_follows_a_comma_and_a_closing_quotation_mark() -> None:
    words = (template("“"), said("peace"), template(" "), mark("a"), template(",” they say "), mark("b"), template("."))
    assert sentence(*words, named="chicago-notes", mechanism=Mechanism.ENDNOTES) == "“peace,”^1^ they say.^2^"


def test_marks_that_meet_become_one_note() -> None:
    words = (said("A claim"), template(" "), mark("a"), template(" "), mark("b", "a"), template("."))
    assert sentence(*words, named="mla", mechanism=Mechanism.FOOTNOTES) == "A claim.^1^"


def test_brackets_that_held_only_a_mark_go_with_it() -> None:
    words = (said("A claim"), template(" ("), mark("a"), template(") holds"))
    assert sentence(*words, named="plain-links", mechanism=Mechanism.NONE) == "A claim holds"


def test_no_character_of_the_delegate_is_taken() -> None:
    words = (said("A claim, "), mark("a"), said(" and another ("), mark("b"), template("."))
    for mechanism in (Mechanism.FOOTNOTES, Mechanism.NONE):
        shown = sentence(*words, named="mla", mechanism=mechanism)
        assert "A claim, " in shown
        assert " and another (" in shown


def test_a_work_is_cited_in_full_once_and_shortly_afterwards_through_all_parts() -> None:
    parts = (Part("x", (cites("a"), cites("b"))), Part("y", (cites("a"),)))
    found = settled(*parts, named="chicago-notes", mechanism=Mechanism.FOOTNOTES)
    full, other, short = (inline_text(note.inlines) for note in found.notes)
    assert [note.number for note in found.notes] == [1, 2, 3]
    assert "2020" in full
    assert "2020" in other
    assert "Abe" in short
    assert "2020" not in short


def test_notes_of_a_second_list_count_on() -> None:
    found = settled(Part("x", (cites("a"),)), named="mla", mechanism=Mechanism.ENDNOTES, first=8)
    assert [note.number for note in found.notes] == [8]


def footnotes(named: str, *cited: str) -> list[str]:
    """What the footnotes say that cite these works, each the works of its letters."""
    part = Part("x", tuple(cites(*works) for works in cited))
    return [inline_text(note.inlines) for note in settled(part, named=named, mechanism=Mechanism.FOOTNOTES).notes]


def test_each_later_note_refers_to_the_first_that_cited_the_work() -> None:
    said = footnotes("un-editorial", "a", "b", "a", "c", "a")
    assert [said[2], said[4]] == ["Abe, The A of it (see footnote 1 above)."] * 2


@pytest.mark.parametrize(
    ("named", "last"), [("chicago-notes", "Banda, The B of It."), ("un-editorial", "(see footnote 2 above).")]
)
def test_after_a_note_on_two_works_the_one_that_is_meant_is_named_again(named: str, last: str) -> None:
    assert footnotes(named, "a", "b", "ab", "b")[-1].endswith(last)
