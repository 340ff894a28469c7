"""Taking sources in from a file of another program: where it is, and what came of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mundraft.text.harmless import harmless
from mundraft.tui.dialogs import AskLine, Told
from mundraft.tui.work import Work

if TYPE_CHECKING:
    from textual.app import App

    from mundraft.desk.sources import FilesRead

_EXPLAINS = (
    "Where is the file? In Zotero, ZoteroBib, Mendeley or EasyBib choose Export, and CSL JSON, RIS or BibTeX; Google "
    "Scholar gives BibTeX under Cite. What the paper holds already is left out."
)


class AskForList(AskLine):
    """Asks for a file of references: one of those found nearby, or any other by its name."""

    def __init__(self, folder: Path) -> None:
        super().__init__("Import sources", _EXPLAINS, f"{folder}{os.sep}", "Import")
        self._folder = folder
        self._found: tuple[Path, ...] = ()

    def content(self) -> Iterable[Widget]:
        from mundraft.desk.sources import lists_near

        explains, *rest = super().content()
        yield explains
        self._found = lists_near(self._folder)
        if self._found:
            yield OptionList(*(Option(Content(self._called(path))) for path in self._found))
            yield Static(Content("Or another file:"), classes="quiet")
        yield from rest

    def _called(self, path: Path) -> str:
        """A file's name, with its folder where that is not the paper's."""
        return harmless(path.name if path.parent == self._folder else f"{path.name}  in {path.parent.name}")

    def first(self) -> Widget:
        for listed in self.query(OptionList):
            listed.highlighted = 0
            return listed
        return super().first()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(str(self._found[event.option_index]))


def ask_for_references(app: App[None], work: Work, done: Callable[[], None]) -> None:
    """Ask for a file, add its works to the paper's sources, and tell what came of it. `done` follows a change."""

    def named(name: str | None) -> None:
        if name:
            path = Path(name.strip("\"'")).expanduser()
            # A list of a thousand works takes a second or two: the screen must not stand still.
            app.run_worker(lambda: read(path if path.is_absolute() else work.path.parent / path), thread=True)

    def read(path: Path) -> None:
        from mundraft.desk.sources import read_files

        app.call_from_thread(take, read_files([path]), path.name)

    def take(found: FilesRead, name: str) -> None:
        from mundraft.desk.sources import with_sources

        addition = with_sources(work.paper, found)
        if addition.added:
            work.put(addition.paper)
            done()
        told = "\n\n".join([addition.in_words, *(problem.told() for problem in addition.problems)])
        app.push_screen(Told(f"Sources from {harmless(name)}", harmless(told)))

    app.push_screen(AskForList(work.path.parent), named)
