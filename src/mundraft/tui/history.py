"""Earlier versions of the paper: listed, compared with now answer by answer, and brought back."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mundraft.paper.history import Version
from mundraft.problems import MundraftError
from mundraft.tui.bindings import DIALOG, bound
from mundraft.tui.compare import CompareScreen
from mundraft.tui.keybar import KeyBar
from mundraft.tui.work import Work


class HistoryScreen(Screen[bool]):
    """The versions that were kept, the newest first. Gives True when something was brought back."""

    BINDINGS = bound(DIALOG)
    PALETTE = DIALOG
    CSS_PATH = "styles/review.tcss"
    HELP_TEXT = "Enter compares a version with the paper as it is now; there you choose the answers to bring back."

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._versions = work.session.versions()

    def compose(self) -> ComposeResult:
        yield Static(
            Content.from_markup("[b $primary]Earlier versions[/] [$quiet]Enter compares one with now[/]"),
            classes="title",
        )
        yield OptionList(id="versions")
        yield KeyBar(DIALOG)

    def on_mount(self) -> None:
        versions = self.query_one(OptionList)
        if self._versions:
            versions.set_options([Option(_line(version)) for version in self._versions])
            versions.highlighted = 0
        else:
            versions.set_options([Option("No earlier version has been kept yet.", disabled=True)])
        versions.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        version = self._versions[event.option_index]
        try:
            other = self._work.session.version_paper(version.id)
        except MundraftError as error:
            self.notify(str(error), severity="error", timeout=10)
            return
        self.app.push_screen(
            CompareScreen(self._work, other, f"The version of {_when(version)}", marked=True), self._back
        )

    def _back(self, taken: bool | None) -> None:
        if taken:
            self.dismiss(True)

    def action_dismiss_dialog(self) -> None:
        self.dismiss(False)


def _when(version: Version) -> str:
    ahead = " (by a clock that was wrong)" if version.is_ahead() else ""
    return version.when.astimezone().strftime("%d %b %Y, %H:%M") + ahead


def _line(version: Version) -> Content:
    return Content.from_markup("$when  [$quiet]$why[/]", when=_when(version), why=version.why)
