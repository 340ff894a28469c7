"""What an export tells is of the file, with the marks of what is missing; what a check tells is of what is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mundraft.compose.compose import Composer
from mundraft.desk.checking import check_paper
from mundraft.desk.exporting import ExportReport, export_paper
from mundraft.document.extent import extent, pages_to_hand_in
from mundraft.document.length_now import is_borderline
from mundraft.document.tree import Document
from mundraft.document.written import without_gaps
from mundraft.library.search_path import Library, shipped_library
from mundraft.paper.file import read_paper
from mundraft.paper.model import Paper, Said

KENYA = "kenya-climate-displacement"
TWO_TOPICS = "estonia-hospitals-and-elections-two-topics"


@pytest.fixture(scope="module")
def library() -> Library:
    return shipped_library()


def finished(library: Library, name: str, preset: str) -> Paper:
    whose = {"delegates": ("Ida Ekuri",), "school": "Lakeside School"}  # as some headers show it
    return read_paper(library.example(name), name).changed(preset=preset, **whose)


def half_written(library: Library, preset: str) -> Paper:
    """An example in which half of the answers are missing; its sources are all cited."""
    paper = finished(library, KENYA, preset)
    (topic,) = paper.topics
    left = {
        name: Said() if one else value for one, (name, value) in zip((0, 1) * 99, topic.answers.items(), strict=False)
    }
    return paper.changed(topics=(topic.changed(answers=left, solutions=()),))


def exported(paper: Paper, library: Library, folder: Path) -> ExportReport:
    return export_paper(paper, library, "txt", folder / "paper.txt")


def in_the_file(paper: Paper, library: Library) -> Document:
    (one,) = Composer(library).documents(paper)
    return one.document


@pytest.mark.parametrize("preset", ["", "ilmunc"])
def test_an_export_tells_the_pages_of_its_file_with_the_marks_in_it(
    library: Library, tmp_path: Path, preset: str
) -> None:
    paper = half_written(library, preset)
    document, (file,) = in_the_file(paper, library), exported(paper, library, tmp_path).files
    assert file.gaps
    assert file.pages == pages_to_hand_in(document).about > pages_to_hand_in(without_gaps(document)).about + 0.05
    assert file.without_list == (extent(document, resources=False).pages if preset else 0)
    assert file.borderline == is_borderline(document)


def test_the_list_of_sources_is_as_long_in_an_export_of_a_draft_as_its_entries_are(
    library: Library, tmp_path: Path
) -> None:
    report = exported(half_written(library, "ilmunc"), library, tmp_path)
    found = re.search(r"about ([\d.]+) pages without the list of sources and ([\d.]+) with it", report.told)
    assert found
    document = in_the_file(half_written(library, "ilmunc"), library)
    list_alone = extent(document, resources=True).pages - extent(document, resources=False).pages
    assert float(found[2]) - float(found[1]) == pytest.approx(list_alone, abs=0.1001)
    assert "Their marks take room on its pages and count as no words." in report.told


@pytest.mark.parametrize("preset", ["", "ilmunc"])
def test_a_check_tells_and_judges_the_pages_of_what_is_written(library: Library, preset: str) -> None:
    paper = half_written(library, preset)
    written, check = without_gaps(in_the_file(paper, library)), check_paper(paper, library, Path())
    assert check.pages == pages_to_hand_in(written).about
    assert check.length.pages == (extent(written, resources=False).pages if preset else check.pages)


@pytest.mark.parametrize("preset", ["", "ilmunc", "bmal", "metmun"])
@pytest.mark.parametrize("name", [KENYA, TWO_TOPICS])
def test_of_a_finished_paper_the_check_tells_what_the_exports_tell(
    library: Library, tmp_path: Path, name: str, preset: str
) -> None:
    paper = finished(library, name, preset)
    check, report = check_paper(paper, library, Path()), exported(paper, library, tmp_path)
    assert not any(file.gaps for file in report.files)
    assert check.words == sum(file.words for file in report.files)
    assert check.pages == pytest.approx(sum(file.pages for file in report.files))
    if len(report.files) == 1 and report.files[0].without_list:
        assert check.length.pages == report.files[0].without_list


def test_a_paper_of_several_documents_has_the_pages_of_all(library: Library, tmp_path: Path) -> None:
    report = exported(finished(library, TWO_TOPICS, "bmal"), library, tmp_path)
    assert len(report.files) == 2
