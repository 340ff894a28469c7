"""The templates: a list of them, and for each what it asks, what is wrong in it and what it makes of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from textual import work as in_worker
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import ContentSwitcher, OptionList, Static
from textual.widgets.option_list import Option

from mundraft.desk.creating import USUAL
from mundraft.desk.template_cards import TemplateCard, cards, facts
from mundraft.desk.template_watch import Stamps, stamps
from mundraft.problems import MundraftError
from mundraft.text.harmless import harmless
from mundraft.tui.bindings import TEMPLATES, bound
from mundraft.tui.keybar import KeyBar
from mundraft.tui.templates_check import CheckPane
from mundraft.tui.templates_held import Held, Pane
from mundraft.tui.templates_preview import PreviewPane
from mundraft.tui.templates_questions import QuestionsPane

if TYPE_CHECKING:
    from mundraft.desk.preparing_templates import NewTemplate
    from mundraft.library.search_path import Library
    from mundraft.tui.app import MundraftApp

#: Seconds that the cursor rests on a template before it is read: who runs down the list reads none.
_REST: Final = 0.12
#: Seconds between two looks at whether an editor saved one of its files.
_LOOK: Final = 0.5
_PANES: Final = {"questions": "Questions (F2)", "preview": "Preview (F3)", "check": "Check (F4)"}
_TITLE: Final = "[b $primary]Templates[/] [$quiet]Enter: look into one[/]"
_HELP: Final = (
    "The templates that can be found from here, and what each of them does. Enter goes into one, Esc back to the list. "
    "Questions shows what it asks; Enter on a question shows it as a student meets it. Check tells every mistake with "
    "its line; Enter on one says more. Preview shows a paper that it makes. When you save one of its files in an "
    "editor, the screen shows the template anew."
)


class TemplatesScreen(Screen[None]):
    """For teachers: the templates, and what each asks, where it is wrong, and what it prints."""

    BINDINGS = bound(TEMPLATES)
    PALETTE = TEMPLATES
    CSS_PATH = ["styles/interview.tcss", "styles/templates.tcss"]  # noqa: RUF012 - as Textual declares it
    HELP_TEXT = _HELP

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[TemplateCard, ...] = ()
        self._library: Library | None = None
        self._held: Held | None = None
        self._rest: Timer | None = None
        self._seen: Stamps = {}
        self._is_changing = False

    def compose(self) -> ComposeResult:
        with Horizontal(id="shelf"):
            with Vertical(id="listed"):
                yield Static(Content.from_markup(_TITLE), classes="title")
                yield OptionList(id="templates")
            with Vertical(id="template"):
                yield Static(id="about")
                yield Static(id="modes")
                with ContentSwitcher(initial="questions", id="panes"):
                    yield QuestionsPane("questions")
                    yield CheckPane("check")
                    yield PreviewPane("preview-pane")
        yield KeyBar(TEMPLATES)

    def on_mount(self) -> None:
        self.query_one("#templates").focus()
        self._show_modes()
        self._list("")
        self.set_interval(_LOOK, self._look)

    # ---- the list ---------------------------------------------------------------------------------------------------

    @in_worker(thread=True, exclusive=True, group="list", exit_on_error=True)
    def _list(self, wanted: str) -> None:
        library = cast("MundraftApp", self.app).library_beside(None)
        self.app.call_from_thread(self._show_list, library, cards(library), wanted)

    def _show_list(self, library: Library, found: tuple[TemplateCard, ...], wanted: str) -> None:
        self._library, self._cards = library, found
        listed = self.query_one("#templates", OptionList)
        listed.set_options([_row(card) for card in found])
        names = [card.name for card in found]
        listed.highlighted = names.index(wanted) if wanted in names else 0 if names else None

    def on_option_list_option_highlighted(self) -> None:
        """Read the template on which the cursor comes to rest."""
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_REST, self._read_here)

    def on_option_list_option_selected(self) -> None:
        self._enter()

    @property
    def _card(self) -> TemplateCard | None:
        at = self.query_one("#templates", OptionList).highlighted
        return self._cards[at] if at is not None and at < len(self._cards) else None

    # ---- the template -----------------------------------------------------------------------------------------------

    def _read_here(self) -> None:
        card, library = self._card, self._library
        if card is not None and library is not None:
            self._read(card, library)

    @in_worker(thread=True, exclusive=True, group="read", exit_on_error=True)
    def _read(self, card: TemplateCard, library: Library) -> None:
        try:
            template = library.template(card.name)
            held = Held(card.name, library, template, template.files)
        except MundraftError:
            held = Held(card.name, library, None, tuple(card.path / name for name in ("template.yaml", "paper.md.j2")))
        self.app.call_from_thread(self._show, held, stamps(held.files))

    def _show(self, held: Held, seen: Stamps) -> None:
        card = self._card
        if card is None or card.name != held.name:
            return
        if self._held is None or self._held.name != held.name:
            self.query_one(PreviewPane).forget_sample()
        self._held, self._seen = held, seen
        self.query_one("#about", Static).update(_about(card, held))
        if held.template is None:
            self._switch("check")
        self._pane.show(held)

    def _look(self) -> None:
        """An editor may have saved one of the files: the template is read again once nothing changes any more."""
        if self._held is not None and self.is_current:
            self._look_at(self._held)

    @in_worker(thread=True, exclusive=True, group="look", exit_on_error=True)
    def _look_at(self, held: Held) -> None:
        now = stamps(held.files)
        self.app.call_from_thread(self._looked, held, now)

    def _looked(self, held: Held, now: Stamps) -> None:
        if held is not self._held:
            return
        if now != self._seen:
            self._seen, self._is_changing = now, True
        elif self._is_changing:
            self._is_changing = False
            self._read_here()

    # ---- ways to look at it -----------------------------------------------------------------------------------------

    @property
    def _pane(self) -> Pane:
        current = self.query_one("#panes", ContentSwitcher).current or "questions"
        return self.query_one(f"#{current}", Pane)

    def _switch(self, name: str) -> None:
        self.query_one("#panes", ContentSwitcher).current = "preview-pane" if name == "preview" else name
        self._show_modes()

    def _show_modes(self) -> None:
        here = str(self._pane.id).removesuffix("-pane")
        self.query_one("#modes", Static).update(
            Content("  ").join(
                Content.from_markup(
                    f"[@click=screen.{name}]{'[b reverse $primary]' if name == here else '[$quiet]'} {title} [/][/]"
                )
                for name, title in _PANES.items()
            )
        )

    def _enter(self) -> None:
        self.add_class("-inside")
        self._pane.focus_first()

    def _go(self, name: str) -> None:
        self._switch(name)
        if self._held is not None:
            self._pane.show(self._held)
        self._enter()

    def action_questions(self) -> None:
        self._go("questions")

    def action_check(self) -> None:
        self._go("check")

    def action_preview(self) -> None:
        self._go("preview")

    def action_sample(self) -> None:
        self._go("preview")
        self.query_one(PreviewPane).choose_sample()

    def action_changes(self) -> None:
        self._go("preview")
        self.query_one(PreviewPane).toggle_changes()

    def action_export(self) -> None:
        self._go("preview")
        self.query_one(PreviewPane).export()

    def action_back(self) -> None:
        if self.query_one("#templates").has_focus:
            self.dismiss()
        else:
            self.remove_class("-inside")
            self.query_one("#templates").focus()

    def action_new_template(self) -> None:
        from mundraft.tui.templates_new import NewTemplateDialog

        def made(template: NewTemplate | None) -> None:
            if template is not None:
                self._made(template)

        if self._library is not None:
            behind = self._held.name if self._held and self._held.template else USUAL
            self.app.push_screen(NewTemplateDialog(self._library, behind), made)

    def _made(self, template: NewTemplate) -> None:
        from mundraft.tui.templates_new import told_of

        self._list(template.name)
        if self._library is not None:
            cast("MundraftApp", self.app).tell(f"{template.name} is made", harmless(told_of(template, self._library)))


def _row(card: TemplateCard) -> Option:
    mark = "" if card.is_read else "[$error]![/] "
    tells = card.tells or f"in the folder {card.name}"
    said = {"title": harmless(card.title), "whose": harmless(card.whose), "tells": harmless(tells)}
    return Option(Content.from_markup(f"{mark}[b]$title[/] [$quiet]$whose\n  $tells[/]", **said))


def _about(card: TemplateCard, held: Held) -> Content:
    """What a template is for, how long its papers may be, what it builds on and where it stands."""
    if held.template is None:
        said = {"title": harmless(card.title), "path": harmless(str(card.path))}
        return Content.from_markup("[b $error]$title[/] [$quiet]cannot be read[/]\n[$quiet]$path[/]", **said)
    known = facts(held.template)
    words = f"at most {known.words:,} words" if known.words else "no limit of words"
    builds = f" · builds on {', then '.join(known.extends)}" if known.extends else ""
    said = {"title": harmless(known.title), "known": f"{card.name} · {card.whose} · {words}{builds}"}
    lines = [Content.from_markup("[b $primary]$title[/] [$quiet]$known[/]", **said)]
    if not held.template.trusted:  # whoever made it opens its files in an editor
        lines.append(Content.styled(harmless(str(known.path)), "$quiet"))
    if known.tells:
        lines.append(Content(harmless(known.tells)))
    return Content("\n").join(lines)
