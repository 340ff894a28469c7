"""The sources of one answer: those it cites, the paper's others to cite again, a new one from a link and a title."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from mundraft.paper.address import Address
from mundraft.paper.model import Citation
from mundraft.tui.citing import new_source, source_title
from mundraft.tui.dialogs import Dialog
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.work import Work


class SourcesDialog(Dialog[bool]):
    """Adds, cites again, and takes away. Each change is in the paper at once."""

    TITLE_TEXT = "Where is this from?"
    HELP_TEXT = (
        "A source is a link and a title; the place in it (a page, a paragraph, an article) helps the reader to find "
        "the words. A source that the paper cites already can be chosen again, and is listed once. Choosing one that "
        "this answer cites takes it away from this answer."
    )

    def __init__(self, work: Work, address: Address, item: int = 0) -> None:
        super().__init__()
        self._work, self._address, self._item = work, address, item

    def content(self) -> Iterable[Widget]:
        with VerticalScroll(classes="dialog-body") as body:
            body.can_focus = False
            yield Static(
                "The sources of this paper; Enter cites one here, or takes it away.", classes="quiet", id="known-title"
            )
            yield OptionList(id="known")
            yield from self._form()
        with Horizontal(classes="row-buttons"):
            yield Button("Add and cite", variant="primary", id="add", compact=True)
            yield Button("Done", id="done", compact=True)

    def _form(self) -> ComposeResult:
        yield Static("A new source", classes="quiet")
        yield TextBox(one_line=True, placeholder="Its link: https://…", id="url")
        yield TextBox(one_line=True, placeholder="Its title", id="title")
        yield TextBox(one_line=True, placeholder="Who published it (may stay empty)", id="publisher")
        yield TextBox(one_line=True, placeholder="Year (may stay empty)", id="issued")
        yield TextBox(one_line=True, placeholder="Where in it: p. 12, art. 35 (may stay empty)", id="locator")
        yield Static("", id="told")

    def on_mount(self) -> None:
        self._list()
        self.query_one("#url").focus()

    def _list(self) -> None:
        sources, known = self._work.paper.sources, self.query_one("#known", OptionList)
        cited = {cite.source: cite for cite in self._cites}
        self._ids = [source.id for source in sources] + [one for one in cited if one.startswith("instrument:")]
        known.set_options([Option(self._line(one, cited.get(one))) for one in self._ids])
        known.display = self.query_one("#known-title").display = bool(self._ids)

    def _line(self, source_id: str, cite: Citation | None) -> Content:
        mark = "[$success]✓[/]" if cite else "[$quiet]·[/]"
        locator = f", {cite.locator}" if cite and cite.locator else ""
        return Content.from_markup(
            f"{mark} $title[$quiet]$locator[/]", title=source_title(self._work, source_id), locator=locator
        )

    @property
    def _cites(self) -> tuple[Citation, ...]:
        return self._work.cites(self._address, self._item)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        chosen = self._ids[event.option_index]
        without = tuple(cite for cite in self._cites if cite.source != chosen)
        if len(without) == len(self._cites):
            without = (*without, Citation(source=chosen, locator=self._text("locator")))
        self._cite(without)

    def _cite(self, cites: tuple[Citation, ...]) -> None:
        self._work.cite(self._address, cites, self._item)
        self._list()

    def on_text_box_submitted(self, event: TextBox.Submitted) -> None:
        boxes = list(self.query(TextBox))
        if event.box is boxes[-1]:
            self._add()
        else:
            boxes[boxes.index(event.box) + 1].focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "add":
            self._add()
        else:
            self._leave()

    def action_dismiss_dialog(self) -> None:
        self._leave()

    def _leave(self) -> None:
        """A source that was typed and not added yet is added: closing a window must not lose it."""
        if self._text("title") or self._text("url"):
            self._add()
        self.dismiss(True)

    def _add(self) -> None:
        title, url = self._text("title"), self._text("url")
        if not title and not url:
            self.query_one("#told", Static).update(
                Content.from_markup("[$warning]![/] A source needs a title or a link.")
            )
            self.query_one("#url").focus()
            return
        source = new_source(self._work.paper, title, url, self._text("publisher"), self._text("issued"))
        locator = self._text("locator")
        self._work.add_source(source)
        self._cite((*self._cites, Citation(source=source.id, locator=locator)))
        for box in self.query(TextBox):
            box.show("")
        self.query_one("#told", Static).update(
            Content.from_markup("[$success]✓[/] Added and cited: $title", title=title or url)
        )
        self.query_one("#done").focus()

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", TextBox).text.strip()
