"""What docs/templates.md says of expectations and extremes: its example holds, and what it names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mundraft.cli.running import run
from mundraft.library.folders import shipped_folder
from mundraft.library.search_path import default_library

DOCUMENT = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")
EXAMPLE = next(block for block in DOCUMENT.split("```") if block.startswith("yaml\nmundraft-expectations"))
NAMED = [
    name for row in re.findall(r"^\| (`[a-z].*?) \|", DOCUMENT, re.MULTILINE) for name in re.findall(r"`([^`]+)`", row)
]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    return tmp_path


def test_the_documented_expectations_hold(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = here / "templates" / "classic"
    folder.mkdir(parents=True)
    for name in ("template.yaml", "paper.md.j2"):
        (folder / name).write_bytes((shipped_folder() / "templates" / "classic" / name).read_bytes())
    (folder / "expectations.yaml").write_text(EXAMPLE.removeprefix("yaml\n"), encoding="utf-8")
    assert run(["template", "test", "classic"]) == 0, capsys.readouterr()
    assert "3 of 3 hold." in capsys.readouterr().out


def test_the_extremes_that_are_documented_are_there() -> None:
    from mundraft.compose.extremes import extremes, one_change_each

    definition = default_library().template("classic").definition
    keys = {extreme.key for extreme in (*extremes(definition), *one_change_each(definition))}
    documented = {name for name in NAMED if "-" in name.strip("-")} | {"without-timeline", "position-oppose"}
    assert documented <= keys
    assert len(documented) > 12
