"""A paper that is handed in on paper: the addresses of its sources can be read in the list."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.citation.styles import STYLES
from mundraft.cli.running import run
from mundraft.compose.compose import compose
from mundraft.document.tree import Link, ReferenceList, inline_text
from mundraft.library.search_path import Library, default_library
from mundraft.paper.file import paper_to_bytes, read_paper
from mundraft.paper.model import Look, Paper
from mundraft.word.reader import paragraph_texts

REPORT = "https://www.state.gov/reports/2023-trafficking-in-persons-report/mexico/"


@pytest.fixture(scope="module")
def library() -> Library:
    return default_library(None, None)


@pytest.fixture(scope="module")
def paper(library: Library) -> Paper:
    return read_paper(library.example("mexico-child-trafficking-short"), "mexico.yaml")


def listed(paper: Paper, library: Library) -> ReferenceList:
    (found,) = (
        block for part in compose(paper, library).parts for block in part.blocks if type(block) is ReferenceList
    )
    return found


@pytest.mark.parametrize("style", STYLES)
def test_every_style_prints_each_address_once_where_it_is_wanted(style: str, paper: Paper, library: Library) -> None:
    look = Look(citing=f"{style} footnotes" if style == "chicago-notes" else style, addresses="printed")
    entries = listed(paper.changed(look=look), library).entries
    linked = [[one for one in entry.inlines if isinstance(one, Link)] for entry in entries]
    assert [len(links) for links in linked] == [1, 1, 1]
    for entry, (link,) in zip(entries, linked, strict=True):
        assert link.text == link.url
        assert inline_text(entry.inlines).count("https://") == 1


def test_a_title_stays_the_link_where_nobody_wants_its_address_printed(paper: Paper, library: Library) -> None:
    first = listed(paper, library).entries[0]
    assert "https://" not in inline_text(first.inlines)
    assert [one.url for one in first.inlines if isinstance(one, Link)] == [REPORT]


def test_a_teacher_exports_papers_with_their_addresses(
    tmp_path: Path, paper: Paper, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mexico.yaml").write_bytes(paper_to_bytes(paper))
    assert run(["export", ".", "--addresses", "--out-dir", "word"]) == 0
    (word,) = (tmp_path / "word").iterdir()
    (entry,) = (words for words in paragraph_texts(word.read_bytes()) if "2023 Trafficking" in words)
    assert entry.endswith(f"2023. {REPORT}")
    capsys.readouterr()
    assert run(["export", "mexico.yaml", "--addresses", "--to", "txt", "-o", "-"]) == 0
    assert capsys.readouterr().out.count(REPORT) == 1


def test_a_paper_keeps_the_choice_in_its_file(paper: Paper) -> None:
    printed = paper.changed(look=Look(addresses="printed"))
    assert read_paper(paper_to_bytes(printed), "mexico.yaml") == printed
    assert b"addresses" not in paper_to_bytes(paper)
