"""The committee: a body of the library by any of its names, or any other, and the short form that delegates use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from mundraft.interview.states import Prompt
from mundraft.paper.model import Committee
from mundraft.text.folding import fold
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.editors.with_list import EditorWithList, is_beginning
from mundraft.tui.lookup_rows import Row
from mundraft.tui.lookups import Lookups

if TYPE_CHECKING:
    from mundraft.library.body import Body


class CommitteeEditor(EditorWithList):
    """What is typed is the committee's name, as the conference writes it; a body of the list fills in both boxes."""

    HOW = (
        "Type the committee's full name, or its short form: Enter takes it from the list and fills both boxes. Where "
        "the list only has one that is near, Enter goes there, and Enter again takes the marked line. The last line of "
        "the list keeps what you typed, and so does Enter where nothing is near. The short form may stay empty."
    )
    BOXES_ABOVE = 2

    def __init__(self, prompt: Prompt, lookups: Lookups) -> None:
        super().__init__(prompt)
        self.lookups = lookups
        self._rows: Sequence[Row] = ()
        # What came from the paper, or was kept by hand, is never asked about; only what was just typed.
        self._just_typed = False
        #: the body of the list whose name and short form stand in the boxes
        self._listed: Body | None = None

    def compose(self) -> ComposeResult:
        held = self._held(self.prompt)
        yield TextBox(held.name, one_line=True, placeholder="e.g. Security Council")
        yield TextBox(held.short, one_line=True, placeholder="Short form, e.g. UNSC (may stay empty)", id="short")
        yield Static("", classes="understood")
        yield OptionList(classes="found")

    def on_mount(self) -> None:
        self._find()
        self._listed = self._meant()

    @staticmethod
    def _held(prompt: Prompt) -> Committee:
        return prompt.value if isinstance(prompt.value, Committee) else Committee(name=prompt.text)

    @property
    def value(self) -> Any:
        name, short = (box.text for box in self.query(TextBox))
        return Committee(name=name, short=short)

    def show(self, prompt: Prompt) -> None:
        self.prompt = prompt
        self._fill(self._held(prompt))

    def _fill(self, committee: Committee) -> None:
        with self.prevent(TextArea.Changed):
            for box, text in zip(self.query(TextBox), (committee.name, committee.short), strict=True):
                box.show(text)
        self._find()
        self._listed = self._meant()

    def focus_first(self) -> None:
        self.query(TextBox).first().focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if event.text_area is self.query(TextBox).first():
            self._just_typed = True
            self._find()
            self._let_go_of_the_short_form()
        self.tell_changed()

    def _let_go_of_the_short_form(self) -> None:
        """Take out the short form that came with a committee of the list, once another name is typed."""
        if self._listed is not None and fold(self._listed.name) not in fold(self._typed):
            short = self.query_one("#short", TextBox)
            if short.text == self._listed.short:
                with self.prevent(TextArea.Changed):
                    short.show("")
            self._listed = None

    @property
    def _typed(self) -> str:
        return self.query(TextBox).first().text.strip()

    def _find(self) -> None:
        """Offer the bodies that fit what was typed, and to keep it as it is."""
        typed = self._typed
        self._rows = self.lookups.bodies(typed)
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options([Option(_shown(row)) for row in self._rows])
        if typed and not self._meant():
            listed.add_option(Option(Content.from_markup("Keep [b]$typed[/] [$quiet](unverified)[/]", typed=typed)))
        listed.highlighted = 0 if listed.option_count else None
        self._tell()

    def _tell(self) -> None:
        self.tell_understood(self._told() if self._typed else Content(""))

    def _told(self) -> Content:
        """What Enter offers, or what the committee is for whose name this is, or that nothing vouches for the name."""
        body = self._nearest()
        does = body.mandate if body else ""
        if self._must_ask():
            nearest = self._rows[0].title
            does = f", which {does}" if does else "."
            verb = "takes" if self._taken_by_enter() else "offers"
            return Content.from_markup(
                "[$warning]? Enter $verb $name[/][$quiet]$does[/]", verb=verb, name=nearest, does=does
            )
        if body is not None and self._meant():
            return Content.from_markup("[$success]✓[/] $name [$quiet]$does[/]", name=body.name, does=does)
        return Content.from_markup("[$warning]✎ written in by hand: unverified[/]")

    def _nearest(self) -> Body | None:
        """The one body of the list that what is typed comes near."""
        return self.lookups.body(self._rows[0].ref) if self._rows and self._rows[0].sure else None

    def _meant(self) -> Body | None:
        """The body of the list one of whose names was typed in full."""
        body = self._nearest()
        names = (body.name, body.short, *body.aliases) if body else ()
        return body if fold(self._typed) in map(fold, filter(None, names)) else None

    def _must_ask(self) -> bool:
        """Whether what was just typed is near a name of the list and is not that name."""
        if not (self._just_typed and self._typed) or self._meant():
            return False
        return any((row.sure or row.near or row.alike) and row.title != self._typed for row in self._rows[:1])

    def _taken_by_enter(self) -> Body | None:
        """The one body that Enter takes in place of what was just typed; None where a person must choose."""
        first = self._rows[0] if self._must_ask() else None
        body = self.lookups.body(first.ref) if first and (first.sure or first.near) else None
        return body if body and is_beginning(self._typed, (body.name, body.short, *body.aliases)) else None

    def unasked(self) -> str:
        return self._rows[0].title if self._must_ask() else ""

    def doubt(self) -> str:
        meant = self._meant() if self._just_typed else None
        if meant and fold(self._typed) == fold(meant.short) and self._typed != meant.short:
            return f"“{self._typed}” would be printed so: Enter in its box writes {meant.name}."
        return super().doubt()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """In the list, say what Enter does: the first line is marked before anything was chosen."""
        if isinstance(event.widget, OptionList):
            self.tell_of_list()
        else:
            self._tell()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._just_typed = False
        if event.option_index >= len(self._rows):
            self.query_one("#short", TextBox).focus()
            return
        body = self.lookups.body(self._rows[event.option_index].ref)
        if body is not None:
            self._take(body)

    def _take(self, body: Body) -> None:
        self._just_typed = False
        self._fill(Committee(name=body.name, short="" if body.short == body.name else body.short))
        self.tell_changed()
        self.tell_submitted()

    def on_text_box_submitted(self, event: TextBox.Submitted) -> None:
        event.stop()
        boxes = list(self.query(TextBox))
        meant = (self._meant() if self._just_typed else None) or self._taken_by_enter()
        if event.box is boxes[0] and meant:
            self._take(meant)
        elif event.box is boxes[0] and self._must_ask():
            self.query_one(OptionList).focus()
        elif event.box is boxes[0] and not boxes[1].text:
            boxes[1].focus()
        else:
            self.tell_submitted()


def _shown(row: Row) -> Content:
    return Content.from_markup("$title  [$quiet]$detail[/]", title=row.title, detail=row.detail)
