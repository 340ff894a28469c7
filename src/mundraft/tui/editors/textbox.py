"""The text box that every typed answer uses: a line or a paragraph, with undo, selection and clean text."""

from __future__ import annotations

import unicodedata
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from mundraft.interview.pasted_lists import plain_blanks, without_mark
from mundraft.text.clean import clean
from mundraft.tui.editors.undoing import TypingHistory

#: Keys that the text area would take for itself and that mean something else in this app.
_GIVEN_UP = frozenset({"f6", "f7"})
#: Keys that may take the cursor elsewhere. The app follows them after the box has got the keys that came right behind.
_LEAVING = frozenset({"tab", "shift+tab", "up", "down"})


def _bindings() -> list[BindingType]:
    kept = [binding for binding in TextArea.BINDINGS if isinstance(binding, Binding) and binding.key not in _GIVEN_UP]
    plain: list[BindingType] = [
        binding if binding.key != "home,ctrl+a" else Binding("home", "cursor_line_start", show=False)
        for binding in kept
    ]
    return [*plain, Binding("ctrl+a", "select_all", show=False), Binding("enter", "submit", show=False)]


class TextBox(TextArea, inherit_bindings=False):
    """A text area whose text is always clean (NFC, no control characters).

    With `one_line`, Enter submits and line ends in a paste become spaces; long lines still wrap."""

    BINDINGS: ClassVar[list[BindingType]] = _bindings()
    history: TypingHistory

    class Submitted(Message):
        """Enter was pressed in a box of one line."""

        def __init__(self, box: TextBox) -> None:
            super().__init__()
            self.box = box

        @property
        def control(self) -> TextBox:
            return self.box

    def __init__(self, text: str = "", *, one_line: bool = False, placeholder: str = "", id: str | None = None) -> None:
        self.one_line = one_line
        super().__init__(
            clean(text),
            id=id,
            placeholder=placeholder,
            highlight_cursor_line=False,
            tab_behavior="focus",
            classes="one-line" if one_line else "many-lines",
        )
        self.history = TypingHistory()
        self.cursor_blink = False
        self._whole_placeholder = placeholder
        #: a key was pressed that may take the cursor elsewhere: an Enter behind it is for whoever has the cursor then
        self._is_being_left = False
        if one_line:  # as a line to fill in does everywhere; a paragraph is read from its beginning
            self.move_cursor(self.document.end)

    def on_resize(self) -> None:
        """Let a placeholder that finds no room end in a sign that it goes on: only its first line is shown."""
        whole, room = self._whole_placeholder, self.wrap_width or self.content_size.width
        self.placeholder = whole if len(whole) <= room else f"{whole[: max(0, room - 1)].rstrip()}…"

    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing of a box that is being taken away: Textual may draw it once more after its styles are gone (as of
        one that has none yet, its issue 6528), and a text area that finds none ends the app."""
        try:
            return super().render_lines(crop)
        except KeyError as error:
            if "COMPONENT_CLASSES" not in str(error):
                raise
            return [Strip.blank(crop.width)] * crop.height

    async def _on_key(self, event: Key) -> None:
        if self.one_line and event.key == "enter":
            event.prevent_default()
            if not self._is_being_left:
                event.stop()
                self.action_submit()
            return
        self._is_being_left = self._is_being_left or event.key in _LEAVING
        await super()._on_key(event)

    def on_focus(self) -> None:
        self._is_being_left = False

    def action_submit(self) -> None:
        self.post_message(self.Submitted(self))

    def action_delete_to_start_of_line(self) -> None:
        """Delete what stands before the cursor in its paragraph, also where that is wrapped: a text area on its own
        takes the line that is seen, and leaves half of an answer."""
        row, column = self.selection.end
        if column:
            self._delete_via_keyboard((row, 0), (row, column))
        else:
            super().action_delete_to_start_of_line()

    async def _on_paste(self, event: Paste) -> None:
        self._paste(event.text)
        self.focus()
        event.stop()
        event.prevent_default()

    def action_paste(self) -> None:
        self._paste(self.app.clipboard)

    def _paste(self, text: str) -> None:
        """Put in what was made for another page, without the gaps that it had there."""
        pasted = plain_blanks(clean(text))
        if self.one_line and not self.text.strip():
            pasted = without_mark(pasted)
        if result := self._replace_via_keyboard(pasted, *self.selection):
            self.move_cursor(result.end_location)

    def edit(self, edit: Edit) -> EditResult:
        """Every change of the text passes here: typed, pasted, or made by the program."""
        text = clean(edit.text)
        if self.one_line:
            text = " ".join(filter(None, text.splitlines())) if "\n" in text else text
        edit.text = text
        return super().edit(self._composed(edit))

    def _composed(self, edit: Edit) -> Edit:
        """An accent that is typed after its letter joins it, so that one character is one step of the cursor."""
        row, column = edit.from_location
        if not edit.text or edit.from_location != edit.to_location or column == 0:
            return edit
        before = self.document.get_line(row)[column - 1]
        joined = unicodedata.normalize("NFC", before + edit.text)
        if not unicodedata.combining(edit.text[0]) or len(joined) != len(edit.text):
            return edit
        return Edit(joined, (row, column - 1), edit.to_location, maintain_selection_offset=False)

    def show(self, text: str) -> None:
        """Put in a text that came from elsewhere, changing only what differs: the cursor and undo stay."""
        old, new = self.text, clean(text)
        if old == new:
            return
        start = _shared_length(old, new)
        end = _shared_length(old[start:][::-1], new[start:][::-1])
        document = self.document
        self.replace(
            new[start : len(new) - end],
            document.get_location_from_index(start),  # type: ignore[attr-defined]
            document.get_location_from_index(len(old) - end),  # type: ignore[attr-defined]
        )


def _shared_length(one: str, other: str) -> int:
    """How many characters two texts share from their beginning."""
    for index, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return index
    return min(len(one), len(other))
