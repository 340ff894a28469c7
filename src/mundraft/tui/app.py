"""The terminal app: its frame, its colours, its commands, and how it ends without losing a word.

Only what the home screen needs is imported here: the paper's model, templates and exporters come with the first paper.
"""

from __future__ import annotations

import asyncio
import gc
import shutil
import signal
import sys
import textwrap
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App, SystemCommand
from textual.screen import Screen

from mundraft.files.places import home_trouble
from mundraft.problems import MundraftError
from mundraft.text.harmless import harmless
from mundraft.tui.bindings import EVERYWHERE, Key, bound
from mundraft.tui.memory import remember_theme, remembered_theme
from mundraft.tui.stopping import KILLED, end_for_certain, terminal_now
from mundraft.tui.themes import DARK, THEMES, TITLES, after

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper
    from mundraft.tui.work import Work

#: The mode of the app in which the home screen is what everything else stands on.
_AT_HOME = "at home"
#: The exit code of an app that was left while a paper's file does not hold all that was written.
_NOT_IN_ITS_FILE = 2
#: Where the style sheets are, whoever builds on the app.
STYLES = Path(__file__).parent / "styles"


class MundraftApp(App[None]):
    """The app. `start` is the paper to open at once; `library_folder` the class's own library, if one was named."""

    TITLE = "mundraft"
    CSS_PATH = STYLES / "app.tcss"
    BINDINGS = bound(EVERYWHERE, priority=True)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    DEFAULT_MODE = "at the start"

    def __init__(self, start: Path | None = None, library_folder: Path | None = None) -> None:
        # The style sheet of the screen that is drawn first is read with the app's own: read later, all is styled twice.
        super().__init__(css_path=[self.CSS_PATH, STYLES / "interview.tcss"] if start else None)
        for name in list(self.available_themes):
            if not name.startswith("ansi-"):
                self.unregister_theme(name)
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = remembered_theme()
        self.library_folder = library_folder
        #: of which work, with what written, it was told that nothing can be saved
        self._told_unsaved: tuple[Work, Paper] | None = None
        self._terminal_before = terminal_now()
        #: the paper being worked on, so that it is saved however the app ends
        self.work: Work | None = None
        #: the paper while it is being closed, for as long as that takes
        self._being_closed: Work | None = None
        #: what to say at the end: of a fault, and of each paper that was left while its file does not hold all of it
        self._farewell = ""
        self._left: dict[Path, str] = {}
        #: what kept the paper named at the start from being opened
        self._unopened: tuple[str, str] | None = None
        self.add_mode(_AT_HOME, _home_screen)
        if start is not None:
            self._read_at_start(start)

    def _read_at_start(self, path: Path) -> None:
        """Read the paper before the terminal is taken over: nothing is drawn that is drawn anew a moment later, and
        Ctrl+C still stops a disk that hangs."""
        from mundraft.tui.work import Work

        try:
            self.work = Work.open(path, self.library_beside(path))
        except MundraftError as error:
            self._unopened = f"{path.name} could not be opened", str(error)

    def on_mount(self) -> None:
        if not gc.isenabled():
            self.call_after_refresh(_look_for_garbage_from_now)
        self._listen_for_the_end()
        if self._unopened is not None:
            self.tell(*self._unopened)
        if (trouble := home_trouble()) is not None:
            self.notify(f"{trouble.what} {trouble.next_step}", severity="warning", timeout=12)

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew. Before the first screen it is enough to know the colours of the theme: Textual would
        read every style sheet, and then again with the screen's own."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[Any]:
        """The screen that was asked for, at once: the paper that was named, or the home screen."""
        return _home_screen() if self.work is None else _interview(self.work)

    def _stand_at_home(self) -> None:
        """Let the home screen be what everything else stands on; a paper named at the start was opened without it."""
        if self.current_mode == self.DEFAULT_MODE and not self.screen_stack[0].has_class("home"):
            self.switch_mode(_AT_HOME)
            self.add_mode(self.DEFAULT_MODE, _home_screen)  # only a mode that was added can be removed
            self.remove_mode(self.DEFAULT_MODE)

    # ---- papers -----------------------------------------------------------------------------------------------------

    def library_beside(self, paper: Path | None) -> Library:
        """The library as it is seen from a paper's folder."""
        from mundraft.library.search_path import default_library

        return default_library(beside=paper.parent if paper else None, extra=self.library_folder)

    def open_paper(self, path: Path) -> None:
        """Open a paper in the interview; the reading happens beside the screen, which stays alive."""
        self.run_worker(lambda: self._read(path), thread=True, exclusive=True, group="open", exit_on_error=False)

    def begin_paper(self, path: Path, template: str = "", *, example: str = "") -> None:
        """Write a new paper at a path that is free, or take the one that was begun and left empty, and open it."""
        self.run_worker(
            lambda: self._begin(path, template, example), thread=True, exclusive=True, group="open", exit_on_error=False
        )

    def _begin(self, path: Path, template: str, example: str) -> None:
        from mundraft.desk.creating import USUAL, Beginning, begun_and_left, new_paper

        library, beginning = self.library_beside(path), Beginning(template=template or USUAL, example=example)
        try:
            path = begun_and_left(path, library, beginning) or new_paper(path, library, beginning)
        except MundraftError as error:
            self.call_from_thread(self.tell, "The paper could not be made", str(error))
            return
        self._read(path)

    def _read(self, path: Path) -> None:
        from mundraft.tui.work import Work

        try:
            work = Work.open(path, self.library_beside(path))
        except MundraftError as error:
            self.call_from_thread(self.tell, f"{path.name} could not be opened", str(error))
            return
        except Exception as error:  # noqa: BLE001 - handed to the app's own end, which saves and tells
            self.call_from_thread(self._handle_exception, error)
            return
        self.call_from_thread(self._enter, work)

    def _enter(self, work: Work) -> None:
        held = self.work
        if self._must_stay("open the other paper"):
            work.close()
            return
        self._leave_screens()
        self.work = work
        self.push_screen(_interview(work))
        self._tell_left(held)

    def go_home(self) -> None:
        """Save, and stand on the home screen; not yet where nothing can be saved, which is told first."""
        held = self.work
        if self._must_stay("leave the paper"):
            return
        self._leave_screens()
        self._stand_at_home()
        self._tell_left(held)

    def _leave_screens(self) -> None:
        while len(self.screen_stack) > 1 and not self.screen.has_class("home"):
            self.pop_screen()

    def _tell_left(self, work: Work | None) -> None:
        if work is not None and work.session.left:
            self.tell("Not in its file", work.session.left)

    def tell(self, title: str, text: str) -> None:
        """Tell something in a window of its own."""
        from mundraft.tui.dialogs import Told

        self.push_screen(Told(title, text))

    def on_app_focus(self) -> None:
        """The window is looked at again: perhaps the file was changed elsewhere meanwhile."""
        if self.work is not None:
            self.run_worker(self.work.session.refresh, thread=True, group="refresh", exclusive=True)

    # ---- commands ---------------------------------------------------------------------------------------------------

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: the commands of the screen it was opened on, then those of everywhere."""
        for key in getattr(screen, "PALETTE", ()):
            if key.palette:
                yield self._command(screen, key)
        yield from self._of_the_screen_below(screen)
        for key in EVERYWHERE:
            if key.palette and key.action != "next_theme":
                yield self._command(self, key)
        for name, title in TITLES.items():
            yield SystemCommand(f"Colours: {title}", "Change the colours", lambda name=name: self.use_theme(name))

    def _of_the_screen_below(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The commands of the screen below one that is only looked at: they close that one first."""
        stack = self.screen_stack
        if not getattr(screen, "PASSES_COMMANDS", False) or screen not in stack[1:]:
            return
        below = stack[stack.index(screen) - 1]
        own = {key.action for key in getattr(screen, "PALETTE", ())}
        for key in getattr(below, "PALETTE", ()):
            if key.palette and key.action not in own:
                found = self._command(below, key)
                yield found._replace(callback=lambda run=found.callback: self._closed_first(screen, run))

    def _closed_first(self, screen: Screen[object], run: Callable[[], object]) -> None:
        screen.dismiss(None)
        self.call_later(run)

    def _command(self, holder: App[None] | Screen[object], key: Key) -> SystemCommand:
        title = f"{key.label}  ({key.shown})" if key.keys else key.label
        return SystemCommand(title, key.tells, lambda: self.call_later(holder.run_action, key.action))

    def action_next_theme(self) -> None:
        self.use_theme(after(self.theme))

    def use_theme(self, name: str) -> None:
        """Change the colours, and remember them."""
        self.theme = name
        remember_theme(name)
        self.notify(f"Colours: {TITLES.get(name, TITLES[DARK])}", timeout=2)

    def action_command_palette(self) -> None:
        """Open the palette, once: help may stand over it, and a second one would end the app."""
        if not any(screen.id == "--command-palette" for screen in self.screen_stack):
            super().action_command_palette()

    def action_help(self) -> None:
        from mundraft.tui.help import HelpDialog, help_for

        if not isinstance(self.screen, HelpDialog):
            self.push_screen(HelpDialog(help_for(self.screen)))

    async def action_quit(self) -> None:
        if not self._must_stay("press ^Q"):
            self.exit(return_code=_NOT_IN_ITS_FILE if any(self._left.values()) else 0)

    # ---- the end ----------------------------------------------------------------------------------------------------

    def _save_all(self) -> str:
        """Save what is in hand. Why it could not be saved anywhere, or ""."""
        for screen in self.screen_stack:
            with suppress(Exception):  # what cannot be taken any more must not keep the rest from being saved
                getattr(screen, "take", _nothing)()
        work = self._being_closed = self.work
        self.work = None
        if work is None:
            return ""
        problem = work.close()
        self._being_closed = None
        self._left[work.path] = work.session.left
        return problem

    def _must_stay(self, again: str) -> bool:
        """Save; whether nothing could be saved, which is told once for all that is written by then: who does the same
        `again` leaves all the same."""
        work = self.work
        problem = self._save_all()
        if not problem or work is None or self._told_unsaved == (work, work.paper):
            return False
        self._told_unsaved, self.work = (work, work.paper), work
        self.tell("Not saved", f"{problem}\n\nTo leave without saving, {again} again.")
        return True

    def last_words(self) -> str:
        """What to say once the terminal is the shell's again: until then it wraps no lines, and a long one is cut."""
        return "\n\n".join(said for said in (self._farewell, *self._left.values()) if said)

    def _save_work(self) -> None:
        """Save the paper as it is known beside the screens, which may stand still: also in the middle of closing it,
        on a disk that hangs, for which a session then writes a rescue copy."""
        work = self.work or self._being_closed
        if work is not None:
            work.close()

    def _listen_for_the_end(self) -> None:
        """A closed window (SIGHUP), a system that shuts down (SIGTERM) and a stop button (SIGINT) end the app after a
        last save. Ctrl+C in the terminal is a key and sends no signal.

        Windows has no such handlers in its event loop: there the save within a second of each change stands in."""
        loop, heard = asyncio.get_running_loop(), []
        for name in ("SIGHUP", "SIGTERM", "SIGINT"):
            number = getattr(signal, name, None)
            if number is not None:
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self._told_to_stop, int(number))
                    heard.append(int(number))
        end_for_certain(heard, self._save_work, self._terminal_before)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """A toast whose words are shown as they are: a file's name or fault must never become markup or a command."""
        del markup  # widgets ask for it by default
        super().notify(harmless(message), title=title, severity=severity, timeout=timeout, markup=False)

    def _told_to_stop(self, number: int) -> None:
        self._save_all()
        self.exit(return_code=KILLED + number)

    def _fatal_error(self) -> None:
        """A fault of our own: save, then say so calmly. Textual would print every local, which is the paper's text."""
        from mundraft.desk.faults import told_fault

        error = sys.exc_info()[1] or self._exception or RuntimeError()
        if self._exit:  # what is being taken down may complain; the person has left and everything is saved
            self._close_messages_no_wait()
            return
        if not self._save_all():
            self._farewell = told_fault(error)
        self._close_messages_no_wait()


