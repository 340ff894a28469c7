"""Beginning a template of one's own: what it builds on, what is different, and where it is put."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import work as in_worker
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, Static

from mundraft.desk.preparing_templates import NewTemplate, TemplateWishes
from mundraft.problems import MundraftError
from mundraft.text.harmless import harmless
from mundraft.tui.button import Button
from mundraft.tui.dialogs import Choose, Dialog
from mundraft.tui.editors.checklist import CheckList
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.templates_offered import template_offers

if TYPE_CHECKING:
    from mundraft.desk.template_form import Asked
    from mundraft.library.search_path import Library
    from mundraft.tui.app import MundraftApp

_NAMES = "Letters and digits, such as class-11b"
_TITLE = "What lists call it (may stay empty)"
_QUESTION = "One question of your own (may stay empty)"


class NewTemplateDialog(Dialog[NewTemplate]):
    """Asks what the new template is to be, writes it, and gives it; None where none was made."""

    TITLE_TEXT = "New template"
    HELP_TEXT = (
        "A template of your own builds on one that is there and says only what is different: it works at once, and you "
        "change it in any editor. Tab goes from line to line; in the list, Space leaves a question out. Only the name "
        "has to be given. Nothing that is there is written over."
    )

    def __init__(self, library: Library, behind: str) -> None:
        super().__init__()
        self._library, self._behind = library, behind
        self._optional: tuple[Asked, ...] = ()

    def content(self) -> Iterable[Widget]:
        from mundraft.desk.paper_places import place_for_papers

        with VerticalScroll(classes="dialog-body", id="new-template"):
            yield _line("Name", TextBox(one_line=True, placeholder=_NAMES, id="new-name"))
            yield _line("Builds on", Button("", id="new-behind"))
            yield _line("Title", TextBox(one_line=True, placeholder=_TITLE, id="new-title"))
            yield _line("Words", TextBox(one_line=True, id="new-words"))
            yield _line("Asks also", TextBox(one_line=True, placeholder=_QUESTION, id="new-question"))
            place = cast("MundraftApp", self.app).library_folder or place_for_papers(Path.cwd(), Path.home())
            yield _line("Class folder", TextBox(str(place), one_line=True, id="new-folder"))
            yield Static("Leave out (Space marks what your class is not asked)", classes="quiet")
            yield CheckList(id="new-leave-out")
        yield Static("", id="told")
        with Horizontal(classes="row-buttons"):
            yield Button("Make it", variant="primary", id="make")
            yield Button("Cancel", id="cancel")

    def on_mount(self) -> None:
        self._build_on(self._behind)
        self.query_one("#new-name", TextBox).focus()

    def _build_on(self, name: str) -> None:
        """Show what the template that is built on asks, and how many words it allows."""
        from mundraft.desk.template_form import askable

        try:
            definition = self._library.template(name).definition
        except MundraftError as error:
            self._tell(str(error))
            return
        self._behind = name
        self._optional = tuple(one for one in askable(definition) if not one.required)
        self.query_one("#new-behind", Button).label = f"{definition.name} ▾"
        most = f"{definition.max_words}, as there; 0 for no limit" if definition.max_words else "no limit, as there"
        self.query_one("#new-words", TextBox).placeholder = most
        lines = [
            Content.from_markup("$words [$quiet]$ref[/]", words=harmless(one.words), ref=one.ref)
            for one in self._optional
        ]
        self.query_one(CheckList).offer(lines, ())

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "make":
            self._make()
        elif event.button.id == "new-behind":
            self._choose_behind()
        else:
            self.dismiss(None)

    def _choose_behind(self) -> None:
        def chosen(name: str | None) -> None:
            if name:
                self._build_on(name)

        offers = template_offers(self._library)
        self.app.push_screen(Choose("Which one do you build on?", "", offers, self._behind), chosen)

    def on_text_box_submitted(self) -> None:
        self.focus_next()

    def _text(self, name: str) -> str:
        return self.query_one(f"#new-{name}", TextBox).text.strip()

    def _make(self) -> None:
        words = self._text("words")
        if words and not words.isdecimal():
            self._tell("Words: write digits alone, such as 900, or leave it empty.")
            return
        if not self._text("name"):
            self._tell("The template needs a name, such as class-11b.")
            self.query_one("#new-name").focus()
            return
        wishes = TemplateWishes(
            extends=self._behind,
            title=self._text("title"),
            words=int(words) if words else None,
            leave_out=tuple(self._optional[at].ref for at in sorted(self.query_one(CheckList).marked)),
            question=self._text("question"),
        )
        self._tell("Writing…")
        self._write(self._text("name"), Path(self._text("folder") or ".").expanduser(), wishes)

    @in_worker(thread=True, exclusive=True, group="new template", exit_on_error=True)
    def _write(self, name: str, folder: Path, wishes: TemplateWishes) -> None:
        from mundraft.desk.preparing_templates import new_template

        try:
            made = new_template(name, folder, self._library, wishes)
        except MundraftError as error:
            told = "\n".join(" ".join((one.what, one.next_step)).strip() for one in error.problems)
            self.app.call_from_thread(self._tell, told)
            return
        self.app.call_from_thread(self.dismiss, made)

    def _tell(self, text: str) -> None:
        told = self.query_one("#told", Static)
        told.update(Content.styled(harmless(text), "$warning"))
        told.display = bool(text)


def told_of(made: NewTemplate, library: Library) -> str:
    """What to do with a template that was just made: its files, and how to have it found."""
    files = "\n".join(f"  {path}" for path in made.files)
    told = f"It works as it is. Open these files in any editor; every line says what to change:\n{files}\n\n"
    folder = made.path.parent.parent.resolve()
    if folder in {one.path.resolve() for one in library.folders}:
        return f"{told}The screen shows it anew each time that you save."
    return f"{told}It is found where mundraft is started in {folder}, or with: mundraft --library {folder}"


def _line(label: str, widget: Widget) -> Widget:
    return Horizontal(Label(label), widget, classes="form-row")
