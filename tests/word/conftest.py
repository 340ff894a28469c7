"""Documents that a paper could become: one with everything, one with next to nothing, one in every script."""

from __future__ import annotations

import pytest
from word_documents import SENTENCE, heading, noted, numbered, paragraph, said

from mundraft.document.layout import Layout, PageSize
from mundraft.document.tree import (
    HEAD,
    RESOURCES,
    Block,
    CitationMark,
    Cited,
    Document,
    HeaderBlock,
    HeaderColumn,
    Link,
    ListBlock,
    Note,
    Origin,
    ParagraphRole,
    Part,
    Place,
    Reference,
    ReferenceList,
    Run,
    Title,
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


@pytest.fixture
def footnotes() -> Document:
    """Notes wherever one can stand: in paragraphs, headings and items, beside one another, with links, in Arabic."""
    blocks: tuple[Block, ...] = (
        heading("The issue"),
        paragraph(
            said("Children are sold."), noted(1), said(" The law forbids it,"), noted(2), noted(3), said(" all.")
        ),
        ListBlock(((paragraph(said("An item."), noted(4)), paragraph(said("More of it."))),), ordered=True),
        heading("Past action", 2)._replace(inlines=(said("Past action"), noted(5))),
        paragraph(said("حقوق الطفل"), noted(6), said(" في العالم.")),
        *(paragraph(said(SENTENCE * 6)) for _ in range(7)),
        paragraph(said(SENTENCE * 2), noted(7), said(SENTENCE * 3)),
    )
    report = Link("A report", "https://example.org/report?a=1&b=2", italic=True)
    notes = (
        Note(1, (said("UNODC, "), report, said(", 12."))),
        Note(2, (said("Convention on the Rights of the Child, art. 35; "), report)),
        Note(3, (Run("[source missing]", Origin.GAP),)),
        Note(4, (said("Ibid."),)),
        Note(5, (Link("Another", "https://example.org/other"),)),
        Note(6, (said("الأمم المتحدة، تقرير 2023."),)),
        Note(7, (said(SENTENCE * 4), Link("https://example.org/long", "https://example.org/long"))),
    )
    return whole("Notes", (), (Part("p", blocks),), notes=notes, layout=Layout(justified=True))


@pytest.fixture
def endnotes(footnotes: Document) -> Document:
    references = (
        Reference("", "a", (said("UNODC. "), Link("A report", "https://example.org/report"), said(". 2023."))),
    )
    listed = Part(RESOURCES, (ReferenceList("Works Cited", references, own_page=True),))
    return footnotes._replace(notes_at_end=True, parts=(*footnotes.parts, listed))


def two_columns() -> HeaderBlock:
    left = (
        (Run("Delegation from", Origin.TEMPLATE, italic=True),),
        (said("The Plurinational State of Bolivia, whose formal name is so long that it fills more than one line"),),
    )
    right = ((Run("Represented by", Origin.TEMPLATE, italic=True),), (said("Mars College"),), (said("Ana Pérez"),))
    return HeaderBlock((HeaderColumn(left), HeaderColumn(right, Place.RIGHT)), line_spacing=1.15)


@pytest.fixture
def columns() -> Document:
    parts = (
        Part(HEAD, (two_columns(), Title((said("Position Paper of Bolivia"),), Place.LEFT))),
        Part("p", (heading("The issue"), paragraph(said(SENTENCE * 5)))),
    )
    return Document("Position Paper of Bolivia", parts, layout=Layout(line_spacing=2, page=PageSize.LETTER))


@pytest.fixture
def running(columns: Document) -> Document:
    link = (said("Conference: "), Link("Example MUN", "https://example.org/mun"))
    block = HeaderBlock((HeaderColumn(((said("Committee: DISEC"),), link), Place.RIGHT),))
    body = Part("p", (*columns.parts[1].blocks, *(paragraph(said(SENTENCE * 6)) for _ in range(6))))
    return columns._replace(parts=(body,), running=block, layout=Layout(page_numbers=False))


@pytest.fixture
def running_columns(running: Document) -> Document:
    return running._replace(running=two_columns())


@pytest.fixture
def each_topic() -> Document:
    parts: list[Part] = []
    for topic in ("t1", "t2", "t3"):
        lines = tuple(header_line(label, said(value)) for label, value in (("Country", "Mexico"), ("Topic", topic)))
        block = two_columns() if topic == "t3" else HeaderBlock((HeaderColumn(lines, Place.CENTRE),))
        references = (Reference("•", topic, (Link("A link", f"https://example.org/{topic}"),)),)
        body = (heading("The issue"), paragraph(said(SENTENCE * 6)), numbered("One.", "Two."))
        parts += (
            Part(HEAD, (block, Title((said(f"Topic {topic}"),), Place.RIGHT)), topic, new_page=topic != "t2"),
            Part("p", body, topic),
            Part(RESOURCES, (ReferenceList("Works Cited", references, own_page=topic == "t2"),), topic),
        )
    disclosure = Part("#disclosure", (heading("Statement"), paragraph(said("No model was used."))), new_page=True)
    return Document("Three topics", (*parts, disclosure), authors=("Ana Pérez",))


@pytest.fixture
def no_header() -> Document:
    return whole("", (), (Part("p", (paragraph(said(SENTENCE * 3)),)),), layout=Layout(page_numbers=False))
