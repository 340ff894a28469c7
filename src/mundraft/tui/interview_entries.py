"""The commands of the interview that change the shape of the paper: its entries, the lines of its lists, its topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mundraft.interview import changing
from mundraft.interview.places import has_answers
from mundraft.interview.states import GroupState, Prompt
from mundraft.paper.address import Address, NoSuchAddress
from mundraft.paper.model import Item
from mundraft.paper.topic_letters import letter_of
from mundraft.problems import MundraftError
from mundraft.tui.interview_base import InterviewBase

if TYPE_CHECKING:
    from mundraft.tui.taking_out import Removable


class InterviewEntries(InterviewBase):
    """Adds, moves and takes out what a paper can have several of, and goes where the delegate then works on."""

    #: the entry that was added by looking into an empty list, "" for none
    _looked_into: Address = ""

    def group_here(self, prompt: Prompt) -> GroupState | None:
        """The group to which the question on the screen offers to add: its own, or an empty one of the same step."""
        groups = self.work.interview.groups()
        if prompt.group_address:
            return next((group for group in groups if group.address == prompt.group_address), None)
        after = self.work.interview.after(prompt.address)
        if after is not None and after.step_id == prompt.step_id and not after.group_address:
            return None
        here = (prompt.step_id, prompt.topic_id)
        return next((group for group in groups if (group.step_id, group.topic_id) == here and not group.entries), None)

    async def action_add_entry(self) -> None:
        prompt = self.prompt_at(self.address)
        group = self.group_here(prompt) if prompt else None
        if group is None:
            self.notify("This question stands alone: there is no list here to add to.")
            return
        await self.add_to(group.address)

    async def add_to(self, group_address: Address, *, looks: bool = False) -> None:
        """Add an entry to a group, and ask its first question. `looks`: it goes again if nothing is written in it."""
        self.take()
        try:
            paper, first = changing.add_entry(self.work.paper, self.work.definition, group_address)
        except (MundraftError, NoSuchAddress) as error:
            self.notify(str(error), severity="warning")
            return
        self.work.put(paper)
        await self.go(first)
        if looks:
            entry = first.split("/")[: group_address.count("/") + 2]
            self._looked_into = "/".join(entry)

    def leave_what_was_looked_into(self, address: Address) -> None:
        """Take out the entry that was only looked into, on the way to a question elsewhere: it would stand in the paper
        as a gap."""
        entry = self._looked_into
        if not entry or address.startswith(f"{entry}/"):
            return
        self._looked_into = ""
        held = self.work.value(entry)
        noted = any(place.startswith(f"{entry}/") for place in self.work.paper.notes)
        if isinstance(held, Item) and not has_answers(held) and not noted:
            self.work.put(changing.remove_entry(self.work.paper, entry))

    def _entry(self) -> Address:
        prompt = self.prompt_at(self.address)
        if prompt is None or not prompt.group_address:
            self.notify("This question is not part of a list.")
            return ""
        return f"{prompt.group_address}/{prompt.entry_id}"

    def action_remove_entry(self) -> None:
        """Take out the entry that the question belongs to; where that stands in another one, ask which."""
        from mundraft.tui.dialogs import Choose
        from mundraft.tui.taking_out import removable_at

        self.take()
        prompt = self.prompt_at(self.address)
        entries = {one.address: one for one in removable_at(self.work.interview, prompt)} if prompt else {}

        def chosen(address: str | None) -> None:
            if address:
                self.call_later(self._take_out, entries[address])

        if not entries:
            self.notify("This question is not part of a list, so there is no entry to take out here.")
        elif len(entries) == 1:
            chosen(next(iter(entries)))
        else:
            offers = [one.offer() for one in entries.values()]
            self.app.push_screen(Choose("Take out which entry?", "", offers), chosen)

    async def _take_out(self, entry: Removable) -> None:
        from mundraft.tui.taking_out import question_before

        before = question_before(self.work.interview, entry.address)
        try:
            self.take_out(entry.address, entry.called)
        except MundraftError as error:
            self.notify(str(error), severity="error")
            return
        self.tell_of_undo(entry.told())
        self.address = self.address if self.prompt_at(self.address) else before
        await self.show_what_came(entry.address)

    async def action_move_entry(self, by: int) -> None:
        entry = self._entry()
        if entry:
            self.take()
            self.work.put(changing.move_entry(self.work.paper, self.work.definition, entry, by))
            await self.show_what_came()

    def action_list_line(self, how: str) -> None:
        """Move or take out the line of a list that is worked on: its buttons are a mouse away, and Tab passes lines."""
        from mundraft.tui.editors.lines import ListEditor
        from mundraft.tui.question_view import QuestionView

        editor = self.query_one(QuestionView).editor
        if isinstance(editor, ListEditor):
            editor.change_lines(how)
        else:
            self.notify("This answer is not a list of lines.")

    async def action_add_topic(self) -> None:
        self.take()
        try:
            paper, topic_id = changing.add_topic(self.work.paper)
        except MundraftError as error:
            self.notify(str(error), severity="warning")
            return
        self.work.put(paper)
        first = next((one for one in self.work.interview.prompts() if one.topic_id == topic_id), None)
        if first is not None:
            await self.go(first.address)

    async def action_remove_topic(self) -> None:
        prompt = self.prompt_at(self.address)
        topics = self.work.paper.topics
        if len(topics) < 2:
            self.notify("A paper keeps at least one topic, and this one has no other.")
            return
        if prompt is None or not prompt.topic_id:
            self.notify("Go to a question of the topic to take out.")
            return
        self.take()
        called = f"Topic {letter_of(self.work.paper, prompt.topic_id)}"
        try:
            self.take_out(f"topics/{prompt.topic_id}", called)
        except MundraftError as error:
            self.notify(str(error), severity="error")
            return
        self.tell_of_undo(f"Taken out: {called}. ^Z brings it back.")
        await self.show_what_came(f"topics/{prompt.topic_id}")
