"""The first screen: what was worked on last, a new paper, a file, the examples. It imports nothing of the paper."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mundraft.desk.paper_places import WAITING, free_file, place_for_papers
from mundraft.files.places import user_data
from mundraft.library.added_packs import packs_added
from mundraft.text.harmless import harmless
from mundraft.tui.bindings import HOME, bound
from mundraft.tui.keybar import KeyBar
from mundraft.tui.resizing import SizeOfNow

if TYPE_CHECKING:
    from mundraft.desk.recent import RecentPaper
    from mundraft.tui.app import MundraftApp

WELCOME = "Position papers for Model United Nations: your words, your sources, no network."
#: The disk is read when the screen can be seen already.
AFTER_PAINTING = 0.02
_ACTIONS = (
    ("new", "N", "New paper", "Start with your country, your committee and your topic"),
    ("open", "O", "Open a paper", "A file that is not in the list below"),
    ("examples", "E", "Examples", "Finished papers, at least one from each template"),
    ("packs", "C", "Class packs", "What your teacher gave you for the class, in one file"),
    ("templates", "T", "Templates", "For teachers: what each one asks, and one of your own"),
)


class HomeScreen(SizeOfNow, Screen[None]):
    """Where the app begins."""

    BINDINGS = bound(HOME)
    DEFAULT_CLASSES = "home"
    PALETTE = HOME

    def __init__(self) -> None:
        super().__init__()
        self._recent: tuple[RecentPaper, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(Content.from_markup("[b $primary]mundraft[/]  [$quiet]$welcome[/]", welcome=WELCOME), id="welcome")
        yield OptionList(id="home")
        yield KeyBar(HOME)

    def on_mount(self) -> None:
        home = self.query_one("#home", OptionList)
        home.add_options([_action_row(*action) for action in _ACTIONS])
        home.highlighted = 0
        home.focus()

    def on_screen_resume(self) -> None:
        self.set_timer(AFTER_PAINTING, self._look_round)

    def _look_round(self) -> None:
        self._list_recent()
        if any(pack.is_new for pack in packs_added(user_data())) and self.is_current:
            from mundraft.tui.packs import welcome

            welcome(self._app)

    def _list_recent(self) -> None:
        """List the recent papers below the actions; the first of them is what most people come for."""
        home = self.query_one("#home", OptionList)
        recent = recent_papers()
        if recent == self._recent:
            return
        self._recent = recent
        rows = [_action_row(*action) for action in _ACTIONS]
        rows.append(Option(Content.from_markup("\n[$quiet]Recent papers[/]"), disabled=True))
        rows += [_recent_row(paper, number) for number, paper in enumerate(recent)]
        home.set_options(rows if recent else rows[: len(_ACTIONS)])
        home.highlighted = len(_ACTIONS) + 1 if recent else 0

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        chosen = event.option_id or ""
        if chosen.startswith("recent-"):
            self._app.open_paper(Path(self._recent[int(chosen.removeprefix("recent-"))].path))
        else:
            await self.run_action(chosen)

    def action_new(self) -> None:
        from mundraft.tui.templates_offered import ChooseTemplate

        def chosen(name: str | None) -> None:
            if name:
                self._app.begin_paper(free_file(place_for_papers(Path.cwd(), Path.home()), WAITING), name)

        self.app.push_screen(ChooseTemplate(self._app.library_beside(None)), chosen)

    def action_open(self) -> None:
        from mundraft.tui.opening import OpenPaper

        def opened(path: str | None) -> None:
            if path:
                self._app.open_paper(Path(path))

        self.app.push_screen(OpenPaper(), opened)

    def action_examples(self) -> None:
        from mundraft.tui.opening import Examples

        def chosen(name: str | None) -> None:
            if name:
                self._app.begin_paper(free_file(place_for_papers(Path.cwd(), Path.home()), name), example=name)

        self.app.push_screen(Examples(self._app.library_beside(None)), chosen)

    def action_packs(self) -> None:
        from mundraft.tui.packs import show_packs

        show_packs(self._app)

    def action_templates(self) -> None:
        from mundraft.tui.templates import TemplatesScreen

        self.app.push_screen(TemplatesScreen())

    @property
    def _app(self) -> MundraftApp:
        return cast("MundraftApp", self.app)


def recent_papers() -> tuple[RecentPaper, ...]:
    """The papers that were worked on last and are still there."""
    from mundraft.desk.recent import RecentPapers

    return tuple(paper for paper in RecentPapers().papers() if paper.there)


def _action_row(action: str, key: str, title: str, tells: str) -> Option:
    return Option(
        Content.from_markup(
            "[b $primary]$key[/]  [b]$title[/]\n   [$quiet]$tells[/]", key=key, title=title, tells=tells
        ),
        id=action,
    )


def _recent_row(paper: RecentPaper, number: int) -> Option:
    title = " · ".join(words for words in (paper.seat, paper.title) if words) or harmless(Path(paper.path).name)
    shown = Content.from_markup("   [b]$title[/]\n   [$quiet]$path[/]", title=title, path=_short(Path(paper.path)))
    return Option(shown, id=f"recent-{number}")


def _short(path: Path) -> str:
    """A path as people say it, the home folder left out."""
    with suppress(ValueError):
        return harmless(str(Path("~") / path.relative_to(Path.home())))
    return harmless(str(path))
