"""The sources of one answer: those it cites, the paper's others to cite again or to mend, a new one from a link."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import DescendantBlur, Key
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mundraft.coach.sources import faults_of
from mundraft.document.links import live_address
from mundraft.interview.pasted_addresses import address_in
from mundraft.interview.states import Prompt
from mundraft.interview.texts import texts_of
from mundraft.paper.address import Address
from mundraft.paper.model import Citation, Source
from mundraft.problems import Problem
from mundraft.tui.bindings import SOURCES, bound
from mundraft.tui.button import Button
from mundraft.tui.citing import CATALOGUE, blank_source, source_title
from mundraft.tui.dialogs import Dialog
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.importing import ask_for_references
from mundraft.tui.source_form import SourceForm
from mundraft.tui.work import Work

_LIST_TELLS = (
    "The sources of this paper (↑). Enter cites one here, or takes it away; E changes it, D takes it out of the paper."
)
#: The lines whose faults are told as soon as they are left. A title is asked for by the review.
_TOLD_AT_ONCE = ("url", "author", "issued", "accessed")


class SourcesDialog(Dialog[bool]):
    """Adds, cites again, mends, and takes away. Each change is in the paper at once."""

    BINDINGS = bound(SOURCES)

    TITLE_TEXT = "Where is this from?"
    HELP_TEXT = (
        "A source is a link and a title; the place in it (a page, a paragraph, an article) helps the reader to find "
        "the words. A source that the paper cites already can be chosen again, and is listed once. Choosing one that "
        "this answer cites takes it away from this answer. E on a source of the list opens it to be changed, "
        "everywhere in the paper at once; D takes one out of the paper that no answer cites. A source of the "
        "catalogue, such as a treaty, cannot be changed here. Import a file adds what Zotero, Mendeley, EasyBib or "
        "Google Scholar wrote; then choose from the list."
    )

    def __init__(self, work: Work, prompt: Prompt, item: int = 0) -> None:
        super().__init__()
        self._work, self._address, self._item = work, prompt.cite_address, item
        self._question: Address = prompt.address
        #: a web address inside the answer, which is offered as its source
        self._pasted = address_in(next(iter(texts_of(prompt.value)[item:]), ""))
        #: the form's lines as they are offered, "" once it is for something else
        self._offered = ""
        #: the source whose fields are in the form to be changed; None while the form is for a new one
        self._changing: Source | None = None

    def content(self) -> Iterable[Widget]:
        with VerticalScroll(classes="dialog-body") as body:
            body.can_focus = False
            yield Static(_LIST_TELLS, classes="quiet", id="known-title")
            yield OptionList(id="known")
            yield Static("A new source", classes="quiet", id="form-title")
            yield SourceForm()
        yield Static("", id="told")
        with Horizontal(classes="row-buttons"):
            yield Button("Add and cite", variant="primary", id="add")
            yield Button("Import a file", id="import")
            yield Button("Done", id="done")

    @property
    def _form(self) -> SourceForm:
        return self.query_one(SourceForm)

    def on_mount(self) -> None:
        self._list()
        # Who comes back to an answer with sources wants to change them: an E typed into the box would be a new link.
        if self._cites:
            known = self.query_one("#known", OptionList)
            known.highlighted = self._ids.index(self._cites[0].source)
            known.focus()
        else:
            self._form.boxes[0].focus()
        self._offer_pasted()

    def _offer_pasted(self) -> None:
        """Put a web address of the answer into the form, unless the paper has it as a source."""
        if not self._pasted or live_address(self._pasted) in {
            live_address(one.url) for one in self._work.paper.sources
        }:
            return
        self._form.boxes[0].show(self._pasted)
        self._offered = self._form.in_words
        self._tell("This address stands in your answer. Add its title, cite it, and take it out of the sentence there.")

    def key_up(self, event: Key) -> None:
        """From the first line of the form to the list above it."""
        known = self.query_one("#known", OptionList)
        if self.focused is self._form.boxes[0] and known.display:
            event.stop()
            event.prevent_default()
            known.focus()

    def _list(self) -> None:
        sources, known = self._work.paper.sources, self.query_one("#known", OptionList)
        cited = {cite.source: cite for cite in self._cites}
        self._ids = [source.id for source in sources] + [one for one in cited if one.startswith(CATALOGUE)]
        marked = known.highlighted or 0
        known.set_options([Option(self._line(one, cited.get(one))) for one in self._ids])
        known.highlighted = min(marked, len(self._ids) - 1) if self._ids else None
        known.display = self.query_one("#known-title").display = bool(self._ids)

    def _list_imported(self) -> None:
        """Show what came, with the keys on it: what was imported is there to be cited."""
        self._list()
        self.query_one("#known", OptionList).focus()

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
            locator = "" if self._changing else self._form.text("locator")
            without = (*without, Citation(source=chosen, locator=locator))
        self._cite(without)

    def _cite(self, cites: tuple[Citation, ...]) -> None:
        self._work.cite(self._address, cites, self._item)
        self._list()

    def action_change_source(self) -> None:
        """Open the highlighted source of the list in the form."""
        known = self.query_one("#known", OptionList)
        if known.highlighted is None or self.focused is not known:
            return
        self._keep_typed()
        chosen = self._ids[known.highlighted]
        source = next((one for one in self._work.paper.sources if one.id == chosen), None)
        if source is None:
            self._tell("[$warning]![/] This one stands in the catalogue: it cannot be changed here.")
            return
        self._changing = source
        cite = next((cite for cite in self._cites if cite.source == chosen), None)
        self._form.show(source, cite.locator if cite else "")
        self._name_form("Change this source", "Keep changes")
        self._form.boxes[0].focus()

    def action_remove_source(self) -> None:
        """Take the highlighted source out of the paper, where nothing cites it."""
        known = self.query_one("#known", OptionList)
        if known.highlighted is None or self.focused is not known:
            return
        chosen, title = self._ids[known.highlighted], source_title(self._work, self._ids[known.highlighted])
        if any(cite.source == chosen for cite in self._cites):
            self._tell("[$warning]![/] This answer cites it: Enter takes it away here, then D takes it out.")
        elif self._work.is_cited(chosen):
            self._tell("[$warning]![/] Another answer cites it, so it stays: take it away there first.")
        else:
            self._work.remove_source(chosen)
            self._forget_changing(chosen)
            self._list()
            self._tell("[$success]✓[/] Taken out of the paper: $title", title=title)
            (known if self._ids else self._form.boxes[0]).focus()

    def _forget_changing(self, taken_out: str) -> None:
        """The form of a source that is gone would bring it back on leaving."""
        if self._changing is not None and self._changing.id == taken_out:
            self._begin_new()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Say what is wrong with a link, an author or a date as soon as its line is left."""
        left = event.widget.id or ""
        if left in _TOLD_AT_ONCE and self._form.in_words:
            fault = _fault_of(self._form.source(blank_source(self._work.paper, "a")), left)
            if fault:
                self._tell("[$warning]![/] $what [$quiet]$next[/]", what=fault.what, next=fault.next_step)
            else:
                self._tell("")

    def on_text_box_submitted(self, event: TextBox.Submitted) -> None:
        boxes = self._form.boxes
        if event.box is boxes[-1]:
            self._keep()
        else:
            boxes[boxes.index(event.box) + 1].focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "add":
            self._keep()
        elif event.button.id == "import":
            ask_for_references(self.app, self._work, self._list_imported)
        else:
            self._leave()

    def action_dismiss_dialog(self) -> None:
        self._leave()

    def _leave(self) -> None:
        """A source that was typed and not added yet is added: closing a window must not lose it. What was only offered
        stands in the answer still.

        What cannot be meant as a source, such as a letter beside the key, becomes a private note and no entry of the
        resources list."""
        self._keep_typed()
        self.dismiss(True)

    def _keep_typed(self) -> None:
        if self._form.in_words == self._offered:
            return
        if self._form.is_source or (self._changing and self._form.has_source):
            self._keep()
        elif self._form.in_words and not self._changing:
            self._keep_as_note(self._form.in_words)
            self._form.clear()

    def _keep_as_note(self, typed: str) -> None:
        before = self._work.note(self._question)
        self._work.set_note(self._question, f"{before}\n{typed}" if before.strip() else typed)
        self.app.notify(
            f"No source was added: “{typed}” is no link, and there is no title. F6: it is in your private note."
        )

    def _keep(self) -> None:
        if not self._form.has_source:
            self._tell("[$warning]![/] A source needs a title or a link.")
            self._form.boxes[0].focus()
            return
        self._put_changed(self._changing) if self._changing else self._put_new()
        self._begin_new()
        self.query_one("#done").focus()

    def _begin_new(self) -> None:
        self._changing, self._offered = None, ""
        self._form.clear()
        self._name_form("A new source", "Add and cite")

    def _put_new(self) -> None:
        form = self._form
        source = form.source(blank_source(self._work.paper, form.text("title") or form.text("url")))
        self._work.add_source(source)
        self._cite((*self._cites, Citation(source=source.id, locator=form.text("locator"))))
        self._tell_put("Added and cited", source)

    def _put_changed(self, changing: Source) -> None:
        """The changed source, and the place in it where this answer cites it."""
        source, locator = self._form.source(changing), self._form.text("locator")
        self._work.change_source(source)
        self._cite(
            tuple(
                Citation(source=cite.source, locator=locator) if cite.source == source.id else cite
                for cite in self._cites
            )
        )
        self._tell_put("Changed", source)

    def _tell_put(self, done: str, source: Source) -> None:
        """That a source is in the paper, and what is still to mend in it: the form is empty again by then."""
        title, fault = source.title or source.url, _fault_of(source)
        if fault is None:
            self._tell("[$success]✓[/] $done: $title", done=done, title=title)
            return
        self._tell(
            "[$success]✓[/] $done: $title [$warning]![/] $what [$quiet]E in the list changes it.[/]",
            done=done, title=title, what=fault.what,
        )  # fmt: skip

    def _name_form(self, title: str, button: str) -> None:
        self.query_one("#form-title", Static).update(title)
        self.query_one("#add", Button).label = button

    def _tell(self, markup: str, **words: str) -> None:
        self.query_one("#told", Static).update(Content.from_markup(markup, **words))


def _fault_of(source: Source, first: str = "") -> Problem | None:
    """What is wrong with the link, an author or a date of a source; before anything else with the field `first`."""
    by_field = {fault.address.rpartition("/")[2]: fault for fault in faults_of(source, source.id)}
    return next((by_field[name] for name in (first, *_TOLD_AT_ONCE) if name in by_field), None)
