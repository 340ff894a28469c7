"""Notes, columns and running headers where there are no pages: plain text and Markdown."""

from __future__ import annotations

from markdown_it import MarkdownIt

from mundraft.document.tree import (
    CitationMark,
    Cited,
    Document,
    HeaderBlock,
    HeaderColumn,
    Heading,
    Link,
    Note,
    Origin,
    Paragraph,
    Part,
    Run,
)
from mundraft.export.formats import render


def said(text: str) -> Run:
    return Run(text, Origin.DELEGATE)


def noted(number: int) -> CitationMark:
    return CitationMark((Cited("a", "", 1),), (), number)


LEFT = HeaderColumn(((said("Delegation from"),), (said("Mexico"),)))
RIGHT = HeaderColumn(((said("Represented by"),), (said("Mars College"),)))
PAPER = Document(
    "",
    (Part("p", (Heading(1, (said("Issue"), noted(1))), Paragraph((said("It is *grave*."), noted(2), noted(3))))),),
    notes=(
        Note(1, (said("Ibid."),)),
        Note(2, (said("UNODC, "), Link("A report", "https://a.org/b"), said(", 12."))),
        Note(3, (said("Three words here"),)),
    ),
    running=HeaderBlock((LEFT, RIGHT)),
)


def test_notes_stand_after_the_text_and_columns_one_after_the_other() -> None:
    assert render(PAPER, "txt").decode() == (
        "Delegation from\nMexico\nRepresented by\nMars College\n\nIssue[1]\n\nIt is *grave*.[2][3]\n\n"
        "Notes\n\n[1] Ibid.\n[2] UNODC, A report <https://a.org/b>, 12.\n[3] Three words here\n"
    )


def test_markdown_shows_notes_as_words_to_every_reader() -> None:
    written = render(PAPER, "md").decode()
    notes = written.partition("# Notes\n\n")[2]
    assert notes == ("\\[1\\] Ibid.\n\n\\[2\\] UNODC, [A report](https://a.org/b), 12.\n\n\\[3\\] Three words here\n")
    shown = MarkdownIt("commonmark").render(written)
    assert "<h1>Issue[1]</h1>" in shown
    assert "It is *grave*.[2][3]" in shown
    assert "<p>[1] Ibid.</p>" in shown


def test_a_mark_without_its_note_still_tells_that_there_was_one() -> None:
    assert render(PAPER._replace(notes=(), running=None), "txt").decode().startswith("Issue[1]\n")
