"""The list of recent papers: short, newest first, and never an error."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from mundraft.desk.recent import MOST, RecentPapers
from mundraft.files.atomic import write_atomically


@pytest.fixture
def recent(tmp_path: Path) -> RecentPapers:
    return RecentPapers(tmp_path / "state" / "recent.json")


def test_papers_come_newest_first_and_once_each(recent: RecentPapers, tmp_path: Path) -> None:
    recent.add(tmp_path / "kenya.yaml", "Climate displacement", "Kenya", when=1.0)
    recent.add(tmp_path / "japan.yaml", "Landmines", "日本", when=2.0)
    recent.add(tmp_path / "kenya.yaml", "Displacement", "Kenya", when=3.0)
    assert [(paper.title, paper.seat, paper.when) for paper in recent.papers()] == [
        ("Displacement", "Kenya", 3.0),
        ("Landmines", "日本", 2.0),
    ]
    recent.forget(tmp_path / "kenya.yaml")
    assert [paper.title for paper in recent.papers()] == ["Landmines"]


def test_the_list_stays_short(recent: RecentPapers, tmp_path: Path) -> None:
    for number in range(MOST + 5):
        recent.add(tmp_path / f"{number}.yaml")
    assert len(recent.papers()) == MOST


def test_a_paper_that_is_not_there_is_known_as_such(recent: RecentPapers, tmp_path: Path) -> None:
    (tmp_path / "here.yaml").write_text("x")
    recent.add(tmp_path / "here.yaml")
    recent.add(tmp_path / "gone.yaml")
    assert [paper.there for paper in recent.papers()] == [False, True]


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"\xff\xfe", b"null", b"{}", b"[1, null, [], {}]", b'[{"path": 7}]', b'[{"path": ""}]', b"[" * 100_000],
    ids=range(9),
)
def test_a_damaged_list_is_an_empty_one_and_can_be_added_to(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "recent.json"
    file.write_bytes(damage)
    recent = RecentPapers(file)
    assert recent.papers() == ()
    recent.add(tmp_path / "kenya.yaml", "Displacement")
    assert [paper.title for paper in recent.papers()] == ["Displacement"]


def test_odd_values_beside_a_good_path_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "recent.json"
    file.write_text('[{"path": "a\\u0000b", "title": 7, "seat": null, "when": "x", "more": 1}]')
    (paper,) = RecentPapers(file).papers()
    assert (paper.title, paper.seat, paper.when, paper.there) == ("", "", 0.0, False)


def test_a_list_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    RecentPapers(tmp_path / "file" / "recent.json").add(tmp_path / "kenya.yaml")


@pytest.mark.parametrize("here", ["add", "leave_at", "forget"])
@pytest.mark.parametrize("there", ["add", "leave_at", "forget"])
def test_what_two_windows_change_at_the_same_time_is_both_there(
    recent: RecentPapers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: str, there: str
) -> None:
    def change(how: str, path: Path) -> Callable[[], object]:
        ways: dict[str, Callable[[], object]] = {
            "add": lambda: recent.add(path, "Anew"),
            "leave_at": lambda: recent.leave_at(path, "seat"),
            "forget": lambda: recent.forget(path),
        }
        return ways[how]

    kenya, japan = tmp_path / "kenya.yaml", tmp_path / "japan.yaml"
    recent.add(kenya, "Displacement")
    recent.add(japan, "Landmines")
    other = threading.Thread(target=change(there, japan))

    def meanwhile(path: Path, data: bytes, *, durably: bool = True) -> None:
        if other.ident is None:  # the other window comes between the reading and the writing of this one
            other.start()
            other.join(0.1)
        write_atomically(path, data, durably=durably)

    monkeypatch.setattr("mundraft.desk.recent.write_atomically", meanwhile)
    change(here, kenya)()
    other.join()
    left = {Path(one.path).stem: (one.title, one.left_at) for one in recent.papers()}
    title = {"kenya": "Displacement", "japan": "Landmines"}
    for name, how in (("kenya", here), ("japan", there)):
        changed = {"add": ("Anew", ""), "leave_at": (title[name], "seat"), "forget": None}[how]
        assert left.get(name) == changed


def test_who_stays_where_they_are_writes_nothing(recent: RecentPapers, tmp_path: Path) -> None:
    recent.add(tmp_path / "kenya.yaml")
    recent.leave_at(tmp_path / "kenya.yaml", "seat")
    before = (tmp_path / "state" / "recent.json").stat().st_ino
    recent.leave_at(tmp_path / "kenya.yaml", "seat")
    assert (tmp_path / "state" / "recent.json").stat().st_ino == before


def test_it_is_light_to_import() -> None:
    loaded = "import sys, mundraft.desk.recent; print({'msgspec', 'textual', 'jinja2', 'docx'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
