"""The commands of the interview that open a window, on the paper or beside its answers, and those of the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from mundraft.interview.conference import CONFERENCE
from mundraft.paper.address import Address
from mundraft.tui.interview_base import InterviewBase

if TYPE_CHECKING:
    from textual.widget import Widget

    from mundraft.tui.review import LeftAt
    from mundraft.tui.steps import Row


class InterviewCommands(InterviewBase):
    """What the keys and the palette of the interview call. What changes the shape of the paper is in
    `InterviewEntries`."""

    _review_left_at: LeftAt | None = None
    _before_reading: Widget | None = None

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
                    self.came_from = self.address
                self.call_later(self.go, address)
            elif self.prompt_at(self.address) is None:  # its page is gone with the part that was given back
                self.call_later(self.go, self.came_from)

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
