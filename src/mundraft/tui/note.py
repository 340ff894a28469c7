"""The private note beside a question: for the delegate alone, never exported."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static, TextArea

from mundraft.paper.address import Address
from mundraft.tui.button import Button
from mundraft.tui.dialogs import Dialog
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.work import Work


class NoteDialog(Dialog[bool]):
    """A note, saved as it is typed."""

    TITLE_TEXT = "Private note"
    HELP_TEXT = "A note to yourself on this question. It is kept in the paper's file and never exported."

    def __init__(self, work: Work, address: Address) -> None:
        super().__init__()
        self._work, self._address = work, address

    def content(self) -> Iterable[Widget]:
        yield Static("For you alone: it is kept with the question and never exported.", classes="quiet")
        yield TextBox(self._work.note(self._address), placeholder="What to ask, to check, to remember")
        yield Button("Done", variant="primary")

    def on_mount(self) -> None:
        self.query_one(TextBox).focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        if event.text_area.text != self._work.note(self._address):
            self._work.set_note(self._address, event.text_area.text)

    def on_button_pressed(self) -> None:
        self.dismiss(True)
