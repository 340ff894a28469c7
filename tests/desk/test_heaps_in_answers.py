"""Answers made to keep the program busy, as a class's folder may hold them: checked and exported like any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.cli.running import run
from mundraft.library.folders import shipped_folder
from mundraft.paper.file import paper_to_bytes, read_paper

EXAMPLE = shipped_folder() / "examples" / "mexico-child-trafficking-short.yaml"
MANY = 15_000
HEAPS = {
    "lines": "a" + "\n" * MANY + "b",
    "lines of spaces": "a" + " \n" * MANY + "b",
    "full stops": "." * MANY + "x",
    "exclamation marks": "a" + "!" * MANY + "x",
    "marks upon a letter": "a" + "\u0301\u0323" * MANY,
    "invisible turns": "\u202e" * MANY,
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One home for all of them: the index of the library is made there once."""
    return tmp_path_factory.mktemp("home")


@pytest.mark.parametrize("heap", HEAPS.values(), ids=HEAPS.keys())
def test_no_answer_keeps_a_paper_from_being_checked_and_exported(
    heap: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MUNDRAFT_HOME", str(home))
    paper = read_paper(EXAMPLE.read_bytes(), str(EXAMPLE))
    topic = paper.topics[0]
    solution = topic.solutions[0].changed(action=heap, mechanism=heap)
    heavy = topic.changed(title=heap, solutions=(solution, *topic.solutions[1:]))
    path = tmp_path / "heavy.yaml"
    path.write_bytes(paper_to_bytes(paper.changed(topics=(heavy,))))
    assert run(["check", str(path)]) in (0, 1)
    assert run(["export", str(path), "-o", str(tmp_path / "heavy.docx")]) in (0, 1)
    assert (tmp_path / "heavy.docx").exists()
