"""The small windows over a screen: something told, a line asked for, one of several things chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mundraft.tui.bindings import DIALOG, bound
from mundraft.tui.button import Button
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.keybar import KeyBar

Result = TypeVar("Result")


class Dialog(ModalScreen[Result | None], Generic[Result]):
    """A window with a title, its content and a way out. Leaving it without a choice gives None."""

    BINDINGS = bound(DIALOG)
    CSS_PATH = "styles/dialogs.tcss"
    TITLE_TEXT = ""
    #: what F1 tells here
    HELP_TEXT = ""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self._title = title or self.TITLE_TEXT

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = self._title
            yield from self.content()
        yield KeyBar(DIALOG)

    def content(self) -> Iterable[Widget]:
        """What stands inside the window."""
        raise NotImplementedError

    def help_text(self) -> str:
        return self.HELP_TEXT

    def action_dismiss_dialog(self) -> None:
        self.dismiss(None)

    def on_key(self, event: Key) -> None:
        """Where a button has the cursor, what stands above it can be read to its end."""
        if event.key in _MOVES and isinstance(self.focused, Button):
            for body in self.query(".dialog-body").results(VerticalScroll):
                _MOVES[event.key](body)


_MOVES: Final[dict[str, Callable[[VerticalScroll], None]]] = {
    "up": VerticalScroll.scroll_up,
    "down": VerticalScroll.scroll_down,
    "pageup": VerticalScroll.scroll_page_up,
    "pagedown": VerticalScroll.scroll_page_down,
}


class Told(Dialog[bool]):
    """Tells something that is too long for a toast, such as every fault of a file."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title)
        self._text = text

    def content(self) -> Iterable[Widget]:
        with VerticalScroll(classes="dialog-body") as body:
            body.can_focus = True
            yield Static(Content(self._text))
        yield Button("Close", variant="primary", id="close")

    def on_mount(self) -> None:
        self.query_one("#close").focus()

    def on_button_pressed(self) -> None:
        self.dismiss(True)


class AskLine(Dialog[str]):
    """Asks for one line: a name or a path. Gives the line, or None."""

    def __init__(self, title: str, explains: str, value: str = "", button: str = "OK") -> None:
        super().__init__(title)
        self._explains, self._value, self._button = explains, value, button

    def content(self) -> Iterable[Widget]:
        yield Static(Content(self._explains), classes="quiet")
        yield TextBox(self._value, one_line=True, id="line")
        yield Button(self._button, variant="primary")

    def on_mount(self) -> None:
        box = self.query_one(TextBox)
        box.move_cursor(box.document.end)
        self.first().focus()

    def first(self) -> Widget:
        """Where the cursor is in the beginning."""
        return self.query_one(TextBox)

    def on_text_box_submitted(self) -> None:
        self._give()

    def on_button_pressed(self) -> None:
        self._give()

    def _give(self) -> None:
        self.dismiss(self.query_one(TextBox).text.strip() or None)


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose: what is given back, its name, and a quiet line under it."""

    value: str
    title: str
    tells: str = ""

    def shown(self) -> Content:
        if not self.tells:
            return Content(self.title)
        return Content.from_markup("$title\n[$quiet]  $tells[/]", title=self.title, tells=self.tells)


class Choose(Dialog[str]):
    """Offers several things, and gives the value of the one chosen, or None."""

    def __init__(self, title: str, explains: str, offers: Sequence[Offer], chosen: str = "") -> None:
        super().__init__(title)
        self._explains, self._offers, self._chosen = explains, offers, chosen

    def content(self) -> Iterable[Widget]:
        if self._explains:
            yield Static(Content(self._explains), classes="quiet")
        yield OptionList(*(Option(offer.shown()) for offer in self._offers), id="offers")

    def on_mount(self) -> None:
        offers = self.query_one(OptionList)
        offers.highlighted = next((i for i, offer in enumerate(self._offers) if offer.value == self._chosen), 0)
        offers.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._offers[event.option_index].value)
