"""The editor of a list: one text to a line, each with the sources that it carries.

A line that is emptied keeps its sources while it stands there, so that a sentence typed anew, or brought back by an
undo, has them again. Where they go all the same it is told, for a paper without its source looks as it did before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import DescendantBlur, Key
from textual.message import Message
from textual.widgets import Static, TextArea

from mundraft.interview.pasted_lists import entries_in
from mundraft.interview.states import Prompt
from mundraft.paper.model import Citation, Said
from mundraft.text.clean import clean
from mundraft.tui.button import Button
from mundraft.tui.button_row import ButtonRow
from mundraft.tui.editors.base import Editor
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.lookups import Lookups


class Line(TextBox):
    """One text of a list, with the citations that it carries: also while it has no words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "leave_lines(1)", show=False),
        Binding("shift+tab", "leave_lines(-1)", show=False),
    ]

    def __init__(self, text: str, placeholder: str) -> None:
        super().__init__(text, one_line=True, placeholder=placeholder)
        self.cites: tuple[Citation, ...] = ()
        #: it is being taken out of the list, and stands there no more
        self.has_gone = False

    def go_away(self) -> None:
        self.has_gone = True
        self.remove()

    def action_leave_lines(self, by: int) -> None:
        self.query_ancestor(ListEditor).leave_lines(by)

    def _paste(self, text: str) -> None:
        """A list that is pasted takes a line for each of its entries."""
        entries = entries_in(clean(text))
        if len(entries) > 1:
            self.query_ancestor(ListEditor).put_in(self, entries)
        else:
            super()._paste(text)


