"""Opening what is not in the list of recent papers: a file by its place, or an example."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from mundraft.text.harmless import harmless
from mundraft.tui.dialogs import Choose, Dialog, Offer
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.home import place_for_papers

if TYPE_CHECKING:
    from mundraft.library.search_path import Library

#: A folder may hold thousands of files; a list of more is not read by anyone.
MANY_FILES = 200


class OpenPaper(Dialog[str]):
    """Lists the YAML files of a folder, and takes any path. Gives the path, or None."""

    TITLE_TEXT = "Open a paper"
    HELP_TEXT = "Choose a file, or type where it is. A paper is a file that ends in .yaml."

    def content(self) -> Iterable[Widget]:
        folder = place_for_papers(Path.cwd(), Path.home())
        self._files = papers_in(folder)
        yield Static(f"Papers in {folder}" if self._files else f"No papers in {folder}", classes="quiet")
        yield OptionList(*(Option(harmless(path.name)) for path in self._files), id="files", markup=False)
        yield Static("Or type where the file is", classes="quiet")
        yield TextBox(one_line=True, placeholder=str(folder / "my-paper.yaml"), id="path")
        with Horizontal(classes="row-buttons"):
            yield Button("Open", variant="primary", compact=True)

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


def papers_in(folder: Path) -> list[Path]:
    """The files of a folder that may be papers, the newest first."""
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() in (".yaml", ".yml") and path.is_file()]
        return sorted(found, key=lambda path: -path.stat().st_mtime)[:MANY_FILES]
    except OSError:
        return []


class Examples(Choose):
    """The example papers; a copy of the one chosen is opened, so that nothing in it can be spoilt."""

    def __init__(self, library: Library) -> None:
        offers = [Offer(found.name, f"{_form(found.name)} {found.title}", found.detail) for found in library.examples()]
        explains = (
            "A copy of the one you choose is put in your folder and opened." if offers else "There are none here."
        )
        super().__init__("Examples", explains, offers)


def _form(name: str) -> str:
    """Whether an example gives the required answers alone, said before a title that the screen may cut."""
    return "Short:" if name.endswith("-short") else "Full:"
