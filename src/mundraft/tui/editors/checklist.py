"""A list to mark entries in. The mark is a sign and not a colour, so that everyone can see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from mundraft.tui.editors.deliberate import DeliberateList


class CheckList(DeliberateList):
    """Space, Enter or a click marks an entry, or takes the mark away."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", show=False)]

    class Marked(Message):
        """Other entries are marked now, by the person's hand."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entries: Sequence[Content] = ()
        self.marked: set[int] = set()

    def offer(self, lines: Sequence[Content], marked: Iterable[int]) -> None:
        """Show these lines, with these (counted from 0) marked."""
        self._entries, self.marked = lines, set(marked)
        self._draw()

    def _draw(self) -> None:
        at = self.highlighted
        self.set_options([Option(self._line(i)) for i in range(len(self._entries))])
        self.highlighted = at if at is not None and at < len(self._entries) else (0 if self._entries else None)

    def _line(self, index: int) -> Content:
        return Content("[x] " if index in self.marked else "[ ] ") + self._entries[index]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.marked ^= {event.option_index}
        self.replace_option_prompt_at_index(event.option_index, self._line(event.option_index))
        self.post_message(self.Marked())
