"""The commands that ask the library, as the documents write them: each of them runs."""

from __future__ import annotations

import io
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mundraft.cli.running import run

ROOT = Path(__file__).parents[2]
DOCUMENTS = (ROOT / "README.md", ROOT / "docs" / "library.md")
ASKED = re.compile(r"^mundraft (?:country|instrument|body|explain|template) .*$", re.MULTILINE)
IN_TEXT = re.compile(r"`(mundraft (?:country|instrument|body|explain) [^`]*)`")


def commands() -> Iterator[str]:
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        yield from (line for block in text.split("```")[1::2] for line in ASKED.findall(block))
        yield from (line for line in IN_TEXT.findall(text) if "CODE" not in line)


@pytest.mark.parametrize("line", sorted(set(commands())))
def test_a_documented_command_runs(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO("States Parties shall respect and ensure the rights set forth"))
    words = shlex.split(line.partition("#")[0].partition("<")[0])
    code = run(words[1:])
    said = capsys.readouterr()
    assert (code in (0, 1), said.err) == (True, "")
    assert said.out.strip()
