"""The library of a class's folder counts for the papers that lie below it, in whatever folder they were put."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mundraft.cli.running import run

PRESET = """mundraft-conference: 1
name: Harbour Policy Conference
short: HPC
length:
  - per: paper
    max_words: 3
file:
  name: "{country}_{topic}"
seen_at:
  - title: Handbook, page 3
    seen_on: 2026-11-22
"""
PAPER = "mundraft: 1\ntemplate: three-paragraphs\ntopics:\n  - title: Harbours\n"


@pytest.fixture
def class_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, used_home: Path) -> Path:
    folder = tmp_path / "class"
    (folder / "templates" / "conferences").mkdir(parents=True)
    (folder / "templates" / "conferences" / "harbour.yaml").write_text(PRESET, "utf-8")
    (folder / "papers" / "kim").mkdir(parents=True)
    for name in ("papers/a.yaml", "papers/b.yaml", "papers/kim/c.yaml"):
        (folder / name).write_text(PAPER, "utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("named", ["papers", "papers/a.yaml", "papers/kim/c.yaml"])
@pytest.mark.usefixtures("class_folder")
def test_a_preset_of_the_class_is_found_from_its_folder(named: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", named, "--conference", "HPC"])
    said = capsys.readouterr()
    assert "conference-unknown" not in said.out + said.err
    assert "HPC" in said.out or "rule-too-long" in said.out or "/3" in said.out


def test_a_library_around_the_current_folder_is_not_asked(
    class_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.chdir(class_folder / "papers")
    assert run(["check", "kim/c.yaml", "--conference", "HPC"]) == 2
    assert "conference-unknown" in capsys.readouterr().err


@pytest.mark.parametrize("named", [".", "a.yaml", "kim/c.yaml"])
def test_a_template_in_the_folder_around_the_papers_is_told_with_where_to_stand(
    class_folder: Path, capsys: pytest.CaptureFixture[str], named: str
) -> None:
    (class_folder / "templates" / "harbours").mkdir()
    (class_folder / "templates" / "harbours" / "template.yaml").write_text("mundraft-template: 1\n", "utf-8")
    for paper in class_folder.glob("papers/**/*.yaml"):
        paper.write_text(PAPER.replace("three-paragraphs", "harbours"), "utf-8")
    os.chdir(class_folder / "papers")
    assert run(["check", named]) == 2
    told = capsys.readouterr().err
    assert f"The template 'harbours' is in {class_folder / 'templates'}" in told
    assert f'Run this from {class_folder}, or give it: mundraft --library "{class_folder}"' in told


@pytest.mark.usefixtures("class_folder")
@pytest.mark.parametrize("command", [["check"], ["export", "--out-dir", "word"]])
def test_a_conference_that_nobody_knows_is_told_once_for_a_class(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "papers", "--conference", "zzqx"]) == 2
    said = capsys.readouterr()
    assert said.err.count("[conference-unknown]") == 1
    assert "mundraft conference new" in said.err
    assert not said.out


def test_a_preset_that_cannot_be_read_is_told_once_as_what_it_is(
    class_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (class_folder / "templates/conferences/harbour.yaml").write_text(PRESET + "tipe: 1\n", "utf-8")
    for command in (["check", "papers"], ["check", "papers/a.yaml"], ["export", "papers"]):
        assert run([*command, "--conference", "harbour"]) == 2
        said = capsys.readouterr().err
        assert said.count("[conference-unknown-key]") == 1, said
        assert "harbour.yaml:12:1" in said
    assert run(["conference", "show", "HPC"]) == 2
    assert "mundraft conference check harbour" in capsys.readouterr().err


def test_half_a_paper_on_two_topics_is_exported_with_gaps_under_the_name_that_is_asked(class_folder: Path) -> None:
    half = PAPER.replace("three-paragraphs", "two-topics").replace("\ntopics", "\nseat:\n  ref: kenya\ntopics")
    (class_folder / "papers" / "a.yaml").write_text(half, "utf-8")
    assert run(["export", "papers/a.yaml", "--conference", "HPC", "--to", "txt"]) == 0
    assert (class_folder / "papers" / "Kenya_Harbours.txt").is_file()
