"""What the editors share that have a list of what fits below the box in which one types."""

from __future__ import annotations

from textual.events import Key
from textual.widgets import OptionList

from mundraft.tui.editors.base import Editor
from mundraft.tui.editors.textbox import TextBox


class EditorWithList(Editor):
    """Down goes from the box into the list; what is typed in the list goes on in the box, so that no letter is lost."""

    #: how many boxes stand above the list
    BOXES_ABOVE = 1

    def key_down(self, event: Key) -> None:
        found = self.query_one(OptionList)
        above = list(self.query(TextBox))[: self.BOXES_ABOVE]
        if self.screen.focused in above and found.option_count:
            event.stop()
            event.prevent_default()
            found.focus()

    def on_key(self, event: Key) -> None:
        if isinstance(self.screen.focused, OptionList) and event.is_printable and event.character:
            event.stop()
            box = self.query(TextBox).first()
            box.move_cursor(box.document.end)
            box.insert(event.character)
            box.focus()
