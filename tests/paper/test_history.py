"""Earlier versions: kept apart from the paper, thinned with age, and never in the way of saving."""

from __future__ import annotations

import errno
import os
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Self

import pytest

from mundraft.cli.running import run
from mundraft.files.places import user_state
from mundraft.paper import history as kept
from mundraft.paper.history import History
from mundraft.problems import UnknownName
from mundraft.text import clock

NOON = datetime(2025, 3, 14, 12, 0, tzinfo=UTC)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "kenya.yaml"
    path.write_bytes(b"now")
    return path


def test_a_version_comes_back_as_it_was_with_when_and_why(paper: Path) -> None:
    history = History(paper)
    version = history.keep(b"draft", kept.BEFORE_MERGE, NOON)
    assert version
    assert history.versions() == (version,)
    assert (version.when, version.why, version.size) == (NOON, "before merging", 5)
    assert history.read(version.id) == b"draft"


def test_versions_stand_in_the_state_folder_and_nothing_beside_the_paper(paper: Path) -> None:
    history = History(paper)
    history.keep(b"draft")
    assert [path.name for path in paper.parent.iterdir()] == ["kenya.yaml"]
    assert history.folder.is_relative_to(user_state())
    assert history.folder.name.startswith("kenya-")


def test_the_newest_comes_first_and_is_not_kept_twice(paper: Path) -> None:
    history = History(paper)
    first = history.keep(b"one", kept.OPENED, NOON)
    second = history.keep(b"two", kept.CLOSED, NOON)
    assert first
    assert second
    assert history.keep(b"two", kept.WRITING, NOON + timedelta(hours=1)) == second
    assert [version.id for version in history.versions()] == [second.id, first.id]


def test_a_version_before_a_merge_is_kept_even_if_an_ordinary_one_is_the_same(paper: Path) -> None:
    history = History(paper)
    history.keep(b"one", kept.WRITING, NOON)
    special = history.keep(b"one", kept.BEFORE_MERGE, NOON)
    assert special
    assert special.special


def test_while_writing_a_version_is_kept_every_two_minutes(paper: Path) -> None:
    history = History(paper)
    for second in range(0, 600, 10):
        history.keep(b"%d" % second, kept.WRITING, NOON + timedelta(seconds=second))
    assert [history.read(version.id) for version in history.versions()] == [b"480", b"360", b"240", b"120", b"0"]


def test_old_versions_are_thinned_to_hours_and_days_but_special_ones_stay(paper: Path) -> None:
    history = History(paper)
    history.keep(b"merge", kept.BEFORE_MERGE, NOON - timedelta(days=90))
    for minutes in range(3 * 24 * 60, 0, -20):
        history.keep(b"%d" % minutes, kept.WRITING, NOON - timedelta(minutes=minutes))
    history.keep(b"now", kept.WRITING, NOON)
    ages = [NOON - version.when for version in history.versions() if not version.special]
    assert sum(age < timedelta(hours=1) for age in ages) == 3
    assert 23 <= sum(timedelta(hours=1) <= age < timedelta(days=1) for age in ages) <= 25
    assert sum(age >= timedelta(days=1) for age in ages) <= 3
    assert history.versions()[-1].why == "before merging"


def test_the_number_of_versions_is_capped(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST_ORDINARY", 15)
    history = History(paper)
    for day in range(20):
        history.keep(b"%d" % day, kept.WRITING, NOON + timedelta(days=day))
    assert [history.read(version.id) for version in history.versions()] == [b"%d" % day for day in range(19, 4, -1)]


def test_a_clock_set_back_does_not_stop_versions_from_being_kept(paper: Path) -> None:
    history = History(paper)
    history.keep(b"future", kept.WRITING, NOON + timedelta(days=3650))
    assert history.keep(b"now", kept.WRITING, NOON)


def test_a_disk_that_is_full_is_told_and_raises_nothing(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    history = History(paper)
    monkeypatch.setattr(os, "write", full)
    assert history.keep(b"draft", kept.BEFORE_MERGE) is None
    assert "full" in history.trouble
    monkeypatch.undo()
    assert history.keep(b"draft", kept.BEFORE_MERGE)
    assert history.trouble == ""


@pytest.mark.parametrize("version_id", ["", "20250314-120000-000000", "../../../etc/passwd", "x/../y"])
def test_a_version_that_is_not_kept_is_an_unknown_name(paper: Path, version_id: str) -> None:
    with pytest.raises(UnknownName) as unknown:
        History(paper).read(version_id)
    assert unknown.value.problems[0].code == "history-no-version"


def test_files_that_are_no_versions_are_passed_over(paper: Path) -> None:
    history = History(paper)
    history.keep(b"draft", kept.OPENED, NOON)
    for name in ("99999999-999999-999999~while-writing.yaml", "notes.txt", ".~mundraft-x.tmp"):
        (history.folder / name).write_text("?")
    assert [history.read(version.id) for version in history.versions()] == [b"draft"]


def test_the_same_paper_by_another_spelling_of_its_path_has_the_same_history(paper: Path, tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to(paper)
    (tmp_path / "sub").mkdir()
    for other in (tmp_path / "link.yaml", tmp_path / "sub" / ".." / "kenya.yaml"):
        assert History(other).folder == History(paper).folder


def test_a_history_follows_a_paper_that_is_renamed(paper: Path) -> None:
    history = History(paper)
    version = history.keep(b"draft")
    followed = history.follow(paper.with_name("kenya final.yaml"))
    assert version
    assert followed.read(version.id) == b"draft"
    assert history.versions() == ()


def test_the_history_of_a_moved_paper_is_offered_by_its_name(paper: Path, tmp_path: Path) -> None:
    version = History(paper).keep(b"draft")
    (tmp_path / "new").mkdir()
    moved = paper.rename(tmp_path / "new" / "kenya.yaml")
    (found,) = [one for one in History(moved).left_behind() if one.path == paper]
    assert version
    assert found.read(version.id) == b"draft"
    paper.write_bytes(b"there again: another paper")
    assert paper not in [one.path for one in History(moved).left_behind()]


def test_a_version_of_a_clock_that_was_ahead_stands_below_the_real_ones_and_says_so(
    paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history, now = History(paper), datetime.now(UTC)
    for when, data in ((now.replace(year=now.year + 254), b"later"), (now - timedelta(hours=1), b"an hour ago")):
        assert history.keep(data, kept.CLOSED, when)
    assert history.keep(b"now", kept.CLOSED)
    assert [history.read(version.id) for version in history.versions()] == [b"now", b"an hour ago", b"later"]
    run(["history", str(paper)])
    lines = capsys.readouterr().out.splitlines()
    assert ["clock that was wrong" in line for line in lines] == [False, False, True]


def test_a_clock_beyond_the_years_that_can_be_written_is_no_fault(
    paper: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            raise ValueError("year 11476 is out of range")

    class Day(date):
        @classmethod
        def today(cls) -> Self:
            raise ValueError("year 11476 is out of range")

    monkeypatch.setattr(clock, "datetime", Clock)
    monkeypatch.setattr(clock, "date", Day)
    paper.write_text("mundraft: 1\ntemplate: classic\n", encoding="utf-8")
    assert History(paper).keep(b"x", kept.CLOSED)
    assert clock.moment(3e11).year == 9999
    assert run(["export", str(paper), "--to", "txt"]) == 0
    assert run(["history", str(paper)]) == 0
    assert "fault" not in capsys.readouterr().err
