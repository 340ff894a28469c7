"""The editor of words: a phrase or line, or paragraphs."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.widgets import TextArea

from mundraft.interview.states import Prompt
from mundraft.library.questions import Kind
from mundraft.tui.editors.base import Editor
from mundraft.tui.editors.textbox import TextBox

_MANY_LINES = frozenset({Kind.PARAGRAPHS, Kind.QUOTATION})
_PLACEHOLDERS = {Kind.YEAR: "e.g. 2024", Kind.DATE: "e.g. 2024-09-15", Kind.LINK: "https://…"}


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
