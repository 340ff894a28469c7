"""The table, the CSV and the findings of one paper say the same of its length; each finding has a place in words."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from mundraft.cli.check_data import as_data
from mundraft.cli.running import run
from mundraft.coach.length import AgainstLimits
from mundraft.desk.checking import PaperCheck
from mundraft.library.folders import shipped_folder

LONG = "mexico-child-trafficking"
SHORT = "mongolia-rangelands-one-page"
TWO_TOPICS = "estonia-hospitals-and-elections-two-topics"


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, used_home: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "class").mkdir()
    for name in (LONG, SHORT, TWO_TOPICS):
        text = (shipped_folder() / "examples" / f"{name}.yaml").read_text("utf-8")
        (tmp_path / "class" / f"{name}.yaml").write_text(text, "utf-8")
    return tmp_path / "class"


def rows(capsys: pytest.CaptureFixture[str], conference: str) -> dict[str, dict[str, str]]:
    capsys.readouterr()
    run(["check", "class", "--conference", conference, "--csv", "-"])
    return {Path(row["paper"]).stem: row for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}


@pytest.mark.parametrize(
    ("conference", "printed"),
    [("nmun-ny", "NMUN•NY"), ("classroom", "A classroom conference"), ("none", "")],
)
def test_a_paper_is_over_the_limit_where_its_own_findings_say_so_and_nowhere_else(
    room: Path, capsys: pytest.CaptureFixture[str], conference: str, printed: str
) -> None:
    run(["check", "class", "--conference", conference, "--json"])
    checked = json.loads(capsys.readouterr().out)
    told = {
        Path(one["paper"]).stem
        for one in checked
        if any(finding["code"] in ("too-long", "rule-too-long") for finding in one["findings"])
    }
    table = rows(capsys, conference)
    assert {name for name, row in table.items() if row["over_limit"] == "yes"} == told
    assert {Path(one["paper"]).stem for one in checked if one["over_limit"]} == told
    assert {one["conference"] for one in [*checked, *table.values()]} == {printed}
    run(["check", "class", "--conference", conference])
    assert f", {len(told)} over the limit, " in capsys.readouterr().out


def test_json_has_what_is_judged_beside_what_the_whole_paper_has() -> None:
    judged = AgainstLimits(words=401, most_words=500, pages=1.04, most_pages=0, is_over=True)
    data = as_data(PaperCheck(Path("estonia.yaml"), (), words=802, pages=2.29, length=judged))
    asked = ("words", "judged_words", "limit", "pages", "judged_pages", "page_limit", "over_limit")
    assert [data[name] for name in asked] == [802, 401, 500, 2.29, 1.04, None, True]


def test_the_page_of_a_disclosure_is_not_counted_against_the_length(
    room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = rows(capsys, "nmun-ny")
    assert (table[SHORT]["pages"], table[SHORT]["page_limit"], table[SHORT]["over_limit"]) == ("0.7", "2", "no")
    run(["check", f"class/{SHORT}.yaml", "--conference", "nmun-ny"])
    assert "about 1.1 pages" in capsys.readouterr().out.splitlines()[0]


def test_the_figure_of_a_limit_for_each_topic_is_that_of_the_topic_that_takes_most(
    room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = rows(capsys, "classroom")[TWO_TOPICS]
    assert row["page_limit"] == "2"
    assert float(row["pages"]) < 1.5


def test_the_findings_of_a_paper_come_by_weight_with_their_place_in_words(
    room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["check", f"class/{LONG}.yaml", "--conference", "nmun-ny"])
    shown = capsys.readouterr().out
    kinds = [line.split(":")[0].strip() for line in shown.splitlines() if line.startswith("  ") and "[" in line]
    assert kinds == sorted(kinds, key=["error", "warning", "advice"].index)
    assert "topics/t1" not in shown
    run(["check", f"class/{LONG}.yaml", "--conference", "nmun-ny", "--json"])
    (checked,) = json.loads(capsys.readouterr().out)
    assert any(finding["address"].startswith("topics/t1/") for finding in checked["findings"])
    assert any("Law and past action" in finding["where"] for finding in checked["findings"])


def test_one_finding_is_one_finding(used_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = tmp_path / "jordan.yaml"
    run(["new", str(paper), "--example", "jordan-refugee-schooling-statement"])
    capsys.readouterr()
    run(["check", str(paper)])
    shown = capsys.readouterr().out
    assert "[from-example]" in shown
    assert "1 finding." in shown


def test_the_rules_that_ship_for_a_class_are_of_no_season(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", f"class/{SHORT}.yaml", "--conference", "classroom"])
    shown = capsys.readouterr().out
    assert "by the rules of a classroom conference" in shown
    assert "rule-season" not in shown
    assert "season not named" not in shown


@pytest.mark.parametrize(
    "data", [b"PK\3\4 of Word", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n\0\0", "Ministère".encode("latin-1")]
)
def test_a_file_that_is_no_text_is_a_students_paper_that_cannot_be_read(
    room: Path, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    (room / "ines.yaml").write_bytes(data)
    assert run(["check", "class"]) == 2
    said = capsys.readouterr()
    assert "1 that cannot be read" in said.out
    assert "ines.yaml" in said.out
    assert "no papers" not in said.err
