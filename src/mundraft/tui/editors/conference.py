"""The conference: one whose rules are known, or any other by its name; the name is printed, the rules are followed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from mundraft.interview.conference import ConferenceNamed
from mundraft.interview.states import Prompt
from mundraft.text.folding import fold
from mundraft.tui.conferences import Conferences, in_brief
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.editors.with_list import EditorWithList, is_beginning, one_of, which_of
from mundraft.tui.lookup_rows import Row, could_mean

#: The row that leaves the rules, and keeps the name that stood there or was typed in full.
_NO_RULES = Row("", "Follow no conference’s rules", "the template’s own look")


#: What people type who want no rules.
_SAYS_NONE = frozenset({"no", "none", "no conference", "no rules", "nothing", "off"})


class ConferenceEditor(EditorWithList):
    """A box for the name as it is printed, and the conferences whose rules are known."""

    HOW = (
        "Type the conference’s name or its letters: Enter takes it, and the paper follows its rules; so it does when "
        "you go on with F8 and the name can mean no other. Where one of the list is only near, Enter goes there. Until "
        "then the paper keeps the rules that it has, and Esc brings back what stood here. The last line of the list "
        "keeps what you typed. Add the year to the name if you like; the rules stay. One that is not in the list is "
        "kept as you type it. ^K shows the rules."
    )

    def __init__(self, prompt: Prompt, conferences: Conferences) -> None:
        super().__init__(prompt)
        self._conferences = conferences
        #: what Esc brings back: what stood here when the question was come to, or what was taken here since
        self._before = conferences.chosen
        #: the rules of what stands in the box
        self._preset = self._before.preset
        #: whether those wait until what is typed is taken, or the question is left
        self._waits = False
        self._rows: Sequence[Row] = ()
        # What was chosen from the list, or stands in the paper, is kept under any longer name.
        self._is_chosen = bool(self._preset)
        # What came from the paper, or was kept without rules, is never asked about; only what was just typed.
        self._just_typed = False

    def compose(self) -> ComposeResult:
        yield TextBox(self.prompt.text, one_line=True, placeholder="e.g. DMUNC, or your conference’s name")
        yield Static("", classes="understood")
        yield OptionList(classes="found")

    def on_mount(self) -> None:
        self._find("" if self._preset else self._typed)

    @property
    def _typed(self) -> str:
        return self.query_one(TextBox).text.strip()

    @property
    def _says_none(self) -> bool:
        """Whether what is typed is no name, but that there is no conference."""
        return fold(self._typed) in _SAYS_NONE

    @property
    def value(self) -> Any:
        # The name is kept as it is typed, as every answer is: rules that came and went with its letters would be noise.
        if self._waits:
            return ConferenceNamed(self._typed, self._before.preset)
        return self._conferences.named(self._typed, self._preset)

    def show(self, prompt: Prompt) -> None:
        self.prompt, held = prompt, self._conferences.chosen
        if held != self.value:
            self._put(held)
        elif not self._waits:
            self._before = held

    def _put(self, held: ConferenceNamed) -> None:
        """Show a conference that the paper follows already, in the place of what was typed."""
        self._before, self._preset, self._waits = held, held.preset, False
        self._is_chosen, self._just_typed = bool(held.preset), False
        self._show_name(held.name)
        self._find("" if held.preset else held.name)

    def _show_name(self, name: str) -> None:
        with self.prevent(TextArea.Changed):
            self.query_one(TextBox).show(name)

    def leave(self) -> None:
        """Follow the rules of the one conference that was typed, if it is one."""
        if self._waits:
            self._waits = False
            self._show_name("" if self._says_none else self._conferences.written_out(self._typed, self._preset))
            self._tell()

    def key_escape(self) -> None:
        """Bring back the conference that was there. The key goes on to whoever else is left with it."""
        if self.value != self._before or self._waits:
            self._put(self._before)
            self.focus_first()
            self.tell_changed()

    def focus_first(self) -> None:
        self.query_one(TextBox).focus()

    def offer_another(self) -> None:
        """Be ready for another conference: all are listed, and what is typed takes the place of the name."""
        self._find("")
        self.query_one(TextBox).select_all()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """What is typed is the name. It will bring rules where it means one conference, and lose them where it no more
        holds the name of the one that was chosen."""
        event.stop()
        typed, before = self._typed, self._before
        self._just_typed = self._waits = typed != before.name
        if not self._waits:
            self._preset, self._is_chosen = before.preset, bool(before.preset)
        elif not (self._is_chosen and self._preset in self._conferences.within(typed)):
            self._preset, self._is_chosen = self._conferences.meant(typed), False
        self._find(typed)
        self.tell_changed()

    def _find(self, query: str) -> None:
        rows = [*self._conferences.rows(query)]
        if self._preset or self._says_none or (self._before.preset and rows):
            rows.insert(len(rows) if query else 0, _NO_RULES)
        if query and rows and not self._is_in_full(query):
            rows.append(Row("", f"Keep “{query}”", "without rules" if self._preset else "its rules are not known"))
        self._rows = rows
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options([Option(_shown(row)) for row in self._rows])
        listed.highlighted = 0 if self._rows else None
        self._tell()

    def _is_in_full(self, typed: str) -> bool:
        """Whether what is typed is a name of the conference that it means, and not only its beginning."""
        return bool(self._preset) and self._conferences.written_out(typed, self._preset) == typed

    def _tell(self) -> None:
        told = self._told()
        if self._waits and self._before.name:
            told += Content.from_markup(" [$quiet]Esc: back to $name.[/]", name=self._before.name)
        self.tell_understood(told)

    def _told(self) -> Content:
        conference = self._conferences.rules(self._preset)
        if conference is not None and self._waits and self._preset != self._before.preset:
            return in_brief(conference, "[$warning]?[/] Enter takes the rules of")
        if conference is not None:
            return in_brief(conference)
        if self._preset:
            return Content.from_markup(
                "[$warning]! The rules “$ref” are not in this library. Choose them again below.[/]", ref=self._preset
            )
        if not self._typed:
            return Content("")
        if self._says_none:
            return Content.from_markup("[$quiet]Enter leaves the paper without a conference.[/]")
        within = [row.title for row in self._rows if row.ref in self._conferences.within(self._typed)]
        if within:
            asked = "[$warning]? Is it $title? Choose it below, and its rules hold.[/]"
            refused = "[$quiet]The paper does not follow its rules. Choose it below, and it does.[/]"
            return Content.from_markup(asked if self._just_typed else refused, title=within[0])
        if self._must_ask():
            if self._nearest():
                return Content.from_markup(
                    "[$warning]? Enter takes $title.[/] [$quiet]The last line keeps “$typed” as it is.[/]",
                    title=self._rows[0].title,
                    typed=self._typed,
                )
            if len(meant := could_mean(self._rows)) > 1:
                return which_of(self._typed, meant)
            return Content.from_markup("[$warning]? Enter offers $title.[/]", title=self._rows[0].title)
        return Content.from_markup("[$warning]✎ No rules are known under this name: check your handbook.[/]")

    def _must_ask(self) -> bool:
        """Whether what was just typed may be a conference of the list: its rules would be lost without a word."""
        if self._preset or self._says_none or not (self._just_typed and self._typed):
            return False
        # a name of which one word alone is mistyped is no name of another conference: few are in the list
        return any(row.ref for row in self._rows[:1])

    def _nearest(self) -> str:
        """The one conference that Enter takes in place of what was just typed; "" where a person must choose."""
        first = self._rows[0] if self._must_ask() else None
        rules = self._conferences.rules(first.ref) if first and first.near else None
        names = (rules.name, rules.short, *rules.aliases) if rules else ()
        return first.ref if first and is_beginning(self._typed, names) else ""

    def unasked(self) -> str:
        if not self._must_ask():
            return ""
        return one_of(could_mean(self._rows) or [self._rows[0].title])

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """In the list, say what Enter does: the first line is marked before anything was chosen."""
        if isinstance(event.widget, OptionList):
            self.tell_of_list()
        else:
            self._tell()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take(self._rows[event.option_index])

    def _take(self, row: Row) -> None:
        """Take a row, and go on as every list does; the rules that hold from now on are told on the way."""
        name, conference = self._typed, self._conferences.rules(row.ref)
        if row.ref:
            if conference is None:
                return
            if row.ref not in self._conferences.within(name):
                name = conference.printed
            self.notify(f"{in_brief(conference).plain} ^K shows all of them.", timeout=10)
        elif self._says_none:
            name = ""
        elif row is _NO_RULES and self._waits and not self._is_in_full(name):
            name = self._before.name  # letters that were typed to find a conference are no name
        self._put(self._conferences.named(name, row.ref))
        self._go_on()

    def _go_on(self) -> None:
        self.focus_first()
        self.tell_changed()
        self.tell_submitted()

    def on_text_box_submitted(self, event: TextBox.Submitted) -> None:
        event.stop()
        if self._says_none:
            self._take(_NO_RULES)
        elif self._nearest():
            self._take(self._rows[0])
        elif self._must_ask():
            self.query_one(OptionList).focus()
        else:
            self.leave()
            self._before = self.value
            self._go_on()


def _shown(row: Row) -> Content:
    return Content.from_markup("$title  [$quiet]$detail[/]", title=row.title, detail=row.detail)
