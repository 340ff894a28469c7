"""An open paper whose file became something else, or whose disk answers no more: what is typed is still kept."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mundraft.desk import session as session_module
from mundraft.desk import shared_file
from mundraft.desk.session import PaperSession
from mundraft.files.places import user_state
from mundraft.paper.file import read_paper
from mundraft.paper.model import Paper


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PaperSession]:
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    session = PaperSession.create(tmp_path / "kenya.yaml", Paper())
    yield session
    session.close()


def typed(session: PaperSession, school: str) -> None:
    session.put(session.paper.changed(school=school))


def rescued_schools() -> list[str]:
    return [read_paper(path.read_bytes(), path.name).school for path in (user_state() / "rescue").glob("*.yaml")]


def in_its_place(session: PaperSession, kind: str) -> None:
    session.path.unlink()
    if kind == "folder":
        session.path.mkdir()
    else:
        os.mkfifo(session.path)


@pytest.mark.parametrize("kind", ["folder", pytest.param("pipe", marks=pytest.mark.skipif(os.name == "nt", reason=""))])
def test_what_stands_in_the_place_of_the_file_is_told_and_the_words_are_rescued(
    session: PaperSession, kind: str
) -> None:
    in_its_place(session, kind)
    typed(session, "Northfield")
    session.save()
    assert rescued_schools() == ["Northfield"]
    assert kind in session.notices()[0]
    assert session.status.words == "in a rescue copy only (it is not a file)"


def test_closing_while_the_disk_hangs_leaves_the_words_in_a_rescue_copy(
    session: PaperSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, woken = threading.Event(), threading.Event()

    def hangs(path: Path) -> None:
        reading.set()
        woken.wait(20)
        raise OSError

    monkeypatch.setattr(session_module, "CLOSING_PATIENCE", 0.01)
    monkeypatch.setattr(shared_file, "open_to_read", hangs)
    typed(session, "North")
    saving = threading.Thread(target=session.save)
    saving.start()
    try:
        assert reading.wait(20)
        typed(session, "Northfield")
        session.close()
        assert rescued_schools() == ["Northfield"]
    finally:
        woken.set()
        saving.join()
