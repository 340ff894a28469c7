"""Header blocks of every kind, pages begun on purpose, and what an anonymous paper tells: as the package shows it."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from word_documents import heading, numbered, paragraph, said

from mundraft.document.layout import Layout
from mundraft.document.tree import (
    RESOURCES,
    Document,
    HeaderBlock,
    HeaderColumn,
    Link,
    Part,
    Place,
    Reference,
    ReferenceList,
    Title,
)
from mundraft.word.writer import document_to_docx
from whole_papers import whole


def word(document: Document) -> Any:
    return docx.Document(BytesIO(document_to_docx(document)))


def block(*columns: tuple[Place, tuple[str, ...]], **fields: Any) -> HeaderBlock:
    return HeaderBlock(
        tuple(HeaderColumn(tuple((said(line),) for line in lines), at) for at, lines in columns), **fields
    )


def headed(header: HeaderBlock) -> Document:
    return Document("", (Part("#head", (header,)), Part("p", (heading("The issue"), paragraph(said("Words."))))))


def alignments(paragraphs: list[Any]) -> list[str | None]:
    found = [one._p.pPr.find(qn("w:jc")) for one in paragraphs]
    return [None if one is None else one.get(qn("w:val")) for one in found]


@pytest.mark.parametrize(("at", "side"), [(Place.LEFT, None), (Place.CENTRE, "center"), (Place.RIGHT, "right")])
def test_one_column_stands_where_the_conference_puts_it(at: Place, side: str | None) -> None:
    document = word(headed(block((at, ("Country: Mexico", "Committee: DISEC")))))
    assert alignments(document.paragraphs[:2]) == [side, side]
    assert not document.tables


@pytest.mark.parametrize(("at", "side"), [(Place.LEFT, "left"), (Place.CENTRE, None), (Place.RIGHT, "right")])
def test_the_title_stands_where_the_conference_puts_it(at: Place, side: str | None) -> None:
    document = word(Document("T", (Part("#head", (Title((said("T"),), at),)),)))
    assert alignments(document.paragraphs) == [side]


def test_arabic_on_the_right_is_on_the_right_although_word_turns_sides_round() -> None:
    document = word(headed(block((Place.RIGHT, ("البلد",)))))
    assert alignments(document.paragraphs[:1]) == ["left"]
    assert document.paragraphs[0]._p.pPr.find(qn("w:bidi")) is not None


def test_columns_are_read_one_after_the_other_and_no_border_is_drawn(columns: Document) -> None:
    table = word(columns).tables[0]
    first_lines = [cell.paragraphs[0].text for cell in table.rows[0].cells]
    assert first_lines == ["Delegation from", "Represented by"]
    assert len(table.rows) == 1
    properties = table._tbl.tblPr
    assert properties.find(qn("w:tblBorders")) is None
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None  # Word's accessibility check asks for one
    width = sum(int(column.get(qn("w:w"))) for column in table._tbl.tblGrid)
    section = word(columns).sections[0]
    assert width * 635 == pytest.approx(section.page_width - section.left_margin - section.right_margin, abs=1300)


def test_two_tables_never_meet_and_none_ends_the_paper() -> None:
    twice = block((Place.LEFT, ("a",)), (Place.RIGHT, ()))
    body = word(Document("", (Part("p", (twice, twice)),))).element.body
    assert [child.tag.rpartition("}")[2] for child in body] == ["tbl", "p", "tbl", "p", "sectPr"]


@pytest.mark.parametrize("name", ["running", "running_columns"])
def test_the_running_header_is_on_every_page_and_not_in_the_text(name: str, request: pytest.FixtureRequest) -> None:
    document = word(request.getfixturevalue(name))
    header = document.sections[0].header
    words = " ".join(text.text for text in header._element.iter(qn("w:t")))
    assert ("Committee: DISEC" in words) or ("Mars College" in words)
    assert document.paragraphs[0].text == "The issue"
    assert header.paragraphs  # Word asks for one at the end
    assert not document.sections[0].different_first_page_header_footer


def test_links_of_the_running_header_are_its_own(running: Document) -> None:
    header = word(running).sections[0].header
    assert [rel.target_ref for rel in header.part.rels.values()] == ["https://example.org/mun"]


def test_a_rule_is_drawn_only_where_it_is_asked_for() -> None:
    lines = (Place.LEFT, ("Country: Mexico",))
    styles = [word(headed(block(lines, ruled=ruled))).paragraphs[0].style for ruled in (True, False)]
    assert [style.element.find(f".//{qn('w:pBdr')}") is not None for style in styles] == [True, False]


def test_a_block_can_be_spaced_otherwise_than_the_paper() -> None:
    document = headed(block((Place.LEFT, ("a", "b")), line_spacing=1.15))._replace(layout=Layout(line_spacing=2))
    assert [line.paragraph_format.line_spacing for line in word(document).paragraphs[:2]] == [1.15, 1.15]


def breaks(document: Document) -> list[str]:
    return [
        "".join(text.text for text in one.iter(qn("w:t")))
        for one in word(document).element.body.iter(qn("w:p"))
        if one.pPr is not None and one.pPr.find(qn("w:pageBreakBefore")) is not None
    ]


def test_topics_lists_and_the_disclosure_begin_pages_where_they_are_told_to(each_topic: Document) -> None:
    assert breaks(each_topic) == ["Works Cited", "Delegation from", "Statement"]


@pytest.mark.parametrize("first", [paragraph(said("a")), heading("a"), numbered("a", "b"), Title((said("a"),))])
def test_any_block_can_begin_a_page_and_an_empty_part_passes_it_on(first: Any) -> None:
    parts = (Part("a", (paragraph(said("z")),)), Part("b", (), new_page=True), Part("c", (first,)))
    assert breaks(Document("", parts)) == ["a"]


def test_the_first_page_is_not_begun_twice() -> None:
    listed = ReferenceList("Works Cited", (Reference("", "a", (said("A report."),)),), own_page=True)
    assert breaks(Document("", (Part(RESOURCES, (listed,), new_page=True),))) == []


def test_nothing_that_leads_on_to_something_stands_alone_at_the_foot_of_a_page(each_topic: Document) -> None:
    document = word(each_topic)
    leading = {"Title", "Heading 1", "Header Block Plain"}
    for one in document.element.body.iter(qn("w:p")):
        style = document.styles.element.get_by_id(one.style)
        if style.name_val in leading or style.name_val == "heading 1":
            assert style.pPr.find(qn("w:keepNext")) is not None
    assert document.styles["Heading 1"].paragraph_format.keep_with_next


def test_entries_hang_by_half_an_inch_and_carry_only_the_label_that_they_are_given() -> None:
    entries = (Reference("", "a", (said("UNODC."),)), Reference("[2]", "b", (said("UNICEF."),)))
    listed = word(whole("", (), (), entries)).paragraphs[1:]
    assert [one.text for one in listed] == ["UNODC.", "[2]\tUNICEF."]
    style = listed[0].style.paragraph_format
    assert style.left_indent.cm == pytest.approx(1.27, abs=0.01)
    assert style.first_line_indent.cm == pytest.approx(-1.27, abs=0.01)


@pytest.mark.parametrize("justified", [True, False])
def test_text_is_justified_only_where_the_layout_says_so(justified: bool) -> None:
    document = word(
        whole("", (), (Part("p", (heading("h"), paragraph(said("x")))),), layout=Layout(justified=justified))
    )
    styles = [document.styles[name].element.find(f".//{qn('w:jc')}") for name in ("Body Text", "Heading 1")]
    assert [style is not None for style in styles] == [justified, False]


def test_an_anonymous_paper_names_nobody_anywhere_in_the_package(running: Document) -> None:
    with zipfile.ZipFile(BytesIO(document_to_docx(running))) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    assert not any("app.xml" in name or "custom" in name or "people" in name for name in parts)
    whole_package = "".join(parts.values())
    assert not re.search(r"creator|lastModifiedBy|Company|Manager|w:author|w:rsid", whole_package)
    named = docx.Document(BytesIO(document_to_docx(running._replace(authors=("Ana Pérez",)))))
    assert named.core_properties.author == "Ana Pérez"


def test_links_in_a_header_block_say_where_they_lead() -> None:
    header = HeaderBlock((HeaderColumn(((said("See "), Link("the guide", "https://example.org/guide")),)),))
    assert [link.text for link in word(headed(header)).paragraphs[0].hyperlinks] == ["the guide"]
