"""A tool says how it is called, and takes no option that it does not know for a folder or a file."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

TOOLS = sorted(
    path.stem
    for path in (Path(__file__).parents[2] / "tools").glob("*.py")
    if '__name__ == "__main__"' in path.read_text("utf-8")
)


@pytest.mark.parametrize(("asked", "code"), [("--help", 0), ("--nonsense", 2)])
@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_says_how_it_is_called_and_makes_nothing(
    tool: str,
    asked: str,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    main = importlib.import_module(tool).main
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [f"{tool}.py", asked])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == code
    captured = capsys.readouterr()
    assert "usage:" in captured.out + captured.err
    assert not list(tmp_path.iterdir())
