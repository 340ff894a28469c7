"""The conference: one whose rules are known, or any other by its name; the name is printed, the rules are followed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from mundraft.interview.states import Prompt
from mundraft.tui.conferences import Conferences, in_brief
from mundraft.tui.editors.picker import in_list
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.editors.with_list import EditorWithList, is_beginning
from mundraft.tui.lookup_rows import Row

if TYPE_CHECKING:
    from mundraft.library.conference import Conference

#: The row that keeps the name and leaves the rules.
_NO_RULES = Row("", "Follow no conference’s rules", "the template’s own look")


class ConferenceEditor(EditorWithList):
    """A box for the name as it is printed, and the conferences whose rules are known."""

    HOW = (
        "Type the conference’s name or its letters: the paper follows its rules. Where that begins a name of the list, "
        "Enter takes it and goes on; where one is only near, Enter goes there. The last line of the list keeps what "
        "you typed. Add the year to the name if you like; the rules stay. One that is not in the list is kept as you "
        "type it. ^K shows the rules."
    )

    def __init__(self, prompt: Prompt, conferences: Conferences) -> None:
        super().__init__(prompt)
        self._conferences = conferences
        self._preset = conferences.chosen.preset
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
    def value(self) -> Any:
        return self._conferences.named(self._typed, self._preset)

    def show(self, prompt: Prompt) -> None:
        self.prompt, held = prompt, self._conferences.chosen
        if held != self.value:
            self._preset, self._is_chosen, self._just_typed = held.preset, bool(held.preset), False
            with self.prevent(TextArea.Changed):
                self.query_one(TextBox).show(held.name)
            self._find("" if held.preset else held.name)

    def focus_first(self) -> None:
        self.query_one(TextBox).focus()

    def offer_another(self) -> None:
        """Be ready for another conference: all are listed, and what is typed takes the place of the name."""
        self._find("")
        self.query_one(TextBox).select_all()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """What is typed is the name. It brings rules where it means one conference, and loses them where it no more
        holds the name of the one that was chosen."""
        event.stop()
        self._just_typed = True
        typed = self._typed
        if not (self._is_chosen and self._preset in self._conferences.within(typed)):
            self._preset, self._is_chosen = self._conferences.meant(typed), False
        self._find(typed)
        self.tell_changed()

    def _find(self, query: str) -> None:
        rows = [*self._conferences.rows(query)]
        if self._preset:
            rows.insert(len(rows) if query else 0, _NO_RULES)
        elif query and rows:
            rows.append(Row("", f"Keep “{query}”", "its rules are not known"))
        self._rows = rows
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options([Option(_shown(row)) for row in self._rows])
        listed.highlighted = 0 if self._rows else None
        self.query_one(".understood", Static).update(self._told())

    def _told(self) -> Content:
        conference = self._conferences.rules(self._preset)
        if conference is not None:
            return in_brief(conference)
        if self._preset:
            return Content.from_markup(
                "[$warning]! The rules “$ref” are not in this library. Choose them again below.[/]", ref=self._preset
            )
        if not self._typed:
            return Content("")
        within = [row.title for row in self._rows if row.ref in self._conferences.within(self._typed)]
        if within:
            return Content.from_markup(
                "[$warning]? Is it $title? Choose it below, and its rules hold.[/]", title=within[0]
            )
        if self._must_ask():
            if self._nearest():
                return Content.from_markup(
                    "[$warning]? Enter takes $title.[/] [$quiet]The last line keeps “$typed” as it is.[/]",
                    title=self._rows[0].title,
                    typed=self._typed,
                )
            return Content.from_markup("[$warning]? Enter offers $title.[/]", title=self._rows[0].title)
        return Content.from_markup("[$warning]✎ No rules are known under this name: check your handbook.[/]")

    def _must_ask(self) -> bool:
        """Whether what was just typed may be a conference of the list: its rules would be lost without a word."""
        if self._preset or not (self._just_typed and self._typed):
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
        return self._rows[0].title if self._must_ask() else ""

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """In the list, say what Enter does: the first line is marked before anything was chosen."""
        in_it = isinstance(event.widget, OptionList)
        self.query_one(".understood", Static).update(in_list() if in_it else self._told())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take(self._rows[event.option_index].ref)

    def _take(self, ref: str) -> None:
        """Take a row, and go on as every list does; the rules that hold from now on are told on the way."""
        conference = self._conferences.rules(ref)
        if conference is None and ref:
            return
        keeps_as_typed, self._just_typed = not ref and not self._preset, False
        if not keeps_as_typed:
            self._follow(ref, conference)
        self.focus_first()
        self.tell_submitted()

    def _follow(self, ref: str, conference: Conference | None) -> None:
        self._preset, self._is_chosen = ref, bool(ref)
        if conference is not None and ref not in self._conferences.within(self._typed):
            with self.prevent(TextArea.Changed):
                self.query_one(TextBox).show(conference.printed)
        if conference is not None:
            self.notify(f"{in_brief(conference).plain} ^K shows all of them.", timeout=10)
        self._find("")
        self.tell_changed()

    def on_text_box_submitted(self, event: TextBox.Submitted) -> None:
        event.stop()
        nearest = self._nearest()
        if nearest:
            self._take(nearest)
        elif self._must_ask():
            self.query_one(OptionList).focus()
        else:
            self._write_out()
            self.tell_submitted()

    def _write_out(self) -> None:
        """Give letters that mean a conference its name, which is what the paper prints."""
        written = self._conferences.written_out(self._typed, self._preset)
        if written != self._typed:
            with self.prevent(TextArea.Changed):
                self.query_one(TextBox).show(written)
            self.tell_changed()


def _shown(row: Row) -> Content:
    return Content.from_markup("$title  [$quiet]$detail[/]", title=row.title, detail=row.detail)
