"""What is kept among the compiled modules counts only while it is whole and its makers are as they were."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mundraft.files.beside_modules import Maker

VALUES = {"a": ("words", b"\0\xff", 1, None, [1.5, True])}


@pytest.fixture
def pycache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "pycache"
    monkeypatch.setattr("sys.pycache_prefix", str(folder))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return folder


@pytest.fixture
def maker(tmp_path: Path, pycache: Path) -> Maker:
    """A maker of one module."""
    package = tmp_path / "package"
    package.mkdir()
    (package / "making.py").write_text("pass\n")
    maker = Maker((package,), ("1.0",))
    assert maker.kept("things", b"words") is None
    maker.keep("things", VALUES, b"words")
    assert len(list(pycache.rglob("things*"))) == 1
    return maker


def test_it_is_there_the_next_time(maker: Maker) -> None:
    assert maker.kept("things", b"words") == VALUES


def test_it_is_not_what_is_made_of_something_else_or_by_other_versions(maker: Maker) -> None:
    assert maker.kept("things", b"other words") is None
    assert maker.kept("other things", b"words") is None
    assert Maker(maker.folders, ("1.1",)).kept("things", b"words") is None


def test_it_does_not_outlive_a_change_of_a_module_that_made_it(maker: Maker) -> None:
    (maker.folders[0] / "making.py").write_text("changed\n")
    assert maker.kept("things", b"words") is None


def test_it_does_not_outlive_the_programs_version(maker: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mundraft.files.beside_modules.__version__", "99")
    assert maker.kept("things", b"words") is None


def test_what_was_cut_short_or_changed_anywhere_is_not_there(maker: Maker, pycache: Path) -> None:
    (kept,) = pycache.rglob("things*")
    whole = kept.read_bytes()
    for length in range(0, len(whole), 7):
        kept.write_bytes(whole[:length])
        assert maker.kept("things", b"words") is None
    for at in range(len(whole)):
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert maker.kept("things", b"words") is None


def test_of_those_of_one_kind_the_oldest_go(maker: Maker, pycache: Path) -> None:
    for number in range(5):
        maker.keep(f"kind-{number}", number, most=3)
        for kept in pycache.rglob("kind-*"):
            os.utime(kept, (when := 1_000_000 + 10 * int(kept.name[5]), when))
    assert [maker.kept(f"kind-{number}") for number in range(5)] == [None, None, 2, 3, 4]
    assert maker.kept("things", b"words") == VALUES


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_is_told(maker: Maker, pycache: Path) -> None:
    (kept,) = pycache.rglob("things*")
    kept.unlink()
    kept.mkdir()  # which no file replaces
    maker.keep("things", VALUES, b"words")
    assert maker.kept("things", b"words") is None


def test_a_python_that_keeps_nothing_compiled_keeps_nothing(
    maker: Maker, pycache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    maker.keep("more", VALUES)
    assert not list(pycache.rglob("more*"))


def test_several_that_keep_it_at_once_leave_it_whole(maker: Maker, pycache: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: maker.keep("things", VALUES, b"words"), range(40)))
    assert maker.kept("things", b"words") == VALUES
    assert len(list(pycache.rglob("*things*"))) == 1
