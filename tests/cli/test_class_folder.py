"""A class's folder: every student's document, one line for each, and nothing that one student does costs another."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from mundraft.cli.running import run
from mundraft.desk.class_table import Row
from mundraft.files import system
from mundraft.library.folders import shipped_folder
from mundraft.models.model import from_values
from mundraft.paper.file import paper_to_bytes
from mundraft.paper.model import Committee, Paper, Seat, Topic


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, used_home: Path) -> Path:
    """A teacher's folder, in which the terminal stands; the class's papers are to lie in "class"."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "class").mkdir()
    return tmp_path / "class"


def hand_in(room: Path, name: str, **fields: object) -> Path:
    known: dict[str, object] = {
        "seat": Seat(ref="kenya"),
        "committee": Committee(name="Economic and Social Council", short="ECOSOC"),
        "delegates": ("Kim Lee",),
        "topics": (Topic(title=f"The topic of {name}"),),
    }
    path = room / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(paper_to_bytes(from_values(Paper, known | fields)))
    return path


def spoiled(room: Path, name: str = "spoiled.yaml") -> Path:
    path = room / name
    path.write_text("mundraft: 1\ncountry: Kenya\nschul: x\n", encoding="utf-8")
    return path


def documents(folder: Path, ending: str = "txt") -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob(f"*.{ending}"))


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_every_student_gets_a_document_in_the_order_of_names_whoever_is_broken(
    room: Path, capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    for name in ("Zoë.yaml", "adams/paper.YML", "émile.yaml", "bo.yaml"):
        hand_in(room, name)
    spoiled(room)
    assert run(["export", "class", "--to", "txt", "--jobs", jobs]) == 2
    said = capsys.readouterr()
    assert documents(room) == ["Zoë.txt", "adams/paper.txt", "bo.txt", "émile.txt"]
    assert "The topic of bo.yaml" in (room / "bo.txt").read_text("utf-8")
    wrote = [Path(line.split(" ")[1]).name for line in said.out.splitlines() if line.startswith("Wrote class")]
    assert wrote == ["paper.txt", "bo.txt", "émile.txt", "Zoë.txt"]
    assert "spoiled.yaml:2:1" in said.err
    assert "and 1 more. See them all: mundraft check" in said.err
    assert "Wrote the documents of 4 papers." in said.out
    assert "Could not be made: 1 paper" in said.out


def test_files_that_are_no_papers_are_named_and_passed_over(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_in(room, "kenya.yaml")
    (room / "groups.yml").write_text("red: [a, b]\n", encoding="utf-8")
    (room / "._kenya.yaml").write_bytes(b"\0\5\x16\7")
    (room / "notes.txt").write_text("mundraft: 1\n", encoding="utf-8")
    shutil.copytree(shipped_folder() / "templates" / "one-page", room / "templates" / "one-page")
    assert run(["export", "class", "--to", "md"]) == 0
    said = capsys.readouterr()
    assert documents(room, "md") == ["kenya.md"]
    (passed_over,) = [line for line in said.err.splitlines() if line.startswith("Not looked at")]
    assert passed_over.endswith(f"{Path('class/groups.yml')}.")


def test_a_file_that_may_be_a_lost_paper_is_told_of_and_not_passed_over(
    room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(room, "kenya.yaml")
    (room / "empty.yaml").write_bytes(b"")
    (room / "notepad.yaml").write_bytes("mundraft: 1\n".encode("utf-16"))
    assert run(["export", "class", "--to", "md"]) == 2
    said = capsys.readouterr()
    assert "empty.yaml: The file is empty" in said.err
    assert "Ask whoever sent it for the file again" in said.err
    assert "notepad.yaml" in said.err
    assert "passed over" not in said.err.lower()


@pytest.mark.parametrize("begin", ["mundraft 1\n", "", "mundraft\n"])
def test_a_paper_that_lost_its_first_line_has_a_row_as_it_has_findings_alone(
    room: Path, capsys: pytest.CaptureFixture[str], begin: str
) -> None:
    hand_in(room, "kenya.yaml")
    lost = hand_in(room, "uma.yaml")
    lost.write_text(lost.read_text("utf-8").replace("mundraft: 1\n", begin), "utf-8")
    assert run(["check", "class"]) == (1 if not begin else 2)
    said = capsys.readouterr()
    assert f"\n{Path('class/uma.yaml')} " in said.out
    assert "Not looked at" not in said.err
    assert run(["check", str(lost)]) == (1 if not begin else 2)


@pytest.mark.parametrize("command", ["check", "export"])
def test_what_may_be_a_students_work_and_is_not_looked_at_is_named_last(
    room: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    hand_in(room, "kenya.yaml")
    hand_in(room, "ida.yaml.txt")
    (room / "rosa" / "late").mkdir(parents=True)
    hand_in(room, "rosa/late/ivo.yaml")
    (room / "rosa" / "late" / "groups.yaml").write_text("red: [a]\n", "utf-8")
    (room / "pia.docx").write_bytes(b"PK")
    (room / "Kenya.pdf").write_bytes(b"from the student's own computer")
    (room / "rosa" / "essay.PDF").write_bytes(b"%PDF")
    (room / "~$kenya.docx").write_bytes(b"")
    run(["export", str(room / "kenya.yaml")])
    capsys.readouterr()
    run([command, "class"])
    said = capsys.readouterr()
    assert "2 papers" in said.out + said.err
    assert said.err.rstrip().splitlines()[-2:] == [
        "Not looked at, because these are documents and no papers of mundraft: "
        f"{Path('class/pia.docx')}, {Path('class/rosa/essay.PDF')}.",
        "Not looked at, because papers are looked for one folder down and no deeper: "
        f"{Path('class/rosa/late/ivo.yaml')}.",
    ]
    run([command, "class"])
    assert "ida.docx" not in capsys.readouterr().err


@pytest.mark.parametrize("what", ["no papers", "papers two folders down", "nothing"])
def test_a_folder_without_a_paper_is_told_so(room: Path, capsys: pytest.CaptureFixture[str], what: str) -> None:
    if what != "nothing":
        (room / "below" / "deeper").mkdir(parents=True)
        hand_in(room / "below", "deeper/kenya.yaml") if "two" in what else (room / "a.yaml").write_text("a: 1\n")
    assert run(["check", "class"]) == 2
    assert "[folder-no-papers]" in capsys.readouterr().err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_students_whose_file_names_come_out_equal_keep_a_document_each(room: Path, jobs: str) -> None:
    for number in range(4):
        hand_in(room, f"s{number}.yaml", preset="kingmun", topics=(Topic(title=f"Topic {number}"),))
    for _ in range(2):
        assert run(["export", "class", "--to", "txt", "--out-dir", "out", "--jobs", jobs]) == 0
        texts = {name: Path("out", name).read_text("utf-8") for name in documents(Path("out"))}
        stem = "ECOSOCKenyaPositionPaper"
        assert list(texts) == [f"{stem} (2).txt", f"{stem} (3).txt", f"{stem} (4).txt", f"{stem}.txt"]
        assert all(f"Topic {topic}" in text for topic, text in zip((1, 2, 3, 0), texts.values(), strict=True))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_papers_of_one_name_in_one_folder_of_documents_are_called_by_whose_they_are(
    room: Path, capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    for name in ("adams/paper.yaml", "Zoë/Paper.yaml", "bell/kenya.yaml", "ida.yaml.txt"):
        hand_in(room, name)
    assert run(["export", "class", "--to", "txt", "--out-dir", "out", "--jobs", jobs]) == 0
    assert documents(Path("out")) == ["Zoë-Paper.txt", "adams-paper.txt", "ida.txt", "kenya.txt"]
    assert f"Wrote {Path('out/adams-paper.txt')} (" in capsys.readouterr().out
    assert run(["export", "class", "--to", "txt"]) == 0
    assert (room / "adams" / "paper.txt").is_file()


def test_a_broken_papers_earlier_document_is_taken_by_no_other_student(room: Path) -> None:
    for number in range(3):
        hand_in(room, f"s{number}.yaml", preset="kingmun", topics=(Topic(title=f"Topic {number}"),))
    run(["export", "class", "--to", "txt"])
    texts = {name: (room / name).read_text("utf-8") for name in documents(room)}
    spoiled(room, "s0.yaml")
    assert run(["export", "class", "--to", "txt"]) == 2
    assert {name: (room / name).read_text("utf-8") for name in documents(room)} == texts
    (room / "s0.yaml").unlink()
    run(["export", "class", "--to", "txt"])
    assert "Topic 1" in (room / "ECOSOCKenyaPositionPaper.txt").read_text("utf-8")


def test_a_disk_that_fails_after_taking_every_document_is_told(
    room: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(errno.EIO, f"fault at {descriptor}")

    for name in ("kenya.yaml", "peru.yaml"):
        hand_in(room, name)
    monkeypatch.setattr(system, "sync_file", fail)
    assert run(["export", "class", "--to", "txt"]) == 2
    assert "[save-failed]" in capsys.readouterr().err


def test_what_a_student_changed_in_word_stays(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_in(room, "kenya.yaml")
    hand_in(room, "peru.yaml")
    run(["export", "class", "--to", "txt"])
    (room / "kenya.txt").write_text("typed by hand", encoding="utf-8")
    assert run(["export", "class", "--to", "txt"]) == 0
    assert documents(room) == ["kenya (2).txt", "kenya.txt", "peru.txt"]
    assert (room / "kenya.txt").read_text("utf-8") == "typed by hand"
    assert "was changed since it was exported" in capsys.readouterr().out


def test_a_students_folder_has_the_library_of_the_class(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(shipped_folder() / "templates" / "one-page", room / "templates" / "ours")
    hand_in(room, "adams/kenya.yaml", template="ours")
    assert run(["check", "class"]) == 1
    assert "missing-answer" in capsys.readouterr().out


def test_one_line_is_told_for_each_student(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_in(room, "b.yaml", delegates=("Zoë Ng", "Bo Li"), preset="nmun-ny")
    hand_in(room, "A.yaml")
    spoiled(room)
    assert run(["check", "class"]) == 2
    said = capsys.readouterr()
    header, *lines, last = said.out.splitlines()
    assert header.split() == ["Paper", "Seat", "Delegates", "Words", "Missing", "Errors", "Warnings", "Weighs", "most"]
    assert [Path(line.split(" ")[0]).name for line in lines] == ["A.yaml", "b.yaml", "spoiled.yaml"]
    assert "Zoë Ng, Bo Li" in lines[1]
    assert "  0/2 pages  " in lines[1]
    assert "cannot be read [paper-unknown-key]" in lines[2]
    assert last.startswith("3 papers, 2 with answers missing, 0 over the limit, 1 that cannot be read.")


def test_the_csv_has_stable_columns_and_a_row_for_each_student(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_in(room, "kenya.yaml", topics=(Topic(title='Small "arms", and\nlight weapons'),), school="Hill")
    spoiled(room)
    assert run(["check", "class", "--csv", "class.csv"]) == 2
    data = Path("class.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfpaper,delegates,school,seat,committee,topic,conference,readable,words,limit,")
    assert data.count(b"\r\n") == 3
    paper, unreadable = table(data.decode("utf-8-sig"))
    assert (paper["delegates"], paper["school"], paper["seat"], paper["committee"]) == (
        "Kim Lee",
        "Hill",
        "Kenya",
        "ECOSOC",
    )
    assert paper["topic"].startswith('Small "arms", and')
    assert int(paper["missing"]) > 3 <= int(paper["errors"])
    assert (paper["readable"], paper["worst"], paper["limit"]) == ("yes", "missing-answer", "1200")
    assert (unreadable["readable"], unreadable["worst"], unreadable["words"]) == ("no", "paper-unknown-key", "")
    capsys.readouterr()
    run(["check", "class", "--csv", "-"])
    assert table(capsys.readouterr().out)[0] == paper


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "＝1"])
def test_no_spreadsheet_takes_a_name_for_a_formula(room: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    hand_in(room, "kenya.yaml", delegates=(name,), school=name, committee=Committee(name=name))
    run(["check", "class", "--csv", "-"])
    (row,) = table(capsys.readouterr().out)
    assert {row["delegates"][0], row["school"][0], row["committee"][0]} == {"'"}


def test_a_csv_that_somebody_changed_is_not_replaced(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_in(room, "kenya.yaml")
    Path("marks.csv").write_text("grades", encoding="utf-8")
    run(["check", "class", "--csv", "marks.csv"])
    assert Path("marks.csv").read_text("utf-8") == "grades"
    assert Path("marks (2).csv").exists()
    assert run(["check", "class", "--csv", str(room / "kenya.yaml")]) == 2
    assert "[export-over-paper]" in capsys.readouterr().err


def test_findings_of_a_folder_come_as_json_too(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_in(room, "kenya.yaml")
    spoiled(room)
    assert run(["check", "class", "--json", "--jobs", "2"]) == 2
    first, second = json.loads(capsys.readouterr().out)
    assert (first["readable"], second["readable"]) == (True, False)
    assert first["findings"][0]["code"] == "missing-answer"
    assert {key: first[key] for key in ("seat", "delegates", "limit", "page_limit", "over_limit", "worst")} == {
        "seat": "Kenya",
        "delegates": "Kim Lee",
        "limit": 1200,
        "page_limit": None,
        "over_limit": False,
        "worst": "missing-answer",
    }
    assert first["topic"] == "The topic of kenya.yaml"
    assert first["missing"] == sum(finding["code"] == "missing-answer" for finding in first["findings"]) > 0
    assert run(["check", "class", "--json", "--csv", "-"]) == 2
    assert "[check-two-outputs]" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [("export", "class", "-o", "x.docx"), ("export", "class", "-o", "-"), ("check", "class", "--file", "x.docx")],
)
def test_what_is_meant_for_one_paper_is_not_done_with_a_folder(
    room: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    hand_in(room, "kenya.yaml")
    assert run(words) == 2
    assert "one paper" in capsys.readouterr().err
    assert not list(Path().glob("*.docx"))


class Console(io.TextIOWrapper):
    """An old console of Windows: one byte a letter, and a terminal."""

    def __init__(self) -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding="cp1252", errors="strict", write_through=True)

    def isatty(self) -> bool:
        return True

    def shown(self) -> str:
        return self.bytes.getvalue().decode("cp1252")


@pytest.mark.parametrize(
    ("name", "short", "called"),
    [
        ("General Assembly Second Committee", "", "ECOFINKenyaPositionPaper.txt"),
        ("General Assembly Second Committee", "GA2", "GA2KenyaPositionPaper.txt"),
        ("Cabinet of Harbours", "", "CabinetofHarboursKenyaPositionPaper.txt"),
    ],
)
def test_letters_that_a_name_wants_are_those_of_the_library_where_the_paper_has_none(
    room: Path, name: str, short: str, called: str
) -> None:
    hand_in(room, "kenya.yaml", preset="kingmun", committee=Committee(name=name, short=short))
    run(["export", "class", "--to", "txt"])
    assert documents(room) == [called]


@pytest.mark.parametrize("columns", ["80", "12"])
def test_the_bar_is_drawn_on_a_terminal_alone_and_in_letters_that_every_console_has(
    room: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    hand_in(room, "日本.yaml", preset="kingmun")
    hand_in(room, "kenya.yaml", preset="kingmun")
    spoiled(room)
    out, err = Console(), Console()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    monkeypatch.setenv("COLUMNS", columns)
    assert run(["export", "class", "--to", "txt", "--out-dir", "out"]) == 2
    bars = [line for line in err.shown().split("\r") if line.startswith("[")]
    assert bars
    assert max(map(len, bars)) < int(columns)
    said = " ".join(out.shown().split())
    assert "Wrote out" not in said
    assert f"is the document of {Path('class/kenya.yaml')}, another paper exported with this one" in said
    assert "Wrote the documents of 2 papers." in said
    assert "spoiled.yaml:2:1" in err.shown()


def test_no_bar_is_drawn_into_a_pipe(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_in(room, "kenya.yaml")
    run(["export", "class", "--to", "txt"])
    run(["check", "class"])
    said = capsys.readouterr()
    assert "[#" not in said.out + said.err
    assert "\r" not in said.out + said.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only Linux and macOS have named pipes")
def test_a_pipe_among_the_papers_is_told_and_waited_for_by_nobody(
    room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(room, "kenya.yaml")
    os.mkfifo(room / "pipe.yaml")
    assert run(["check", "class"]) == 2
    assert "cannot be read" in capsys.readouterr().out


DOCUMENT = Path(__file__).parents[2] / "docs" / "class.md"
COMMANDS = re.findall(r"^mundraft .*$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("line", [line.replace("--to pdf", "--to txt") for line in COMMANDS])
def test_a_command_of_the_teachers_page_does_what_it_says(
    room: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    for name in ("kenya.yaml", "adams/paper.yaml"):
        hand_in(room, name)
    _, command, *words = line.split()
    assert run([command, *words]) == (0 if command == "export" else 1)
    said = capsys.readouterr()
    assert "2 papers" in said.out + said.err or said.out.startswith(("paper,delegates", "["))


def test_the_teachers_page_names_every_column_of_the_csv() -> None:
    rows = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    named = re.findall("`([a-z_]+)`", " ".join(row.split("|")[1] for row in rows))
    assert named == list(Row._fields)


@pytest.mark.parametrize("paper", [{}, {"topics": (Topic(title="x", noun="rivers"),)}, {"committee": Committee()}])
def test_an_export_tells_as_many_answers_as_the_check_misses(
    room: Path, capsys: pytest.CaptureFixture[str], paper: dict[str, object]
) -> None:
    path = hand_in(room, "kenya.yaml", **paper)
    run(["check", str(path), "--json"])
    missing = json.loads(capsys.readouterr().out)[0]["missing"]
    run(["export", str(path), "--to", "txt"])
    assert f"{missing} answers are still to write." in capsys.readouterr().out


def test_a_seat_that_was_mistyped_is_told_where_its_name_is_printed(
    room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, seat in (("japan.yaml", "Japann"), ("ngo.yaml", "Save the Whales"), ("unnamed.yaml", "")):
        hand_in(room, name, seat=Seat(name=seat))
    run(["export", "class", "--to", "txt"])
    (told,) = [line for line in capsys.readouterr().out.splitlines() if "no country" in line]
    assert told.startswith("“Japann” was written in by hand, and no country is called so. Did you mean Japan?")
