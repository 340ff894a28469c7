"""Whatever a delegate types comes back from the Word file, cleaned as everything is and otherwise untouched."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from word_documents import said

from mundraft.document.tree import Document, Link, ListBlock, Origin, Paragraph, Part, Run
from mundraft.problems import UnreadableFile
from mundraft.text.clean import clean
from mundraft.word.reader import paragraph_texts
from mundraft.word.writer import document_to_docx
from whole_papers import header_line, whole

anything = st.text(max_size=60) | st.text(alphabet="<>&\"'\t\n\r \u05d0\u0627\u202e\u0301\ud800\x00\x0b\u0085\u2028a1")


@settings(max_examples=60, deadline=None)
@given(st.lists(anything, min_size=1, max_size=4), anything, st.booleans(), st.booleans())
@example(["\u061b", "A\u0300"], "", False, False)
def test_text_comes_back_from_every_place_it_can_stand_in(texts: list[str], url: str, bold: bool, italic: bool) -> None:
    runs = tuple(Run(text, Origin.DELEGATE, bold, italic) for text in texts)
    linked = (*runs, Link(texts[0], f"https://example.org/{url}"), Link(texts[-1], url))
    items = ListBlock(((Paragraph(runs), Paragraph(runs)),), ordered=bold)
    header = (header_line("Topic", *runs),)
    document = whole(texts[0], header, (Part("p", (Paragraph(linked), items)),), language=url, authors=(url,))
    # Runs of one look are one run in Word, so that a letter and the accent that begins the next run meet there.
    expected = clean("".join(texts))
    title = [clean(texts[0])] if texts[0].strip() else []
    assert paragraph_texts(document_to_docx(document)) == [
        *title,
        "Topic: " + expected,
        expected + clean(texts[0]) + clean(texts[-1]),
        expected,
        expected,
    ]


def test_the_same_document_gives_the_same_bytes_twice(deep: Document) -> None:
    assert document_to_docx(deep) == document_to_docx(deep)


def test_spaces_at_the_ends_and_runs_of_spaces_are_kept() -> None:
    document = whole("", (), (Part("p", (Paragraph((said("  a  b  "),)),)),))
    assert paragraph_texts(document_to_docx(document)) == ["  a  b  "]


def hollow() -> bytes:
    empty = BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("other.xml", "<a/>")
    return empty.getvalue()


def malformed() -> bytes:
    broken = BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("word/document.xml", "<a><b></a>")
    return broken.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b"not a zip", hollow(), malformed()], ids=["empty", "text", "hollow", "malformed"]
)
def test_what_is_not_a_word_file_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        paragraph_texts(data)
    assert refused.value.problems[0].code == "word-unreadable"
