"""`mundraft sources`: what is read from files goes into the paper, once, and comes out again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mundraft.cli.running import run
from mundraft.paper.file import read_paper
from mundraft.paper.history import History

PAPER = """mundraft: 1
template: classic
topics:
  - id: t1
    title: Displacement by drought
sources:
  - id: okafor-2023
    type: book
    title: Rivers
    issued: "2021"
"""
BIB = """@book{a, title = {Water}, author = {Okafor, Ben}, year = 2023}
@book{b, title = {Rivers}, year = 2021}
@book{c, title = {Never closed,
"""
RIS = "TY  - RPRT\nTI  - Land\nPY  - 2020\nER  - \n"


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "b.ris").write_text(RIS, encoding="utf-8")
    path = tmp_path / "kenya.yaml"
    path.write_text(PAPER, encoding="utf-8")
    return path


def test_what_the_paper_lacks_is_added_and_the_rest_is_told(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sources", "import", "kenya.yaml", "a.bib", "b.ris"]) == 1
    said = capsys.readouterr()
    sources = read_paper(paper.read_bytes(), "kenya.yaml").sources
    assert [(source.id, source.title) for source in sources] == [
        ("okafor-2023", "Rivers"),
        ("okafor-2023-2", "Water"),
        ("land", "Land"),
    ]
    assert "2 sources added. 1 source in the paper already." in said.out
    assert "holds it as okafor-2023: Rivers. 2021 [import-known]" in said.out
    assert "a.bib:3:" in said.err
    assert "[import-bibtex-broken]" in said.err
    assert [version.why for version in History(paper).versions()]


def test_importing_twice_changes_nothing(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sources", "import", "kenya.yaml", "b.ris"]) == 0
    before = paper.read_bytes()
    assert run(["sources", "import", "kenya.yaml", "b.ris", "b.ris"]) == 0
    assert paper.read_bytes() == before
    assert "No source was added. 1 source in the paper already." in capsys.readouterr().out


def test_a_file_that_cannot_be_read_keeps_no_other_from_it(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (paper.parent / "c.pdf").write_bytes(b"%PDF-1.7\0")
    assert run(["sources", "import", "kenya.yaml", "nowhere.bib", "c.pdf", "b.ris"]) == 2
    said = capsys.readouterr()
    assert "1 source added." in said.out
    assert "[file-missing]" in said.err
    assert "a PDF document" in said.err


def test_an_import_speaks_json(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sources", "import", "kenya.yaml", "a.bib", "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert [source["id"] for source in data["added"]] == ["okafor-2023-2"]
    assert data["known"] == [{"title": "Rivers", "held_as": "okafor-2023"}]
    assert [(problem["code"], problem["line"]) for problem in data["problems"]] == [("import-bibtex-broken", 3)]


def test_a_paper_that_is_not_there_is_told(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sources", "import", "other.yaml", "b.ris"]) == 2
    assert "[file-missing]" in capsys.readouterr().err


def test_sources_are_listed_and_given_out_and_taken_in_again(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sources", "list", "kenya.yaml"]) == 0
    assert capsys.readouterr().out == "okafor-2023  Rivers. 2021\n"
    assert run(["sources", "list", "kenya.yaml", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["issued"] == "2021"
    assert run(["sources", "export", "kenya.yaml", "-o", "out.json"]) == 0
    assert run(["sources", "export", "kenya.yaml", "-o", "out.json"]) == 2
    assert "[sources-output-exists]" in capsys.readouterr().err
    assert run(["sources", "export", "kenya.yaml"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["issued"] == {"date-parts": [[2021]]}
    paper.write_text(PAPER.partition("sources:")[0], encoding="utf-8")
    assert run(["sources", "import", "kenya.yaml", "out.json"]) == 0
    assert [source.title for source in read_paper(paper.read_bytes(), "kenya.yaml").sources] == ["Rivers"]


def test_a_paper_without_sources_says_so(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper.write_text(PAPER.partition("sources:")[0], encoding="utf-8")
    assert run(["sources", "list", "kenya.yaml"]) == 0
    assert "no source of its own yet" in capsys.readouterr().out
