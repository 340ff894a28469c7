"""The command line among hostile names, broken outputs and missing inputs: a message and an exit code, every time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from mundraft.cli.running import run

ON_WINDOWS = sys.platform == "win32"


def mundraft(
    folder: Path, *words: str, close: str = "", stdout: int | IO[str] = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    """Run the program as a shell does, with the streams of the numbers in `close` closed."""
    closing = f"import os; [os.close(n) for n in {[int(n) for n in close]}]; "
    start = "import sys; os.execv(sys.executable, [sys.executable, '-m', 'mundraft', *sys.argv[1:]])"
    return subprocess.run(
        [sys.executable, "-c", closing + start, *words],
        cwd=folder,
        text=True,
        check=False,
        env={**os.environ, "MUNDRAFT_HOME": str(folder / "home")},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
    )


@pytest.mark.skipif(ON_WINDOWS, reason="Windows allows no such name")
@pytest.mark.parametrize("command", ["check", "export", "history", "ask"])
def test_a_files_name_commands_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "a\x1b]0;title\x07\x1b[31m\x9b32m\rred.yaml"
    Path(name).write_text("mundraft: 1\nunknown: x\n", encoding="utf-8")
    run([command, name])
    said = capsys.readouterr()
    assert "a?]0;title??[31m?32m?red.yaml" in said.out + said.err
    assert not set(said.out + said.err) & set("\x1b\x07\x9b\r")


@pytest.mark.skipif(ON_WINDOWS, reason="a shell of Linux and macOS closes streams")
@pytest.mark.parametrize("close", ["0", "1", "2", "01", "012"])
@pytest.mark.parametrize(("words", "code"), [(("ask", "p"), 0), (("check", "gone.yaml"), 2), (("--version",), 0)])
def test_closed_streams_are_no_fault(tmp_path: Path, close: str, words: tuple[str, ...], code: int) -> None:
    ended = mundraft(tmp_path, *words, close=close)
    assert ended.returncode == code, ended.stderr
    assert "fault" not in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("words", [("country", "list"), ("ask", "p"), ("new", "q")])
def test_an_output_that_is_full_is_told(tmp_path: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        ended = mundraft(tmp_path, *words, stdout=full)
    assert ended.returncode == 2
    assert "[output-failed]" in ended.stderr
    assert "fault" not in ended.stderr
    assert "Exception" not in ended.stderr


@pytest.mark.skipif(ON_WINDOWS, reason="Windows keeps the folder that a program is in")
@pytest.mark.parametrize("words", [("check", "p.yaml"), ("new", "p"), ("template", "list"), ("demo",)])
def test_a_terminal_whose_folder_is_gone_is_told_so(tmp_path: Path, words: tuple[str, ...]) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    start = "import os, sys; os.rmdir(os.getcwd()); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    ended = subprocess.run(
        [sys.executable, "-c", start, "-P", "-m", "mundraft", *words],
        cwd=gone,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert "[folder-gone]" in ended.stderr
