"""The page on packs: its files and its commands work as they stand there, and what it promises in numbers is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from making_packs import class_folder

from mundraft.cli.running import run
from mundraft.packs.pack import CAPS, MOST_TEMPLATES

PAGE = (Path(__file__).parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_the_files_and_commands_of_the_page_work_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    folder = class_folder(tmp_path / "class")
    manifest = next(text for kind, text in BLOCKS if kind == "yaml")
    words = next(text for _, text in BLOCKS if text.startswith("# Names"))
    (folder / "pack.yaml").write_text(manifest, encoding="utf-8")
    (folder / "words.txt").write_text(words, encoding="utf-8")
    commands = [line for _, text in BLOCKS for line in text.splitlines() if line.startswith("mundraft ")]
    assert len(commands) == 5
    for line in commands:
        assert run(line.split()[1:]) == 0, line
    told = capsys.readouterr().out
    assert "word list: 3 names" in told
    assert "Papers are due on 3 March." in told


def test_the_page_names_the_limits_as_they_are() -> None:
    said = f"at most {CAPS.members} files, {CAPS.member // 10**6} MB each and {CAPS.whole // 10**6} MB together"
    assert said in PAGE
    assert f"at most {MOST_TEMPLATES} templates" in PAGE
