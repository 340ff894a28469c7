"""Works that share an author, a title or a year, and works without a title: what their marks and short notes say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mundraft.citation.style import Earlier, Work
from mundraft.citation.styles import style
from mundraft.document.tree import Cited, inline_text
from mundraft.paper.model import Name, Source

COUNCIL = (Name(literal="UN Security Council"),)


def source(id_: str, **fields: Any) -> Source:
    return Source(id=id_, **fields)


def mark(name: str, sources: Sequence[Source], *cites: Cited) -> str:
    return inline_text(style(name).bibliography([Work(one) for one in sources]).mark(cites))


def later_note(sources: Sequence[Source], *cites: Cited) -> str:
    listed = style("chicago-notes").bibliography([Work(one) for one in sources])
    return inline_text(listed.note(cites, Earlier({one.id: 1 for one in sources}, None)))


def entries(name: str, *sources: Source) -> dict[str, str]:
    listed = style(name).bibliography([Work(one) for one in sources]).entries
    return {entry.source: inline_text(entry.inlines) for entry in listed}


def test_two_lists_of_authors_that_read_alike_are_two_authors() -> None:
    first = (Name(family="Smith"), Name(family="Cruz"), Name(family="Sato"))
    other = (Name(family="Smith"), Name(family="Mbeki"), Name(family="Rossi"))
    works = [
        source("a", title="Water", author=first, issued="2019"),
        source("b", title="War", author=other, issued="2021"),
        source("c", title="Wind", author=first, issued="2022"),
    ]
    said = mark("apa", works, Cited("a"), Cited("b"), Cited("c"))
    assert said == "(Smith et al., 2019, 2022; Smith et al., 2021)"


def test_an_interview_without_a_title_is_named_as_one() -> None:
    talk = source("a", type="interview", interviewer=(Name(family="Sato", given="Mei"),), issued="2019")
    assert mark("apa", [talk], Cited("a")) == "([Interview by Sato], 2019)"
    assert mark("chicago-author-date", [talk], Cited("a")) == "(interview 2019)"


def test_articles_of_one_encyclopedia_and_year_are_told_apart_by_their_headings() -> None:
    of_britannica = {"type": "entry-encyclopedia", "container_title": "Britannica", "issued": "2019"}
    veto = source("a", title="Veto", url="https://a.example", **of_britannica)
    war = source("b", title="War", url="https://b.example", **of_britannica)
    assert mark("chicago-author-date", [veto, war], Cited("a", "sec. 2")) == "(Britannica 2019, “Veto,” sec. 2)"
    assert mark("chicago-author-date", [veto, war], Cited("a")) == "(Britannica 2019, “Veto”)"
    assert mark("chicago-author-date", [veto], Cited("a", "sec. 2")) == "(Britannica 2019, sec. 2)"


def test_an_untitled_episode_has_its_number_once() -> None:
    episode = source(
        "a", type="broadcast", author=(Name(literal="UNODC"),), container_title="Dispatches", number="12",
        genre="Podcast", publisher="Zed Books", issued="2019", url="https://a.example",
    )  # fmt: skip
    assert entries("chicago-author-date", episode)["a"] == (
        "UNODC. 2019. Podcast 12. Dispatches. Zed Books. https://a.example."
    )


def test_short_notes_of_works_that_share_author_and_title_say_which() -> None:
    smith = (Name(family="Smith", given="Ana"),)
    book = source("a", type="book", title="Water", author=smith, publisher="Zed", issued="2019", edition="2")
    earlier = source("b", type="book", title="Water", author=smith, publisher="Zed", issued="2015")
    other = source("c", type="book", title="War", author=smith, publisher="Zed", issued="2015")
    assert later_note([book, earlier, other], Cited("a", "12")) == "Smith, Water, 2nd ed. (Zed, 2019), 12."
    assert later_note([book, earlier, other], Cited("b", "12")) == "Smith, Water (Zed, 2015), 12."
    assert later_note([book, earlier, other], Cited("c", "12")) == "Smith, War, 12."


def test_short_notes_of_untitled_documents_say_which() -> None:
    with_symbol = source("a", type="document", author=COUNCIL, number="S/RES/1325 (2000)", issued="2000-10-31")
    without = source("b", type="document", author=COUNCIL, issued="2015-12-09")
    said = later_note([with_symbol, without], Cited("a", "para. 4"))
    assert said == "UN Security Council, S/RES/1325 (2000), para. 4."
    assert later_note([with_symbol, without], Cited("b")) == "UN Security Council, December 9, 2015."


def test_a_volume_that_begins_what_follows_a_title_has_a_capital() -> None:
    book = source("a", type="book", title="War", author=(Name(family="Smith"),), volume="2", publisher="Zed")
    assert entries("mla", book)["a"] == "Smith. War. Vol. 2, Zed."
