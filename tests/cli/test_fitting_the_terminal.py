"""On a terminal, the class's table takes one line for each student, and no message breaks within a word."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from mundraft.cli.fitting import fitted
from mundraft.cli.running import run
from mundraft.paper.file import paper_to_bytes
from mundraft.paper.model import Paper, Seat, Topic
from mundraft.strictyaml.excerpts import cells

NAMES = ("kenya-climate-displacement-short", "kenya-climate-displacement", "japan")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise OSError("as in a window that has none")


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, used_home: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "class").mkdir()
    for name in NAMES:
        paper = Paper(
            seat=Seat(ref="kenya"),
            delegates=("Wilhelmina Featherstone", "Ōtani"),
            topics=(Topic(title="Rivers of all"),),
        )
        (tmp_path / "class" / f"{name}.yaml").write_bytes(paper_to_bytes(paper))
    return tmp_path


def on_terminal(monkeypatch: pytest.MonkeyPatch, width: str, *words: str) -> str:
    """What a command prints on a terminal of so many columns ("": one that does not say)."""
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    monkeypatch.setattr("sys.stderr", Terminal())
    monkeypatch.setenv("COLUMNS", width)
    run(words)
    return terminal.getvalue()


@pytest.mark.parametrize("width", [50, 64, 80, 100, 200])
def test_the_table_has_a_line_for_each_student_at_any_width(
    room: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    lines = on_terminal(monkeypatch, str(width), "check", "class").splitlines()
    table = lines[: len(NAMES) + 1]
    assert max(map(cells, lines)) < width
    assert len({*table}) == len(table)
    assert table[0].split()[0] == "Paper"
    assert "Missing" in table[0]
    assert table[0].endswith("Weighs most")
    assert any(line.startswith("Left out for want of room: ") for line in lines) == ("Warnings" not in table[0])


@pytest.mark.parametrize("told", ["", "0", "²", "-4", pytest.param("9" * 5000, id="digits")])
def test_a_terminal_that_tells_no_width_is_taken_for_a_usual_one(
    room: Path, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    assert 70 < max(map(len, on_terminal(monkeypatch, told, "check", "class").splitlines())) < 80


def test_what_is_piped_has_all_columns_and_long_lines(
    room: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    run(["check", "class"])
    out = capsys.readouterr().out
    assert "Delegates" in out
    assert "Wilhelmina Featherstone, Ōtani" in out
    assert max(map(len, out.splitlines())) > 100


def test_the_findings_of_a_paper_break_between_words_and_keep_their_indent(
    room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = on_terminal(monkeypatch, "9999", "check", "class/japan.yaml")
    lines = on_terminal(monkeypatch, "48", "check", "class/japan.yaml").splitlines()
    assert " ".join(lines).split() == whole.split()
    assert [line for line in lines if len(line) > 47 and " " in line.strip()] == []
    below = lines[next(at for at, line in enumerate(lines) if line.lstrip().startswith("-> ")) + 1]
    assert below.startswith(" " * 9) or below.lstrip().startswith(("error: ", "warning: ", "advice: "))


@pytest.mark.parametrize(
    "words", [["check", "class", "--json"], ["check", "class", "--csv", "-"], ["instrument", "list", "--json"]]
)
def test_what_a_program_reads_is_never_broken(room: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    out = on_terminal(monkeypatch, "30", *words)
    assert max(map(len, out.splitlines())) > 60
    if "--json" in words:
        json.loads(out)


def test_a_line_of_a_file_keeps_its_mark_and_an_address_its_letters() -> None:
    line = "    a line of somebody's file that is longer than it may be"
    mark = "            ^"
    address = "https://treaties.example/" + "a" * 60
    text = f"kenya.yaml:3:9: It is wrong here. [x]\n{line}\n{mark}\n    -> Look at {address} first."
    assert fitted(text, 40).split("\n") == [
        "kenya.yaml:3:9: It is wrong here. [x]", line, mark, "    -> Look at", f"       {address}", "       first.",
    ]  # fmt: skip


def test_wide_letters_are_counted_as_the_two_cells_that_they_take() -> None:
    lines = fitted("水 " * 30, 20).split("\n")
    assert max(map(cells, lines)) < 20
    assert "".join(lines).replace(" ", "") == "水" * 30