class ListEditor(Editor):
    """Several texts, each in its own line, which can be added, moved and taken out."""

    HOW = (
        "One entry to a line. Enter goes to the next line, and from an empty last line to the next question; the "
        "arrows go up and down the lines. Tab goes to the buttons, which move or take out the line that you were in; "
        "so do ^P “Move this line up” and “Take out (remove) this line”."
    )

    class TookOut(Message):
        """A line was taken out of the list; `before` are the texts of the lines before it."""

        def __init__(self, editor: ListEditor, line: Said | str, before: tuple[str, ...]) -> None:
            super().__init__()
            self.editor = editor
            self.line = line
            self.before = before

    def __init__(self, prompt: Prompt, lookups: Lookups) -> None:
        super().__init__(prompt)
        self._lookups = lookups
        #: the line that is worked on, or was last
        self._last: Line | None = None
        #: the lines of the list that was pasted last, the one at the cursor first, with what they then held
        self._pasted: dict[Line, str] = {}
        #: the lines that the paper has, in its order, and their words there
        self._placed: list[Line] = []
        self._placed_texts: list[str] = []

    def compose(self) -> ComposeResult:
        with Vertical(classes="rows"):
            for text in (*self.prompt.texts, ""):
                yield Line(text, self._placeholder())
        with ButtonRow(classes="row-buttons"):
            yield Button("Add a line", id="add")
            yield Button("Up", id="up")
            yield Button("Down", id="down")
            yield Button("Take out", id="remove")
        yield Static("", classes="kept-sources")

    def _placeholder(self) -> str:
        return self.prompt.question.placeholder or "Another one, or leave it empty"

    def on_mount(self) -> None:
        self.now_known()
        self._learn()
        self._tell()

    @property
    def _boxes(self) -> list[Line]:
        return [box for box in self.query(Line) if not box.has_gone]

    @property
    def _written(self) -> list[Line]:
        return [box for box in self._boxes if box.text.strip()]

    @property
    def value(self) -> Any:
        return [_said(box) for box in self._written]

    @property
    def item(self) -> int:
        written, at = self._written, self._at()
        return written.index(at) if at in written else 0

    @property
    def is_on_empty_line(self) -> bool:
        return self._at() not in self._written

    def _at(self) -> Line:
        focused = self.screen.focused
        if isinstance(focused, Line) and focused in self._boxes:
            self._last = focused
        return self._last if self._last is not None and self._last in self._boxes else self._boxes[0]

    def show(self, prompt: Prompt) -> None:
        self.prompt = prompt
        texts = list(prompt.texts)
        if texts != [box.text for box in self._written]:
            self._show(texts)
        self.now_known()
        self._learn()

    def _show(self, texts: Sequence[str]) -> None:
        """Show other texts: a line that is there already stays as it is, with its undo, also where another is put in
        before it or goes."""
        wanted, boxes = [*texts, ""], self._boxes
        same, end = 0, 0
        most = min(len(wanted), len(boxes))
        while same < most and boxes[same].text == wanted[same]:
            same += 1
        while end < most - same and boxes[-1 - end].text == wanted[-1 - end]:
            end += 1
        other, new = boxes[same : len(boxes) - end], wanted[same : len(wanted) - end]
        for box, text in zip(other, new, strict=False):
            box.show(text)
            if not text:  # what the paper has lost waits for no words
                box.cites = ()
        for box in other[len(new) :]:
            box.go_away()
        for place, text in enumerate(new[len(other) :], same + len(other)):
            self._add(text, place)

    def _learn(self) -> None:
        """Take up what the lines cite: the paper knows, as long as it has the very lines that stand here."""
        held = [said for said in self._lookups.said(self.prompt.address) if said.text.strip()]
        if [said.text.strip() for said in held] == self._placed_texts:
            for box, said in zip(self._placed, held, strict=True):
                box.cites = said.cite

    def now_known(self) -> None:
        self._placed = self._written
        self._placed_texts = [box.text.strip() for box in self._placed]

    def _add(self, text: str = "", place: int | None = None) -> Line:
        """A line more, which then stands at `place`, or at the end."""
        boxes, box = self._boxes, Line(text, self._placeholder())
        self.query_one(".rows").mount(box, before=boxes[place] if place is not None and place < len(boxes) else None)
        return box

    def put_in(self, box: Line, entries: Sequence[str]) -> None:
        """Put in several entries at the cursor of a line: what stands behind the cursor goes behind the last one."""
        first, last = sorted(box.selection)
        end = box.document.end
        behind = box.get_text_range(last, end)
        stood, place = self._boxes, self._boxes.index(box)
        box.history.checkpoint()
        box.replace(entries[0], first, end, maintain_selection_offset=False)
        for more, entry in enumerate(entries[1:], start=1):
            added = self._add(entry + behind if more == len(entries) - 1 else entry, place + more)
        self._keep_room()
        self._pasted = {line: line.text for line in self._boxes if line is box or line not in stood}
        self.call_after_refresh(added.focus)
        self.tell_changed()

    def take_back_paste(self) -> bool:
        """Undo at once the list that was pasted last; whether its lines stood as they came, with the cursor in one, so
        that it was the last thing done to them."""
        as_it_came = all(line.text == text and not line.has_gone for line, text in self._pasted.items())
        if self.screen.focused not in self._pasted or not as_it_came:
            return False
        (box, *added), self._pasted = self._pasted, {}
        for line in added:
            line.go_away()
        box.undo()
        box.history.forget_undone()  # done again, it would be one line of the list alone
        self._go_to(box)
        self.tell_changed()
        return True

    def _keep_room(self) -> None:
        """An empty line stands last, for one more."""
        if self._boxes[-1].text.strip():
            self._add()

    def focus_first(self) -> None:
        self._boxes[0].focus()

    def focus_item(self, item: int) -> None:
        written = self._written
        (written[item] if item < len(written) else self._boxes[-1]).focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._learn()
        self._keep_room()
        self._tell()
        self.tell_changed()

    def on_text_box_submitted(self, event: TextBox.Submitted) -> None:
        event.stop()
        boxes = self._boxes
        place = next((at for at, box in enumerate(boxes) if box is event.box), 0)
        if place == len(boxes) - 1:
            self.tell_submitted()
        else:
            self._go_to(boxes[place + 1])

    def on_descendant_focus(self) -> None:
        self._at()
        self.post_message(self.Moved())
        self._tell()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Tell that a line which is left without words has taken its sources out of the paper."""
        box = event.widget
        if isinstance(box, Line) and box.cites and not box.text.strip():
            self.notify(
                f"{self._named(box)} went with the words of the line that you emptied. "
                "Type in that line again and it is back; F5 offers it as well.",
                severity="warning",
                timeout=12,
            )

    def _tell(self) -> None:
        """Say of the line that is worked on that its sources wait for words."""
        box, told = self._at(), ""
        if box.cites and not box.text.strip():
            told = f"{self._named(box)} is kept for what you type in this line."
        kept = self.query_one(".kept-sources", Static)
        kept.display = bool(told)
        kept.update(Content.styled(told, "$quiet"))

    def _named(self, box: Line) -> str:
        titles = [self._lookups.source_title(cite.source) for cite in box.cites]
        return f"The source “{'”, “'.join(titles)}”"

    def key_up(self, event: Key) -> None:
        """From the first row of a line, which may be wrapped, to the line above."""
        self._leave_by(event, -1)

    def key_down(self, event: Key) -> None:
        self._leave_by(event, 1)

    def _go_to(self, line: Line) -> None:
        """To a line, at once: `focus` would wait until the keys that are there already have gone to the wrong place."""
        self._last = line
        self.screen.set_focus(line)

    def leave_lines(self, by: int) -> None:
        """To the buttons, which are about the line that is left, or to what stands before the list: through the other
        lines, a button could be reached from the last one alone."""
        if by > 0:
            self.screen.set_focus(self.query(Button).first())
        else:
            self.screen.set_focus(self._boxes[0])
            self.screen.focus_previous()

    def _leave_by(self, event: Key, by: int) -> None:
        boxes = self._boxes
        box = self.screen.focused
        if not isinstance(box, Line) or box not in boxes:
            return
        row = box.wrapped_document.location_to_offset(box.cursor_location).y
        target = boxes.index(box) + by
        if row == (0 if by < 0 else box.wrapped_document.height - 1) and 0 <= target < len(boxes):
            event.stop()
            event.prevent_default()
            self._go_to(boxes[target])

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.change_lines(event.button.id or "")

    def change_lines(self, how: str) -> None:
        """ "add", "remove", or move "up" or "down": a line behind the one that is worked on, or that one."""
        self._learn()
        at = self._at()
        if how == "add":
            self.call_after_refresh(self._add(place=self._boxes.index(at) + 1).focus)
        elif how == "remove":
            self._take_out(at)
        else:
            self._move(at, -1 if how == "up" else 1)

    def _waits(self, box: Line) -> bool:
        """Whether it is the empty line at the end, which waits for words: moved up, it would leave a hole."""
        return box is self._boxes[-1] and not box.text.strip()

    def _take_out(self, box: Line) -> None:
        if len(self._boxes) == 1 or self._waits(box):
            box.show("")
            box.focus()
            return
        boxes = self._boxes
        place = boxes.index(box)
        if box.text.strip():
            before = tuple(other.text for other in boxes[:place] if other.text.strip())
            self.post_message(self.TookOut(self, _said(box), before))
        elif box.cites:
            self.notify(
                f"{self._named(box)} went with the line that you took out. F5 offers it again.",
                severity="warning",
                timeout=12,
            )
        box.cites = ()  # so that no loss of them is told when the cursor leaves the line
        boxes[place + 1 if place + 1 < len(boxes) else place - 1].focus()
        box.go_away()
        self.tell_changed()

    def _move(self, box: Line, by: int) -> None:
        boxes = self._boxes
        place = boxes.index(box)
        target = place + by
        if 0 <= target < len(boxes) and not any(self._waits(one) for one in (box, boxes[target])):
            rows = self.query_one(".rows")
            if by < 0:
                rows.move_child(box, before=boxes[target])
            else:
                rows.move_child(box, after=boxes[target])
            box.focus()
            self.tell_changed()


def _said(box: Line) -> Said | str:
    return Said(text=box.text, cite=box.cites) if box.cites else box.text
