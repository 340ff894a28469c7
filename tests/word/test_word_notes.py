"""Footnotes and endnotes as Word, LibreOffice and a screen reader find them in the package."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from word_documents import noted, paragraph, said

from mundraft.document.tree import Document, Link, ListBlock, Note, Part
from mundraft.word.writer import document_to_docx


def part(document: Document, name: str) -> Any:
    with zipfile.ZipFile(BytesIO(document_to_docx(document))) as package:
        return parse_xml(package.read(name))


def names(document: Document) -> set[str]:
    with zipfile.ZipFile(BytesIO(document_to_docx(document))) as package:
        return set(package.namelist())


def texts(element: Any) -> str:
    return "".join(text.text for text in element.iter(qn("w:t")))


def marks(document: Document, kind: str = "footnote") -> list[str]:
    return [mark.get(qn("w:id")) for mark in part(document, "word/document.xml").iter(qn(f"w:{kind}Reference"))]


def of_notes(*notes: Note, **fields: Any) -> Document:
    blocks = tuple(paragraph(said("Words"), noted(note.number)) for note in notes)
    return Document("", (Part("p", blocks),), notes=notes, **fields)


def test_every_mark_leads_to_its_note_wherever_it_stands(footnotes: Document) -> None:
    written = part(footnotes, "word/footnotes.xml")
    held = {note.get(qn("w:id")): texts(note) for note in written}
    assert marks(footnotes) == ["1", "2", "3", "4", "5", "6", "7"]
    assert held["1"] == " UNODC, A report, 12."
    assert held["6"].startswith(" الأمم")
    styles = {style.get(qn("w:val")) for style in written.iter(qn("w:pStyle"))}
    assert styles == {"FootnoteText"}


def test_a_line_parts_notes_from_text_and_another_what_runs_over(footnotes: Document) -> None:
    lines = [note for note in part(footnotes, "word/footnotes.xml") if note.get(qn("w:type"))]
    assert [note.get(qn("w:type")) for note in lines] == ["separator", "continuationSeparator"]
    told = part(footnotes, "word/settings.xml").find(qn("w:footnotePr"))
    assert [line.get(qn("w:id")) for line in told] == [line.get(qn("w:id")) for line in lines] == ["-1", "0"]


def test_links_inside_notes_are_relationships_of_the_notes(footnotes: Document) -> None:
    links = part(footnotes, "word/_rels/footnotes.xml.rels")
    targets = {link.get("Id"): (link.get("Target"), link.get("TargetMode")) for link in links}
    used = [link.get(qn("r:id")) for link in part(footnotes, "word/footnotes.xml").iter(qn("w:hyperlink"))]
    assert [targets[link] for link in used] == [
        ("https://example.org/report?a=1&b=2", "External"),
        ("https://example.org/report?a=1&b=2", "External"),
        ("https://example.org/other", "External"),
        ("https://example.org/long", "External"),
    ]
    relations = docx.Document(BytesIO(document_to_docx(footnotes))).part.rels.values()
    assert not any(relation.is_external for relation in relations)


def test_a_note_in_arabic_runs_from_the_right(footnotes: Document) -> None:
    notes = {note.get(qn("w:id")): note for note in part(footnotes, "word/footnotes.xml")}
    assert [number for number, note in notes.items() if note.find(f".//{qn('w:bidi')}") is not None] == ["6"]


def test_two_marks_that_meet_are_parted_by_a_comma(footnotes: Document) -> None:
    second = docx.Document(BytesIO(document_to_docx(footnotes))).paragraphs[2]
    assert second.text == "Children are sold. The law forbids it,, all."
    assert [run.text for run in second.runs if run.style.name == "footnote reference"] == ["", "", ",", ""]


def test_endnotes_are_a_part_of_their_own_and_count_in_our_numerals(endnotes: Document) -> None:
    assert "word/endnotes.xml" in names(endnotes)
    assert "word/footnotes.xml" not in names(endnotes)
    assert marks(endnotes, "endnote") == ["1", "2", "3", "4", "5", "6", "7"]
    for place in ("word/settings.xml", "word/document.xml"):
        told = next(part(endnotes, place).iter(qn("w:endnotePr")))
        assert told.find(qn("w:numFmt")).get(qn("w:val")) == "decimal"


def test_a_paper_without_notes_holds_nothing_of_them(deep: Document) -> None:
    assert not any("notes" in name for name in names(deep))
    assert part(deep, "word/settings.xml").find(qn("w:footnotePr")) is None


def test_a_mark_without_its_note_is_left_out_and_the_words_are_kept() -> None:
    document = Document("", (Part("p", (paragraph(said("Words"), noted(9), said(" go on.")),)),))
    assert marks(document) == []
    assert marks(document._replace(notes=(Note(1, (said("Another."),)),))) == []
    assert docx.Document(BytesIO(document_to_docx(document))).paragraphs[0].text == "Words go on."


@pytest.mark.parametrize("text", ['<w:p/> & "q"', "", "a\nb\tc", "\ud800\x00"])
def test_any_words_can_stand_in_a_note(text: str) -> None:
    written = part(of_notes(Note(1, (said(text), Link(text, "https://a.org")))), "word/footnotes.xml")
    assert len(written) == 3


def test_notes_are_single_spaced_and_no_larger_than_ten_points(footnotes: Document) -> None:
    def size(points: float) -> str:
        layout = footnotes.layout._replace(size_pt=points, line_spacing=2)
        styles = part(footnotes._replace(layout=layout), "word/styles.xml")
        style = next(one for one in styles if one.get(qn("w:styleId")) == "FootnoteText")
        assert style.find(f".//{qn('w:spacing')}").get(qn("w:line")) == "240"
        return str(style.find(f".//{qn('w:sz')}").get(qn("w:val")))

    assert [size(points) for points in (14, 12, 10, 9)] == ["20", "20", "20", "18"]


def test_notes_of_items_stand_in_the_list_and_the_number_of_the_item_stays() -> None:
    items = ListBlock(((paragraph(said("One"), noted(1)),), (paragraph(said("Two"), noted(2)),)), ordered=True)
    document = Document("", (Part("p", (items,)),), notes=(Note(1, (said("a"),)), Note(2, (said("b"),))))
    assert marks(document) == ["1", "2"]
    numbered = docx.Document(BytesIO(document_to_docx(document))).paragraphs
    assert all(one._p.pPr.numPr is not None for one in numbered)


def test_endnotes_as_text_follow_the_paper_as_paragraphs(endnotes: Document) -> None:
    with zipfile.ZipFile(BytesIO(document_to_docx(endnotes, endnotes_as_text=True))) as package:
        assert "word/endnotes.xml" not in package.namelist()
        written = parse_xml(package.read("word/document.xml"))
    assert not list(written.iter(qn("w:endnoteReference")))
    last = list(written.iter(qn("w:p")))[-len(endnotes.notes) :]
    assert [texts(one).split()[0] for one in last] == [str(note.number) for note in endnotes.notes]
    assert {style.get(qn("w:val")) for one in last for style in one.iter(qn("w:pStyle"))} == {"EndnoteText"}
