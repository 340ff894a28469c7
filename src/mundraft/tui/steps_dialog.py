"""Every question of the paper in a window, to jump to any: two topics have over a hundred, so that letters search."""

from __future__ import annotations

from collections.abc import Iterable

from textual.events import Key
from textual.widget import Widget

from mundraft.interview.interview import Interview
from mundraft.paper.address import Address
from mundraft.tui.dialogs import Dialog
from mundraft.tui.steps import LEGEND, Row, Steps


class StepsDialog(Dialog[Row]):
    """Every question of the paper, to jump to any. Gives the row that was chosen."""

    TITLE_TEXT = "Every question"
    HELP_TEXT = (
        "Arrows and Enter, or a click, go to a question. Type letters to see only the lines that have such words; "
        f"Backspace takes a letter back. {LEGEND}"
    )

    def __init__(self, interview: Interview, current: Address) -> None:
        super().__init__()
        self._interview, self._current = interview, current
        self._sought = ""

    def content(self) -> Iterable[Widget]:
        yield Steps(every_question=True, id="every-question")

    def on_mount(self) -> None:
        steps = self.query_one(Steps)
        steps.show(self._interview, self._current)
        steps.focus()
        self.query_one(".dialog").border_subtitle = LEGEND
        self.query_one(".dialog").border_title = f"{self.TITLE_TEXT}: type to search"

    def on_key(self, event: Key) -> None:
        letter = event.character or ""
        if event.is_printable and (letter.isalnum() or (letter == " " and self._sought)):
            self._sought += letter
        elif event.key == "backspace" and self._sought:
            self._sought = self._sought[:-1]
        else:
            return
        event.stop()
        event.prevent_default()
        self._find()

    def _find(self) -> None:
        steps = self.query_one(Steps)
        found = steps.find(self._sought)
        if not self._sought:  # all of them again, and where the delegate is
            told = "type to search"
        else:
            told = f"{self._sought}▏" if found else f"{self._sought}▏ nothing: Backspace takes a letter back"
        self.query_one(".dialog").border_title = f"{self.TITLE_TEXT}: {told}"

    def on_steps_chosen(self, event: Steps.Chosen) -> None:
        self.dismiss(event.row)
