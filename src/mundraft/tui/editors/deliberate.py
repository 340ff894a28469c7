"""A list in which nothing is chosen by accident."""

from __future__ import annotations

from textual.events import Click, Focus, Key
from textual.widgets import OptionList

_TYPED = "Letters choose nothing here. Move the mark with Up or Down, then press Enter."


class DeliberateList(OptionList):
    """A list in which a line that is typed or pasted chooses nothing: its spaces and its end are keys that choose.

    After a letter these count again once the mark was moved, or the list was left."""

    _typed = False
    _told = False

    def on_focus(self, _: Focus) -> None:
        self._typed = False

    def on_key(self, event: Key) -> None:
        if event.is_printable and event.key != "space":
            self._typed = True
        elif event.key not in ("space", "enter"):
            self._typed = False

    def on_click(self, _: Click) -> None:
        self._typed = False

    def is_meant(self) -> bool:
        """Whether a key that chooses is meant so. It is told once why nothing was chosen."""
        if self._typed and not self._told:
            self._told = True
            self.notify(_TYPED, severity="warning")
        return not self._typed

    def action_select(self) -> None:
        if self.is_meant():
            super().action_select()
