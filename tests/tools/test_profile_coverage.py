"""The page on the data counts what the profiles hold, and is written anew by its tool."""

from __future__ import annotations

import re

import pytest

import profile_coverage


def test_the_page_on_the_data_is_in_step_with_the_profiles():
    assert profile_coverage.main(["--check"]) == 0, "run tools/profile_coverage.py"


def test_the_section_is_put_between_its_marks_and_nothing_else_changes():
    page = f"before\n{profile_coverage.BEGIN}\nold\n{profile_coverage.END}\nafter\n"
    written = profile_coverage.with_section(page, "new\n")
    assert written == f"before\n{profile_coverage.BEGIN}\n\nnew\n\n{profile_coverage.END}\nafter\n"
    assert profile_coverage.with_section(written, "new\n") == written


def test_a_page_without_marks_is_not_guessed_at():
    with pytest.raises(ValueError, match="marks"):
        profile_coverage.with_section("no marks here", "new")


def test_every_treaty_is_told_for_every_country():
    page = profile_coverage.PAGE.read_text(encoding="utf-8")
    table = page.partition("### By treaty")[2].partition("###")[0]
    rows = re.findall(r"^\| [^|]+((?: \| \d+){6}) \|", table, re.MULTILINE)
    assert len(rows) > 60
    for row in rows:
        assert sum(int(count) for count in re.findall(r"\d+", row)) == 195


def test_every_mark_by_hand_is_on_the_page():
    page = profile_coverage.PAGE.read_text(encoding="utf-8")
    assert re.search(r"^\| names\.short \| .*\bLaos\b", page, re.MULTILINE)
    assert re.search(r"^\| Russia \| ctbt \| ", page, re.MULTILINE)
