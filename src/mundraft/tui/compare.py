"""Two versions of a paper side by side, answer by answer, to take from the other what one wants."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from mundraft.paper.compare import Difference, differences, in_words, take
from mundraft.paper.history import BEFORE_MERGE
from mundraft.paper.model import Paper
from mundraft.problems import MundraftError
from mundraft.tui.answer_names import answer_name
from mundraft.tui.bindings import DIALOG, bound
from mundraft.tui.button import Button
from mundraft.tui.editors.checklist import CheckList
from mundraft.tui.keybar import KeyBar
from mundraft.tui.work import Work

_KINDS = {"added": "only there", "removed": "only here", "order": "another order", "changed": "differs"}


class CompareScreen(Screen[bool]):
    """The differences between the paper and another version; what is marked is taken. Gives True when it was."""

    BINDINGS = bound(DIALOG)
    PALETTE = DIALOG
    CSS_PATH = "styles/review.tcss"
    HELP_TEXT = (
        "Each line is an answer that differs. Below it you see both. Space marks the ones to take from the other "
        "version; then press the button. What you replace stays among the earlier versions."
    )

    def __init__(self, work: Work, other: Paper, title: str, *, marked: bool) -> None:
        super().__init__()
        self._work, self._other, self._title, self._marked = work, other, title, marked
        self._differences = differences(work.paper, other)
        self._of_other = work.interview_of(other)

    def compose(self) -> ComposeResult:
        number = len(self._differences)
        told = "1 answer differs" if number == 1 else f"{number} answers differ"
        yield Static(
            Content.from_markup("[b $primary]$title[/] [$quiet]$told[/]", title=self._title, told=told), classes="title"
        )
        yield CheckList(id="differences")
        with Horizontal(id="sides"):
            with VerticalScroll(classes="side") as ours:
                ours.border_title = "Now"
                ours.can_focus = False
                yield Static("", id="ours")
            with VerticalScroll(classes="side") as theirs:
                theirs.border_title = "There"
                theirs.can_focus = False
                yield Static("", id="theirs")
        with Horizontal(classes="row-buttons"):
            yield Button("Take the marked answers", variant="primary", id="take")
            yield Button("Mark all", id="all")
            yield Button("Mark none", id="none")
            yield Button("Leave as it is", id="leave")
        yield KeyBar(DIALOG)

    def _line(self, difference: Difference) -> Content:
        interview = self._of_other if difference.ours is None else self._work.interview
        named = answer_name(interview, difference.address)
        return Content.from_markup("$named  [$quiet]$kind[/]", named=named, kind=_KINDS[difference.kind])

    def on_mount(self) -> None:
        everything = range(len(self._differences))
        listed = self.query_one(CheckList)
        listed.offer([self._line(one) for one in self._differences], everything if self._marked else ())
        listed.focus()
        self.query_one("#take").disabled = not self._differences

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        difference = self._differences[event.option_index]
        self.query_one("#ours", Static).update(Content(_side(difference.ours)))
        self.query_one("#theirs", Static).update(Content(_side(difference.theirs)))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        listed = self.query_one(CheckList)
        lines = [self._line(one) for one in self._differences]
        if event.button.id in ("all", "none"):
            listed.offer(lines, range(len(lines)) if event.button.id == "all" else ())
        elif event.button.id == "take":
            self._take([self._differences[i] for i in sorted(listed.marked)])
        else:
            self.dismiss(False)

    def _take(self, chosen: list[Difference]) -> None:
        if chosen:
            try:
                self._work.session.keep_version(BEFORE_MERGE)
            except MundraftError as error:
                self.notify(str(error), severity="error", timeout=12)
                return
            self._work.put(take(self._work.paper, self._other, [one.address for one in chosen]))
            self.notify("Taken: 1 answer" if len(chosen) == 1 else f"Taken: {len(chosen)} answers")
        self.dismiss(bool(chosen))

    def action_dismiss_dialog(self) -> None:
        self.dismiss(False)


def _side(value: object) -> str:
    return "(nothing)" if value is None else in_words(value) or "(nothing)"
