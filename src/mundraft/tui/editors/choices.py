"""The editors that choose: one of a few, and the provisions that a solution rests on."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mundraft.interview.states import Prompt
from mundraft.paper.model import LegalBasis
from mundraft.tui.editors.base import Editor
from mundraft.tui.editors.checklist import CheckList


class RadioList(OptionList):
    """Space chooses as Enter does: the round marks look like buttons that one presses with it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", show=False)]


class ChoiceEditor(Editor):
    """One of the options that the template offers."""

    HOW = "Choose with the arrows and press Enter or Space, or click."

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
        return self._value if hasattr(self, "_value") else self.prompt.text

    def on_mount(self) -> None:
        self._mark()

    def _mark(self) -> None:
        options = self.query_one(OptionList)
        at = next((i for i, choice in enumerate(self._choices) if self._is(choice.value)), options.highlighted or 0)
        options.clear_options()
        options.add_options(self._options())
        options.highlighted = at

    def show(self, prompt: Prompt) -> None:
        if prompt.texts != self.prompt.texts:
            self.prompt = prompt
            self._mark()

    def focus_first(self) -> None:
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._value = self._choices[event.option_index].value
        self.prompt = self.prompt._replace(value=self._value)
        self._mark()
        self.tell_changed()
        self.tell_submitted()


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
