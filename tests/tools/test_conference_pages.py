"""The page on conferences: its tables are written from the presets and the form, and its examples work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import conference_pages
from mundraft.library.checks import conference_problems
from mundraft.library.conference_words import rules_in_words
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library


@pytest.fixture(scope="module")
def page() -> str:
    return conference_pages.PAGE.read_text(encoding="utf-8")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library([Folder(tmp_path, Tier.BESIDE), Folder(shipped_folder(), Tier.SHIPPED)])


def test_the_page_is_in_step_with_the_presets_and_the_form() -> None:
    assert conference_pages.main(["--check"]) == 0, "run tools/conference_pages.py"


def test_a_page_without_marks_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="marks"):
        conference_pages.page_with_sections("no marks here")


def example(page: str, holding: str) -> str:
    """The one example of the page that holds these words."""
    (found,) = (text for text in re.findall(r"(?s)```yaml\n(.*?)```", page) if holding in text)
    return str(found)


def put(text: str, name: str, folder: Path) -> None:
    path = folder / "templates" / "conferences" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_worked_example_holds_the_rules_that_the_page_tells(page: str, tmp_path: Path, library: Library) -> None:
    put(example(page, "name: Riverside"), "riverside-mun.yaml", tmp_path)
    assert conference_problems(library) == ()
    told = " ".join(rule for group in rules_in_words(library.conference("riverside-mun")) for rule in group.rules)
    for rule in (
        "At most 2 pages on each topic, without the resources list",
        "Times New Roman or Arial",
        "11 to 12 point",
        "Single spacing",
        "Committee: committee; Country: country; Topic: topic",
        "Anonymous",
        "Cite in MLA (in the text)",
        "(Works Cited) stands at the end",
        "As PDF",
        "[country]_[committee in short], such as SaudiArabia_GA1",
        "Text made by a language model is forbidden",
    ):
        assert rule in told


def test_the_example_of_a_new_season_corrects_what_ships(page: str, tmp_path: Path, library: Library) -> None:
    put(example(page, "handbook of next season"), "dmunc.yaml", tmp_path)
    conference = library.conference("dmunc")
    assert conference.refused == ()
    assert conference.file.formats == ("pdf", "docx")
    assert conference.header
    assert conference.season == "2027"
