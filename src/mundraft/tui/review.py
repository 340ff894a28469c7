"""The review: what the coach finds in the paper, each finding with a way to its question; and answers not asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from textual import work as in_worker
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mundraft.coach.weight import in_order
from mundraft.interview.answers_by_kind import NOT_TO_BE_PRINTED
from mundraft.interview.kept_words import kept_place, kept_text
from mundraft.interview.states import State
from mundraft.paper.address import Address
from mundraft.problems import MundraftError, Problem, Severity
from mundraft.tui.bindings import REVIEW, bound
from mundraft.tui.keybar import KeyBar
from mundraft.tui.work import Work

if TYPE_CHECKING:
    from mundraft.interview.interview import Interview

#: What a paper is turned away for without being read, unless the rule is only a guide.
_TOO_LONG = frozenset({"too-long", "rule-too-long"})
_LENGTH = _TOO_LONG | {"rule-too-short"}


class _Group(Enum):
    """The groups of findings in their order: the mark of each, and its title."""

    ERROR = ("[$error]![/]", "To mend before handing in")
    LENGTH = ("[$warning]•[/]", "Length: papers are turned away for it")
    WARNING = ("[$warning]•[/]", "A chair will ask")
    ADVICE = ("[$primary]·[/]", "Advice")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the review and the question it leads to; a heading leads nowhere."""

    shown: Content
    address: Address = ""

    @property
    def key(self) -> str:
        """What tells the line from others, also in the next review."""
        return f"{self.address} {self.shown.plain}"


@dataclass(frozen=True, slots=True)
class LeftAt:
    """Where a review was left: the lines from the chosen one on."""

    keys: tuple[str, ...] = ()

    def line_in(self, lines: list[Line]) -> int | None:
        """The line to go on at: the chosen one, or the first after it that is still there; else the first of all."""
        places = {line.key: index for index, line in enumerate(lines) if line.address}
        first = next((index for index, line in enumerate(lines) if line.address), None)
        return next((places[key] for key in self.keys if key in places), first)


class ReviewScreen(Screen[Address | None]):
    """Shows the findings. Gives the address of the question to go to, or None."""

    BINDINGS = bound(REVIEW)
    PALETTE = REVIEW
    #: whether ^P offers here what the screen below does
    PASSES_COMMANDS = True
    CSS_PATH = "styles/review.tcss"
    HELP_TEXT = (
        "What is missing, unsourced, too long or against your conference’s rules. Enter on a line goes to its "
        "question; Esc goes back; F9 exports the paper as it is."
    )

    def __init__(self, work: Work, left_at: LeftAt | None = None) -> None:
        super().__init__()
        self._work = work
        self._begins_at = left_at or LeftAt()
        self._lines: list[Line] = []

    def compose(self) -> ComposeResult:
        yield Static(
            Content.from_markup("[b $primary]Review[/] [$quiet]Enter goes to the question[/]"), classes="title"
        )
        yield Static("Reading your paper…", id="summary")
        yield OptionList(id="findings")
        yield KeyBar(REVIEW)

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()
        self._read()

    @in_worker(thread=True, group="review")
    def _read(self) -> None:
        self.app.call_from_thread(self._show, read(self._work))

    def _show(self, found: tuple[Problem, ...]) -> None:
        interview = self._work.interview
        self._lines = [*finding_lines(found, interview), *_unasked_lines(interview)]
        findings = self.query_one("#findings", OptionList)
        findings.set_options([Option(line.shown, disabled=not line.address) for line in self._lines])
        findings.highlighted = self._begins_at.line_in(self._lines)
        self.query_one("#summary", Static).update(_summary(found, interview))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._lines[event.option_index].address or None)

    def left_at(self) -> LeftAt:
        """Where the next review goes on."""
        here = self.query_one("#findings", OptionList).highlighted
        return self._begins_at if here is None else LeftAt(tuple(line.key for line in self._lines[here:]))

    def action_dismiss_dialog(self) -> None:
        self.dismiss(None)

    def action_export(self) -> None:
        from mundraft.tui.export_dialog import ExportDialog

        self.app.push_screen(ExportDialog(self._work))


