"""The interview: one question at a time, with the steps and the paper beside it where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import ScreenResume
from textual.timer import Timer

from mundraft.interview.answering import problems_with
from mundraft.interview.beside import beside
from mundraft.interview.states import Prompt
from mundraft.paper.address import Address
from mundraft.paper.topic_letters import letter_of
from mundraft.tui.bindings import INTERVIEW, INTERVIEW_COMMANDS, bound
from mundraft.tui.button import Button
from mundraft.tui.citing import cited_line
from mundraft.tui.drafting import Draft, Drafter
from mundraft.tui.editors.base import Editor
from mundraft.tui.interview_saving import InterviewSaving
from mundraft.tui.kept_names import KeptNames
from mundraft.tui.keybar import KeyBar
from mundraft.tui.lookups import Lookups
from mundraft.tui.newly_required import newly_required
from mundraft.tui.own_prompts import own_prompt
from mundraft.tui.part_budgets import budgets
from mundraft.tui.preview import PartId, Preview
from mundraft.tui.question_view import QuestionView
from mundraft.tui.status import StatusLine
from mundraft.tui.steps import Row, Steps

if TYPE_CHECKING:
    from mundraft.interview.interview import Interview
    from mundraft.problems import Problem
    from mundraft.tui.app import MundraftApp
    from mundraft.tui.printed_sentences import PrintedSentences
    from mundraft.tui.work import Work

#: Seconds without a key after which everything but the text itself is brought up to date.
PAUSE = 0.15
#: Seconds before the paper is composed for the first time: the first question is there before the engine is loaded.
FIRST_DRAFT = 0.4
#: Seconds for which keys are gathered before the paper gets them; saving waits longer than that anyway.
GATHER = 0.08
#: Characters of the longest note that is shown over the question.
_NOTE = 240


class InterviewScreen(InterviewSaving):
    """Asks the questions of one paper. The address of the question on the screen is `address`."""

    BINDINGS = bound(INTERVIEW, priority=True)
    PALETTE = (*INTERVIEW, *INTERVIEW_COMMANDS)
    CSS_PATH = "styles/interview.tcss"

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.outside_changes = work.session.outside_changes
        self.address: Address = ""
        self.draft: Draft | None = None
        self._names = KeptNames(work)
        self._composes = False
        self._shown = False
        self._pause: Timer | None = None
        self._untaken: Timer | None = None
        self._told: tuple[Problem, ...] = ()
        self._sentences: PrintedSentences | None = None
        self._feeds: dict[Address, PartId] = {}
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
        await self.go(self._where_to_begin())
        self._settle()
        self.set_timer(FIRST_DRAFT, self._begin_composing)
        self.look_after_saving()
        if self.work.session.rescue_found:
            from mundraft.tui.rescue import offer_rescue

            offer_rescue(self.app, self.work, lambda: self.call_later(self.show_what_came))

    def _where_to_begin(self) -> Address:
        """Where the delegate left off, else the first question that needs something."""
        left = self.work.left_at()
        if left and self.prompt_at(left) is not None:
            return left
        first = self.work.interview.first_open()
        return first.address if first else _last_worked_on(self.work.interview)

    # ---- moving -----------------------------------------------------------------------------------------------------

    def _begin_composing(self) -> None:
        self._composes = True
        self._settle()
        self.run_worker(self.work.remember, thread=True, group="remember")
        # So that the first misspelt search is as quick as the next; what fails here fails again where it is told.
        self.run_worker(self._names.warm_up, thread=True, group="warm-up", exit_on_error=False)

    def prompt_at(self, address: Address) -> Prompt | None:
        """The question at an address, or the page of a part that the delegate writes."""
        return self.work.interview.prompt(address) or own_prompt(self.work, address)

    async def go(self, address: Address) -> None:
        """Show the question at an address; the first one when nothing is asked there any more."""
        self.take()
        if not self.is_attached or self not in self.app.screen_stack:  # it is being left: it takes no more widgets
            return
        self.leave_what_was_looked_into(address)
        self.called_from = ""
        prompt = self.prompt_at(address) or self.work.interview.prompts()[0]
        self.address = prompt.address
        editor = await self._view.show(prompt)
        self.remove_class("-reading")
        editor.focus_first()
        self.settle()

    async def action_next(self) -> None:
        self.take()
        if self.called_from:  # the conference was changed in passing
            await self.go(self.called_from)
            return
        following = self.work.interview.after(self.address)
        if following is not None:
            await self.go(following.address)
        elif "/own_words/" in self.address:
            await self.go(self._came_from)
        else:
            self.action_review()

    async def action_back(self) -> None:
        self.take()
        before = self.work.interview.before(self.address)
        if before is not None:
            await self.go(before.address)
        elif "/own_words/" in self.address:
            await self.go(self._came_from)

    async def key_escape(self) -> None:
        if self.has_class("-reading"):
            await self.action_preview()

    async def action_next_open(self) -> None:
        self.take()
        following = self.work.interview.next_open(self.address)
        if following is None:
            self.notify("Nothing required is open any more.")
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
            self._untaken = self.set_timer(GATHER, self.take)

    def on_editor_moved(self) -> None:
        """What a line of a list rests on stands below the list: of another line it is something else."""
        self.settle()

    async def on_editor_submitted(self, event: Editor.Submitted) -> None:
        self._take(event.editor)
        await self.action_next()

    def take(self) -> None:
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
            self.call_later(self.go, self._came_from if "/own_words/" in self.address else self.address)
            return
        interview, progress = self.work.interview, self.work.interview.progress()
        known = beside(self.work.paper, prompt.address)
        self._view.tell(
            prompt,
            problems_with(prompt.question, prompt.value, prompt.address, self._names.names(), known),
            self._cites(prompt),
            self.work.note(prompt.address),
            self._another(prompt),
        )
        self._tell_sentence(prompt)
        self._tell_newly_required(interview)
        left = progress.required_total - progress.required_done
        self.status.tell(required_left=left)
        self._tell_length()
        if self.query_one("#steps").display:
            self.query_one(Steps).show(interview, self.address)
        if self._composes:
            self.query_one(Drafter).want(self.work.paper)
        self._mark_part()

    def _tell_sentence(self, prompt: Prompt) -> None:
        around = None
        if self.draft is not None:
            from mundraft.tui.printed_sentences import PrintedSentences  # the first screen has no document to look into

            self._sentences = self._sentences or PrintedSentences()
            around = self._sentences.around(prompt, self.draft, self.work.paper)
        self._view.tell_sentence(prompt, self.work.interview.own_part(prompt), around)

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

    # ---- the paper as it reads --------------------------------------------------------------------------------------

    async def on_drafter_drafted(self, event: Drafter.Drafted) -> None:
        draft, before = event.draft, self.draft
        if draft.document is None:
            self.query_one("#status").tooltip = draft.problem
            return
        from mundraft.tui.drawn_parts import changed_parts

        changed = changed_parts(before.document if before else None, draft.document)
        if before is not None and len(changed) == 1:
            self._feeds[self.address] = changed[0]
        self.draft = draft
        self._tell_once(draft.told)
        self._tell_length()
        if prompt := self.prompt_at(self.address):
            self._tell_sentence(prompt)
        await self.show_preview()

    def _tell_once(self, told: tuple[Problem, ...]) -> None:
        """Say what cannot be followed, each time that it begins to be so."""
        for problem in told:
            if problem not in self._told:
                # A note of many lines would lie over the question: what there is to choose from waits in the review.
                whole = f"{problem.what} {problem.next_step}"
                note = whole if len(whole) <= _NOTE else f"{problem.what} The review (F4) says more."
                self.notify(note, severity="warning", timeout=12)
        self._told = told

    def _tell_length(self) -> None:
        """Show the length of the paper, or of the topic being worked on where the conference limits each."""
        prompt, lengths = self.prompt_at(self.address), self.draft.lengths if self.draft else {}
        topic = prompt.topic_id if prompt else ""
        length = lengths.get(topic) or lengths.get("")
        if length is not None:
            letter = letter_of(self.work.paper, topic) if length.of_topic else ""
            here = self.part_here()
            part = budgets(self.work, self.draft).get(here) if here else None
            self.status.tell(length=length, topic=letter, part=part)

    async def show_preview(self) -> None:
        """Draw the preview, if it can be seen."""
        preview = self.query_one(Preview)
        if preview.display and self.draft is not None and self.draft.document is not None:
            await preview.show(self.draft.document)
            self._mark_part()

    async def on_preview_chosen(self, event: Preview.Chosen) -> None:
        from mundraft.tui.part_questions import question_of_part

        document = self.draft.document if self.draft else None
        address = question_of_part(self.work.interview, document, event.part_id) if document else ""
        if address:
            await self.go(address)

    def part_here(self) -> PartId | None:
        """The part of the paper that the question on the screen feeds, as far as that can be seen."""
        prompt = self.prompt_at(self.address)
        if prompt is None:
            return None
        if "/own_words/" in self.address:
            return self.address.rpartition("/")[2], prompt.topic_id
        if own := self.work.interview.own_part(prompt):
            return own.key, prompt.topic_id
        return self._part_saying(prompt)

    def _part_saying(self, prompt: Prompt) -> PartId | None:
        document = self.draft.document if self.draft else None
        if document is None:
            return None
        from mundraft.tui.drawn_parts import part_saying

        ask = prompt.question.ask
        for text in prompt.texts or (ask[:1].lower() + ask[1:],):
            if found := part_saying(document, text, prompt.topic_id):
                return found
        return self._feeds.get(self.address)

    def _mark_part(self) -> None:
        preview = self.query_one(Preview)
        if preview.display:
            preview.mark(self.part_here())

    async def on_resize(self) -> None:
        self.call_after_refresh(self.show_preview)
        self.settle()

    # ---- what came, and leaving -------------------------------------------------------------------------------------

    async def show_what_came(self) -> None:
        """The paper was changed elsewhere (another window, a merge, an older version): show it so."""
        self.take()
        self.outside_changes = self.work.session.outside_changes
        self._view.forget()
        await self.go(self.address)

    def on_unmount(self) -> None:
        if self._pause is not None:
            self._pause.stop()

    def home(self) -> None:
        """Save, and go back to the first screen."""
        self.take()
        self.leave_what_was_looked_into("")
        cast("MundraftApp", self.app).go_home()


def _last_worked_on(interview: Interview) -> Address:
    """Where a paper with nothing open is taken up again: the first question of the last step that has answers."""
    worked_on = [step.first_address for step in interview.steps() if step.answered]
    return worked_on[-1] if worked_on else interview.prompts()[0].address
