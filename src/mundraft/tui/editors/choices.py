"""The editors that choose: one of a few, and the provisions that a solution rests on."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mundraft.interview.states import Prompt
from mundraft.paper.model import LegalBasis
from mundraft.tui.editors.base import Editor
from mundraft.tui.editors.checklist import CheckList
from mundraft.tui.editors.deliberate import DeliberateList


class RadioList(DeliberateList):
    """Space chooses too, and stays: the round marks look like buttons that one presses with it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "mark", show=False)]

    class Marked(Message):
        """An entry was chosen, and the person stays."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def action_mark(self) -> None:
        if self.is_meant() and self.highlighted is not None:
            self.post_message(self.Marked(self.highlighted))


class ChoiceEditor(Editor):
    """One of the options that the template offers."""

    HOW = "Go to one with the arrows. Enter, or a click, chooses it and goes on; Space chooses it and stays."

    def compose(self) -> ComposeResult:
        yield RadioList(*self._options())

    def _options(self) -> list[Option]:
        return [Option(Content(f"{'●' if self._is(one.value) else '○'} {one.label}")) for one in self._choices]

    @property
    def _choices(self) -> tuple[Any, ...]:
        return self.prompt.question.choices

    def _is(self, value: str) -> bool:
        return value in self.prompt.texts

    @property
    def value(self) -> Any:
        return self.prompt.text

    def on_mount(self) -> None:
        self._mark()

    def _mark(self) -> None:
        options = self.query_one(OptionList)
        at = next((i for i, choice in enumerate(self._choices) if self._is(choice.value)), options.highlighted or 0)
        options.clear_options()
        options.add_options(self._options())
        options.highlighted = at

    def show(self, prompt: Prompt) -> None:
        if (prompt.texts, prompt.question) != (self.prompt.texts, self.prompt.question):
            self.prompt = prompt  # another conference may offer other choices, or use another of them
            self._mark()

    def focus_first(self) -> None:
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._choose(event.option_index)
        self.tell_submitted()

    def on_radio_list_marked(self, event: RadioList.Marked) -> None:
        event.stop()
        self._choose(event.index)

    def _choose(self, index: int) -> None:
        self.prompt = self.prompt._replace(value=self._choices[index].value)
        self._mark()
        self.tell_changed()


class ProvisionsEditor(Editor):
    """Articles among those that the topic cites already. `offered` are pairs of a basis and how it reads."""

    HOW = "Space marks an article, and takes the mark away again."
    CAN_STAY = False  # the instruments may be others now, and so the articles

    def __init__(self, prompt: Prompt, offered: list[tuple[LegalBasis, str]]) -> None:
        super().__init__(prompt)
        self._offered = offered

    def compose(self) -> ComposeResult:
        if self._offered:
            yield CheckList()
        else:
            yield Static("The paper cites no instrument yet. Answer the question on instruments first (F2).")

    def on_mount(self) -> None:
        for listed in self.query(CheckList):
            held = set(self.prompt.value or ())
            lines = [Content(shown) for _, shown in self._offered]
            listed.offer(lines, [i for i, (basis, _) in enumerate(self._offered) if basis in held])

    @property
    def value(self) -> Any:
        marked = {index for listed in self.query(CheckList) for index in listed.marked}
        offered = [basis for basis, _ in self._offered]
        unknown = tuple(basis for basis in self.prompt.value or () if basis not in offered)
        return (*unknown, *(basis for i, basis in enumerate(offered) if i in marked))

    def show(self, prompt: Prompt) -> None:
        self.prompt = prompt
        self.on_mount()

    def focus_first(self) -> None:
        for listed in self.query(CheckList):
            listed.focus()

    def on_check_list_marked(self) -> None:
        self.tell_changed()
