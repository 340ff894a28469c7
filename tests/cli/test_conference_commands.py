"""Conferences by command: lists, cards of 80 columns, checks by line, and a preset begun for a class."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mundraft.cli.running import run

Said = tuple[int, str, str]
Mundraft = Callable[..., Said]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def mundraft(here: Path, capsys: pytest.CaptureFixture[str]) -> Mundraft:
    def call(*words: str) -> Said:
        capsys.readouterr()
        code = run(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def names(mundraft: Mundraft) -> list[str]:
    return [one["name"] for one in json.loads(mundraft("conference", "list", "--json")[1])]


def test_the_conferences_are_listed(mundraft: Mundraft) -> None:
    code, out, err = mundraft("conference", "list")
    assert (code, err) == (0, "")
    assert re.search(r"(?m)^dmunc +DMUNC$", out)
    assert len(names(mundraft)) == len(out.splitlines())


def test_every_card_fits_a_terminal_and_says_to_check_the_handbook(mundraft: Mundraft) -> None:
    for name in names(mundraft):
        code, out, err = mundraft("conference", "show", name)
        assert (code, err) == (0, "")
        assert "check your handbook" in out
        assert all(len(line) <= 80 or "://" in line for line in out.splitlines())
        assert re.search(r"(?m)^Length$", out) or name == "gcimun"
        assert "\nSeen at\n" in out


def test_a_card_groups_the_rules_and_says_where_they_were_seen(mundraft: Mundraft) -> None:
    out = mundraft("conference", "show", "Nueva MUN")[1]
    assert out.splitlines()[:3] == [
        "Nueva Model United Nations Conference",
        "NMUNC",
        "Season: VI. Rules change every season: check your handbook.",
    ]
    headings = re.findall(r"(?m)^[A-Z].*$", out)[3:]
    assert headings == ["Length", "Pages", "Citations", "File", "Also", "Not known, or not verified", "Seen at"]
    assert "3 to 10 pages for the paper, without the resources list" in out
    assert "Cite in Chicago notes (in footnotes) or in MLA (in the text)" in out
    assert re.search(r"seen on 21 November 2026(, \d+ years? old)?, in a stored copy", out.replace("\n    ", " "))


def test_a_card_as_data_holds_the_rules_and_the_words(mundraft: Mundraft) -> None:
    data = json.loads(mundraft("conference", "show", "amun", "--json")[1])
    assert data["id"] == "amun"
    assert data["header"] == {"place": "none"}
    assert data["in_words"]["Header"] == ["No header in the paper"]
    assert "handbook" in data["advice"]


def test_a_name_of_two_conferences_is_asked_about(mundraft: Mundraft) -> None:
    code, _, err = mundraft("conference", "show", "nm")
    assert code == 2
    assert "could mean" in err


def test_what_ships_has_nothing_to_mend(mundraft: Mundraft) -> None:
    code, out, err = mundraft("conference", "check")
    assert (code, err) == (0, "")
    assert " conferences checked: nothing to mend." in out
    assert mundraft("conference", "check", "amun")[1] == "amun: nothing to mend.\n"


def test_a_preset_is_begun_checked_shown_and_never_replaced(mundraft: Mundraft, here: Path) -> None:
    code, out, _ = mundraft("conference", "new", "Tri-City  MUN")
    path = here / "templates" / "conferences" / "tri-city-mun.yaml"
    assert code == 0
    assert str(path) in out
    assert mundraft("conference", "check", "tri-city-mun")[0] == 0
    assert "Tri-City MUN" in mundraft("conference", "show", "tri city mun")[1]
    before = path.read_bytes()
    code, _, err = mundraft("conference", "new", "TRI CITY MUN")
    assert code == 2
    assert "[conference-exists]" in err
    assert path.read_bytes() == before


def test_a_preset_goes_to_the_folder_of_the_class(mundraft: Mundraft, here: Path) -> None:
    (here / "class").mkdir()
    assert mundraft("--library", "class", "conference", "new", "ABC")[0] == 0
    assert (here / "class" / "templates" / "conferences" / "abc.yaml").is_file()


def test_a_preset_for_a_conference_that_ships_corrects_it_and_says_so(mundraft: Mundraft) -> None:
    out = mundraft("conference", "new", "DMUNC")[1]
    assert "rule by rule" in out
    assert "Corrected by" not in mundraft("conference", "show", "dmunc")[1]


@pytest.mark.parametrize("name", ["", "  ", "模拟联合国", "...", "NUL", "con", "ABC \u202e", "A" * 600])
def test_a_name_that_no_file_can_have_is_told(mundraft: Mundraft, here: Path, name: str) -> None:
    code, _, err = mundraft("conference", "new", name)
    assert code == 2
    assert "[conference-no-name]" in err
    assert not (here / "templates").exists()


def test_a_faulty_preset_is_told_by_line_and_the_others_are_shown(mundraft: Mundraft, here: Path) -> None:
    mundraft("conference", "new", "ABC")
    path = here / "templates" / "conferences" / "abc.yaml"
    text = path.read_text(encoding="utf-8").replace("# short: ABCMUN", "shrot: ABCMUN")
    path.write_text(text, encoding="utf-8")
    line = text.splitlines().index("shrot: ABCMUN") + 1
    for words in (("conference", "check"), ("conference", "check", "abc"), ("conference", "show", "abc")):
        code, _, err = mundraft(*words)
        assert code == 2
        assert f"{path}:{line}:1" in err
        assert "Did you mean short?" in err
    assert "abc" not in names(mundraft)
    assert mundraft("conference", "show", "dmunc")[0] == 0


def test_a_correction_is_shown_with_its_file(mundraft: Mundraft, here: Path) -> None:
    path = here / "templates" / "conferences" / "dmunc.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("type:\n  page: A4\n", encoding="utf-8")
    out = mundraft("conference", "show", "dmunc")[1].replace("\n    ", " ")
    assert "A4 paper\n" in out
    assert f"Corrected by {path}" in out
    assert "type.page: A4 (was: Letter)" in out
    path.write_text("type:\n  page: A5\n", encoding="utf-8")
    code, out, err = mundraft("conference", "show", "dmunc")
    assert code == 0
    assert "Letter paper" in out
    assert f"{path}:2:9" in err


def test_a_spacing_without_a_limit_is_told_to_whoever_allows_it(mundraft: Mundraft, here: Path) -> None:
    path = here / "templates" / "conferences" / "dmunc.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("type:\n  line_spacing:\n    - 1\n    - 1.5\n", encoding="utf-8")
    code, out, err = mundraft("conference", "check", "dmunc")
    assert (code, err) == (0, "")
    assert f"{path}:4:7" in out
    assert "No limit under `length` is for one and a half spacing" in out
    assert "`at_spacing: 1.5`" in out
    assert "No limit is known for one and a half spacing" in mundraft("conference", "show", "dmunc")[1]
    assert "No limit is known" not in mundraft("conference", "show", "mamun")[1]
