"""A Word file in the looks of a reference: what was taken of it is seen, and the file is as sound as any other."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from reference_files import PAGE, drawing, jpeg, png, reference, style
from test_word_validators import microsoft_validator

from mundraft.document.layout import Layout, PageSize
from mundraft.document.looks import Looks
from mundraft.document.measure import pages
from mundraft.document.tree import Document
from mundraft.word.looks import read_looks
from mundraft.word.writer import document_to_docx

_STYLES = (
    style("Normal", '<w:rFonts w:ascii="Arial"/><w:sz w:val="22"/>')
    + style(
        "Title", '<w:rFonts w:ascii="Georgia"/><w:color w:val="7B1E1E"/><w:sz w:val="48"/>', '<w:jc w:val="right"/>'
    )
    + style("heading 1", '<w:b/><w:caps/><w:color w:val="1F3864"/><w:sz w:val="32"/>', base="Normal")
    + style("Quote", "<w:i/>", '<w:spacing w:before="120" w:after="120"/>', base="Normal")
    + style("footnote text", '<w:sz w:val="18"/>', base="Normal")
    + '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="7B1E1E"/>'
    "</w:rPr></w:style>"
)


def school(**made: str | bytes) -> Looks:
    made = {"header": drawing(), "picture": png(120, 60), **made}
    return read_looks(reference(styles=_STYLES, **made), "reference.docx").looks


def in_looks(document: Document, looks: Looks, **layout: Any) -> Document:
    text = looks.of("BodyText")
    assert text.font
    assert text.size_pt
    dressed = document.layout._replace(font=text.font, size_pt=text.size_pt, looks=looks, **layout)
    return document._replace(layout=dressed)


def parts_in(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def style_in(data: bytes, style_id: str) -> str:
    styles = parts_in(data)["word/styles.xml"]
    return styles.split(f'w:styleId="{style_id}"')[1].split("</w:style>")[0]


@pytest.fixture
def dressed(deep: Document) -> bytes:
    return document_to_docx(in_looks(deep, school()))


def test_each_style_has_the_font_the_size_and_the_colour_of_the_reference(dressed: bytes) -> None:
    title, heading, text = (style_in(dressed, name) for name in ("Title", "Heading1", "BodyText"))
    assert 'w:ascii="Georgia"' in title
    assert '<w:color w:val="7B1E1E"/><w:sz w:val="48"/>' in title
    assert '<w:jc w:val="right"/>' in title
    assert "<w:b/>" not in title, "a style that the reference does not set bold is not bold"
    assert '<w:b/><w:bCs/><w:caps/><w:color w:val="1F3864"/>' in heading
    assert "<w:color" not in text
    assert 'w:ascii="Arial"' in parts_in(dressed)["word/styles.xml"].split("</w:docDefaults>")[0]
    assert '<w:color w:val="7B1E1E"/><w:u' in style_in(dressed, "Hyperlink")
    assert 'w:name="Georgia"' in parts_in(dressed)["word/fontTable.xml"]


def test_the_picture_stands_in_the_header_of_every_page_with_its_words(dressed: bytes) -> None:
    parts = parts_in(dressed)
    assert 'descr="The crest of the school"' in parts["word/header1.xml"]
    assert '<w:jc w:val="center"/>' in parts["word/header1.xml"]
    assert '<w:headerReference w:type="default"' in parts["word/document.xml"]
    assert "word/media/image1.png" in parts


def test_a_picture_of_the_first_page_leaves_the_others_their_header_and_all_their_number(running: Document) -> None:
    looks = school()
    assert looks.picture
    first = looks._replace(picture=looks.picture._replace(every_page=False))
    parts = parts_in(document_to_docx(in_looks(running, first, page_numbers=True)))
    assert "<w:titlePg/>" in parts["word/document.xml"]
    assert "drawing" not in parts["word/header1.xml"]
    assert "drawing" in parts["word/header2.xml"]
    assert "DISEC" in parts["word/header1.xml"]
    assert "DISEC" in parts["word/header2.xml"]
    assert " PAGE " in parts["word/footer1.xml"]
    assert " PAGE " in parts["word/footer2.xml"]


def test_a_picture_wider_than_the_text_is_made_smaller(deep: Document) -> None:
    looks = school(header=drawing(size=20_000_000), page=PAGE)
    written = parts_in(document_to_docx(in_looks(deep, looks)))["word/header1.xml"]
    wide, high = (int(written.split(f'{side}="')[1].split('"')[0]) for side in ("cx", "cy"))
    assert wide == high <= 110 * 12_700


def test_the_same_looks_give_the_same_bytes(deep: Document) -> None:
    assert document_to_docx(in_looks(deep, school())) == document_to_docx(in_looks(deep, school()))


def test_the_estimate_of_pages_sees_the_looks(deep: Document) -> None:
    looks = school()
    plain = pages(deep)
    small = pages(in_looks(deep, looks._replace(picture=None)))
    with_picture = pages(in_looks(deep, looks))
    assert small.about != plain.about
    assert with_picture.about > small.about
    assert looks.picture
    first = looks._replace(picture=looks.picture._replace(every_page=False))
    assert small.about < pages(in_looks(deep, first)).about <= with_picture.about


def test_a_font_of_unknown_widths_makes_the_estimate_borderline(deep: Document) -> None:
    assert pages(deep._replace(layout=Layout(font="Papyrus"))).borderline


@pytest.mark.parametrize("every_page", [True, False])
def test_both_validators_find_nothing(every_page: bool, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    looks = school(picture=png(120, 60) if every_page else jpeg())
    assert looks.picture
    looks = looks._replace(picture=looks.picture._replace(every_page=every_page, cut=(1000, 0, 0, 0)))
    whole = request.getfixturevalue("footnotes" if every_page else "running_columns")
    document = in_looks(whole, looks, page=PageSize.LETTER, page_numbers=True)
    path = tmp_path / "paper.docx"
    path.write_bytes(document_to_docx(document))
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit (PyPI) is not installed")
    assert [str(error) for error in audit.OpenXmlValidator().validate(str(path)).errors] == []
    if validator := microsoft_validator():
        done = subprocess.run([validator, str(path)], capture_output=True, text=True, check=False)
        assert json.loads(done.stdout)["errors"] == []
