"""A paper that is left while its file cannot be written: where its words are is told after the app, and by commands."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tui_walking import app_on, interview, shown, until, write_paper

from mundraft.cli.running import run
from mundraft.desk.rescue import RescueShelf
from mundraft.paper.file import paper_to_bytes, read_paper_file
from mundraft.paper.model import Paper
from mundraft.tui import app as app_module
from mundraft.tui.app import MundraftApp
from mundraft.tui.dialogs import Told


@pytest.fixture
def unwritable(papers: Path) -> Path:
    """A paper in whose place nothing can be written while it is open."""
    path = write_paper(papers / "kenya.yaml", "")
    path.chmod(0o444)
    return path


async def test_leaving_says_where_the_words_are_and_ends_with_2(unwritable: Path) -> None:
    async with app_on(unwritable) as pilot:
        work = interview(pilot).work
        work.session.put(work.paper.changed(school="Northfield"))
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app.return_code == 2)
        app = pilot.app
    assert isinstance(app, MundraftApp)
    told = app.last_words()
    (copy,) = RescueShelf(unwritable).folder.iterdir()
    assert f"{unwritable.name} could not be saved and is as it was on 20" in told
    assert f"in a rescue copy: {copy}" in told
    assert f'mundraft "{unwritable}"' in told
    assert read_paper_file(copy).school == "Northfield"


async def test_going_home_says_where_the_words_are(unwritable: Path) -> None:
    async with app_on(unwritable) as pilot:
        work = interview(pilot).work
        work.session.put(work.paper.changed(school="Northfield"))
        app = pilot.app
        assert isinstance(app, MundraftApp)
        app.go_home()
        await until(pilot, lambda: isinstance(app.screen, Told))
        assert "in a rescue copy: " in shown(pilot, ".dialog-body Static")


async def test_a_paper_of_which_nothing_can_be_saved_is_not_left_for_home_unasked(
    unwritable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RescueShelf, "write", _full)
    async with app_on(unwritable) as pilot:
        work = interview(pilot).work
        work.session.put(work.paper.changed(school="Northfield"))
        app = pilot.app
        assert isinstance(app, MundraftApp)
        app.go_home()
        await pilot.pause()
        assert app.work is work
        work.session.put(work.paper.changed(school="Southfield"))
        app.go_home()
        await pilot.pause()
        assert app.work is work, "what was written since is told of anew"
        app.go_home()
        await pilot.pause()
        assert app.work is None
    assert f"{unwritable.name}: NOT SAVED" in app.last_words()


def _full(*_: object) -> Path:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("check", "p.yaml"), 1),
        (("export", "p.yaml"), 0),
        (("export", "p.yaml", "-o", "-", "--to", "md"), 0),
        (("history", "p.yaml"), 0),
    ],
)
def test_commands_tell_that_the_file_is_not_all_that_was_written(
    papers: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int
) -> None:
    path = papers / "p.yaml"
    path.write_bytes(paper_to_bytes(Paper()))
    copy = RescueShelf(path).write(paper_to_bytes(Paper(school="Northfield")))
    assert run(words) == code
    said = capsys.readouterr()
    told = " ".join((said.out + said.err).split())
    assert "p.yaml does not hold all that was written" in told
    assert str(copy) in told
    assert 'mundraft "p.yaml"' in told
    assert copy.exists()
    copy.write_bytes(path.read_bytes())  # the same words: nothing waits
    run(words)
    said = capsys.readouterr()
    assert "all that was written" not in said.out + said.err


def test_the_last_words_stand_in_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Ended:
        return_code = 2

        def run(self) -> None: ...

        def last_words(self) -> str:
            return "p.yaml could not be saved"

    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(getattr(sys, stream), "isatty", lambda: True)
    monkeypatch.setattr(app_module, "MundraftApp", lambda *_: Ended())
    assert app_module.run(None, None) == 2
    assert "p.yaml could not be saved" in capsys.readouterr().err
