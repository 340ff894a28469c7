"""Documents that a paper could become: one with everything, one with next to nothing, one in every script."""

from __future__ import annotations

import pytest
from word_documents import SENTENCE, heading, numbered, paragraph, said

from mundraft.document.layout import Layout, PageSize
from mundraft.document.tree import (
    CitationMark,
    Cited,
    Document,
    Link,
    ListBlock,
    Origin,
    ParagraphRole,
    Part,
    Reference,
    Run,
)
from whole_papers import header_line, whole


@pytest.fixture
def deep() -> Document:
    cited = CitationMark((Cited("crc", "art. 35", 1), Cited("tip", "", 2)), (Run("[1, art. 35; 2]", Origin.LIBRARY),))
    unknown = CitationMark((Cited("lost"),), (Run("[source missing]", Origin.GAP),))
    solutions = ListBlock(
        tuple(
            (paragraph(said("Pay for protection. ", bold=True), said(SENTENCE * 3), cited), paragraph(said(SENTENCE)))
            for _ in range(6)
        ),
        ordered=True,
    )
    bullets = ListBlock(tuple((paragraph(said(SENTENCE)),) for _ in range(3)))
    parts = (
        Part("issue", (heading("The issue"), *(paragraph(said(SENTENCE * 5), cited) for _ in range(3)))),
        Part(
            "action",
            (
                heading("Past action"),
                heading("At the United Nations", 2),
                paragraph(said(SENTENCE * 4, italic=True), unknown),
                paragraph(Run("No child shall be sold.", Origin.QUOTED), role=ParagraphRole.QUOTATION),
                paragraph(Run("[Missing: what is left to do]", Origin.GAP)),
            ),
        ),
        Part("solutions", (heading("Solutions"), solutions, bullets, numbered("Once more.", "And again."))),
    )
    references = (
        Reference("[1]", "crc", (said("United Nations. "), Link("Convention", "https://treaties.un.org/a?b=1&c=2"))),
        Reference("[2]", "tip", (Link("A report (2023)", "http://www.state.gov/r(1)", italic=True), said(" & more."))),
    )
    header = (
        header_line("Committee", said("General Assembly Third Committee")),
        header_line("Country", said("Mexico")),
    )
    return whole(
        "Ending the trafficking of children",
        header,
        parts,
        references,
        authors=("Ana Pérez", "Li Wei"),
        layout=Layout(),
    )


@pytest.fixture
def tiny() -> Document:
    return whole("", (), (), layout=Layout(page_numbers=False, page=PageSize.LETTER, font="", margin_cm=99))


@pytest.fixture
def scripts() -> Document:
    lines = (
        "هذا نص عربي (1989) عن حقوق الطفل in English.",
        "ילדים וזכויותיהם: 54 סעיפים",
        "儿童权利公约。日本語も。",
        "아동의 권리에 관한 협약",
        "Ελληνικά, русский, ไทย, हिन्दी, አማርኛ",
        'A family 👨‍👩‍👧 and a flag 🇲🇽, e\u0301 composed; <w:p> & "quotes"',
        "tab\there\nand a new line",
    )
    parts = (
        Part("p", (heading("Überschrift 😀"), *(paragraph(said(line)) for line in lines), numbered("أولا", "二"))),
    )
    layout = Layout(font="A font with a name far longer than Word can hold & <more>", line_spacing=2, size_pt=11.25)
    return whole("العنوان", (header_line("国", said("中国")),), parts, language="ar", authors=("",), layout=layout)
