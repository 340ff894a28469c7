"""The interview: one question at a time, with the steps and the paper beside it where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import ScreenResume
from textual.timer import Timer

from mundraft.interview.answering import problems_with
from mundraft.interview.beside import beside
from mundraft.interview.states import Prompt
from mundraft.paper.address import Address
from mundraft.tui.bindings import INTERVIEW, INTERVIEW_COMMANDS, bound
from mundraft.tui.button import Button
from mundraft.tui.citing import cited_line
from mundraft.tui.drafting import Drafter
from mundraft.tui.editors.base import Editor
from mundraft.tui.interview_draft import InterviewDraft
from mundraft.tui.interview_moving import InterviewMoving
from mundraft.tui.interview_saving import InterviewSaving
from mundraft.tui.interview_undoing import InterviewUndoing
from mundraft.tui.kept_names import KeptNames
from mundraft.tui.keybar import KeyBar
from mundraft.tui.lookups import Lookups
from mundraft.tui.newly_required import newly_required
from mundraft.tui.own_prompts import own_prompt
from mundraft.tui.preview import Preview
from mundraft.tui.question_view import QuestionView
from mundraft.tui.status import StatusLine
from mundraft.tui.steps import Steps

if TYPE_CHECKING:
    from mundraft.interview.interview import Interview
    from mundraft.tui.work import Work

#: Seconds without a key after which everything but the text itself is brought up to date.
PAUSE = 0.15
#: Seconds before the paper is composed for the first time: the first question is there before the engine is loaded.
FIRST_DRAFT = 0.4
#: Seconds for which keys are gathered before the paper gets them; saving waits longer than that anyway.
GATHER = 0.08


class InterviewScreen(InterviewDraft, InterviewMoving, InterviewUndoing, InterviewSaving):
    """Asks the questions of one paper, and puts what is typed into it."""

    BINDINGS = bound(INTERVIEW, priority=True)
    PALETTE = (*INTERVIEW, *INTERVIEW_COMMANDS)
    CSS_PATH = "styles/interview.tcss"

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.outside_changes = work.session.outside_changes
        self.address: Address = ""
        self.names = KeptNames(work)
        self._asked = set()
        self._shown = False
        self._pause: Timer | None = None
        self._untaken: Timer | None = None
        self._preset = work.paper.preset
        #: the interview as it was at the last pause
        self._before_conference = work.interview

    def compose(self) -> ComposeResult:
        with Horizontal(id="body"):
            yield Steps(every_question=False, id="steps")
            yield QuestionView(Lookups(self.work))
            yield Preview()
        yield StatusLine(id="status")
        yield KeyBar(INTERVIEW)
        yield Drafter(self.work.library)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Come up the first time as it was made: all of it was styled a moment ago."""
        event.refresh_styles, self._shown = self._shown, True

    async def on_mount(self) -> None:
        await self.go(self.where_to_begin())
        self._settle()
        self.set_timer(FIRST_DRAFT, self._begin_composing)
        self.look_after_saving()
        if self.work.session.rescue_found:
            from mundraft.tui.rescue import offer_rescue

            offer_rescue(self.app, self.work, lambda: self.call_later(self.show_what_came))

    def _begin_composing(self) -> None:
        self.composes = True
        self._settle()
        self.run_worker(self.work.remember, thread=True, group="remember")
        # So that the first misspelt search is as quick as the next; what fails here fails again where it is told.
        self.run_worker(self.names.warm_up, thread=True, group="warm-up", exit_on_error=False)

    def prompt_at(self, address: Address) -> Prompt | None:
        """The question at an address, or the page of a part that the delegate writes."""
        return self.work.interview.prompt(address) or own_prompt(self.work, address)

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "next":
            await self.action_next()
        elif event.button.id == "back":
            await self.action_back()
        elif event.button.id == "another":
            await self.action_add_entry()

    def question_is_shown(self) -> bool:
        """Whether the editor of the question asked for is there, with the cursor in it."""
        editor = self._view.editor
        return editor is not None and editor.prompt.address == self.address and self.focused in editor.walk_children()

    # ---- answering --------------------------------------------------------------------------------------------------

    @property
    def _view(self) -> QuestionView:
        return self.query_one(QuestionView)

    @property
    def status(self) -> StatusLine:
        return self.query_one(StatusLine)

    def on_editor_changed(self, event: Editor.Changed) -> None:
        """A burst of keys is put into the paper once: nothing but the text itself is worked on at each key."""
        if event.editor is not self._view.editor:
            self._take(event.editor)
        elif self._untaken is None:
            self._untaken = self.set_timer(GATHER, self.take_typed)

    def on_editor_moved(self) -> None:
        """What a line of a list rests on stands below the list: of another line it is something else."""
        self.settle()

    async def on_editor_submitted(self, event: Editor.Submitted) -> None:
        self._take(event.editor)
        await self.action_next()

    def take(self) -> None:
        """Put what stands in the editor into the paper, as one does who goes on from there."""
        editor = self._view.editor
        if editor is not None and editor.is_mounted:
            editor.leave()
        self.take_typed()

    def take_typed(self) -> None:
        """Put what stands in the editor into the paper, should a change of it still be on its way here."""
        if self._untaken is not None:
            self._untaken.stop()
            self._untaken = None
        if self._view.editor is not None and self._view.editor.is_mounted:
            self._take(self._view.editor)

    def _take(self, editor: Editor) -> None:
        if editor.value == editor.known:
            return
        editor.known = editor.value
        try:
            self.work.answer(editor.prompt.address, editor.value)
        except (LookupError, ValueError) as error:
            self.notify(f"This answer has no place in the paper any more: {error}", severity="error")
            return
        self.status.tell(saved="saving…")
        self.settle()

    def settle(self) -> None:
        """Bring the rest of the screen up to date at the next pause."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._settle)

    def _settle(self) -> None:
        prompt = self.prompt_at(self.address)
        if prompt is None:  # what was asked here is gone, as the page of a part that was given back
            self.call_later(self.go, self.came_from if "/own_words/" in self.address else self.address)
            return
        interview, progress = self.work.interview, self.work.interview.progress()
        known = beside(self.work.paper, prompt.address)
        self._view.tell(
            prompt,
            problems_with(prompt.question, prompt.value, prompt.address, self.names.names(), known),
            self._cites(prompt),
            self.work.note(prompt.address),
            self._another(prompt),
        )
        self.tell_sentence(prompt)
        self._tell_newly_required(interview)
        left = progress.required_total - progress.required_done
        self.status.tell(required_left=left)
        self.tell_length()
        if self.query_one("#steps").display:
            self.query_one(Steps).show(interview, self.address)
        self.want_draft()
        self.mark_part()

    def _tell_newly_required(self, interview: Interview) -> None:
        """Say which questions a conference has made required: they may have been passed long ago."""
        if self._preset != self.work.paper.preset:
            self._preset = self.work.paper.preset
            told = newly_required(self._before_conference, interview)
            if told and self._preset:
                self.notify(told, timeout=12)
        self._before_conference = interview

    def _cites(self, prompt: Prompt) -> Content:
        if not prompt.cite_address:
            return Content("")
        editor = self._view.editor
        item = editor.item if editor else 0
        if editor and editor.is_on_empty_line and prompt.texts:
            return Content("")
        line = item + 1 if len(prompt.texts) > 1 else 0
        return cited_line(self.work, self.work.cites(prompt.cite_address, item), prompt.question.needs_source, line)

    def _another(self, prompt: Prompt) -> str:
        group = self.group_here(prompt)
        if group is None or not group.can_add:
            return ""
        return f"+ Another: {group.item}" if group.entries else f"+ Add: {group.item}"

    # ---- what came, and leaving -------------------------------------------------------------------------------------

    async def show_what_came(self, gone: Address = "") -> None:
        """The paper was changed elsewhere (another window, a merge, an older version), or something was taken out at
        the address `gone`: show it so."""
        self.take_typed()
        self.outside_changes = self.work.session.outside_changes
        self._view.forget(gone)
        await self.go(self.address)

    def on_unmount(self) -> None:
        if self._pause is not None:
            self._pause.stop()
