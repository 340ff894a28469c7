"""The editors of words: a phrase or line, paragraphs, and a list with one text to a line."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.widgets import Static, TextArea

from mundraft.interview.states import Prompt
from mundraft.library.questions import Kind
from mundraft.tui.button import Button
from mundraft.tui.button_row import ButtonRow
from mundraft.tui.editors.base import Editor
from mundraft.tui.editors.textbox import TextBox

_MANY_LINES = frozenset({Kind.PARAGRAPHS, Kind.QUOTATION})
_PLACEHOLDERS = {Kind.YEAR: "2024", Kind.DATE: "2024-09-15", Kind.LINK: "https://…"}


class WordsEditor(Editor):
    """One text."""

    def __init__(self, prompt: Prompt) -> None:
        super().__init__(prompt)
        self._one_line = prompt.question.kind not in _MANY_LINES
        self.HOW = (
            "Type your answer and press Enter for the next question. It is saved as you type."
            if self._one_line
            else "Type as many paragraphs as you need, with an empty line between them; F8 goes on. Saved as you type."
        )

    def compose(self) -> ComposeResult:
        question = self.prompt.question
        placeholder = question.placeholder or _PLACEHOLDERS.get(question.kind, "")
        yield TextBox(self.prompt.text, one_line=self._one_line, placeholder=placeholder)

    @property
    def value(self) -> Any:
        return self.query_one(TextBox).text

    def show(self, prompt: Prompt) -> None:
        self.prompt = prompt
        self.query_one(TextBox).show(prompt.text)

    def focus_first(self) -> None:
        box = self.query_one(TextBox)
        box.focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.tell_changed()

    def on_text_box_submitted(self, event: TextBox.Submitted) -> None:
        event.stop()
        self.tell_submitted()


class ListEditor(Editor):
    """Several texts, each in its own line, which can be added, moved and taken out."""

    HOW = (
        "One entry to a line. Enter goes to the next line, and from an empty last line to the next question; the "
        "arrows go up and down the lines. The buttons add, move and take out lines."
    )

    def compose(self) -> ComposeResult:
        with Vertical(classes="rows"):
            for text in (*self.prompt.texts, ""):
                yield TextBox(text, one_line=True, placeholder=self._placeholder())
        with ButtonRow(classes="row-buttons"):
            yield Button("Add a line", id="add")
            yield Button("Up", id="up")
            yield Button("Down", id="down")
            yield Button("Take out", id="remove")
        yield Static("", classes="count quiet")

    def _placeholder(self) -> str:
        return self.prompt.question.placeholder or "Another one, or leave it empty"

    @property
    def _boxes(self) -> list[TextBox]:
        return list(self.query(TextBox))

    @property
    def value(self) -> Any:
        return [box.text for box in self._boxes if box.text.strip()]

    @property
    def item(self) -> int:
        boxes = [box for box in self._boxes if box.text.strip()]
        at = self._at()
        return boxes.index(at) if at in boxes else 0

    def _at(self) -> TextBox:
        focused = self.screen.focused
        if isinstance(focused, TextBox) and focused in self._boxes:
            self._last = focused
        last: TextBox | None = getattr(self, "_last", None)
        return last if last is not None and last in self._boxes else self._boxes[0]

    def show(self, prompt: Prompt) -> None:
        self.prompt = prompt
        texts = list(prompt.texts)
        if texts == self.value:
            return
        for box, text in zip(self._boxes, texts, strict=False):
            box.show(text)
        for box in self._boxes[len(texts) + 1 :]:
            box.remove()
        for text in [*texts, ""][len(self._boxes) :]:
            self._add(text)

    def _add(self, text: str = "", after: TextBox | None = None) -> TextBox:
        box = TextBox(text, one_line=True, placeholder=self._placeholder())
        self.query_one(".rows").mount(box, after=after or self._boxes[-1])
        return box

    def focus_first(self) -> None:
        self._boxes[0].focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._boxes[-1].text.strip():
            self._add()
        self.tell_changed()

    def on_text_box_submitted(self, event: TextBox.Submitted) -> None:
        event.stop()
        boxes = self._boxes
        place = boxes.index(event.box)
        if place == len(boxes) - 1:
            self.tell_submitted()
        else:
            boxes[place + 1].focus()

    def on_descendant_focus(self) -> None:
        self._at()

    def key_up(self, event: Key) -> None:
        """From the first row of a line, which may be wrapped, to the line above."""
        self._leave_by(event, -1)

    def key_down(self, event: Key) -> None:
        self._leave_by(event, 1)

    def _leave_by(self, event: Key, by: int) -> None:
        boxes = self._boxes
        box = self.screen.focused
        if not isinstance(box, TextBox) or box not in boxes:
            return
        row = box.wrapped_document.location_to_offset(box.cursor_location).y
        target = boxes.index(box) + by
        if row == (0 if by < 0 else box.wrapped_document.height - 1) and 0 <= target < len(boxes):
            event.stop()
            event.prevent_default()
            boxes[target].focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        at = self._at()
        if event.button.id == "add":
            self.call_after_refresh(self._add(after=at).focus)
        elif event.button.id == "remove":
            self._take_out(at)
        else:
            self._move(at, -1 if event.button.id == "up" else 1)

    def _take_out(self, box: TextBox) -> None:
        if len(self._boxes) == 1:
            box.show("")
            return
        others = [other for other in self._boxes if other is not box]
        others[0].focus()
        box.remove()
        self.call_after_refresh(self.tell_changed)

    def _move(self, box: TextBox, by: int) -> None:
        boxes = self._boxes
        place = boxes.index(box)
        target = place + by
        if 0 <= target < len(boxes):
            rows = self.query_one(".rows")
            if by < 0:
                rows.move_child(box, before=boxes[target])
            else:
                rows.move_child(box, after=boxes[target])
            box.focus()
            self.tell_changed()
