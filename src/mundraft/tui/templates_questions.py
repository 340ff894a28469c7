"""What a template asks: every question with its frame and its help, and each one as a student meets it."""

from __future__ import annotations

from collections.abc import Iterator

from textual import work as in_worker
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mundraft.desk.template_questions import AskedQuestion, condition_in_words, every_question, group_in_words
from mundraft.interview.answering import problems_with
from mundraft.interview.frames import in_frame
from mundraft.interview.states import Prompt
from mundraft.text.harmless import harmless
from mundraft.tui.bindings import SHOWN_QUESTION, bound
from mundraft.tui.button import Button
from mundraft.tui.editors.base import Editor
from mundraft.tui.keybar import KeyBar
from mundraft.tui.lookups import Lookups
from mundraft.tui.question_view import QuestionView, question_help, sentence
from mundraft.tui.templates_held import Held, Pane, Trial

_INDENT = "  "


class QuestionsPane(Pane):
    """The steps with their questions. Enter on one shows it as the interview does."""

    def compose(self) -> ComposeResult:
        yield OptionList(id="asked")

    def draw(self, held: Held) -> None:
        self._lay_out(held)

    @in_worker(thread=True, exclusive=True, group="questions", exit_on_error=True)
    def _lay_out(self, held: Held) -> None:
        """A stranger's template may ask thousands of questions: the screen must not stand still."""
        self.app.call_from_thread(self._show, held, _rows(held))

    def _show(self, held: Held, rows: list[Option]) -> None:
        if held is not self.held:
            return
        listed = self.query_one(OptionList)
        listed.set_options(rows)
        listed.highlighted = next((at for at, row in enumerate(rows) if not row.disabled), None)
        listed.scroll_home(animate=False)

    def focus_first(self) -> None:
        self.query_one(OptionList).focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        held = self.held
        if held is not None and held.template is not None and event.option_id:
            self.app.push_screen(ShownQuestion(Trial(held.template, held.library), event.option_id))


class ShownQuestion(Screen[None]):
    """One question as the interview draws it, on a blank paper. What is typed shows the advice, and is not kept."""

    BINDINGS = bound(SHOWN_QUESTION, priority=True)
    PALETTE = SHOWN_QUESTION
    CSS_PATH = ["styles/interview.tcss", "styles/templates.tcss"]  # noqa: RUF012 - as Textual declares it
    HELP_TEXT = (
        "The question as a student meets it in the interview. Type something to see the sentence and the advice; "
        "nothing of it is kept."
    )

    def __init__(self, trial: Trial, address: str) -> None:
        super().__init__()
        self._trial, self._address = trial, address

    def compose(self) -> ComposeResult:
        told = "[b $primary]As a student meets it[/] [$quiet]nothing that you type here is kept[/]"
        yield Static(Content.from_markup(told), classes="title")
        yield QuestionView(Lookups(self._trial))
        yield KeyBar(SHOWN_QUESTION)

    async def on_mount(self) -> None:
        await self._go(self._trial.interview.prompt(self._address))

    async def _go(self, prompt: Prompt | None) -> None:
        if prompt is not None:
            self._address = prompt.address
            editor = await self._view.show(prompt)
            self._tell(prompt)
            editor.focus_first()

    @property
    def _view(self) -> QuestionView:
        return self.query_one(QuestionView)

    def _tell(self, prompt: Prompt) -> None:
        names = self._trial.paper.seat.name
        advice = problems_with(prompt.question, prompt.value, prompt.address, (names,) if names else ())
        self._view.tell(prompt, advice, Content(""), "", "")
        self._view.tell_sentence(prompt)

    def on_editor_changed(self, event: Editor.Changed) -> None:
        try:
            self._trial.answer(event.editor.prompt.address, event.editor.value)
        except (LookupError, ValueError) as error:
            self.notify(str(error), severity="error")
            return
        prompt = self._trial.interview.prompt(self._address)
        if prompt is not None:
            self._tell(prompt)

    async def on_editor_submitted(self) -> None:
        await self.action_next()

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        await (self.action_back() if event.button.id == "back" else self.action_next())

    async def action_next(self) -> None:
        await self._go(self._trial.interview.after(self._address))

    async def action_back(self) -> None:
        await self._go(self._trial.interview.before(self._address))

    def action_close(self) -> None:
        self.dismiss()


def _rows(held: Held) -> list[Option]:
    if held.template is None:
        return [Option("This template cannot be read. F4 tells why.", disabled=True)]
    rows: list[Option] = []
    steps = {step.id: step for step in held.template.definition.steps}
    step, entry = "", ""
    for asked in every_question(held.template.definition, held.name):
        prompt = asked.prompt
        if prompt.step_id != step:
            heading = {"title": harmless(prompt.step_title), "help": harmless(steps[prompt.step_id].help)}
            rows.append(Option(Content.from_markup("[b $primary]$title[/] [$quiet]$help[/]", **heading), disabled=True))
        if asked.group is not None and prompt.entry_label != entry:
            rows.append(Option(Content.styled(harmless(group_in_words(asked.group)), "bold"), disabled=True))
        step, entry = prompt.step_id, prompt.entry_label
        rows.append(Option(Content("\n").join(_lines(asked)), id=prompt.address))
    return rows


def _lines(asked: AskedQuestion) -> Iterator[Content]:
    """A question as it is listed: its mark and words, when it is asked, the sentence, help and examples."""
    question = asked.prompt.question
    mark = "[$warning]•[/]" if question.required else "[$quiet]·[/]"
    need = "required" if question.required else "optional"
    if asked.when is not None:
        need += f", {condition_in_words(asked.when)}"
    yield Content.from_markup(f"{mark} [b]$ask[/] [$quiet]$need[/]", ask=harmless(question.ask), need=harmless(need))
    frame = in_frame(question, "")
    if frame is not None:
        yield Content(_INDENT) + sentence(frame)
    for line in question_help(asked.prompt).split("\n"):
        if line.plain:
            yield Content(_INDENT) + line.stylize_before("$quiet")
