"""A class's folder in which some mean harm, or met with an accident: the others get what they would have got."""

from __future__ import annotations

import csv
import io
import os
import sys
from pathlib import Path

import pytest
from test_class_folder import documents, hand_in, room

from mundraft.cli.class_lines import class_lines
from mundraft.cli.running import run
from mundraft.desk.class_table import Row
from mundraft.files.names import fault_of_name
from mundraft.paper.model import Seat
from mundraft.problems import Place

__all__ = ["room"]  # a fixture
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no such names, and links to few")


@on_posix
def test_a_link_to_the_folder_itself_gives_no_student_a_second_document(
    room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(room, "a.yaml")
    hand_in(room, "lee/b.yaml")
    (room / "again").symlink_to(".", target_is_directory=True)
    (room / "link.yaml").symlink_to("a.yaml")
    (room / "circle.yaml").symlink_to("circle.yaml")
    assert run(["export", "class", "--to", "txt"]) == 2
    assert len(documents(room)) == 2
    said = capsys.readouterr()
    assert "Wrote the documents of 2 papers" in said.out
    assert "Not looked at" not in said.err


@on_posix
def test_no_name_of_a_file_makes_a_line_of_its_own_or_turns_one_round(
    room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["a\nz.yaml  Kenya  9/9  0  0  0", "b\u202elmay", "c\u2028d", "e\x1b[2J"]
    for name in names:
        hand_in(room, f"{name}.yaml", seat=Seat(name="X\u202eY"))
    run(["check", "class"])
    table = capsys.readouterr().out.splitlines()
    assert len(table) == 1 + len(names) + 1
    assert not any(sign in line for line in table for sign in "\u202e\u2028\x1b")
    run(["export", "class", "--to", "txt"])
    said = capsys.readouterr()
    assert not any(line.startswith("z.yaml") for line in said.err.splitlines())
    assert str(Place("a\nb\u202e.yaml", 3)) == "a?b?.yaml:3"


@on_posix
def test_a_name_that_is_no_text_costs_nobody_the_table(room: Path) -> None:
    hand_in(room, "a.yaml")
    bad = room / os.fsdecode(b"b\xff.yaml")
    try:
        bad.write_bytes((room / "a.yaml").read_bytes())
    except OSError:
        pytest.skip("this disk takes names of text alone")
    run(["check", "class", "--csv", "class.csv"])
    text = Path("class.csv").read_text(encoding="utf-8-sig")
    assert len(list(csv.reader(io.StringIO(text, newline="")))) == 3


def test_a_name_that_leaves_no_room_for_an_ending_is_cut(room: Path) -> None:
    hand_in(room, "a.yaml")
    hand_in(room, "x" * 251 + ".yml")
    assert run(["export", "class", "--to", "docx"]) == 0
    assert documents(room, "docx") == ["a.docx", "x" * 100 + ".docx"]


@on_posix
def test_a_paper_called_as_windows_forbids_has_a_document_that_windows_takes(room: Path) -> None:
    names = ["Who pays?", "a|b", "=cmd|' &C calc'!A0", "new\nline", "CON", "end."]
    for name in names:
        hand_in(room, f"{name}.yaml")
    assert run(["export", "class", "--to", "txt"]) == 0
    made = documents(room)
    assert len(made) == len(names)
    assert "Who pays.txt" in made
    assert not any(fault_of_name(name) for name in made)


def test_a_seat_of_endless_length_is_cut_at_once() -> None:
    row = Row("a.yaml", seat="\u0301x" * 200_000, words="1")
    lines = list(class_lines([row], 79))
    assert len(lines[1]) < 400
