"""Taking sources in from a file of another program: where it is, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

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

    app.push_screen(AskLine("Import sources", _EXPLAINS, str(work.path.parent / ""), "Import"), named)
