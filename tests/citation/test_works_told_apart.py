"""Works that share an author, a title or a year, and works without a title: what their marks and short notes say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from mundraft.citation.style import Earlier, Work
from mundraft.citation.styles import style
from mundraft.document.tree import Cited, Inlines, Run, inline_text
from mundraft.paper.model import Name, Source

COUNCIL = (Name(literal="UN Security Council"),)


def source(id_: str, **fields: Any) -> Source:
    return Source(id=id_, **fields)


def mark(name: str, sources: Sequence[Source], *cites: Cited) -> str:
    return inline_text(style(name).bibliography([Work(one) for one in sources]).mark(cites))


def later_note(sources: Sequence[Source], *cites: Cited) -> str:
    listed = style("chicago-notes").bibliography([Work(one) for one in sources])
    return inline_text(listed.note(cites, Earlier({one.id: 1 for one in sources}, None)))


def first_note(work: Source, cited: Cited) -> str:
    return inline_text(style("chicago-notes").bibliography([Work(work)]).note((cited,), Earlier()))


def entries(name: str, *sources: Source) -> dict[str, str]:
    listed = style(name).bibliography([Work(one) for one in sources]).entries
    return {entry.source: inline_text(entry.inlines) for entry in listed}


def italics(inlines: Inlines) -> str:
    return "".join(inline.text for inline in inlines if isinstance(inline, Run) and inline.italic)


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


FIRST = source("a", type="document", author=COUNCIL, number="S/RES/1325 (2000)", issued="2000-10-31")
OTHER = source("b", type="document", author=COUNCIL, number="S/RES/2250 (2015)", issued="2015-12-09")
SAME_DAY = source("c", type="document", author=COUNCIL, number="S/RES/1326 (2000)", issued="2000-10-31")
TITLED = source("d", type="document", title="Water", author=COUNCIL, number="S/PRST/2015/3", issued="2015")


@pytest.mark.parametrize(
    ("beside", "note"),
    [
        ((), "UN Security Council, para. 4."),
        ((OTHER,), "UN Security Council, October 31, 2000, para. 4."),
        ((SAME_DAY,), "UN Security Council, S/RES/1325 (2000), para. 4."),
        ((TITLED,), "UN Security Council, S/RES/1325 (2000), para. 4."),
        ((OTHER, TITLED), "UN Security Council, October 31, 2000, para. 4."),
    ],
)
def test_a_short_note_of_an_untitled_document_leads_to_one_entry(beside: tuple[Source, ...], note: str) -> None:
    assert later_note([FIRST, *beside], Cited("a", "para. 4")) == note


@pytest.mark.parametrize("name", ["mla", "chicago-notes"])
@pytest.mark.parametrize("beside", [OTHER, SAME_DAY, TITLED])
def test_marks_of_two_documents_of_one_body_never_read_alike(name: str, beside: Source) -> None:
    works = [FIRST, beside]
    assert mark(name, works, Cited("a")) != mark(name, works, Cited(beside.id))
    assert mark("mla", works, Cited("a", "para. 4")) == "(UN Security Council, S/RES/1325 (2000), par. 4)"


def test_an_untitled_document_without_a_body_is_named_by_its_symbol() -> None:
    alone = FIRST.changed(author=())
    assert later_note([alone], Cited("a", "para. 4")) == "S/RES/1325 (2000), para. 4."
    assert mark("mla", [alone], Cited("a", "para. 4")) == "(S/RES/1325 (2000), par. 4)"
    assert mark("apa", [alone], Cited("a", "para. 4")) == "(S/RES/1325 (2000), 2000, para. 4)"


def test_a_short_note_of_an_untitled_report_has_its_number() -> None:
    report = source("a", type="report", author=(Name(literal="OECD"),), number="CRC/C/MEX/CO/3", issued="2019")
    assert later_note([report], Cited("a", "12")) == "OECD, CRC/C/MEX/CO/3, 12."


def test_a_short_note_of_an_untitled_film_names_its_director_who_heads_the_entry() -> None:
    film = source("a", type="motion_picture", genre="Film", director=(Name(family="Sato", given="Mei"),), issued="2019")
    assert later_note([film], Cited("a")) == "Film, directed by Mei Sato."
    assert entries("chicago-notes", film)["a"] == "Sato, Mei, dir. Film. 2019."
    assert later_note([film.changed(title="War")], Cited("a")) == "War."


def test_no_more_given_names_stand_in_marks_than_it_takes() -> None:
    first = (Name(family="Cruz", given="Ana"), Name(family="Sato", given="Mei"))
    other = (Name(family="Cruz", given="Luca"), Name(family="Sato", given="Yara"))
    third = (Name(family="Cruz", given="Ana"), Name(family="Sato", given="Zoe"))
    works = [source("a", title="War", author=first), source("b", title="Water", author=other)]
    assert mark("mla", works, Cited("a")) == "(A. Cruz and Sato)"
    works.append(source("c", title="Wind", author=third))
    assert mark("mla", works, Cited("a")) == "(A. Cruz and M. Sato)"
    assert mark("mla", works, Cited("b")) == "(L. Cruz and Sato)"


def test_more_names_stand_in_a_mark_where_they_tell_a_work_and_not_beside_titles_that_do() -> None:
    first = tuple(Name(family=name) for name in ("Cruz", "Sato", "Rossi"))
    other = tuple(Name(family=name) for name in ("Cruz", "Mbeki", "Petrov"))
    works = [source("a", title="War", author=first), source("b", title="Water", author=other)]
    assert mark("mla", works, Cited("a")) == "(Cruz, Sato, et al.)"
    works.append(source("c", title="Wind", author=first))
    assert mark("mla", works, Cited("a")) == "(Cruz, Sato, et al., War)"
    works.append(source("d", title="Wood", author=other))
    assert mark("mla", works, Cited("a")) == "(Cruz et al., War)"


@pytest.mark.parametrize(
    ("name", "one", "two"),
    [
        ("mla", "(Cruz, Sato, and Rossi)", "(Cruz, Sato, Rossi, and Mbeki)"),
        ("apa", "(Cruz, Sato, & Rossi, 2019)", "(Cruz, Sato, Rossi, & Mbeki, 2019)"),
    ],
)
def test_authors_who_all_stand_among_those_of_another_work_are_all_named(name: str, one: str, two: str) -> None:
    three = tuple(Name(family=family) for family in ("Cruz", "Sato", "Rossi"))
    works = [
        source("a", title="War", author=three, issued="2019"),
        source("b", title="Water", author=(*three, Name(family="Mbeki")), issued="2019"),
    ]
    assert (mark(name, works, Cited("a")), mark(name, works, Cited("b"))) == (one, two)


def test_a_year_follows_another_only_where_the_same_names_are_shown() -> None:
    first = tuple(Name(family=name) for name in ("Cruz", "Sato", "Rossi"))
    other = tuple(Name(family=name) for name in ("Cruz", "Mbeki", "Rossi"))
    works = [
        source("a", title="War", author=first, issued="2019"),
        source("b", title="Water", author=first, issued="2021"),
        source("c", title="Wind", author=other, issued="2021"),
    ]
    # "(Cruz et al., 2019, 2021)" would fit the third work too.
    assert mark("apa", works, Cited("a"), Cited("b")) == "(Cruz et al., 2019; Cruz, Sato, et al., 2021)"


def test_works_of_one_title_that_nobody_signed_are_told_apart_by_a_fact_in_brackets() -> None:
    news, agency = (
        source(id_, type="webpage", title="Water", container_title=site, publisher="United Nations")
        for id_, site in (("a", "UN News"), ("b", "UN Water"))
    )
    assert mark("mla", [news, agency], Cited("a", "par. 3"), Cited("b", "12")) == (
        "(“Water” [UN News], par. 3; “Water” [UN Water] 12)"
    )
    old, new = (source(id_, type="book", title="Water", issued=year) for id_, year in (("a", "1998"), ("b", "2019")))
    assert mark("mla", [old, new], Cited("a")) == "(Water [1998])"
    assert mark("mla", [old], Cited("a")) == "(Water)"


def test_a_title_in_italics_and_the_same_one_in_quotation_marks_are_dated_in_short_notes() -> None:
    book = source("a", type="book", title="Water", issued="2019")
    page = source("b", type="webpage", title="Water", issued="2021")
    assert later_note([book, page], Cited("a")) == "Water (2019)."
    assert later_note([book, page], Cited("b")) == "“Water,” 2021."


def test_initials_that_two_namesakes_share_stand_in_no_mark_of_theirs() -> None:
    names = {"a": "Sofia", "b": "Samuel", "c": "Ana"}
    works = [source(id_, title=id_, author=(Name(family="Cruz", given=names[id_]),), issued="2019") for id_ in names]
    assert mark("apa", works, Cited("c")) == "(A. Cruz, 2019)"
    assert mark("apa", works, Cited("a")) == "(Cruz, 2019a)"
    assert mark("chicago-author-date", works, Cited("a")) == "(Sofia Cruz 2019)"


def test_a_body_that_is_author_and_editor_is_named_for_each() -> None:
    body = (Name(literal="European Union"),)
    works = [
        source("a", type="book", title="Water", editor=body, publisher="Zed", issued="2019"),
        source("b", type="book", title="War", author=body, publisher="Zed", issued="2021"),
        source("c", type="book", title="Wind", author=body, publisher="Zed", issued="2024"),
    ]
    said = mark("chicago-author-date", works, Cited("a"), Cited("b"), Cited("c"))
    assert said == "(European Union 2019; European Union 2021, 2024)"


def test_a_volume_stands_with_its_page_where_no_helper_is_named_between_them() -> None:
    book = source(
        "a", type="book", title="War", author=(Name(family="Cruz"),), volume="2", publisher="Zed", issued="2019"
    )
    translated = book.changed(translator=(Name(family="Sato", given="Mei"),))
    assert first_note(book, Cited("a", "p. 12")) == "Cruz, War (Zed, 2019), 2:12."
    assert first_note(translated, Cited("a", "p. 12")) == "Cruz, War, vol. 2, trans. Mei Sato (Zed, 2019), 12."


def test_a_printed_work_of_reference_has_its_year_in_brackets() -> None:
    entry = source("a", type="entry-encyclopedia", title="Veto", author=(Name(family="Cruz"),), issued="2019")
    signed = entry.changed(container_title="Britannica")
    assert first_note(signed, Cited("a", "p. 12")) == "Cruz, “Veto,” in Britannica (2019), 12."


def test_a_volume_that_begins_what_follows_a_title_has_a_capital() -> None:
    book = source("a", type="book", title="War", author=(Name(family="Smith"),), volume="2", publisher="Zed")
    assert entries("mla", book)["a"] == "Smith. War. Vol. 2, Zed."


def test_a_case_is_upright_in_lists_and_in_italics_in_marks_with_its_parties_as_they_stand() -> None:
    case = source("a", type="legal_case", title="Nicaragua v. United States", title_short="Nicaragua", issued="1986")
    for name in ("apa", "chicago-notes", "chicago-author-date"):
        (entry,) = style(name).bibliography([Work(case)]).entries
        assert inline_text(entry.inlines) == "Nicaragua v. United States (1986)."
        assert italics(entry.inlines) == ""
    marked = style("apa").bibliography([Work(case)]).mark((Cited("a", "para. 4"),))
    assert italics(marked) == "Nicaragua"
    assert later_note([case], Cited("a", "para. 4")) == "Nicaragua, ¶ 4."


def test_a_short_note_has_the_short_title_of_a_treaty() -> None:
    treaty = source(
        "a", type="treaty", title="Convention on the Rights of the Child", title_short="Rights of the Child"
    )
    assert later_note([treaty], Cited("a", "art. 2, para. 1")) == "Rights of the Child, art. 2, para. 1."


def test_a_short_note_of_what_nobody_signed_and_nothing_entitles_has_its_number() -> None:
    resolution = source("a", type="document", genre="Resolution", number="A/RES/70/1", issued="2015")
    episode = source("b", type="broadcast", genre="Podcast", number="75", container_title="Awake at Night")
    assert later_note([resolution, episode], Cited("a")) == "Resolution A/RES/70/1."
    assert later_note([resolution, episode], Cited("b", "12")) == "Podcast 75, 12."


@pytest.mark.parametrize(("name", "expected"), [("apa", "(Cruz, 2019, 2021, 2023)"),
                                                ("chicago-author-date", "(Cruz 2019, 2021, 2023)")])  # fmt: skip
def test_works_stand_by_the_year_that_is_printed_be_it_that_of_the_event(name: str, expected: str) -> None:
    author = (Name(family="Cruz", given="Ana"),)
    works = [
        source("b", type="speech", title="War", author=author, event_date="2021-05-04", event_title="Debate"),
        source("a", type="book", title="Water", author=author, issued="2019"),
        source("c", type="book", title="Wind", author=author, issued="2023"),
    ]
    listed = style(name).bibliography([Work(one) for one in works])
    assert [entry.source for entry in listed.entries] == ["a", "b", "c"]
    assert mark(name, works, Cited("a"), Cited("b"), Cited("c")) == expected


@pytest.mark.parametrize(("issued", "expected"), [("", "n.d.-a"), ("in press", "in press-a"), ("2019", "2019a")])
def test_a_letter_keeps_away_from_a_year_that_is_a_word(issued: str, expected: str) -> None:
    works = [source(id_, title=id_, author=(Name(family="Cruz"),), issued=issued) for id_ in ("a", "b")]
    assert mark("apa", works, Cited("a")) == f"(Cruz, {expected})"
    assert f"({expected})" in entries("apa", *works)["a"]
    assert f" {expected}. " in entries("chicago-author-date", *works)["a"]


def test_where_a_speech_or_a_paper_was_heard_is_never_lost() -> None:
    speech = source("a", type="speech", title="War", event_place="Geneva", event_date="2021", issued="2021")
    paper = source(
        "b", type="paper-conference", title="Water", event_title="World Water Forum", event_place="Kyoto", issued="2011"
    )
    for name in ("chicago-notes", "chicago-author-date"):
        listed = entries(name, speech, paper)
        assert "Geneva" in listed["a"]
        assert "Paper presented at World Water Forum, Kyoto, 2011." in listed["b"]
    assert first_note(paper, Cited("b")) == "“Water,” paper presented at World Water Forum, Kyoto, 2011."
