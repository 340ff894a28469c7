"""The list of steps and questions with their state: beside the interview where there is room, else a key away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from mundraft.interview.interview import Interview
from mundraft.interview.states import GroupState, Prompt, State, StepState
from mundraft.paper.address import Address
from mundraft.paper.model import Paper
from mundraft.paper.topic_letters import letter_of

#: Each state by its form as well as its colour, so that it can be told apart without colours.
MARKS = {
    State.ANSWERED: "[$success]✓[/]",
    State.OPEN: "[$warning]•[/]",
    State.INVALID: "[$error]![/]",
    State.SKIPPABLE: "[$quiet]·[/]",
}
LEGEND = "✓ answered   • required   ! look again   · optional"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: where it leads, or the group to which it adds an entry."""

    shown: Content
    address: Address = ""
    adds: Address = ""


def outline(interview: Interview, current: Address, *, every_question: bool) -> list[Row]:
    """The steps, with the questions of the current step, or of all."""
    rows: list[Row] = []
    here = interview.prompt(current)
    prompts = interview.prompts()
    for step in interview.steps():
        rows.append(Row(_step_line(step, _topic_title(interview.paper, step)), address=step.first_address))
        if every_question or (here and (here.step_id, here.topic_id) == (step.id, step.topic_id)):
            asked = [one for one in prompts if (one.step_id, one.topic_id) == (step.id, step.topic_id)]
            rows += _question_rows(asked, current)
            rows += _adding_rows(interview.groups(), step)
    return rows


def _question_rows(prompts: Iterable[Prompt], current: Address) -> Iterator[Row]:
    label = ""
    for prompt in prompts:
        if prompt.entry_label and prompt.entry_label != label:
            yield Row(Content.from_markup("   [b]$label[/]", label=prompt.entry_label), address=prompt.address)
        label = prompt.entry_label
        ask = Content(prompt.question.ask)
        if prompt.address == current:
            ask = ask.stylize("bold $primary")
        yield Row(Content.from_markup(f"   {MARKS[prompt.state]} ") + ask, address=prompt.address)


def _adding_rows(groups: Iterable[GroupState], step: StepState) -> Iterator[Row]:
    for group in groups:
        if group.can_add and (group.step_id, group.topic_id) == (step.id, step.topic_id):
            another = "another" if group.entries else "a first"
            shown = Content.from_markup(
                "   [$primary]+[/] [$quiet]Add $another: $item[/]", another=another, item=group.item
            )
            yield Row(shown, adds=group.address)


def _step_line(step: StepState, topic: str) -> Content:
    mark = MARKS[
        State.ANSWERED if step.complete and step.answered else State.OPEN if not step.complete else State.SKIPPABLE
    ]
    done = f"{step.required_done}/{step.required_total}" if step.required_total else ""
    line = Content.from_markup(f"{mark} [b]$title[/] [$quiet]$done[/]", title=step.title, done=done)
    return line + Content.from_markup(" [$quiet]· $topic[/]", topic=topic) if topic else line


def _topic_title(paper: Paper, step: StepState) -> str:
    letter = letter_of(paper, step.topic_id)
    return f"topic {letter}" if letter else ""


class Steps(OptionList):
    """The list itself; choosing a row posts `Chosen`."""

    class Chosen(Message):
        """A row was chosen: go to its question, or add an entry to its group."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    def __init__(self, *, every_question: bool, id: str) -> None:
        super().__init__(id=id)
        self._every_question = every_question
        self._rows: list[Row] = []
        self._drawn: object = None

    def show(self, interview: Interview, current: Address) -> None:
        """Show the steps as they stand; nothing is drawn again when nothing changed."""
        rows = outline(interview, current, every_question=self._every_question)
        # Content compares by its words alone, and the question asked now differs in its style.
        drawn = (current, [(row.shown.plain, row.address, row.adds) for row in rows])
        if drawn != self._drawn:
            at = self.highlighted
            self._rows, self._drawn = rows, drawn
            self.set_options([Option(row.shown) for row in rows])
            self.highlighted = at if self.has_focus and at is not None and at < len(rows) else self._place(current)

    def _place(self, current: Address) -> int | None:
        places = [i for i, row in enumerate(self._rows) if row.address == current]
        return places[-1] if places else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self._rows[event.option_index]))
