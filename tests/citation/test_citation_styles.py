"""What each style prints: a table of references, and what happens where they meet in one paper."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.citation.style import Bibliography, Earlier, Mechanism, Work
from mundraft.citation.styles import STYLES, UnknownStyle, style
from mundraft.document.tree import CitationMark, Cited, Inlines, Link, Origin, Run, inline_text
from mundraft.models.model import from_values
from mundraft.paper.model import Name, Source

TABLE: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "references.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)


def shown(inlines: Inlines) -> str:
    """The text, italics between underscores."""
    return "".join(
        f"_{inline.text}_" if isinstance(inline, Run | Link) and inline.italic else inline_text((inline,))
        for inline in inlines
    )


def works(*sources: Source) -> Bibliography:
    return style("mla").bibliography([Work(source) for source in sources])


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("row", TABLE, ids=[row["what"] for row in TABLE])
def test_a_reference_reads_as_its_style_has_it(row: dict[str, Any], name: str) -> None:
    chosen = style(name)
    listed = chosen.bibliography([Work(from_values(Source, {"id": "s", **row["source"]}))])
    cites = (Cited("s", row.get("locator", "")),)
    has_notes = chosen.mechanisms[0] is Mechanism.FOOTNOTES
    cited = listed.note(cites, Earlier()) if has_notes else listed.mark(cites)
    assert (shown(listed.entries[0].inlines), shown(cited)) == (row["listed"][name], row["cited"][name])


SMITH = (Name(family="Smith", given="John"),)
FIRST = Source(id="a", type="book", title="Alpha", author=SMITH, issued="2019")
SECOND = Source(id="b", type="book", title="Beta", author=SMITH, issued="2019")
THIRD = Source(id="c", type="book", title="Gamma", author=(Name(family="Smith", given="Ana"),), issued="2020")


def marks(name: str, sources: Sequence[Source], *cites: Cited) -> str:
    return shown(style(name).bibliography([Work(source) for source in sources]).mark(cites))


@pytest.mark.parametrize(
    ("name", "sources", "expected"),
    [
        ("mla", (FIRST, SECOND), "(Smith, _Alpha_ 35)"),
        ("mla", (FIRST, THIRD), "(J. Smith 35)"),
        ("apa", (FIRST, SECOND), "(Smith, 2019a, p. 35)"),
        ("apa", (FIRST, THIRD), "(J. Smith, 2019, p. 35)"),
        ("chicago-author-date", (FIRST, SECOND), "(Smith 2019a, 35)"),
        ("chicago-author-date", (FIRST, THIRD), "(J. Smith 2019, 35)"),
        ("numbered", (SECOND, FIRST), "[2, p. 35]"),
    ],
)
def test_marks_that_would_read_alike_are_told_apart(name: str, sources: tuple[Source, ...], expected: str) -> None:
    assert marks(name, sources, Cited("a", "p. 35")) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mla", "(Smith, _Beta_; Smith, _Alpha_, art. 3)"),
        ("apa", "(Smith, 2019a, art. 3; 2019b)"),
        ("chicago-author-date", "(Smith 2019b; 2019a, art. 3)"),
        ("numbered", "[2; 1, art. 3]"),
    ],
)
def test_several_works_share_one_mark(name: str, expected: str) -> None:
    assert marks(name, (FIRST, SECOND), Cited("b"), Cited("a", "art. 3"), Cited("b")) == expected


@pytest.mark.parametrize("name", STYLES)
def test_a_source_that_the_paper_does_not_hold_is_a_gap(name: str) -> None:
    listed = style(name).bibliography([Work(FIRST)])
    for inlines in (listed.mark((Cited("lost", "p. 3"),)), listed.note((Cited("lost", "p. 3"),), Earlier())):
        assert any(isinstance(inline, Run) and inline.origin is Origin.GAP for inline in inlines)
        assert "source missing" in shown(inlines).casefold()


@pytest.mark.parametrize("name", STYLES)
def test_nothing_cited_prints_nothing(name: str) -> None:
    listed = style(name).bibliography([])
    assert (listed.entries, listed.mark(()), listed.note((), Earlier())) == ((), (), ())


def test_chicago_notes_are_full_once_short_later_and_a_name_alone_right_after() -> None:
    listed = style("chicago-notes").bibliography([Work(FIRST), Work(THIRD)])
    cited = Cited("a", "p. 35")
    assert shown(listed.note((cited,), Earlier())) == "John Smith, _Alpha_ (2019), 35."
    assert shown(listed.note((cited,), Earlier({"a": 1}))) == "Smith, _Alpha_, 35."
    assert shown(listed.note((Cited("a", "p. 36"),), Earlier({"a": 1}, cited))) == "Smith, 36."
    assert shown(listed.note((Cited("a"),), Earlier({"a": 1}, cited))) == "Smith, _Alpha_."


def test_un_notes_point_back_to_the_note_that_has_the_work_in_full() -> None:
    listed = style("un-editorial").bibliography([Work(FIRST), Work(THIRD)])
    assert shown(listed.note((Cited("a", "p. 35"),), Earlier({"a": 4}))) == (
        "Smith, _Alpha_ (see footnote 4 above), p. 35."
    )
    assert shown(listed.note((Cited("a", "p. 36"),), Earlier({"a": 4}, Cited("a", "p. 35")))) == "_Ibid._, p. 36."


def test_the_list_stands_in_the_order_of_its_style() -> None:
    sources = (THIRD, SECOND, FIRST)
    orders = {name: [entry.source for entry in _listed(name, sources)] for name in STYLES}
    assert orders == {
        "mla": ["c", "a", "b"],
        "apa": ["c", "a", "b"],
        "chicago-notes": ["c", "a", "b"],
        "chicago-author-date": ["c", "a", "b"],
        "un-editorial": ["c", "a", "b"],
        "numbered": ["c", "b", "a"],
        "plain-links": ["c", "b", "a"],
    }


def _listed(name: str, sources: Sequence[Source]) -> Sequence[Any]:
    return style(name).bibliography([Work(source) for source in sources]).entries


@pytest.mark.parametrize("name", ["apa", "chicago-notes", "chicago-author-date"])
@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("10", "No. 10"),
        ("56 of 2012", "No. 56 of 2012"),
        ("No. 56 of 2012", "Act, No. 56 of 2012"),
        ("Act No. 56 of 2012", "Act, Act No. 56 of 2012"),
        ("Ley 27.447", "Act, Ley 27.447"),
    ],
)
def test_the_number_of_a_law_is_called_one_once(name: str, typed: str, printed: str) -> None:
    (entry,) = _listed(name, [Source(id="s", type="legislation", title="Refugees Act", number=typed, issued="2012")])
    said = inline_text(entry.inlines)
    assert printed in said
    assert said.count("No.") <= 1


def test_dashes_stand_for_the_same_author_in_the_next_entry() -> None:
    assert [shown(entry.inlines) for entry in works(FIRST, SECOND).entries] == [
        "Smith, John. _Alpha_. 2019.",
        "———. _Beta_. 2019.",
    ]


def test_an_address_is_live_where_it_is_printed_and_never_otherwise() -> None:
    bad = Source(id="s", title="Page", url="javascript:alert(1)")
    good = Source(id="s", title="Page", url="https://example.org/a b")
    for name in STYLES:
        assert not [inline for inline in _listed(name, [bad])[0].inlines if isinstance(inline, Link)]
        links = [inline for inline in _listed(name, [good])[0].inlines if isinstance(inline, Link)]
        assert [link.url for link in links] == ["https://example.org/a%20b"]


def test_a_style_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(UnknownStyle, match=r"harvard.*mla, apa"):
        style("harvard")


def test_the_names_of_the_styles_are_their_own() -> None:
    assert {name: style(name).title for name in STYLES} == STYLES
    assert [style(name).name for name in STYLES] == list(STYLES)


def test_only_the_style_in_use_is_imported() -> None:
    code = "import sys; from mundraft.citation.styles import style; style('numbered'); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "mundraft.citation.styles.numbered" in ran.stdout
    assert "mundraft.citation.styles.apa" not in ran.stdout


TEXT = st.text(alphabet="aZé文ع .,;:?!()[]“”‘’\"'-–—/12\n", max_size=12)
NAMES = st.lists(
    st.builds(Name, family=TEXT, given=TEXT, suffix=TEXT, literal=st.one_of(st.just(""), TEXT)), max_size=4
).map(tuple)
SOURCES = st.builds(
    Source,
    id=st.sampled_from("abc"),
    type=st.sampled_from(("book", "treaty", "legislation", "speech", "report", "webpage", "article-journal", "x", "")),
    title=TEXT, author=NAMES, editor=NAMES, container_title=TEXT, publisher=TEXT, number=TEXT, volume=TEXT, page=TEXT,
    issued=st.one_of(TEXT, st.just("2019-05-03")), accessed=TEXT, url=TEXT, edition=TEXT, event_title=TEXT, genre=TEXT,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(SOURCES, max_size=4), TEXT, st.sampled_from(tuple(STYLES)))
def test_whatever_sources_hold_every_one_is_listed_and_cited(sources: list[Source], locator: str, name: str) -> None:
    listed = style(name).bibliography([Work(source) for source in sources])
    assert {entry.source for entry in listed.entries} == {source.id for source in sources}
    for source in sources:
        cites = (Cited(source.id, locator),)
        assert shown(listed.mark(cites))
        assert shown(listed.note(cites, Earlier({source.id: 1}, cites[0])))
        assert not any(isinstance(inline, CitationMark) for entry in listed.entries for inline in entry.inlines)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30))
def test_titles_in_headline_style_keep_their_letters(title: str) -> None:
    source = Source(id="s", type="book", title=title, author=SMITH)
    kept = "".join(shown(works(source).entries[0].inlines).casefold().split())
    expected = "".join(source.title.replace('"', "").replace("'", "").casefold().split())
    assert all(letter in kept for letter in expected if letter.isalnum())
