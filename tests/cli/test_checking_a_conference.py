"""`mundraft check` and `mundraft ask` with a conference: whose rules, what breaks them, where they were seen."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from mundraft.cli.running import run
from mundraft.paper.file import read_paper

EXAMPLE = "kenya-climate-displacement"


Said = tuple[int, str, str]
Command = Callable[..., Said]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, used_home: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def mundraft(here: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    def call(*words: str) -> Said:
        capsys.readouterr()
        code = run(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def kenya(mundraft: Command, here: Path) -> Path:
    mundraft("new", "kenya", "--example", EXAMPLE)
    return here / "kenya.yaml"


def codes(out: str) -> set[str]:
    return {finding["code"] for finding in json.loads(out)[0]["findings"]}


def test_a_paper_is_held_against_the_conference_that_is_named(mundraft: Command, kenya: Path) -> None:
    ended, out, _ = mundraft("check", str(kenya), "--conference", "SMUNC")
    assert ended == 1, "the school, which SMUNC prints at the head, is missing"
    assert "Which school or delegation do you come from?" in out
    assert "by the rules of SMUNC" in out
    assert "SMUNC takes at most 1 page" in out
    assert "https://smunc.org/position-papers" in out
    assert "check your handbook" in out


def test_what_is_not_read_is_an_error_and_json_names_where_the_rule_was_seen(mundraft: Command, kenya: Path) -> None:
    ended, out, _ = mundraft("check", str(kenya), "--conference", "mamun", "--json")
    assert ended == 1
    told = next(one for one in json.loads(out)[0]["findings"] if one["code"] == "rule-too-long")
    assert told["severity"] == "error"
    assert told["rule_seen_at"][0].keys() == {"title", "url", "season", "seen_on"}
    assert json.loads(out)[0]["conference"] == "MAMUN"


def test_without_a_conference_no_rule_is_told(mundraft: Command, kenya: Path) -> None:
    kenya.write_text(kenya.read_text(encoding="utf-8").replace("language:", "preset: smunc\nlanguage:", 1), "utf-8")
    _, out, _ = mundraft("check", str(kenya), "--json")
    assert "rule-too-long" in codes(out)
    _, out, _ = mundraft("check", str(kenya), "--conference", "none", "--json")
    assert not {code for code in codes(out) if code.startswith("rule-")}


def test_an_unknown_conference_is_told_and_nothing_is_checked(mundraft: Command, kenya: Path) -> None:
    ended, _, told = mundraft("check", str(kenya), "--conference", "No Such MUN")
    assert ended == 2
    assert "conference" in told


def test_the_file_to_hand_in_is_checked_by_its_kind_and_name(mundraft: Command, kenya: Path) -> None:
    _, out, _ = mundraft("check", str(kenya), "--conference", "dmunc", "--file", "my paper.docx", "--json")
    assert "rule-format" in codes(out)
    ended, _, told = mundraft("check", str(kenya), str(kenya), "--file", "my paper.docx")
    assert (ended, "check-one-file" in told) == (2, True)


@pytest.mark.parametrize(
    ("typed", "preset", "printed"),
    [
        ("dmunc", "dmunc", "DMUNC"),
        ("DMUNC XII 2027", "dmunc", "DMUNC XII 2027"),
        ("Riverside MUN", "", "Riverside MUN"),
        ("Rhodes College MUN\nn", "", "Rhodes College MUN"),
    ],
)
def test_the_conference_is_asked_by_lines_and_its_rules_are_read_out(
    mundraft: Command, here: Path, monkeypatch: pytest.MonkeyPatch, typed: str, preset: str, printed: str
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(f"#5\n{typed}\n.\n"))
    ended, out, _ = mundraft("ask", "new")
    assert ended == 0
    assert "check your handbook" in out
    paper = read_paper((here / "new.yaml").read_bytes(), "new.yaml")
    assert (paper.preset, paper.conference) == (preset, printed)
