"""The paper beside the question: composed while it is typed, its length, and the sentence around the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mundraft.interview.states import Prompt
from mundraft.paper.address import Address
from mundraft.tui.drafting import Draft, Drafter
from mundraft.tui.interview_base import InterviewBase
from mundraft.tui.part_budgets import budgets
from mundraft.tui.preview import PartId, Preview
from mundraft.tui.question_view import QuestionView

if TYPE_CHECKING:
    from mundraft.problems import Problem
    from mundraft.tui.printed_sentences import PrintedSentences

#: Characters of the longest note that is shown over the question.
_NOTE = 240


class InterviewDraft(InterviewBase):
    """Shows each draft of the paper: in the preview, as a length, as a sentence, and which part is being worked on."""

    draft: Draft | None = None
    #: whether the paper is composed already: the first question waits for no draft
    composes = False
    _told: tuple[Problem, ...] = ()
    _sentences: PrintedSentences | None = None

    def __init__(self) -> None:
        super().__init__()
        self._feeds: dict[Address, PartId] = {}

    def want_draft(self) -> None:
        """Ask for a draft of the paper as it stands now."""
        if self.composes:
            self.query_one(Drafter).want(self.work.paper)

    async def on_drafter_drafted(self, event: Drafter.Drafted) -> None:
        draft, before = event.draft, self.draft
        self._tell_trouble(draft.problem)
        if draft.document is None:
            return
        from mundraft.tui.drawn_parts import changed_parts

        changed = changed_parts(before.document if before else None, draft.document)
        if before is not None and len(changed) == 1:
            self._feeds[self.address] = changed[0]
        self.draft = draft
        self._tell_once(draft.told)
        self.tell_length()
        if prompt := self.prompt_at(self.address):
            self.tell_sentence(prompt)
        await self.show_preview()

    def _tell_trouble(self, problem: str) -> None:
        """Show what keeps the paper from being drafted, "" for nothing, where it would stand, and say so once."""
        preview = self.query_one(Preview)
        if problem and problem != preview.trouble:
            self.notify("The draft cannot be shown now: F3 says why. Your answers are saved.", severity="warning")
        preview.tell_trouble(problem)

    def _tell_once(self, told: tuple[Problem, ...]) -> None:
        """Say what cannot be followed, each time that it begins to be so."""
        for problem in told:
            if problem not in self._told:
                # A note of many lines would lie over the question: what there is to choose from waits in the review.
                whole = f"{problem.what} {problem.next_step}"
                note = whole if len(whole) <= _NOTE else f"{problem.what} The review (F4) says more."
                self.notify(note, severity="warning", timeout=12)
        self._told = told

    def tell_length(self) -> None:
        """Show the length of the paper, or of the topic being worked on where the conference limits each."""
        prompt, lengths = self.prompt_at(self.address), self.draft.lengths if self.draft else {}
        topic = prompt.topic_id if prompt else ""
        length = lengths.get(topic) or lengths.get("")
        if length is not None:
            letter = self.work.interview.topic_letter(topic) if length.of_topic else ""
            here = self.part_here()
            part = budgets(self.work, self.draft).get(here) if here else None
            self.status.tell(length=length, topic=letter, part=part)

    def tell_sentence(self, prompt: Prompt) -> None:
        around = None
        if self.draft is not None:
            from mundraft.tui.printed_sentences import PrintedSentences  # the first screen has no document to look into

            self._sentences = self._sentences or PrintedSentences()
            around = self._sentences.around(prompt, self.draft, self.work.paper)
        self.query_one(QuestionView).tell_sentence(prompt, self.work.interview.own_part(prompt), around)

    async def show_preview(self) -> None:
        """Draw the preview, if it can be seen."""
        preview = self.query_one(Preview)
        if preview.display and self.draft is not None and self.draft.document is not None:
            await preview.show(self.draft.document)
            self.mark_part()

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

    def mark_part(self) -> None:
        preview = self.query_one(Preview)
        if preview.display:
            preview.mark(self.part_here())

    async def on_resize(self) -> None:
        self.call_after_refresh(self.show_preview)
        self.settle()
