"""The committee: a body of the library by any of its names, or any other, and the short form that delegates use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from mundraft.interview.states import Prompt
from mundraft.paper.model import Committee
from mundraft.tui.editors.base import Editor
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.lookup_rows import Row
from mundraft.tui.lookups import Lookups


class CommitteeEditor(Editor):
    """What is typed is the committee's name, as the conference writes it; a body of the list fills in both boxes."""

    HOW = (
        "Type the committee's full name, or its short form, and take it from the list with Down and Enter: both boxes "
        "are filled. A committee that is not in the list is kept as you type it; the short form may stay empty."
    )

    def __init__(self, prompt: Prompt, lookups: Lookups) -> None:
        super().__init__(prompt)
        self.lookups = lookups
        self._rows: Sequence[Row] = ()

    def compose(self) -> ComposeResult:
        held = self._held(self.prompt)
        yield TextBox(held.name, one_line=True, placeholder="Full name, such as General Assembly Third Committee")
        yield TextBox(held.short, one_line=True, placeholder="Short form, such as SOCHUM (may stay empty)", id="short")
        yield Static("", classes="understood")
        yield OptionList(classes="found")

    def on_mount(self) -> None:
        self._find()

    @staticmethod
    def _held(prompt: Prompt) -> Committee:
        return prompt.value if isinstance(prompt.value, Committee) else Committee(name=prompt.text)

    @property
    def value(self) -> Any:
        name, short = (box.text for box in self.query(TextBox))
        return Committee(name=name, short=short)

    def show(self, prompt: Prompt) -> None:
        self.prompt = prompt
        self._fill(self._held(prompt))

    def _fill(self, committee: Committee) -> None:
        with self.prevent(TextArea.Changed):
            for box, text in zip(self.query(TextBox), (committee.name, committee.short), strict=True):
                box.show(text)
        self._find()

    def focus_first(self) -> None:
        self.query(TextBox).first().focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if event.text_area is self.query(TextBox).first():
            self._find()
        self.tell_changed()

    def _find(self) -> None:
        """Offer the bodies that fit what was typed, and say what the one is for that is surely meant."""
        typed = self.query(TextBox).first().text.strip()
        self._rows = self.lookups.bodies(typed)
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options([Option(_shown(row)) for row in self._rows])
        listed.highlighted = 0 if self._rows else None
        meant = next((row.ref for row in self._rows[:1] if typed and row.sure), "")
        self.query_one(".understood", Static).update(self._told(meant))

    def _told(self, ref: str) -> Content:
        body = self.lookups.body(ref) if ref else None
        if body is None:
            return Content("")
        return Content.from_markup("[$success]✓[/] $name [$quiet]$does[/]", name=body.name, does=body.mandate)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        body = self.lookups.body(self._rows[event.option_index].ref)
        if body is not None:
            short = "" if body.short == body.name else body.short
            self._fill(Committee(name=body.name, short=short))
            self.tell_changed()
            self.tell_submitted()

    def on_text_box_submitted(self, event: TextBox.Submitted) -> None:
        event.stop()
        boxes = list(self.query(TextBox))
        if event.box is boxes[0] and not boxes[1].text:
            boxes[1].focus()
        else:
            self.tell_submitted()

    def key_down(self, event: Key) -> None:
        listed = self.query_one(OptionList)
        if isinstance(self.screen.focused, TextBox) and listed.option_count:
            event.stop()
            event.prevent_default()
            listed.focus()


def _shown(row: Row) -> Content:
    return Content.from_markup("$title  [$quiet]$detail[/]", title=row.title, detail=row.detail)
