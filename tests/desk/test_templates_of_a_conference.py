"""A template that names its conference: a new paper follows those rules, until its delegate chooses otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.desk.creating import Beginning, paper_from
from mundraft.desk.template_checking import check_template
from mundraft.library.search_path import Library, default_library
from mundraft.paper.model import Paper

PRESET = """mundraft-conference: 1
name: Harbour Town Model UN
short: HarbMUN
length:
  - max_words: 700
citations:
  resources:
    min_sources: 3
seen_at:
  - title: Our handbook
    seen_on: 2026-11-22
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A class's folder with a preset of its own, and templates that name it, another, one that is not there."""
    conferences = tmp_path / "templates" / "conferences"
    conferences.mkdir(parents=True)
    (conferences / "harbmun.yaml").write_text(PRESET, "utf-8")
    _template(tmp_path, "harbour", "classic", "preset: harbmun\nmax_words: 1200")
    _template(tmp_path, "second-year", "harbour", "max_words: 650")
    _template(tmp_path, "lost", "classic", "preset: harbmum")
    return default_library(extra=tmp_path)


def _template(folder: Path, name: str, behind: str, more: str) -> None:
    home = folder / "templates" / name
    home.mkdir()
    (home / "template.yaml").write_text(f"mundraft-template: 1\nextends: {behind}\nname: {name}\n{more}\n", "utf-8")
    (home / "paper.md.j2").write_text(f'{{% extends "{behind}" %}}\n', "utf-8")


def begun(library: Library, template: str, conference: str = "") -> Paper:
    return paper_from(library, Beginning(template=template, conference=conference))


@pytest.mark.parametrize("template", ["harbour", "second-year"])
def test_a_new_paper_follows_the_rules_of_the_conference_that_its_template_names(
    library: Library, template: str
) -> None:
    paper = begun(library, template)
    assert (paper.preset, paper.conference) == ("harbmun", "Harbour Town Model UN")


def test_a_conference_that_is_named_at_the_beginning_wins(library: Library) -> None:
    assert begun(library, "harbour", "DMUNC").preset == "dmunc"
    assert begun(library, "classic").preset == ""


def test_a_template_whose_conference_is_not_here_still_begins_a_paper(library: Library) -> None:
    assert begun(library, "lost").template == "lost"
    assert begun(library, "lost").preset == ""


def test_a_conference_that_is_not_here_is_told_at_its_line_with_what_was_meant(library: Library) -> None:
    (problem,) = [one for one in check_template("lost", library).problems if "preset" in one.code]
    assert problem.code == "template-preset-unknown"
    assert problem.place is not None
    assert problem.place.line == 4
    assert "harbmun" in problem.next_step


def test_a_template_of_a_known_conference_is_held_to_its_length(library: Library) -> None:
    assert "template-preset-unknown" not in [one.code for one in check_template("harbour", library).problems]
    assert check_template("second-year", library).is_read