def _home_screen() -> Screen[Any]:
    from mundraft.tui.home import HomeScreen

    return HomeScreen()


def _interview(work: Work) -> Screen[Any]:
    from mundraft.tui.interview_screen import InterviewScreen

    return InterviewScreen(work)


def _look_for_garbage_from_now() -> None:
    """The first screen is drawn: from now on garbage is looked for again, and not among what the start has made. As
    often as not to be felt by who types: 10 ms every other second, and not 60 every tenth."""
    gc.freeze()
    gc.set_threshold(30_000)
    gc.enable()


def _nothing() -> None:
    """What a screen without an editor takes."""


def _wrapped(text: str) -> str:
    """A message in lines that the terminal takes, a path in one piece."""
    width = max(40, shutil.get_terminal_size().columns - 1)
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n")
    )


def run(paper: Path | None, library: Path | None) -> int:
    """Run the app in this terminal, on a paper or on its home screen; the exit code.

    `library` is the folder that was named with --library. Whoever calls this has looked whether there is a terminal to
    draw in."""
    # The start makes 100,000 objects, which stay. To look for garbage among them takes 25 ms.
    gc.disable()
    app = MundraftApp(paper, library)
    app.run()
    if last_words := app.last_words():
        with suppress(OSError):
            sys.stderr.write(f"{_wrapped(last_words)}\n")
    return app.return_code or 0
