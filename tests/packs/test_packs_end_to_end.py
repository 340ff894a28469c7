"""A class pack from the teacher's folder to a student's library and out of it again, by the commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from making_packs import class_folder

from mundraft.cli.running import run
from mundraft.files.places import user_data
from mundraft.library.added_packs import packs_added
from mundraft.library.folders import Tier
from mundraft.library.search_path import default_library
from mundraft.packs.members import ENDING


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def pack(home: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run(["pack", "build", str(class_folder(home / "class"))]) == 0
    capsys.readouterr()
    return home / "class-9b.mundraft-pack"


def test_a_pack_that_is_opened_as_a_paper_says_what_to_do(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pack.name.endswith(ENDING)
    assert run([str(pack)]) == 2
    assert "is a class pack" in (said := capsys.readouterr().err)
    assert f'mundraft pack add "{pack}"' in said


def test_a_pack_is_built_shown_added_listed_and_removed(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pack", "show", str(pack)]) == 0
    shown = capsys.readouterr().out
    assert "Model UN, class 9b" in shown
    assert "template: our" in shown
    assert "conference amun corrects the one that ships" in shown
    assert not packs_added(user_data())
    assert run(["pack", "add", str(pack), "--yes"]) == 0
    assert "Welcome to the club!" in capsys.readouterr().out
    assert default_library().template("our").origin is Tier.PACK
    assert run(["pack", "list"]) == 0
    assert "our" in capsys.readouterr().out
    assert run(["pack", "remove", "class-9b"]) == 0
    assert not packs_added(user_data())
    assert "our" not in [one.name for one in default_library().templates()]
