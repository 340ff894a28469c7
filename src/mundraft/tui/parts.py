"""Writing a part of the paper oneself: which parts there are, whose words each holds, and the change to and fro."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mundraft.paper.model import Said
from mundraft.tui.copying import section_cites, section_text
from mundraft.tui.dialogs import Dialog
from mundraft.tui.drafting import Draft
from mundraft.tui.own_words import is_own, own_words_address
from mundraft.tui.part_budgets import budgets
from mundraft.tui.preview import PartId
from mundraft.tui.work import Work


class PartsDialog(Dialog[str]):
    """The parts of the paper. Enter takes one over, or gives it back; gives the address to go to, or None."""

    TITLE_TEXT = "Write a part yourself"
    HELP_TEXT = (
        "Enter on a part lets you write it yourself, beginning with what stands there now. All that it cites is cited "
        "at the end of your text; F5 changes that. Enter on a part of yours opens it; Delete gives it back to the "
        "template. Your answers stay as they are, and your text is kept."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        ("delete", "give_back", "Give back"),
        ("backspace", "give_back", "Give back"),
    ]

    def __init__(self, work: Work, draft: Draft | None, here: PartId | None) -> None:
        super().__init__()
        self._work, self._draft = work, draft
        self._budgets = budgets(work, draft)
        self._parts = [(part.key, topic.id) for topic in work.paper.topics for part in work.definition.parts]
        self._here = here

    def content(self) -> Iterable[Widget]:
        yield Static(
            "Enter: write it yourself, beginning with the text and the sources that stand there now; or open what you "
            "wrote. Delete: give it back to the template.",
            classes="quiet",
        )
        yield OptionList(id="parts")
        yield Static("", id="told")

    def on_mount(self) -> None:
        self._list()
        parts = self.query_one(OptionList)
        parts.highlighted = self._parts.index(self._here) if self._here in self._parts else 0
        parts.focus()

    def _list(self) -> None:
        parts = self.query_one(OptionList)
        at = parts.highlighted
        parts.set_options([Option(self._line(part)) for part in self._parts])
        parts.highlighted = at

    def _line(self, part: PartId) -> Content:
        key, topic = part
        title = next(one.title for one in self._work.definition.parts if one.key == key)
        if len(self._work.paper.topics) > 1:
            title = f"{title} (topic {[one.id for one in self._work.paper.topics].index(topic) + 1})"
        whose = (
            "[$success]your own words[/]" if is_own(self._work.paper, topic, key) else "[$quiet]from your answers[/]"
        )
        held = self._budgets.get(part)
        length = f"  {held.in_short} words" if held else ""
        return Content.from_markup(f"$title[$quiet]$length[/]  {whose}", title=title, length=length)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        key, topic = self._parts[event.option_index]
        if not is_own(self._work.paper, topic, key):
            self._work.take_over(topic, key, self._begin((key, topic)))
        self.dismiss(own_words_address(topic, key))

    def _begin(self, part: PartId) -> Said:
        """What the template says there now, with all that it cites."""
        if self._draft is None or self._draft.document is None:
            return Said()
        text = section_text(self._draft.document, part, plain=True)
        return Said(text=text, cite=section_cites(self._draft.unsettled, part))

    def action_give_back(self) -> None:
        at = self.query_one(OptionList).highlighted
        if at is None:
            return
        key, topic = self._parts[at]
        if is_own(self._work.paper, topic, key):
            self._work.give_back(topic, key)
            self.query_one("#told", Static).update(
                "The template writes it again. Your text is kept: Enter brings it back."
            )
            self._list()
