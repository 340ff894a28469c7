"""The guides, worked through from the first line to the last: what they say to type works, and shows what they show."""

from __future__ import annotations

import shutil
import textwrap
from pathlib import Path

import pytest
from guide_pages import Reader

from mundraft.cli.running import run
from mundraft.compose.compose import Composer
from mundraft.export.formats import render
from mundraft.library.folders import shipped_folder
from mundraft.library.search_path import default_library
from mundraft.paper.file import read_paper

ROOT = Path(__file__).parents[2]
LOOKS = ROOT / "tests" / "word" / "references" / "made_in_libreoffice.docx"
EXAMPLE = "kenya-climate-displacement"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "model-un"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "80")
    return folder


def printed_in(folder: Path, text: str) -> str:
    """What a piece of text prints in the part on the issue of the example paper, under the template of the guide."""
    tried = folder / "templates" / "tried"
    tried.mkdir(exist_ok=True)
    (tried / "template.yaml").write_text("extends: saltmarsh\nname: Tried\n", encoding="utf-8")
    whole = f'{{% extends "saltmarsh" %}}\n{{% block issue %}}\n{text}{{% endblock %}}\n'
    (tried / "paper.md.j2").write_text(whole, encoding="utf-8")
    library = default_library(beside=folder)
    paper = read_paper(library.example(EXAMPLE), EXAMPLE).changed(template="tried")
    document = Composer(library).documents(paper)[0].document
    shutil.rmtree(tried)
    (issue,) = (part for part in document.parts if part.key == "issue")
    plain = render(document._replace(parts=(issue,), notes=()), "txt").decode("utf-8-sig")
    return textwrap.fill(" ".join(plain.split()), 80)


def worked_through(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> Reader:
    def told(words: list[str]) -> tuple[int, str]:
        code = run(words)
        said = capsys.readouterr()
        return code, (said.out + said.err).replace(str(shipped_folder()), "…")

    reader = Reader(folder, told, lambda text: printed_in(folder, text), {"reference.docx": LOOKS})
    reader.work_through((ROOT / "docs" / name).read_text(encoding="utf-8"))
    return reader


def test_the_teachers_guide_makes_a_working_template(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reader = worked_through("teachers-guide.md", here, capsys)
    assert not reader.faults, "\n\n".join(reader.faults)
    assert reader.commands > 20


def test_the_chairs_page_makes_a_preset_that_works(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reader = worked_through("chairs.md", here, capsys)
    assert not reader.faults, "\n\n".join(reader.faults)
    assert reader.commands > 5
