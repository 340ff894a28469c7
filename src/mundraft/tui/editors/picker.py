"""What every editor that looks things up is.

Every picker is a box to type in and a list below it. What is typed counts at once: as an entry of the library where it
can only mean that one, and otherwise as written in by hand and unverified, so that nothing typed waits to be chosen.
Enter is a choice, though: in the box it takes the nearest entry, so that a slip of the finger does not become a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from mundraft.interview.states import Prompt
from mundraft.problems import Problem
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.editors.with_list import EditorWithList, one_of, which_of
from mundraft.tui.lookup_rows import Row, could_mean
from mundraft.tui.lookups import Lookups


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the picker holds: a row of the library, or words written in by hand."""

    ref: str = ""
    text: str = ""


class Picker(EditorWithList):
    """A box, what was understood, and the entries that fit."""

    HOW = (
        "Type a few letters: accents, other names and slips of the finger are understood. Enter takes the nearest "
        "entry, Down goes into the list. What is not in the list is written in by hand, with the last line of the list."
    )
    #: whether Enter in the box takes the first entry of the list in place of what was typed
    TAKES_NEAREST = True
    #: what stands between an entry and what is told of it
    GAP = "  "

    def __init__(self, prompt: Prompt, lookups: Lookups) -> None:
        super().__init__(prompt)
        self.lookups = lookups
        self._chosen = self._held(prompt)
        self._rows: Sequence[Row] = ()
        self._query = ""
        #: the names as they stand in the list
        self._lines: list[str] = []
        # What was chosen or came from the paper is never exchanged for its nearest entry; only what was just typed.
        self._just_typed = False

    def compose(self) -> ComposeResult:
        yield TextBox(self._title(self._chosen), one_line=True, placeholder=self._placeholder())
        yield Static("", classes="understood")
        yield Static("", classes="minding")
        yield OptionList(classes="found")
        yield from self.more()

    def more(self) -> ComposeResult:
        """Boxes for what the library would have known, where the entry is written in by hand."""
        yield from ()

    def on_mount(self) -> None:
        self._find("" if self._chosen.ref else self._chosen.text)
        self._tell()

    # what each picker knows

    def _held(self, prompt: Prompt) -> Chosen:
        raise NotImplementedError

    def _matches(self, query: str) -> Sequence[Row]:
        raise NotImplementedError

    def _placeholder(self) -> str:
        return self.prompt.question.placeholder or "Type to search"

    def _title(self, chosen: Chosen) -> str:
        return self.lookups.title(self.prompt.question.kind, chosen.ref) if chosen.ref else chosen.text

    def _details(self, ref: str) -> str:
        return self.lookups.details(self.prompt.question.kind, ref)

    # the box and the list

    def show(self, prompt: Prompt) -> None:
        held = self._held(prompt)
        self.prompt = prompt
        # What is being typed here stays as it is, whatever else comes in from elsewhere.
        if held != self._chosen or self.screen.focused not in list(self.query(TextBox)):
            self._chosen = held
            self._write_out()
        self._tell()

    def _write_out(self) -> None:
        """Let the box say what is held: "urug" was typed, and Uruguay is what the paper says."""
        self._just_typed = False
        with self.prevent(TextArea.Changed):
            self.query(TextBox).first().show(self._title(self._chosen))

    def focus_first(self) -> None:
        self.query(TextBox).first().focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if event.text_area is not self.query(TextBox).first():
            self.tell_changed()
            return
        typed = event.text_area.text.strip()
        if typed == self._title(self._chosen):
            return
        self._just_typed = True
        self._find(typed)
        sure = next((row.ref for row in self._rows if row.sure), "") if typed else ""
        self._choose(Chosen(sure) if sure else Chosen(text=typed))

    def _find(self, query: str) -> None:
        self._rows, self._query = self._matches(query), query
        self._list(self._told_apart())
        found = self.query_one(OptionList)
        found.highlighted = 0 if found.option_count else None

    def _told_apart(self) -> list[str]:
        room = self.query_one(OptionList).scrollable_content_region.width
        return told_apart([row.title for row in self._rows], room)

    def _list(self, lines: list[str]) -> None:
        self._lines = lines
        options = [Option(_shown(title, row.detail, self.GAP)) for title, row in zip(lines, self._rows, strict=True)]
        if query := self._query:
            options.append(
                Option(Content.from_markup("Write [b]$query[/] by hand [$quiet](unverified)[/]", query=query))
            )
        self.query_one(OptionList).set_options(options)

    def on_resize(self) -> None:
        """Tell the names apart anew where another width cuts them: seldom, and the list of all countries is long."""
        if not self.query(OptionList):  # it is being taken down
            return
        lines = self._told_apart()
        if lines != self._lines:
            found = self.query_one(OptionList)
            at = found.highlighted
            self._list(lines)
            found.highlighted = at

    def _choose(self, chosen: Chosen) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self._tell()
            self.tell_changed()

    def _tell(self) -> None:
        chosen = self._chosen
        told = Content("")
        if chosen.ref:
            title, details = self._title(chosen), self._details(chosen.ref)
            told = Content.from_markup("[$success]✓ $title[/] [$quiet]$details[/]", title=title, details=details)
        elif chosen.text:
            told = self._unchosen(chosen.text)
        self.tell_understood(told)
        self.query_one(".minding", Static).update(self._minding())

    def _minding(self) -> Content:
        """What not to write of the chosen entry, and what to write instead."""
        return Content("")

    def _unchosen(self, typed: str) -> Content:
        """What to say of words that are no entry: which entries they could mean, or that nothing vouches for them."""
        meant = could_mean(self._rows) if self._just_typed else ()
        if meant:
            return which_of(typed, meant)
        return Content.from_markup("[$warning]✎ written in by hand: unverified[/]")

    def on_text_box_submitted(self, event: TextBox.Submitted) -> None:
        event.stop()
        in_first = event.box is self.query(TextBox).first()
        nearest = self._nearest() if in_first else ""
        if nearest:
            self._take(Chosen(nearest))
        elif in_first and self._must_choose():
            self.query_one(OptionList).focus()
        else:
            self._write_out()
            self.tell_submitted()

    def _nearest(self) -> str:
        """The entry that Enter takes in place of what was just typed; "" where there is none that is near enough."""
        if not (self.TAKES_NEAREST and self._just_typed and self._chosen.text):
            return ""
        return next((row.ref for row in self._rows[:1] if row.near), "")

    def unasked(self) -> str:
        if self._nearest():
            return self._rows[0].title
        return one_of(could_mean(self._rows)) if self._must_choose() else ""

    def _must_choose(self) -> bool:
        """Whether what was just typed means several entries alike, so that Enter can only ask."""
        return bool(self.TAKES_NEAREST and self._just_typed and self._chosen.text and could_mean(self._rows))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_index < len(self._rows):
            self._take(Chosen(self._rows[event.option_index].ref))
        else:
            self._take(Chosen(text=self.query(TextBox).first().text.strip()))

    def _take(self, chosen: Chosen) -> None:
        self._choose(chosen)
        self._write_out()
        self.tell_submitted()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """In the list, say what Enter does: the first line is marked before anything was chosen."""
        if isinstance(event.widget, OptionList):
            self.tell_of_list()
        else:
            self._tell()


def warned(problem: Problem | None) -> Content:
    """A warning as a picker shows it: what is wrong, and what to do; nothing where there is none."""
    if problem is None:
        return Content("")
    return Content.from_markup("[$warning]! $what[/] $next", what=problem.what, next=problem.next_step)


def told_apart(titles: Sequence[str], room: int) -> list[str]:
    """The titles as they stand in lines of so many characters, which the list cuts: a title that would then read as
    another does has line ends in it."""
    seen = Counter(title[: room - 1] for title in titles) if room > 1 else Counter[str]()
    return [
        "\n".join(wrap(title, room)) if len(title) > room and seen[title[: room - 1]] > 1 else title for title in titles
    ]


def _shown(title: str, detail: str, gap: str) -> Content:
    return Content.from_markup("$title$gap[$quiet]$detail[/]", title=title, gap=gap, detail=detail)
