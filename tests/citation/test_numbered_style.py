"""What a reader sees of a source: in the text, and in the resources list."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.citation.style import Work
from mundraft.citation.styles.numbered import STYLE, entry
from mundraft.document.tree import Cited, Link, Origin, Run, inline_text
from mundraft.paper.model import Name, Source


@pytest.mark.parametrize(
    ("cites", "shown"),
    [
        ((), ""),
        ((Cited("a", "", 1),), "[1]"),
        ((Cited("a", "art. 35", 1), Cited("b", "", 2)), "[1, art. 35; 2]"),
        ((Cited("a", "", 1), Cited("a", "", 1)), "[1]"),
        ((Cited("lost"),), "[source missing]"),
        ((Cited("a", "", 1), Cited("lost", "p. 3")), "[1; source missing, p. 3]"),
        ((Cited("a", "pp. 4-6", 1), Cited("b", "para. 4(a) - (c)", 2)), "[1, pp. 4–6; 2, para. 4(a)–(c)]"),
        ((Cited("a", "4-6", 1), Cited("b", "pp. iv-x", 2)), "[1, 4–6; 2, pp. iv–x]"),
        ((Cited("a", "art. 6-bis", 1), Cited("b", "A/RES/70-1", 2)), "[1, art. 6-bis; 2, A/RES/70-1]"),
    ],
)
def test_a_mark_names_each_source_once_with_its_locator(cites: tuple[Cited, ...], shown: str) -> None:
    held = STYLE.bibliography([Work(Source(id="a")), Work(Source(id="b"))])
    assert inline_text(held.mark(cites)) == shown


UNODC = Name(literal="UNODC")
ENTRIES = [
    (
        Source(id="s", type="treaty", title="Convention on the Rights of the Child", publisher="United Nations",
               issued="1989-11-20", url="https://treaties.un.org/x", accessed="2025-03-03"),
        "United Nations. Convention on the Rights of the Child. 1989. Accessed 3 March 2025.",
    ),
    (
        Source(id="s", type="report", title="Concluding observations: Mexico", number="CRC/C/MEX/CO/3", issued="2006",
               publisher="UN Committee on the Rights of the Child"),
        "UN Committee on the Rights of the Child. Concluding observations: Mexico. 2006. CRC/C/MEX/CO/3.",
    ),
    (
        Source(id="s", title="Global Plan of Action, A/RES/64/293", number="A/RES/64/293"),
        "Global Plan of Action, A/RES/64/293.",
    ),
    (
        Source(id="s", type="book", title="What now?", author=(Name(family="Pérez", given="Ana"), UNODC),
               publisher="A press", issued="2020"),
        "Pérez, Ana; UNODC. What now? A press, 2020.",
    ),
    (
        Source(id="s", type="article-journal", title="Why children vanish", author=(UNODC, UNODC, UNODC),
               container_title="Journal of X", volume="3", number="2", page="10-20", issued="2020-05"),
        "UNODC, UNODC and UNODC. “Why children vanish”. Journal of X, vol. 3, no. 2, pp. 10–20. 2020.",
    ),
    (
        Source(id="s", title="Nets", author=tuple(Name(family=name, given="Ana") for name in ("Roe", "Doe", "Poe"))),
        "Roe, Ana; Doe, Ana; Poe, Ana. Nets.",
    ),
    (
        Source(id="s", title="Wells", author=(UNODC, Name(literal="Water and Health Fund"))),
        "UNODC; Water and Health Fund. Wells.",
    ),
    (Source(id="s", title="Ports", author=(UNODC, Name(literal="World Bank"))), "UNODC and World Bank. Ports."),
    (Source(id="s", title="标题", author=(Name(literal="联合国"),), page="7"), "联合国. 标题. p. 7."),
    (Source(id="s", url="https://www.unicef.org/a"), "Page at unicef.org."),
    (Source(id="s", url="www.unicef.org/a", accessed="2025-13-40"), "Page at unicef.org. Accessed 2025-13-40."),
    (Source(id="s", url="my grandmother"), "my grandmother."),
    (Source(id="s"), "[title missing]."),
    (Source(id="s", title="J. Smith et al.", publisher="A Ministry (Dept.)"), "A Ministry (Dept.). J. Smith et al."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "shown"), ENTRIES, ids=[shown[:24] for _, shown in ENTRIES])
def test_an_entry_says_what_is_known_and_nothing_else(source: Source, shown: str) -> None:
    assert inline_text(entry(source)) == shown


def links(source: Source) -> list[tuple[str, str]]:
    return [(item.text, item.url) for item in entry(source) if isinstance(item, Link)]


def test_the_title_is_the_link_and_no_address_stands_in_the_open() -> None:
    source = Source(id="s", title="A report", url="https://example.org/a")
    assert links(source) == [("A report", "https://example.org/a")]
    assert "http" not in inline_text(entry(source))


@pytest.mark.parametrize("doi", ["10.1000/1", "doi:10.1000/1", "https://doi.org/10.1000/1", "doi.org/10.1000/1"])
def test_a_doi_is_a_link_where_there_is_no_address(doi: str) -> None:
    assert links(Source(id="s", title="A paper", doi=doi)) == [("A paper", "https://doi.org/10.1000/1")]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.org", ""])
def test_only_web_addresses_are_live(url: str) -> None:
    source = Source(id="s", title="A report", url=url)
    assert links(source) == []
    assert inline_text(entry(source)) == "A report."


@pytest.mark.parametrize(
    ("kind", "container", "italic"),
    [
        ("report", "", True),
        ("treaty", "", True),
        ("webpage", "", True),
        ("legislation", "A gazette", True),
        ("webpage", "A site", False),
        ("article-newspaper", "A paper", False),
        ("chapter", "", False),
    ],
)
def test_whole_works_are_italic_and_their_parts_are_quoted(kind: str, container: str, italic: bool) -> None:
    written = entry(Source(id="s", type=kind, title="Title", container_title=container))
    title = next(item for item in written if isinstance(item, Run) and item.text == "Title")
    assert title.italic is italic
    assert ("“Title”" in inline_text(written)) is not italic


def test_words_are_the_delegates_and_the_program_adds_only_points_and_labels() -> None:
    source = Source(id="s", title="A report", publisher="UNODC", issued="2020", accessed="2025-03-03")
    added = [item.text for item in entry(source) if isinstance(item, Run) and item.origin is Origin.LIBRARY]
    assert added == [". ", ". ", ". ", "Accessed ", "."]
    assert {item.origin for item in entry(source, Origin.LIBRARY) if isinstance(item, Run)} == {Origin.LIBRARY}


@settings(max_examples=80)
@given(*[st.text(max_size=20)] * 4)
def test_any_source_gives_an_entry_of_one_line_that_ends(title: str, author: str, url: str, issued: str) -> None:
    shown = inline_text(entry(Source(id="s", title=title, publisher=author, url=url, issued=issued)))
    assert "\n" not in shown
    assert shown.rstrip("”\"’'»)")[-1] in ".?!…。？！"
    assert not shown.endswith("..") or ".." in title + author + url + issued
