"""Help on what is being done: the question with its examples, how its editor works, and the keys."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from mundraft.tui.bindings import EVERYWHERE, TEXT, Key
from mundraft.tui.button import Button
from mundraft.tui.dialogs import Dialog

_HOME = (
    "mundraft asks you about your country, your topic and your sources, and writes a position paper from your answers. "
    "It works without a network, and every word in the paper is yours, the template's or a marked quotation.\n\n"
    "Start with New paper. Everything is saved as you type; you can leave at any moment and go on later."
)


class HelpDialog(Dialog[bool]):
    """Shows help that was made for where it was asked."""

    TITLE_TEXT = "Help"

    def __init__(self, help_content: Content) -> None:
        super().__init__()
        self._help = help_content

    def content(self) -> Iterable[Widget]:
        with VerticalScroll(classes="dialog-body"):
            yield Static(self._help)
        yield Button("Close", variant="primary")

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def on_button_pressed(self) -> None:
        self.dismiss(True)


def help_for(screen: Screen[object]) -> Content:
    """Help on a screen: on its question where it asks one, else on itself; then its keys."""
    pieces = [*_question_help(screen)]
    if isinstance(screen, Dialog):
        pieces.append(Content(screen.help_text()))
    elif not pieces:
        pieces.append(Content(getattr(screen, "HELP_TEXT", _HOME)))
    keys: tuple[Key, ...] = tuple(key for key in getattr(screen, "PALETTE", ()) if key.keys)
    pieces.append(_keys("Keys", (*keys, *EVERYWHERE)))
    if screen.query("TextBox"):
        pieces.append(_keys("Inside a text", TEXT))
    return Content("\n\n").join(piece for piece in pieces if piece.plain)


def _question_help(screen: Screen[object]) -> Iterable[Content]:
    from mundraft.tui.interview_base import InterviewBase

    if not isinstance(screen, InterviewBase):
        return
    from mundraft.tui.question_view import QuestionView, question_help

    prompt, editor = screen.prompt_at(screen.address), screen.query_one(QuestionView).editor
    if prompt is not None:
        yield Content.styled(prompt.question.ask, "bold")
        yield question_help(prompt)
    if editor is not None:
        yield Content(editor.HOW)


def _keys(title: str, keys: Iterable[Key]) -> Content:
    lines = [
        Content.from_markup("[b $primary]$key[/] $tells", key=key.all_shown.ljust(10), tells=key.tells) for key in keys
    ]
    return Content("\n").join([Content.styled(title, "bold"), *lines])
