"""Opening what is not in the list of recent papers: a file by its place, or an example."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mundraft.desk.creating import USUAL
from mundraft.desk.paper_places import place_for_papers
from mundraft.text.harmless import harmless
from mundraft.tui.button import Button
from mundraft.tui.dialogs import Choose, Dialog, Offer
from mundraft.tui.editors.textbox import TextBox

if TYPE_CHECKING:
    from mundraft.library.search_path import Library

#: A folder may hold thousands of files; a list of more is not read by anyone.
MANY_FILES = 200


class ChooseFile(Dialog[str]):
    """Lists files that may be meant, and takes any path. Gives the path, or None."""

    def __init__(self, title: str, files: Sequence[Path], where: str, such_as: Path, button: str) -> None:
        super().__init__(title)
        self._files, self._where, self._such_as, self._button = files, where, such_as, button

    def content(self) -> Iterable[Widget]:
        yield Static(self._where, classes="quiet", markup=False)
        yield OptionList(*(Option(harmless(path.name)) for path in self._files), id="files", markup=False)
        yield Static("Or type where the file is", classes="quiet")
        yield TextBox(one_line=True, placeholder=str(self._such_as), id="path")
        with Horizontal(classes="row-buttons"):
            yield Button(self._button, variant="primary")

    def on_mount(self) -> None:
        files = self.query_one(OptionList)
        files.display = bool(self._files)
        files.highlighted = 0 if self._files else None
        (files if self._files else self.query_one(TextBox)).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(str(self._files[event.option_index]))

    def on_text_box_submitted(self) -> None:
        self._give()

    def on_button_pressed(self) -> None:
        self._give()

    def _give(self) -> None:
        typed = self.query_one(TextBox).text.strip().strip("\"'")
        at = self.query_one(OptionList).highlighted
        if typed:
            self.dismiss(str(Path(typed).expanduser()))
        elif at is not None:
            self.dismiss(str(self._files[at]))


class OpenPaper(ChooseFile):
    """The papers of the folder in which papers are kept."""

    HELP_TEXT = "Choose a file, or type where it is. A paper is a file that ends in .yaml."

    def __init__(self) -> None:
        folder = place_for_papers(Path.cwd(), Path.home())
        files = papers_in(folder)
        where = f"Papers in {folder}" if files else f"No papers in {folder}"
        super().__init__("Open a paper", files, where, folder / "my-paper.yaml", "Open")


def papers_in(folder: Path) -> list[Path]:
    """The files of a folder that may be papers, the newest first."""
    return files_in(folder, (".yaml", ".yml"))


def files_in(folder: Path, endings: tuple[str, ...]) -> list[Path]:
    """The files of a folder that end so, the newest first."""
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() in endings and path.is_file()]
        return sorted(found, key=lambda path: -path.stat().st_mtime)[:MANY_FILES]
    except OSError:
        return []


class Examples(Choose):
    """The example papers; a copy of the one chosen is opened, so that nothing in it can be spoilt."""

    def __init__(self, library: Library) -> None:
        titles = {found.name: found.title or found.name for found in library.templates()}
        offers = [
            Offer(
                found.name, harmless(found.title), harmless(_form(found.name, titles.get(found.detail, found.detail)))
            )
            for found in sorted(library.examples(), key=lambda found: (found.detail != USUAL, found.detail))
        ]
        explains = (
            "A copy of the one you choose is put in your folder and opened." if offers else "There are none here."
        )
        super().__init__("Examples", explains, offers)


def _form(name: str, template: str) -> str:
    """What an example shows: its template, and whether it gives the required answers alone."""
    return f"{template}, only what must be answered" if name.endswith("-short") else template
