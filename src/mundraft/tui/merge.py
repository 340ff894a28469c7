"""Merging another copy of the paper: a co-delegate's file is picked, and its answers are taken one by one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mundraft.problems import MundraftError
from mundraft.text.harmless import harmless
from mundraft.tui.compare import CompareScreen
from mundraft.tui.dialogs import AskLine, Told
from mundraft.tui.work import Work

if TYPE_CHECKING:
    from textual.app import App


def ask_for_copy(app: App[None], work: Work, done: Callable[[bool | None], None]) -> None:
    """Ask where the other copy is, and show how it differs. `done` is told whether something was taken."""
    from mundraft.paper.file import read_paper_file

    def named(name: str | None) -> None:
        if not name:
            return
        path = Path(name.strip("\"'")).expanduser()
        try:
            other = read_paper_file(path if path.is_absolute() else work.path.parent / path)
        except MundraftError as error:
            app.push_screen(Told("This copy cannot be read", str(error)))
            return
        app.push_screen(CompareScreen(work, other, f"{harmless(path.name)}, the other copy", marked=False), done)

    explains = "Where is the other copy of this paper? Nothing is taken from it before you have chosen."
    app.push_screen(AskLine("Merge another copy", explains, str(work.path.parent / ""), "Compare"), named)
