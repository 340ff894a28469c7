"""Papers of one name in several folders, exported into one."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.cli.running import run


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_each_paper_of_a_batch_gets_a_document_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder, topic in (("kenya", "River pollution"), ("japan", "Ocean plastic"), ("out", "")):
        Path(folder).mkdir()
        if topic:
            run(["new", f"{folder}/paper", "--topic", topic])
    batch = ["export", "kenya/paper.yaml", "japan/paper.yaml", "kenya/paper.yaml", "--to", "txt", "--out-dir", "out"]
    assert run([*batch, *force]) == 0
    documents = sorted(Path("out").iterdir())
    assert [path.name for path in documents] == ["japan-paper.txt", "kenya-paper.txt"]
    assert "Ocean plastic" in documents[0].read_text("utf-8")
    assert "River pollution" in documents[1].read_text("utf-8")
