"""The list of steps and questions with their state: beside the interview where there is room, else a key away."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from mundraft.interview.interview import Interview
from mundraft.interview.states import GroupState, Prompt, State, StepState
from mundraft.paper.address import Address
from mundraft.text.folding import fold

#: Each state by its form as well as its colour, so that it can be told apart without colours.
MARKS = {
    State.ANSWERED: "[$success]✓[/]",
    State.OPEN: "[$warning]•[/]",
    State.INVALID: "[$error]![/]",
    State.SKIPPABLE: "[$quiet]·[/]",
}
#: A part that the delegate writes, and the questions whose answers it replaces.
OWN = "✎"
LEGEND = f"✓ answered  • required  ! look again  · optional  {OWN} own words"


class Row(NamedTuple):
    """One line of the list: where it leads, or the group to which it adds an entry.

    `looks`: the entry that it adds is only looked into, and is taken out again if nothing was written there."""

    shown: Content
    address: Address = ""
    adds: Address = ""
    looks: bool = False


def outline(
    interview: Interview, current: Address, *, every_question: bool, warned: frozenset[Address] = frozenset()
) -> list[Row]:
    """The steps, with the questions of the current step, or of all. `warned`: those to look at again.

    With those of all there is a window for them; without, only a narrow column, so that what tells two lines apart
    stands at their beginning."""
    rows: list[Row] = []
    here = interview.prompt(current) or next((one for one in interview.own_pages() if one.address == current), None)
    for step in interview.steps():
        rows.append(_step_row(step, interview, every_question))
        rows += _own_rows(interview, step, current)
        if every_question or (here and (here.step_id, here.topic_id) == (step.id, step.topic_id)):
            rows += _question_rows(interview, step, current, warned)
            rows += _adding_rows(interview, step, every_question)
    return rows


def _step_row(step: StepState, interview: Interview, is_wide: bool) -> Row:
    """A step leads to its first question; one that is nothing but an empty list, to the first entry of that."""
    shown = _step_line(step, interview.topic_letter(step.topic_id), is_wide)
    if step.first_address:
        return Row(shown, address=step.first_address)
    free = (group.address for group in _groups_of(interview, step) if group.can_add)
    return Row(shown, adds=next(free, ""), looks=True)


def _own_rows(interview: Interview, step: StepState, current: Address) -> Iterator[Row]:
    """The parts that the delegate writes in place of answers of this step."""
    for page in interview.own_pages():
        if (page.step_id, page.topic_id) == (step.id, step.topic_id):
            title = _asked(page.part.title, page.address == current)
            yield Row(Content.from_markup(f"   [$mine]{OWN}[/] ") + title, address=page.address)


def _question_rows(
    interview: Interview, step: StepState, current: Address, warned: frozenset[Address]
) -> Iterator[Row]:
    label = ""
    for prompt in interview.prompts():
        if (prompt.step_id, prompt.topic_id) != (step.id, step.topic_id):
            continue
        if prompt.entry_label and prompt.entry_label != label:
            yield Row(Content.from_markup("   [b]$label[/]", label=prompt.entry_label), address=prompt.address)
        label = prompt.entry_label
        is_replaced = interview.own_part(prompt) is not None
        state = State.SKIPPABLE if _is_as_it_began(interview, prompt) else prompt.state
        state = State.INVALID if prompt.address in warned and state is not State.OPEN else state
        mark = f"[$quiet]{OWN}[/]" if is_replaced else MARKS[state]
        ask = _asked(prompt.question.ask, prompt.address == current, "$quiet" if is_replaced else "")
        yield Row(Content.from_markup(f"   {mark} ") + ask, address=prompt.address)


def _is_as_it_began(interview: Interview, prompt: Prompt) -> bool:
    """Whether a choice about the words for a topic stands as every paper has it, before there are such words."""
    noun = interview.prompt(f"topics/{prompt.topic_id}/noun")
    return prompt.address.endswith("/frame") and noun is not None and not noun.text


def _asked(words: str, is_here: bool, style: str = "") -> Content:
    return Content.styled(words, "bold $primary" if is_here else style)


def _adding_rows(interview: Interview, step: StepState, is_wide: bool) -> Iterator[Row]:
    for group in _groups_of(interview, step):
        if group.can_add:
            another = f"Add {'another' if group.entries else 'a first'}: " if is_wide else ""
            holder = _holder(interview, group)
            if holder and not is_wide:  # "Instrument 2 of 2": the instrument stands above the line
                holder = " ".join(holder.split()[-3:])
            shown = Content.from_markup(
                "   [$primary]+[/] [$quiet]$another$item$to[/]",
                another=another, item=group.item, to=f" ({holder})" if holder else "",
            )  # fmt: skip
            yield Row(shown, adds=group.address)


def _groups_of(interview: Interview, step: StepState) -> list[GroupState]:
    return [one for one in interview.groups() if (one.step_id, one.topic_id) == (step.id, step.topic_id)]


def _holder(interview: Interview, group: GroupState) -> str:
    """The entry that a group stands in, where there are several: "Instrument 2 of 2"."""
    entry = group.address.rpartition("/")[0]
    around = interview.group(entry.rpartition("/")[0])
    if around is None or len(around.entries) < 2:
        return ""
    return next((one.label for one in around.entries if one.address == entry), "")


def _step_line(step: StepState, letter: str, is_wide: bool) -> Content:
    mark = MARKS[
        State.ANSWERED if step.complete and step.answered else State.OPEN if not step.complete else State.SKIPPABLE
    ]
    done = f"{step.required_done}/{step.required_total}" if step.required_total else ""
    before, after = ("", f" · topic {letter}") if is_wide else (f"{letter} · ", "")
    return Content.from_markup(
        f"{mark} [$quiet]$before[/][b]$title[/] [$quiet]$done$after[/]",
        before=before if letter else "", title=step.title, done=done, after=after if letter else "",
    )  # fmt: skip


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
        self._every: list[Row] = []
        self._drawn: object = None

    def show(self, interview: Interview, current: Address, warned: frozenset[Address] = frozenset()) -> None:
        """Show the steps as they stand; nothing is drawn again when nothing changed."""
        rows = outline(interview, current, every_question=self._every_question, warned=warned)
        # Content compares by its words alone, and the question asked now differs in its style.
        drawn = (current, [(row.shown.plain, row.address, row.adds) for row in rows])
        if drawn != self._drawn:
            at = self.highlighted
            self._rows, self._every, self._drawn = rows, rows, drawn
            self.set_options([Option(row.shown) for row in rows])
            self.highlighted = at if self.has_focus and at is not None and at < len(rows) else self._place(current)

    def find(self, words: str) -> int:
        """Show only the lines that hold every one of some words, or their beginnings, each below the step and the
        entry that it belongs to. Gives how many there are."""
        wanted = fold(words).split()
        found = [all(f" {word}" in f" {fold(row.shown.plain)}" for word in wanted) for row in self._every]
        kept = {at for at, fits in enumerate(found) if fits}
        self._rows = [self._every[at] for at in sorted(kept | {above for at in kept for above in self._above(at)})]
        self.set_options([Option(row.shown) for row in self._rows])
        first = min(kept, default=None)
        self.highlighted = None if first is None else self._rows.index(self._every[first])
        return len(kept)

    def _above(self, at: int) -> Iterator[int]:
        """The lines that say where a line belongs: its entry, and its step."""
        if self._every[at].shown.plain.startswith(" ") and self._every[at].address:
            above = range(at - 1, -1, -1)
            step = next((i for i in above if not self._every[i].shown.plain.startswith(" ")), at)
            yield step
            yield from islice((i for i in above[: at - step - 1] if self._is_entry_of(i, at)), 1)

    def _is_entry_of(self, head: int, at: int) -> bool:
        """Whether a line names the entry that another is in: it leads to the first question of that, the next line."""
        first = self._every[head].address
        is_head = bool(first) and first == self._every[head + 1].address
        return is_head and self._every[at].address.startswith(f"{first.rpartition('/')[0]}/")

    def _place(self, current: Address) -> int | None:
        places = [i for i, row in enumerate(self._rows) if row.address == current]
        return places[-1] if places else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self._rows[event.option_index]))