def read(work: Work) -> tuple[Problem, ...]:
    """What there is to say of the paper in hand; what keeps it from being read is the only finding then."""
    from mundraft.desk.checking import check_paper

    try:
        checked = check_paper(work.paper, work.library, work.path)
    except MundraftError as error:
        return tuple(error.problems)
    return tuple(_over(one) if checked.length.is_over else one for one in checked.findings)


def _over(finding: Problem) -> Problem:
    """Of a paper that is over its limit, that it is so is more than advice, be the limit an approximate one."""
    if finding.code in _TOO_LONG and finding.severity is Severity.ADVICE:
        return replace(finding, severity=Severity.WARNING)
    return finding


def questions_warned_of(found: tuple[Problem, ...], interview: Interview) -> frozenset[Address]:
    """The questions of which the review says more than advice."""
    grave = (problem for problem in found if problem.severity is not Severity.ADVICE)
    return frozenset(question_of(interview, problem.address) for problem in grave) - {""}


def _summary(found: tuple[Problem, ...], interview: Interview) -> Content:
    progress = interview.progress()
    required = f"{progress.required_done} of {progress.required_total} required questions are answered."
    if not found:
        return Content.from_markup("[$success]✓ Nothing found to mend.[/] $required", required=required)
    things = "1 thing to look at." if len(found) == 1 else f"{len(found)} things to look at."
    return Content.from_markup("$required [$warning]$things[/]", required=required, things=things)


def finding_lines(found: tuple[Problem, ...], interview: Interview) -> Iterator[Line]:
    """The findings by gravity, each group in the order of the steps: what is required, or cannot be printed as
    it stands, is to mend. The length comes first of what is no error."""
    graver = [replace(problem, severity=_gravity(problem, interview)) for problem in found]
    ordered = in_order(graver, (prompt.address for prompt in interview.prompts()))
    for group in _Group:
        mark, title = group.value
        here = [problem for problem in ordered if _group(problem) is group]
        if here:
            yield Line(Content.from_markup("[b]$title[/] [$quiet]($number)[/]", title=title, number=str(len(here))))
        for problem in here:
            address = question_of(interview, problem.address)
            shown = Content.from_markup(
                f" {mark} $what\n   [$quiet]$next[/]", what=problem.what, next=problem.next_step or problem.code
            )
            yield Line(shown, address)


def _group(problem: Problem) -> _Group:
    if problem.severity is Severity.WARNING and problem.code in _LENGTH:
        return _Group.LENGTH
    return _Group[problem.severity.name]


def _gravity(problem: Problem, interview: Interview) -> Severity:
    """How grave a finding is: what a required question still lacks is missing, whoever requires it."""
    prompt = interview.prompt(problem.address)
    is_missing = prompt is not None and prompt.required and prompt.state is State.OPEN
    return Severity.ERROR if is_missing or problem.code in NOT_TO_BE_PRINTED else problem.severity


def question_of(interview: Interview, address: Address) -> Address:
    """The question at which a finding can be mended: at its address, above it, or below it."""
    steps = address.split("/") if address else []
    for end in range(len(steps), 0, -1):
        place = "/".join(steps[:end])
        if interview.prompt(place):
            return place
    below = (prompt.address for prompt in interview.prompts() if address and prompt.address.startswith(f"{address}/"))
    holder = address.rpartition("/")[0]
    beside = (prompt.address for prompt in interview.prompts() if holder and prompt.address.startswith(f"{holder}/"))
    return next(below, "") or (next(beside, "") if holder.count("/") >= 3 else "")


def _unasked_lines(interview: Interview) -> Iterator[Line]:
    unasked = interview.unasked()
    if unasked:
        title = "Kept in your file, but not asked for by this template"
        yield Line(Content.from_markup("[b]$title[/]", title=title))
    for address, value in unasked:
        text = " / ".join(kept_text(interview.paper, address, value).split("\n"))
        place = kept_place(interview.paper, address)
        yield Line(Content.from_markup(" [$quiet]$place[/]\n   $text", place=place, text=text))
