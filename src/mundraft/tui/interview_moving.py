"""Where the interview goes: to the next question and back, along the steps, and out."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mundraft.paper.address import Address
from mundraft.tui.interview_commands import InterviewCommands
from mundraft.tui.interview_entries import InterviewEntries
from mundraft.tui.interview_holding import InterviewHolding
from mundraft.tui.question_view import QuestionView
from mundraft.tui.steps import Row, Steps

if TYPE_CHECKING:
    from mundraft.interview.interview import Interview
    from mundraft.tui.app import MundraftApp


class InterviewMoving(InterviewEntries, InterviewCommands, InterviewHolding):
    """Shows one question after another. What is typed in them is the screen's business."""

    def where_to_begin(self) -> Address:
        """Where the delegate left off, else the first question that needs something."""
        left = self.work.left_at()
        if left and self.prompt_at(left) is not None:
            return left
        first = self.work.interview.first_open()
        return first.address if first else _last_worked_on(self.work.interview)

    async def go(self, address: Address) -> None:
        """Show the question at an address; the first one when nothing is asked there any more."""
        if address == self.address:
            self.take_typed()
        else:
            self.take()
        if not self.is_attached or self not in self.app.screen_stack:  # it is being left: it takes no more widgets
            return
        self.leave_what_was_looked_into(address)
        self.called_from = ""
        prompt = self.prompt_at(address) or self.work.interview.prompts()[0]
        self.address = prompt.address
        editor = await self.query_one(QuestionView).show(prompt)
        self.remove_class("-reading")
        editor.focus_first()
        self.settle()

    async def action_next(self) -> None:
        self.take_typed()
        if self.holds(self.query_one(QuestionView).editor):
            return
        self.take()
        if self.called_from:  # the conference was changed in passing
            await self.go(self.called_from)
            return
        following = self.work.interview.after(self.address)
        if following is not None:
            await self.go(following.address)
        elif "/own_words/" in self.address:
            await self.go(self.came_from)
        else:
            self.action_review()

    async def action_back(self) -> None:
        self.take()
        before = self.work.interview.before(self.address)
        if before is not None:
            await self.go(before.address)
        elif "/own_words/" in self.address:
            await self.go(self.came_from)

    async def key_escape(self) -> None:
        if self.has_class("-reading"):
            await self.action_preview()
        elif self.called_from:  # the conference stays as it was
            await self.go(self.called_from)

    async def action_next_open(self) -> None:
        self.take()
        following = self.work.interview.next_open(self.address)
        if following is None:
            self.app.notify("Nothing required is open any more.")
            self.action_review()
        else:
            await self.go(following.address)

    async def on_steps_chosen(self, event: Steps.Chosen) -> None:
        await self.follow(event.row)

    async def follow(self, row: Row) -> None:
        """Go where a row of the steps leads, or add the entry that it offers."""
        if row.adds:
            await self.add_to(row.adds, looks=row.looks)
        elif row.address:
            await self.go(row.address)

    def home(self) -> None:
        """Save, and go back to the first screen."""
        self.take()
        self.leave_what_was_looked_into("")
        cast("MundraftApp", self.app).go_home()


def _last_worked_on(interview: Interview) -> Address:
    """Where a paper with nothing open is taken up again: the first question of the last step that has answers."""
    worked_on = [step.first_address for step in interview.steps() if step.answered]
    return worked_on[-1] if worked_on else interview.prompts()[0].address
