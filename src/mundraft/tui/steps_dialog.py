"""Every question of the paper in a window, to jump to any."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from mundraft.interview.interview import Interview
from mundraft.paper.address import Address
from mundraft.tui.dialogs import Dialog
from mundraft.tui.steps import LEGEND, Row, Steps


class StepsDialog(Dialog[Row]):
    """Every question of the paper, to jump to any. Gives the row that was chosen."""

    TITLE_TEXT = "Every question"
    HELP_TEXT = f"Arrows and Enter, or a click, go to a question. {LEGEND}"

    def __init__(self, interview: Interview, current: Address) -> None:
        super().__init__()
        self._interview, self._current = interview, current

    def content(self) -> Iterable[Widget]:
        yield Steps(every_question=True, id="every-question")

    def on_mount(self) -> None:
        steps = self.query_one(Steps)
        steps.show(self._interview, self._current)
        steps.focus()
        self.query_one(".dialog").border_subtitle = LEGEND

    def on_steps_chosen(self, event: Steps.Chosen) -> None:
        self.dismiss(event.row)
