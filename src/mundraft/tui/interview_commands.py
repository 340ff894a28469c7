"""The commands of the interview that open a window or change the shape of the paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from mundraft.interview import changing
from mundraft.interview.conference import CONFERENCE
from mundraft.interview.places import has_answers
from mundraft.interview.states import GroupState, Prompt
from mundraft.paper.address import Address, NoSuchAddress, with_value
from mundraft.paper.model import Item
from mundraft.problems import MundraftError

if TYPE_CHECKING:
    from textual.widget import Widget

    from mundraft.tui.drafting import Draft
    from mundraft.tui.preview import PartId
    from mundraft.tui.review import LeftAt
    from mundraft.tui.steps import Row
    from mundraft.tui.taking_out import Removable
    from mundraft.tui.work import Work


class InterviewCommands(Screen[None]):
    """What the keys and the palette of the interview call. The screen itself knows where it stands."""

    work: Work
    address: Address
    draft: Draft | None
    _came_from: Address = ""
    #: where a question was called from that is answered in passing: from there it goes on
    called_from: Address = ""
    #: the entry that was added by looking into an empty list, "" for none
    _looked_into: Address = ""
    _review_left_at: LeftAt | None = None
    _before_reading: Widget | None = None

    async def go(self, address: Address) -> None:
        raise NotImplementedError

    async def follow(self, row: Row) -> None:
        raise NotImplementedError

    async def show_what_came(self) -> None:
        raise NotImplementedError

    async def show_preview(self) -> None:
        raise NotImplementedError

    def take(self) -> None:
        raise NotImplementedError

    def settle(self) -> None:
        raise NotImplementedError

    def prompt_at(self, address: Address) -> Prompt | None:
        raise NotImplementedError

    def part_here(self) -> PartId | None:
        raise NotImplementedError

    def home(self) -> None:
        raise NotImplementedError

    # ---- looking ----------------------------------------------------------------------------------------------------

    def action_steps(self) -> None:
        from mundraft.tui.steps_dialog import StepsDialog

        def chosen(row: Row | None) -> None:
            if row is not None:
                self.call_later(self.follow, row)

        self.take()
        self.app.push_screen(StepsDialog(self.work, self.address), chosen)

    async def action_preview(self) -> None:
        """Show the paper in place of everything else, or the question again."""
        self.toggle_class("-reading")
        if self.has_class("-reading"):
            self._before_reading = self.focused
            self.query_one("#preview").focus()
        elif self.prompt_at(self.address):
            await self.go(self.address)
            if self._before_reading is not None and self._before_reading.is_attached:
                self._before_reading.focus()  # the line of a list that was worked on, and not the first
        self.call_after_refresh(self.show_preview)

    async def action_alone(self) -> None:
        """Give the question all the room of a wide window, or show the steps and the paper beside it again."""
        if not self.has_class("-wide"):
            self.notify("The question stands alone already: there is no room for more beside it.")
            return
        self.toggle_class("-alone")
        self.call_after_refresh(self.show_preview)

    def action_review(self) -> None:
        from mundraft.tui.review import ReviewScreen

        review = ReviewScreen(self.work, self._review_left_at)

        def chosen(address: Address | None) -> None:
            self._review_left_at = review.left_at()
            if address:
                self.call_later(self.go, address)

        self.take()
        self.app.push_screen(review, chosen)

    # ---- beside the answer ------------------------------------------------------------------------------------------

    def action_sources(self) -> None:
        from mundraft.tui.sources import SourcesDialog

        self.take()
        prompt = self.prompt_at(self.address)
        if prompt is None or not prompt.cite_address:
            self.notify("This question takes no source: its answer is yours, or carries one by itself.")
            return
        if not prompt.texts:
            self.notify("Write the answer first, then say where it is from.")
            return
        from mundraft.tui.question_view import QuestionView

        editor = self.query_one(QuestionView).editor
        if editor and editor.is_on_empty_line:
            self.notify("Write this line first, then say where it is from.")
            return
        item = editor.item if editor else 0
        self.app.push_screen(SourcesDialog(self.work, prompt, item), lambda _: self.settle())

    def action_import_sources(self) -> None:
        from mundraft.tui.importing import ask_for_references

        self.take()
        ask_for_references(self.app, self.work, self.settle)

    def action_note(self) -> None:
        from mundraft.tui.note import NoteDialog

        self.app.push_screen(NoteDialog(self.work, self.address), lambda _: self.settle())

    def action_own_words(self) -> None:
        from mundraft.tui.parts import PartsDialog

        def chosen(address: Address | None) -> None:
            if address:
                if "/own_words/" not in self.address:
                    self._came_from = self.address
                self.call_later(self.go, address)
            elif self.prompt_at(self.address) is None:  # its page is gone with the part that was given back
                self.call_later(self.go, self._came_from)

        self.take()
        self.app.push_screen(PartsDialog(self.work, self.draft, self.part_here()), chosen)

    def action_copy_section(self) -> None:
        from mundraft.tui.copying import section_text

        part = self.part_here()
        text = section_text(self.draft.document, part) if self.draft and self.draft.document else ""
        if not text:
            self.notify("There is no text in this section yet.")
            return
        self.app.copy_to_clipboard(text)
        self.notify(
            "Sent to your terminal's clipboard. Not every terminal takes it: if pasting brings nothing, use F9, "
            "which always writes a file.",
            timeout=8,
        )

    # ---- the shape of the paper -------------------------------------------------------------------------------------

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
            if entry.entry.has_answers:
                self.work.session.keep_version("before an entry was taken out")
        except MundraftError as error:
            self.notify(str(error), severity="error")
            return
        self.work.put(changing.remove_entry(self.work.paper, entry.address))
        self.notify(entry.told(), timeout=8)
        self.address = self.address if self.prompt_at(self.address) else before
        await self.show_what_came()

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
        self.work.put(with_value(self.work.paper, "topics", tuple(one for one in topics if one.id != prompt.topic_id)))
        self.notify("Taken out. Earlier versions of the paper still hold it (command: Earlier versions).")
        await self.show_what_came()

    # ---- the file ---------------------------------------------------------------------------------------------------

    def action_conference(self) -> None:
        """Show the conference's rules; another conference is chosen at its question, or here where there is none."""
        from mundraft.tui.conference_rules import ConferenceRules, choose_citing, choose_conference
        from mundraft.tui.conferences import Conferences

        def shown(wish: str | None) -> None:
            if wish == ConferenceRules.CITING:
                choose_citing(self.app, self.work, lambda: self.call_later(self.show_what_came))
            elif wish and self.prompt_at(CONFERENCE):
                self.call_later(self._another_conference)
            elif wish:
                choose_conference(self.app, self.work, lambda: self.call_later(self.show_what_came))

        self.take()
        self.app.push_screen(ConferenceRules(Conferences(self.work)), shown)

    async def _another_conference(self) -> None:
        from mundraft.tui.editors.conference import ConferenceEditor

        writing = self.address
        await self.go(CONFERENCE)
        self.called_from = "" if writing == CONFERENCE else writing
        for editor in self.query(ConferenceEditor):
            editor.offer_another()

    def action_export(self) -> None:
        from mundraft.tui.export_dialog import ExportDialog

        self.take()
        self.app.push_screen(ExportDialog(self.work))

    def action_history(self) -> None:
        from mundraft.tui.history import HistoryScreen

        self._open_changing(HistoryScreen(self.work))

    def action_merge(self) -> None:
        from mundraft.tui.merge import ask_for_copy

        self.take()
        ask_for_copy(self.app, self.work, self._came_back)

    def _open_changing(self, screen: Screen[bool]) -> None:
        self.take()
        self.app.push_screen(screen, self._came_back)

    def _came_back(self, _: bool | None) -> None:
        self.call_later(self.show_what_came)

    def action_change_template(self) -> None:
        from mundraft.tui.settings import choose_template

        self.take()
        choose_template(self.app, self.work, lambda: self.call_later(self.show_what_came))

    def action_page_size(self) -> None:
        from mundraft.tui.settings import choose_page

        choose_page(self.app, self.work, self.settle)

    def action_addresses(self) -> None:
        from mundraft.tui.settings import choose_addresses

        choose_addresses(self.app, self.work, self.settle)

    def action_rename(self) -> None:
        from mundraft.tui.settings import rename

        def renamed(path: Path) -> None:
            self.notify(f"The paper is now {path}")

        self.take()
        rename(self.app, self.work, renamed)

    def action_home(self) -> None:
        self.home()
