"""What a chair finds in the Word file: looked for in its parts, as Word and a screen reader would."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from word_documents import heading, numbered, paragraph, said

from mundraft.document.layout import Layout, PageSize
from mundraft.document.tree import CitationMark, Cited, Document, Link, ListBlock, Origin, Part, Run
from mundraft.word.reader import paragraph_texts
from mundraft.word.writer import document_to_docx
from whole_papers import header_line, whole


def word(document: Document) -> Any:
    return docx.Document(BytesIO(document_to_docx(document)))


def of_blocks(*blocks: Any, **fields: Any) -> Document:
    return whole("", (), (Part("p", blocks),), **fields)


def test_paragraphs_stand_in_order_under_the_styles_of_word(deep: Document) -> None:
    styles = [paragraph.style.name for paragraph in word(deep).paragraphs]
    assert styles[:4] == ["Title", "Header Block", "Header Block", "Heading 1"]
    assert styles[-3:] == ["Heading 1", "Bibliography", "Bibliography"]
    assert {"Heading 2", "Body Text", "Quote", "List Number", "List Bullet", "List Continue"} <= set(styles)


def test_title_authors_and_language_are_properties_and_no_date_is(deep: Document) -> None:
    properties = word(deep._replace(language="es-MX")).core_properties
    assert properties.title == "Ending the trafficking of children"
    assert properties.author == "Ana Pérez; Li Wei"
    assert properties.language == "es-MX"
    assert properties.created is None
    assert properties.modified is None


def test_a_title_longer_than_a_property_can_be_is_whole_on_the_page() -> None:
    title = "Ending " * 60
    written = document_to_docx(whole(title, (), ()))
    assert paragraph_texts(written) == [title]
    assert len(docx.Document(BytesIO(written)).core_properties.title) == 255


def test_each_numbered_list_counts_from_one() -> None:
    document = word(of_blocks(numbered("a", "b"), paragraph(said("between")), numbered("c")))
    numbers = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p._p.pPr.numPr is not None]
    assert len(numbers) == 3
    assert numbers[0] == numbers[1] != numbers[2]
    numbering = document.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
    ).element
    starts = {
        num.numId: num.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}").get(qn("w:val"))
        for num in numbering.num_lst
        if num.numId in numbers
    }
    assert starts == {numbers[0]: "1", numbers[2]: "1"}


def test_links_lead_to_the_web_and_nowhere_else() -> None:
    links = [
        Link("good", "https://example.org/a b?q=“x”&y=[1]"),
        Link("same", "https://example.org/a b?q=“x”&y=[1]"),
        Link("script", "javascript:alert(1)"),
        Link("file", "file:///etc/passwd"),
        Link("broken", "http://[half"),
    ]
    document = word(of_blocks(paragraph(*links)))
    assert document.paragraphs[0].text == "goodsamescriptfilebroken"
    assert [link.text for link in document.paragraphs[0].hyperlinks] == ["good", "same"]
    targets = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    assert targets == ["https://example.org/a%20b?q=%E2%80%9Cx%E2%80%9D&y=%5B1%5D"]


def test_a_missing_answer_and_a_missing_source_are_highlighted() -> None:
    mark = CitationMark((Cited("known", "", 1), Cited("lost")), (Run("[1; source missing]", Origin.GAP),))
    known = CitationMark((Cited("known", "", 1),), (Run("[1]", Origin.LIBRARY),))
    gap = Run("[Missing: the fact]", Origin.GAP)
    runs = word(of_blocks(paragraph(said("Words. "), gap, known, mark, said(".")))).paragraphs[0].runs
    assert [run.text for run in runs if run.font.highlight_color is not None] == [gap.text, mark.label[0].text]


def test_bold_and_italic_stand_where_they_were_meant() -> None:
    runs = word(of_blocks(paragraph(said("a", bold=True), said("b", italic=True), said("c")))).paragraphs[0].runs
    assert [(run.text, bool(run.bold), bool(run.italic)) for run in runs] == [
        ("a", True, False),
        ("b", False, True),
        ("c", False, False),
    ]


def test_neighbours_that_look_alike_are_one_run_whoever_wrote_them() -> None:
    mark = CitationMark((Cited("a", "", 1),), (Run("[1]", Origin.LIBRARY),))
    inlines = (said("Mine, "), Run("the template's ", Origin.TEMPLATE), mark, said(" end", italic=True))
    runs = word(of_blocks(paragraph(*inlines))).paragraphs[0].runs
    assert [run.text for run in runs] == ["Mine, the template's [1]", " end"]


def test_header_lines_are_a_bold_label_and_a_value() -> None:
    line = word(whole("", (header_line("Committee", said("DISEC")),), ())).paragraphs[0]
    assert line.text == "Committee: DISEC"
    assert [bool(run.bold) for run in line.runs] == [True, False]


def test_an_arabic_paragraph_runs_from_the_right_and_its_english_words_from_the_left(scripts: Document) -> None:
    arabic = next(p for p in word(scripts).paragraphs if p.text.endswith("in English."))
    assert arabic._p.pPr.find(qn("w:bidi")) is not None
    directions = {run.text.strip(): run._r.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None for run in arabic.runs}
    assert directions["in English"] is False
    assert sum(directions.values()) == 2


def test_hebrew_inside_an_english_paragraph_leaves_the_paragraph_alone() -> None:
    mixed = word(of_blocks(paragraph(said("The word שלום, twice: שלום. End")))).paragraphs[0]
    assert mixed._p.pPr.find(qn("w:bidi")) is None
    assert [run.text for run in mixed.runs if run._r.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None] == [
        "שלום",
        "שלום",
    ]


@pytest.mark.parametrize(("page", "width"), [(PageSize.A4, 210.0), (PageSize.LETTER, 215.9)])
def test_the_page_is_the_one_that_the_layout_names(page: PageSize, width: float) -> None:
    section = word(of_blocks(layout=Layout(page=page, margin_cm=2))).sections[0]
    assert section.page_width.mm == pytest.approx(width, abs=0.1)
    assert section.left_margin.cm == pytest.approx(2, abs=0.01)


def test_font_size_and_spacing_are_those_of_the_layout() -> None:
    document = word(of_blocks(paragraph(said("x")), layout=Layout(font="Garamond", size_pt=11, line_spacing=1.5)))
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert defaults.find(f".//{qn('w:rFonts')}").get(qn("w:ascii")) == "Garamond"
    assert defaults.find(f".//{qn('w:sz')}").get(qn("w:val")) == "22"
    assert defaults.find(f".//{qn('w:spacing')}").get(qn("w:line")) == "360"


@pytest.mark.parametrize("shown", [True, False])
def test_pages_are_numbered_only_where_the_layout_says_so(shown: bool) -> None:
    footer = word(of_blocks(layout=Layout(page_numbers=shown))).sections[0].footer
    assert footer.is_linked_to_previous is not shown
    assert ("PAGE" in footer._element.xml) is shown


def test_headings_never_skip_a_level() -> None:
    document = word(of_blocks(heading("a", 3), heading("b", 1), heading("c", 3)))
    assert [p.style.name for p in document.paragraphs] == ["Heading 1", "Heading 1", "Heading 2"]


def test_an_item_without_words_takes_no_number() -> None:
    assert word(of_blocks(ListBlock(((), (paragraph(said("a")),)), ordered=True))).paragraphs[0].text == "a"


def test_nothing_in_the_package_tells_of_a_machine_or_a_date(deep: Document) -> None:
    with zipfile.ZipFile(BytesIO(document_to_docx(deep))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        whole = b"".join(archive.read(name) for name in archive.namelist())
        assert not any("thumbnail" in name for name in archive.namelist())
    assert b"python-docx" not in whole
    assert str(datetime.now().year).encode() not in whole.replace(b"2006", b"")


def test_the_same_paper_gives_the_same_bytes_in_another_process() -> None:
    script = (
        "import hashlib\n"
        "from mundraft.document.tree import *\n"
        "from mundraft.word.writer import document_to_docx\n"
        "inlines = (Link('a', 'https://a.org'), Run('x', Origin.DELEGATE), Link('b', 'https://b.org'))\n"
        "document = Document('T', (Part('p', (Paragraph(inlines),)),))\n"
        "print(hashlib.sha256(document_to_docx(document)).hexdigest())\n"
    )
    hashes = {
        subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(hashes) == 1
