"""Undo in the interview: what was typed last in the text at hand, or what was taken out since, whichever is newer.

What was taken out comes back until it is back, whatever was typed elsewhere meanwhile: it is put into the paper as it
is now, so that nothing goes for it. A redo takes it out again as long as nothing else was changed.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

from mundraft.interview.taken_out import PutBack, TakenOut, line_of
from mundraft.paper.address import Address, NoSuchAddress
from mundraft.paper.model import Said
from mundraft.problems import MundraftError
from mundraft.tui.citing import source_title
from mundraft.tui.editors.lines import ListEditor
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.interview_base import InterviewBase
from mundraft.tui.question_view import QuestionView

_GONE = "What it stood in is gone, so it cannot be put back there. “Earlier versions” (^P) still has it."


class InterviewUndoing(InterviewBase):
    """Answers ^Z and ^Y, and remembers what of each text was typed before something was taken out."""

    def __init__(self) -> None:
        super().__init__()
        #: for each of `Work.taken_out`, how many steps of typing each text could take back then
        self._typed_before: list[WeakKeyDictionary[TextBox, int]] = []
        #: what came back last, and the paper as it stood then
        self._back_again: tuple[PutBack, TakenOut] | None = None
        self._told_of_undo = ""

    def take_out(self, address: Address, called: str) -> None:
        """Take out an entry or a topic so that an undo brings it back. Raises `CannotSave`."""
        if self.work.take_out(address, called):
            self._remember()

    def on_list_editor_took_out(self, event: ListEditor.TookOut) -> None:
        """A line is gone from its list; the answer without it is on its way here."""
        taken = line_of(self.work.paper, event.editor.prompt.address, event.line, event.before)
        self.work.taken_out.append(taken)
        self._remember()
        told = f"Taken out: {taken.called}."
        if isinstance(event.line, Said):
            titles = [source_title(self.work, cite.source) for cite in event.line.cite]
            told += f" The source “{'”, “'.join(titles)}” went with it; ^Z brings back both."
        else:
            told += " ^Z brings it back."
        self.tell_of_undo(told)

    async def action_undo(self) -> None:
        box = self.focused if isinstance(self.focused, TextBox) else None
        editor = self.query_one(QuestionView).editor
        if isinstance(editor, ListEditor) and editor.take_back_paste():
            return
        if box is not None and self._typed_since(box):
            box.action_undo()
        elif self.work.taken_out:
            await self._bring_back()
        elif box is None:
            self.notify("There is nothing to undo here.")

    async def action_redo(self) -> None:
        box, came_back = self.focused, self._back_again
        self.take_typed()
        if came_back is not None and came_back[0].paper is self.work.paper:
            await self._take_out_again(*came_back)
        elif isinstance(box, TextBox):
            box.action_redo()

    def tell_of_undo(self, told: str) -> None:
        """Say what went or came back, and the key that undoes it, in the place of what was said of it before."""
        self.withdraw(self._told_of_undo)
        self._told_of_undo = told
        self.notify(told, timeout=8)

    def _remember(self) -> None:
        """Part what is typed from now on from what was typed before, in every text that is there."""
        self._back_again = None
        boxes: WeakKeyDictionary[TextBox, int] = WeakKeyDictionary()
        for box in self.query(TextBox):
            box.history.checkpoint()
            boxes[box] = len(box.history.undo_stack)
        self._typed_before.append(boxes)

    def _typed_since(self, box: TextBox) -> bool:
        steps = len(box.history.undo_stack)
        return steps > self._typed_before[-1].get(box, 0) if self._typed_before else steps > 0

    async def _bring_back(self) -> None:
        self.take()
        taken = self.work.taken_out[-1]
        typed_before = self._typed_before[-1:]
        del self._typed_before[-1:]
        try:
            back = self.work.bring_back()
        except NoSuchAddress:
            self.notify(f"Not brought back: {taken.called}. {_GONE}", severity="warning", timeout=12)
            return
        except MundraftError as error:
            if self.work.taken_out[-1:] == [taken]:  # there is no room for it now
                self._typed_before += typed_before
            self.notify(f"Not brought back: {taken.called}. {error}", severity="warning", timeout=12)
            return
        self._back_again = back, taken
        self.tell_of_undo(f"Brought back: {taken.called}. ^Y takes it out again.")
        prompts = self.work.interview.prompts()
        asked = (one.address for one in prompts if f"{one.address}/".startswith(f"{back.address}/"))
        await self.go(next(asked, self.address))
        self._to_the_line_of(back, taken)

    def _to_the_line_of(self, back: PutBack, taken: TakenOut) -> None:
        """To the line that came back, or that stands in its place: there the next undo or redo goes on."""
        editor = self.query_one(QuestionView).editor
        if taken.is_line and isinstance(editor, ListEditor):
            self.call_after_refresh(editor.focus_item, back.place)

    async def _take_out_again(self, back: PutBack, taken: TakenOut) -> None:
        from mundraft.tui.taking_out import question_before

        before = question_before(self.work.interview, back.address)
        try:
            if taken.is_line:
                self.work.take_out_line(back.address, back.place)
            else:
                self.work.take_out(back.address, taken.called)
        except MundraftError as error:
            self.notify(str(error), severity="error")
            return
        self._remember()
        self.tell_of_undo(f"Taken out again: {taken.called}. ^Z brings it back.")
        await self.go(self.address if self.prompt_at(self.address) else before)
        self._to_the_line_of(back, taken)
