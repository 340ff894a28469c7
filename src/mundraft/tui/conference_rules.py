"""The rules of the paper's conference, where they were seen, and what of them is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from mundraft.interview.conference import CONFERENCE, ConferenceNamed
from mundraft.interview.conference_questions import citing_choices
from mundraft.interview.states import Prompt, State
from mundraft.library.conference_citations import Citations
from mundraft.library.questions import Kind, Question
from mundraft.paper.address import with_value
from mundraft.tui.button import Button
from mundraft.tui.conferences import Conferences
from mundraft.tui.dialogs import Choose, Dialog, Offer
from mundraft.tui.editors.base import Editor
from mundraft.tui.editors.conference import ConferenceEditor
from mundraft.tui.work import Work

if TYPE_CHECKING:
    from textual.app import App

    from mundraft.library.conference import Conference

_NONE = (
    "No conference is chosen whose rules are known. The paper has the template’s own look and length.\n\n"
    "Choose one, and length, font, header, citations and the file’s name follow its rules. Every answer is kept."
)
_QUESTION = Question(
    id="conference", ask="Which conference is this paper for?", at="paper:conference", kind=Kind.CONFERENCE
)


class ConferenceRules(Dialog[str]):
    """Shows the rules. Gives ANOTHER where another conference is to be chosen, CITING for another way of citing."""

    ANOTHER, CITING = "another", "citing"

    TITLE_TEXT = "Conference rules"
    HELP_TEXT = (
        "What the conference asks of a position paper, as far as it is known, and where that was seen. (inferred) "
        "marks what no page says. The paper follows what it can by itself; the review (F4) tells what is left to you."
    )

    def __init__(self, conferences: Conferences) -> None:
        chosen = conferences.chosen
        self._rules = conferences.rules(chosen.preset)
        self._missing = "" if self._rules else chosen.preset
        self._is_chosen = bool(chosen.name or chosen.preset)
        super().__init__(f"Rules of {self._rules.called}" if self._rules else "")

    def content(self) -> Iterable[Widget]:
        with VerticalScroll(classes="dialog-body") as body:
            body.can_focus = True
            yield Static(self._shown())
        with Horizontal(classes="row-buttons"):
            yield Button("Close", variant="primary", id="close")
            yield Button("Another conference…" if self._is_chosen else "Choose a conference…", id=self.ANOTHER)
            yield Button("How sources are cited…", id=self.CITING)

    def on_mount(self) -> None:
        self.query_one(VerticalScroll if self._rules else "#another").focus()

    def _shown(self) -> Content:
        if self._rules:
            return Content("\n").join(_lines(self._rules))
        if self._missing:
            told = "The paper follows the rules “$ref”, which are not in this computer’s library. Choose them again."
            return Content.from_markup(f"[$warning]{told}[/]", ref=self._missing)
        return Content(_NONE)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id if event.button.id in (self.ANOTHER, self.CITING) else None)


class ChooseConference(Dialog[ConferenceNamed]):
    """Asks for the conference where the template does not; gives the one that was chosen, or None."""

    TITLE_TEXT = "The conference"
    HELP_TEXT = ConferenceEditor.HOW

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work

    def content(self) -> Iterable[Widget]:
        yield ConferenceEditor(_prompt(self._work), Conferences(self._work))
        with Horizontal(classes="row-buttons"):
            yield Button("Take it", variant="primary")

    def on_mount(self) -> None:
        self.query_one(ConferenceEditor).focus_first()

    def on_editor_submitted(self, event: Editor.Submitted) -> None:
        event.stop()
        self._give()

    def on_button_pressed(self) -> None:
        self._give()

    def _give(self) -> None:
        editor = self.query_one(ConferenceEditor)
        editor.leave()
        self.dismiss(editor.value)


def choose_conference(app: App[None], work: Work, done: Callable[[], object]) -> None:
    """Let a conference be chosen, and let the paper follow its rules from now on."""

    def chosen(named: ConferenceNamed | None) -> None:
        if named is not None:
            work.answer(CONFERENCE, named)
            done()

    app.push_screen(ChooseConference(work), chosen)


def choose_citing(app: App[None], work: Work, done: Callable[[], object]) -> None:
    """Offer the ways of citing that the conference leaves open, or all where there is none."""
    rules = Conferences(work).rules(work.paper.preset)
    open_ = citing_choices(rules.citations if rules else Citations(), work.paper.look)
    usual = next(iter(open_))

    def chosen(way: str | None) -> None:
        if way:
            work.put(with_value(work.paper, "look/citing", "" if way == usual else way))
            app.notify(f"Sources are cited so: {open_[way]}")
            done()

    explains = f"What {rules.called} leaves open." if rules else "Without a conference’s rules, any will do."
    offers = [Offer(way, words, "used unless you choose" if way == usual else "") for way, words in open_.items()]
    app.push_screen(Choose("How sources are cited", explains, offers, work.paper.look.citing or usual), chosen)


def _prompt(work: Work) -> Prompt:
    """The question of the conference, for a template that asks it nowhere."""
    name = work.paper.conference
    state = State.ANSWERED if name else State.SKIPPABLE
    return Prompt(CONFERENCE, _QUESTION, "", "", "", "", "", "", name, "", state, False, 0, 0)


def _lines(conference: Conference) -> Iterator[Content]:
    from mundraft.library.conference_words import CHECK_YOUR_HANDBOOK, rules_in_words, seen_in_words

    season = f"Season {conference.season}." if conference.season else "No season is named."
    yield Content.styled(conference.name, "bold")
    yield Content.styled(f"{season} {CHECK_YOUR_HANDBOOK}", "$warning")
    for group in rules_in_words(conference):
        yield from _section(group.title, group.rules)
    yield from _section("Not known, or not verified", conference.not_verified)
    yield from _section(
        "Seen at", [". ".join(filter(None, (seen_in_words(one), one.url))) for one in conference.seen_at]
    )


def _section(title: str, rules: Iterable[str]) -> Iterator[Content]:
    told = list(rules)
    if told:
        yield Content.from_markup("\n[b $primary]$title[/]", title=title)
        yield from (Content.from_markup("[$quiet]•[/] $rule", rule=rule.rstrip(".")) for rule in told)
