"""Every question of the paper in a window, to jump to any: two topics have over a hundred, so that letters search."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from textual import work as in_worker
from textual.events import Key
from textual.widget import Widget
from textual.worker import get_current_worker

from mundraft.paper.address import Address
from mundraft.tui.dialogs import Dialog
from mundraft.tui.steps import LEGEND, Row, Steps
from mundraft.tui.work import Work

#: What the keys that take letters back in a text leave of what is sought.
_TAKES_BACK: Final[dict[str, Callable[[str], str]]] = {
    "backspace": lambda sought: sought[:-1],
    "ctrl+w": lambda sought: sought.rstrip().rpartition(" ")[0],
    "ctrl+u": lambda _sought: "",
}


class StepsDialog(Dialog[Row]):
    """Every question of the paper, to jump to any. Gives the row that was chosen."""

    TITLE_TEXT = "Every question"
    #: whether ^P offers here what the screen below does
    PASSES_COMMANDS = True
    HELP_TEXT = (
        "Arrows and Enter, or a click, go to a question. Type letters to see only the lines that have such words; "
        f"Backspace takes a letter back. {LEGEND}"
    )

    def __init__(self, work: Work, current: Address) -> None:
        super().__init__()
        self._work, self._interview, self._current = work, work.interview, current
        self._sought = ""

    def content(self) -> Iterable[Widget]:
        yield Steps(every_question=True, id="every-question")

    def on_mount(self) -> None:
        steps = self.query_one(Steps)
        steps.show(self._interview, self._current)
        steps.focus()
        self.query_one(".dialog").border_subtitle = LEGEND
        self.query_one(".dialog").border_title = f"{self.TITLE_TEXT}: type to search"
        self._look_again()

    @in_worker(thread=True, group="review")
    def _look_again(self) -> None:
        """Mark also the questions of which the review warns: read beside the list, which is there at once."""
        from mundraft.tui.review import questions_warned_of, read

        worker = get_current_worker()
        warned = questions_warned_of(read(self._work), self._interview)
        if warned and not worker.is_cancelled:
            self.app.call_from_thread(self._mark, warned)

    def _mark(self, warned: frozenset[Address]) -> None:
        if not self.is_attached:  # closed again before the paper was read
            return
        self.query_one(Steps).show(self._interview, self._current, warned)
        if self._sought:
            self._find()

    def on_key(self, event: Key) -> None:
        letter = event.character or ""
        if event.is_printable and (letter.isalnum() or (letter == " " and self._sought)):
            self._sought += letter
        elif event.key in _TAKES_BACK and self._sought:
            self._sought = _TAKES_BACK[event.key](self._sought)
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
