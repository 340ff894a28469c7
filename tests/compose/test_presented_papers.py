"""One paper under the rules of conferences of every kind, as its reader gets it: the document and the Word file."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prose_reader import example, shipped_library

from mundraft.compose.compose import Composed, Composer
from mundraft.document.layout import PageSize
from mundraft.document.tree import (
    CitationMark,
    Document,
    HeaderBlock,
    Heading,
    Origin,
    ReferenceList,
    Run,
    Title,
    block_paragraphs,
    inline_text,
)
from mundraft.export.plain import document_to_text
from mundraft.library.conference import Conference
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.paper.model import Committee, Look, Paper, Seat
from mundraft.problems import Severity
from mundraft.word.writer import document_to_docx

TODAY = date(2026, 11, 22)
NAMES = ("Kim Lee Doe", "Doe", "Ana Roe", "Hill School")


def mexico(topics: int = 1, **changes: Any) -> Paper:
    """The Mexico paper with delegates and a school, on one topic or on two."""
    paper = example("mexico-child-trafficking-short.yaml")
    second = paper.topics[0].changed(id="t2", title="A second matter")
    fields: dict[str, Any] = {"delegates": ("Kim Lee Doe", "Ana Roe"), "school": "Hill School", "conference": ""}
    fields["topics"] = (paper.topics[0], second)[:topics]
    return paper.changed(**(fields | changes))


def under(preset: str, topics: int = 1, gaps: bool = True, **changes: Any) -> Document:
    return Composer(shipped_library(), TODAY).compose(mexico(topics, preset=preset, **changes), gaps=gaps)


def handed_in(preset: str, topics: int = 2) -> tuple[Composed, ...]:
    return Composer(shipped_library(), TODAY).documents(mexico(topics, preset=preset))


def columns(block: HeaderBlock | None) -> list[list[str]]:
    return [[inline_text(line) for line in column.lines] for column in block.columns] if block else []


def headers(document: Document) -> list[list[list[str]]]:
    return [columns(block) for block in document.blocks() if isinstance(block, HeaderBlock)]


def headings(document: Document) -> list[str]:
    return [inline_text(block.inlines) for block in document.blocks() if isinstance(block, Heading)]


def lists(document: Document) -> list[str]:
    return [block.title for block in document.blocks() if isinstance(block, ReferenceList)]


def marks(document: Document) -> list[CitationMark]:
    inlines = [one for block in document.body() for line in block_paragraphs(block) for one in line]
    return [one for one in inlines if isinstance(one, CitationMark)]


def labels(document: Document) -> list[str]:
    return [inline_text((mark,)) for mark in marks(document)]


def package(document: Document) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(document_to_docx(document))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def printed_in(xml: str) -> str:
    return re.sub(r"<[^>]+>", " ", xml)


def test_without_a_conference_the_paper_has_the_projects_own_look() -> None:
    document = under("")
    assert inline_text(next(block.inlines for block in document.blocks() if isinstance(block, Title))) == (
        "Position Paper of Mexico"
    )
    assert labels(document)[0] == "[1]"
    assert lists(document) == ["Resources"]
    assert document.notes == ()
    assert document.layout.page is PageSize.A4


def test_gsumun_has_two_columns_in_its_looks_and_neither_citations_nor_a_list() -> None:
    document = under("gsumun")
    assert headers(document) == [[["Delegation from", "United Mexican States"], ["Represented by", "Hill School"]]]
    block = next(block for block in document.blocks() if isinstance(block, HeaderBlock))
    looks = [[(run.bold, run.italic) for run in line if isinstance(run, Run)] for line in block.columns[0].lines]
    assert looks == [[(True, True)], [(True, False)]]
    assert "Position Paper for the General Assembly Third Committee" in document_to_text(document)
    assert marks(document) == []
    assert lists(document) == []
    assert document.layout.page is PageSize.LETTER
    assert document.layout.max_pages == 1


def test_dmunc_is_anonymous_in_its_text_and_its_properties() -> None:
    document = under("dmunc")
    assert headers(document) == [[["DMUNC", "General Assembly Third Committee", "Mexico"]]]
    assert document.authors == ()
    for name, part in package(document).items():
        assert not [one for one in NAMES if one in part], name
    assert labels(document)[0] == "(United States Department of State)"
    assert lists(document) == ["Works Cited"]


def test_nmun_has_a_page_of_its_own_for_the_use_of_models_in_the_delegates_words() -> None:
    document = under("nmun-ny")
    assert "[Still to write: whether a language model was used, and if so how]" in document_to_text(document)
    said = under("nmun-ny", disclosure="None was used.\n\nNot even for spelling.")
    assert document_to_text(said).endswith("None was used.\n\nNot even for spelling.\n")
    assert said.parts[-1].new_page
    assert "pageBreakBefore" in package(said)["word/document.xml"]


def test_labmunc_has_footnotes_and_no_list() -> None:
    document = under("labmunc")
    assert headers(document)[0][0][0] == "Kim Lee Doe, Ana Roe"
    assert [mark.note for mark in marks(document)] == list(range(1, len(document.notes) + 1))
    assert not document.notes_at_end
    assert lists(document) == []
    parts = package(document)
    first = inline_text(document.notes[0].inlines)
    assert first[:30] in " ".join(printed_in(parts["word/footnotes.xml"]).split())
    assert parts["word/document.xml"].count("<w:footnoteReference") == len(document.notes)


def test_sdimun_has_endnotes_in_mla_and_its_header_at_each_topic() -> None:
    document = under("sdimun", topics=2)
    lines = ["Mexico", "Kim Lee Doe, Ana Roe", "General Assembly Third Committee"]
    assert headers(document) == [[lines], [lines]]
    assert document.notes_at_end
    assert [note.number for note in document.notes] == list(range(1, len(document.notes) + 1))
    assert "word/endnotes.xml" in package(document)
    assert [one for one in headings(document) if one.startswith("Topic")] == [
        "Topic A: Ending the trafficking of children",
        "Topic B: A second matter",
    ]


def test_metmun_has_its_header_on_every_page_and_apa_by_topic() -> None:
    document = under("metmun", topics=2)
    assert headers(document) == []
    assert columns(document.running) == [
        ["General Assembly Third Committee", "Mexico", "MetMUN", "Kim Lee Doe, Ana Roe, Hill School"]
    ]
    assert lists(document) == ["References", "References"]
    assert labels(document)[0] == "(United States Department of State, 2023)"
    shown = [printed_in(xml) for name, xml in package(document).items() if name.startswith("word/header")]
    assert any("MetMUN" in xml for xml in shown)


def test_nnmun_has_each_topic_and_each_list_on_a_page_of_its_own() -> None:
    document = under("nnmun", topics=2)
    assert [header[0][1] for header in headers(document)] == [
        "Topic Area A: Ending the trafficking of children",
        "Topic Area B: A second matter",
    ]
    assert not [one for one in headings(document) if one.startswith("Topic")]
    assert lists(document) == ["Works Cited", "Works Cited"]
    assert all(block.own_page for block in document.blocks() if isinstance(block, ReferenceList))
    assert [part.topic for part in document.parts if part.new_page] == ["t2"]


def test_amun_is_text_without_header_marks_and_list() -> None:
    document = under("amun")
    text = document_to_text(document)
    assert headers(document) == []
    assert "Position Paper" not in text
    assert "[1]" not in text
    assert lists(document) == []
    assert document.layout.max_words == 300
    assert under("amun", topics=2).layout.max_words == 600


def test_a_topic_that_no_header_names_is_the_heading_of_its_paper() -> None:
    assert headings(under("dmunc"))[0] == "Ending the trafficking of children"
    assert "Ending the trafficking of children" not in headings(under("classroom"))
    assert "Ending the trafficking of children" not in headings(under("mamun"))


def test_a_header_names_the_day_where_the_conference_wants_it() -> None:
    assert headers(under("emunc"))[0][0][-1] == "22 November 2026"


def test_a_document_for_each_topic_has_the_limits_and_the_header_of_one() -> None:
    first, second = handed_in("naimun")
    assert (first.topics, second.topics) == ((0,), (1,))
    assert "A second matter" not in document_to_text(first.document)
    assert headers(second.document)[0][0][-1] == "A second matter"
    assert len(handed_in("naimun", topics=1)) == 1
    assert len(handed_in("nnmun")) == 1
    assert [one.document.layout.max_words for one in handed_in("mamun")] == [500, 500]


def test_papers_of_one_class_on_one_topic_and_on_two_are_each_handed_in_as_if_alone() -> None:
    composer = Composer(shipped_library(), TODAY)
    counts = [len(composer.documents(mexico(topics, preset="naimun"))) for topics in (1, 2, 1)]
    assert counts == [1, 2, 1]


def test_papers_of_one_class_have_each_the_length_and_the_list_of_its_template(tmp_path: Any) -> None:
    for name, line in (("short", "max_words: 700"), ("listed", "references_title: Works")):
        folder = tmp_path / "templates" / name
        folder.mkdir(parents=True)
        (folder / "template.yaml").write_text(f"extends: classic\nname: {name}\n{line}\n")
        (folder / "paper.md.j2").write_text('{% extends "classic" %}\n')
    composer = Composer(Library((Folder(tmp_path, Tier.GIVEN), Folder(shipped_folder(), Tier.SHIPPED))), TODAY)
    shown = [composer.presentation(mexico(template=name)) for name in ("classic", "short", "listed")]
    assert [(one.layout.max_words, one.lists.title) for one in shown] == [
        (1200, "Resources"), (700, "Resources"), (1200, "Works"),
    ]  # fmt: skip


def test_what_the_conference_wants_and_the_paper_does_not_say_is_a_gap() -> None:
    document = under("gsumun", school="")
    shown = headers(document)[0]
    assert shown[1][1].startswith("[Still to write: ")
    assert headers(under("gsumun", gaps=False, school=""))[0][1] == ["Represented by"]


def test_a_source_that_is_missing_is_a_gap_in_the_text_where_nothing_is_cited() -> None:
    paper = mexico(preset="gsumun", sources=())
    document = Composer(shipped_library(), TODAY).compose(paper)
    gaps = [run for mark in marks(document) for run in mark.label if isinstance(run, Run)]
    assert gaps
    assert {run.origin for run in gaps} == {Origin.GAP}


def test_two_topics_on_one_first_page_are_told_apart_by_their_letters() -> None:
    shown = headers(under("classroom", topics=2))[0][0]
    assert [line for line in shown if line.startswith("Topic")] == [
        "Topic A: Ending the trafficking of children",
        "Topic B: A second matter",
    ]


def test_a_preset_that_is_not_here_leaves_the_paper_as_without_one_and_is_told() -> None:
    missing = mexico(preset="hillmun")
    assert under("hillmun") == under("")
    (told,) = Composer(shipped_library(), TODAY).presentation(missing).told
    assert (told.code, told.severity) == ("preset-missing", Severity.WARNING)
    assert "hillmun" in told.what
    assert "hillmun.yaml" in told.next_step


def test_a_preset_that_cannot_be_read_leaves_the_paper_as_without_one_and_is_told(tmp_path: Any) -> None:
    composer = Composer(preset(tmp_path, "paperz: {}"), TODAY)
    assert composer.compose(mexico(preset="hill")) == composer.compose(mexico(preset=""))
    (told,) = composer.presentation(mexico(preset="hill")).told
    assert (told.code, "mundraft conference check hill" in told.next_step) == ("preset-unreadable", True)


def preset(tmp_path: Any, rules: str) -> Library:
    folder = tmp_path / "templates" / "conferences"
    folder.mkdir(parents=True)
    (folder / "hill.yaml").write_text(
        f"mundraft-conference: 1\nname: Hill MUN\n{rules}\nseen_at:\n  - title: Letter\n    seen_on: 2026-11-21\n"
    )
    return Library((Folder(tmp_path, Tier.GIVEN), Folder(shipped_folder(), Tier.SHIPPED)))


def by_rules(tmp_path: Any, rules: str, **changes: Any) -> Document:
    return Composer(preset(tmp_path, rules), TODAY).compose(mexico(preset="hill", **changes))


@pytest.mark.parametrize(
    ("rules", "mark", "title"),
    [
        ("", "[1]", "Resources"),
        ("citations:\n  ways:\n    - mechanism: in-text", "(United States Department of State)", "Works Cited"),
        ("citations:\n  ways:\n    - style: apa", "(United States Department of State, 2023)", "References"),
        ("citations:\n  ways:\n    - style: un-editorial", "", "References"),
        ("citations:\n  ways:\n    - style: chicago-notes", "", "Bibliography"),
        ("citations:\n  ways:\n    - style: mla\n  resources:\n    title: Sources", None, "Sources"),
    ],
)
def test_what_a_way_of_citing_leaves_open_is_filled_in(tmp_path: Any, rules: str, mark: str, title: str) -> None:
    document = by_rules(tmp_path, rules)
    assert mark is None or labels(document)[0] == mark
    assert lists(document) == [title]


def test_the_paper_decides_what_the_conference_leaves_open(tmp_path: Any) -> None:
    rules = "type:\n  min_size_pt: 14\n  alignment: justified\n  page_numbers: forbidden"
    layout = by_rules(tmp_path, rules, page=PageSize.LETTER).layout
    assert layout.page is PageSize.LETTER
    assert layout.size_pt == 14
    assert layout.justified
    assert not layout.page_numbers


def test_a_composer_presents_each_paper_by_its_own_wishes_and_by_the_rules_of_now(tmp_path: Any) -> None:
    library = preset(tmp_path, "papers:\n  document: one per topic")
    composer = Composer(library, TODAY)
    looks = Look(), Look(citing="apa"), Look(size="14"), Look(font="Arial"), Look(line_spacing="2")
    papers = [mexico(preset=rules, look=look) for rules in ("", "hill", "munuc", "hillmun") for look in looks]
    papers += [mexico(2, preset=rules, page=page) for rules in ("", "hill", "munuc") for page in PageSize]
    for paper in (*papers, *reversed(papers)):
        assert composer.presentation(paper) == Composer(library, TODAY).presentation(paper)
    rules = tmp_path / "templates" / "conferences" / "hill.yaml"
    rules.write_text(rules.read_text().replace("one per topic", "one"))
    assert not composer.presentation(mexico(2, preset="hill")).topic_documents


def test_links_are_black_where_all_print_must_be() -> None:
    blue = '<w:color w:val="0563C1"/>'
    assert blue in package(under("gsumun"))["word/styles.xml"]
    assert blue not in package(under("munuc"))["word/styles.xml"]


def test_a_limit_for_another_spacing_or_for_some_committees_is_no_bound_for_this_paper(tmp_path: Any) -> None:
    rules = (
        "type:\n  line_spacing:\n    - 2\nlength:\n  - max_pages: 2\n    at_spacing: 1\n  - max_pages: 4\n"
        "    at_spacing: 2\n  - max_pages: 1\n    only_for: crisis committees\n  - max_words: 900\n    per: topic"
    )
    layout = by_rules(tmp_path, rules).layout
    assert layout.max_pages == 4
    assert layout.max_words == 900
    assert [(limit.max_pages, limit.only_for) for limit in layout.limits] == [
        (4, ""), (1, "crisis committees"), (0, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("limit", "counts"), [("max_words: 900", True), ("min_words: 90", True), ("max_pages: 2", False)]
)
def test_the_words_of_the_list_count_where_a_limit_of_words_says_so(tmp_path: Any, limit: str, counts: bool) -> None:
    assert by_rules(tmp_path, f"length:\n  - {limit}\n    counts_resources: true").layout.count_references is counts


WILD = st.text(st.characters(codec="utf-8") | st.sampled_from("{}\n\t[]*_#|\u202e\ue000"), max_size=30)


@settings(max_examples=25)
@given(st.sampled_from(["gsumun", "dmunc", "metmun", "nnmun", "pacificmun", "emunc"]), WILD, WILD, WILD, WILD)
def test_whatever_stands_in_the_fields_of_a_header_is_printed_as_it_was_typed(
    preset: str, committee: str, title: str, school: str, seat: str
) -> None:
    paper = mexico(
        2,
        preset=preset,
        committee=Committee(name=committee),
        school=school,
        seat=Seat(name=seat),
        delegates=(title,),
    )
    document = Composer(shipped_library(), TODAY).compose(paper)
    typed = " ".join(paper.committee.name.split())
    shown = [*columns(document.running), *(column for header in headers(document) for column in header)]
    text = "\n".join([*(line for column in shown for line in column), document_to_text(document)])
    assert typed in text or not typed
    assert document_to_docx(document)


def test_a_field_in_braces_that_a_delegate_types_is_not_filled_in() -> None:
    document = under("gsumun", committee=Committee(name="{school}"), school="Hill School")
    assert "Position Paper for the {school}" in document_to_text(document)


def test_every_shipped_preset_can_be_presented() -> None:
    library = shipped_library()
    composer = Composer(library, TODAY)
    for found in library.conferences():
        rules: Conference = library.conference(found.name)
        shown = composer.presentation(mexico(preset=rules.id))
        assert shown.mechanism in shown.style.mechanisms, rules.id
        assert shown.conference == rules.called
