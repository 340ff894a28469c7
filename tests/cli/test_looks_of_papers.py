"""Whose looks a paper has: those of its template's reference, of a file that is named, or the project's own."""

from __future__ import annotations

import io
import shlex
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from mundraft.cli.running import run
from mundraft.compose.compose import Composer
from mundraft.library.search_path import default_library
from mundraft.paper.file import paper_to_bytes, read_paper
from mundraft.paper.model import Paper

REFERENCE = Path(__file__).parents[1] / "word" / "references" / "made_in_libreoffice.docx"


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A class's folder: a template with looks, one that extends it, and a paper drafted from that."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    for name, extended in (("school", "classic"), ("grade-ten", "school")):
        folder = tmp_path / "templates" / name
        folder.mkdir(parents=True)
        (folder / "template.yaml").write_text(f"extends: {extended}\nname: {name.title()}\n", encoding="utf-8")
        (folder / "paper.md.j2").write_text(f'{{% extends "{extended}" %}}\n', encoding="utf-8")
    shutil.copy(REFERENCE, tmp_path / "templates" / "school" / "reference.docx")
    example = default_library().example("mexico-child-trafficking-short")
    save(tmp_path, read_paper(example, "example").changed(template="grade-ten"))
    return tmp_path


def save(folder: Path, paper: Paper) -> None:
    (folder / "paper.yaml").write_bytes(paper_to_bytes(paper))


def styles_of(path: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return package.read("word/styles.xml").decode()


def has_picture(path: Path) -> bool:
    with zipfile.ZipFile(path) as package:
        return any(name.startswith("word/media/") for name in package.namelist())


def test_a_paper_has_the_looks_of_the_nearest_template_that_has_some(school: Path) -> None:
    assert run(["export", "paper.yaml", "-o", "own.docx"]) == 0
    assert 'w:ascii="Cambria"' in styles_of(school / "own.docx")
    assert has_picture(school / "own.docx")


def test_a_file_that_is_named_or_none_takes_the_place_of_the_templates(school: Path) -> None:
    assert run(["export", "paper.yaml", "-o", "none.docx", "--looks", "none"]) == 0
    assert "Cambria" not in styles_of(school / "none.docx")
    save(school, read_paper((school / "paper.yaml").read_bytes(), "paper").changed(template="classic"))
    assert run(["export", "paper.yaml", "-o", "named.docx", "--looks", str(REFERENCE)]) == 0
    assert 'w:ascii="Cambria"' in styles_of(school / "named.docx")


def test_what_a_conference_overrules_is_told_to_whoever_named_the_file(
    school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    looks = ["--looks", str(REFERENCE)]
    assert run(["export", "paper.yaml", "-o", "paper.docx", "--conference", "northmun", *looks]) == 0
    told = capsys.readouterr().out
    assert "Not used of these looks: The font Cambria: NorthMUN asks for Times New Roman" in told
    assert not has_picture(school / "paper.docx")
    assert run(["export", "paper.yaml", "-o", "paper.docx", "--conference", "northmun"]) == 0
    assert "Not used" not in capsys.readouterr().out, "a student can do nothing about a template's looks"


def test_a_file_that_gives_no_looks_is_refused_before_anything_is_written(
    school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (school / "looks.docx").write_bytes(b"%PDF-1.7")
    assert run(["export", "paper.yaml", "-o", "paper.docx", "--looks", "looks.docx"]) == 2
    assert "This is a PDF, not a Word file. [looks-not-word]" in capsys.readouterr().err
    assert not (school / "paper.docx").exists()


def test_a_templates_reference_that_is_broken_stops_no_paper_and_is_told(
    school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (school / "templates" / "school" / "reference.docx").write_bytes(b"%PDF-1.7")
    assert run(["export", "paper.yaml", "-o", "paper.docx"]) == 0
    assert "The looks of the template 'grade-ten' cannot be read" in capsys.readouterr().out
    assert "Times New Roman" in styles_of(school / "paper.docx")


def test_new_looks_are_seen_by_a_composer_that_is_kept(school: Path) -> None:
    paper = read_paper((school / "paper.yaml").read_bytes(), "paper.yaml")
    composer = Composer(default_library(beside=school))
    assert composer.presentation(paper).layout.font == "Cambria"
    (school / "templates" / "school" / "reference.docx").unlink()
    assert composer.presentation(paper).layout.font == "Times New Roman"


def test_a_teacher_sees_what_is_taken_and_what_is_left_out(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "looks", "grade-ten", "--conference", "northmun"]) == 0
    told = capsys.readouterr().out
    assert "Heading 1: Cambria 15 pt, bold, dark red (7B1E1E)" in told
    assert "The text of the document: a reference gives looks alone" in told
    assert "Left out by the rules of NorthMUN:" in told
    assert "The picture in the header: NorthMUN forbids pictures or emblems" in told
    assert run(["template", "looks", str(REFERENCE)]) == 0
    assert "Heading 1: Cambria 15 pt" in capsys.readouterr().out


def test_a_template_without_looks_says_where_to_put_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "looks", "classic"]) == 2
    assert "reference.docx to give it some" in capsys.readouterr().err


def test_the_preview_of_a_template_tells_of_its_looks(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "preview", "grade-ten", "--with", "paper.yaml"]) == 0
    assert "Heading 1: Cambria 15 pt" in capsys.readouterr().out


def test_watching_a_template_tells_of_new_looks_at_their_save(
    school: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reference = school / "templates" / "school" / "reference.docx"

    def one_save(files: Callable[[], Iterable[Path]], seen: object) -> Iterator[object]:
        assert reference in files()
        assert "Heading 1: Cambria 15 pt" in capsys.readouterr().out
        reference.unlink()
        yield seen

    monkeypatch.setattr("mundraft.desk.template_watch.saves", one_save)
    assert run(["template", "preview", "grade-ten", "--with", "paper.yaml", "--watch"]) == 0
    assert "no looks of its own any more" in capsys.readouterr().out


def test_no_name_of_a_school_stands_in_the_header_of_an_anonymous_paper(school: Path) -> None:
    preset = school / "templates" / "conferences" / "masked.yaml"
    preset.parent.mkdir()
    preset.write_text(
        "name: Masked MUN\nheader:\n  anonymous: true\n  columns:\n    - lines:\n        - field: country\n"
        "seen_at:\n  - title: Handbook\n    seen_on: '2026'\n",
        encoding="utf-8",
    )
    assert run(["export", "paper.yaml", "-o", "masked.docx", "--conference", "masked"]) == 0
    assert not has_picture(school / "masked.docx")
    assert 'w:ascii="Cambria"' in styles_of(school / "masked.docx")


def documented_commands() -> list[str]:
    text = (Path(__file__).parents[2] / "docs" / "looks.md").read_text(encoding="utf-8")
    return [line for block in text.split("```")[1::2] for line in block.splitlines() if line.startswith("mundraft ")]


def test_every_command_in_the_guide_to_looks_runs(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (school / "templates" / "grade-ten").rename(school / "templates" / "our-class")
    paper = read_paper((school / "paper.yaml").read_bytes(), "paper.yaml")
    save(school, paper.changed(template="our-class"))
    shutil.copy(REFERENCE, school / "looks.docx")
    commands = documented_commands()
    assert len(commands) == 5
    for command in commands:
        assert run(shlex.split(command)[1:]) == 0, command
        assert capsys.readouterr().out
