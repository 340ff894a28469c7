"""The plain list of links, rule by rule, as the paper that the project began with has its RESOURCES.

That paper's list is five addresses: one a line, in full, with nothing before or behind them, in the order in which its
author came to them, and the text names none. What goes beyond it is that a title, and who said it, stand before the
address, since an address that has moved tells nothing.
"""

from __future__ import annotations

import pytest

from mundraft.citation.style import Earlier, Mechanism, Work
from mundraft.citation.styles.plain_links import STYLE
from mundraft.document.tree import Cited, Link, Run, inline_text
from mundraft.paper.model import Name, Source

#: The five, as they stand there.
ADDRESSES = (
    "https://www.state.gov/reports/2022-trafficking-in-persons-report/mexico/",
    "https://www.unicef.org/child-rights-convention",
    "https://www.unicef.org.uk/rights-respecting-schools/wp-content/uploads/sites/4/2017/01/Summary-of-the-UNCRC.pdf",
    "https://treaties.un.org/pages/ViewDetails.aspx?src=IND&mtdsg_no=IV-11&chapter=4&clang=_en",
    "https://www.unodc.org/unodc/en/human-Trafficking/Human-Trafficking.html",
)
UNICEF = (Name(literal="UNICEF"),)


def lines(*sources: Source) -> list[str]:
    return [
        entry.label + inline_text(entry.inlines) for entry in STYLE.bibliography([Work(one) for one in sources]).entries
    ]


def line(**fields: object) -> str:
    (only,) = lines(Source(id="s", **fields))
    return only


def test_addresses_alone_make_the_list_of_that_paper() -> None:
    assert lines(*(Source(id=str(place), url=url) for place, url in enumerate(ADDRESSES))) == list(ADDRESSES)


def test_the_text_names_no_source_unless_it_is_asked_to() -> None:
    assert STYLE.mechanisms[0] is Mechanism.NONE
    held = STYLE.bibliography([Work(Source(id="s", title="Child trafficking", url=ADDRESSES[0]))])
    assert inline_text(held.mark((Cited("s", "p. 3"),))) == "(Child trafficking, p. 3)"


def test_lines_keep_the_order_in_which_the_paper_cites() -> None:
    assert lines(Source(id="b", title="Water"), Source(id="a", title="Aid")) == ["Water", "Aid"]


def test_an_address_ends_its_line_and_leads_where_it_says() -> None:
    (entry,) = STYLE.bibliography([Work(Source(id="s", title="Child trafficking", url=ADDRESSES[3]))]).entries
    last = entry.inlines[-1]
    assert isinstance(last, Link)
    assert (last.text, last.url) == (ADDRESSES[3], ADDRESSES[3])


def test_a_title_stands_before_its_address_as_it_was_typed() -> None:
    assert line(title="child trafficking in Mexico", url=ADDRESSES[0]) == f"child trafficking in Mexico: {ADDRESSES[0]}"
    (entry,) = STYLE.bibliography([Work(Source(id="s", type="book", title="Water"))]).entries
    assert not any(isinstance(inline, Run) and inline.italic for inline in entry.inlines)


def test_a_title_without_an_address_is_a_line_without_a_stop() -> None:
    assert line(title="Child trafficking") == "Child trafficking"


@pytest.mark.parametrize(
    ("fields", "who"),
    [
        ({"author": UNICEF, "publisher": "Zed Books"}, "UNICEF, "),
        ({"publisher": "UNICEF"}, "UNICEF, "),
        ({"publisher": "Water"}, ""),
        ({"author": (Name(family="Cruz", given="Ana"), Name(family="Sato", given="Mei"))}, "Ana Cruz and Mei Sato, "),
        ({"author": tuple(Name(family=name, given="A.") for name in "WXYZ")}, "A. W and others, "),
        ({"editor": (Name(family="Cruz", given="Ana"),)}, "Ana Cruz, "),
    ],
    ids=["author", "publisher", "publisher that the title names", "two authors", "many authors", "editor"],
)
def test_who_said_it_stands_first(fields: dict[str, object], who: str) -> None:
    assert line(title="Water for all", **fields) == f"{who}Water for all"


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"title": "Water", "number": "A/RES/64/292", "issued": "2010"}, "Water, A/RES/64/292 (2010)"),
        (
            {"title": "Women and peace", "number": "S/RES/1325 (2000)", "issued": "2000"},
            "Women and peace, S/RES/1325 (2000)",
        ),
        ({"number": "S/RES/1325 (2000)", "issued": "2000-10-31"}, "S/RES/1325 (2000)"),
        ({"title": "Resolution A/RES/64/292", "number": "A/RES/64/292"}, "Resolution A/RES/64/292"),
        ({"title": "Refugees Act", "number": "11", "issued": "2021"}, "Refugees Act (2021)"),
    ],
    ids=["beside the title", "with its year", "for a title", "in the title", "a number that is no symbol"],
)
def test_a_symbol_stands_once_and_a_year_once(fields: dict[str, object], shown: str) -> None:
    assert line(**fields) == shown


def test_an_address_that_may_not_be_live_is_printed_and_not_followed() -> None:
    (entry,) = STYLE.bibliography([Work(Source(id="s", title="Page", url="javascript:alert(1)"))]).entries
    assert inline_text(entry.inlines) == "Page: javascript:alert(1)"
    assert not any(isinstance(inline, Link) for inline in entry.inlines)


def test_a_source_that_says_nothing_leaves_a_gap_to_see() -> None:
    assert line() == "[title missing]"


def test_a_note_has_the_line_first_and_the_title_later() -> None:
    held = STYLE.bibliography([Work(Source(id="s", title="Child trafficking", author=UNICEF, url=ADDRESSES[1]))])
    first = held.note((Cited("s"),), Earlier())
    later = held.note((Cited("s", "p. 3"),), Earlier({"s": 1}))
    assert [inline_text(one) for one in (first, later)] == [
        f"UNICEF, Child trafficking: {ADDRESSES[1]}.",
        "Child trafficking, p. 3.",
    ]
