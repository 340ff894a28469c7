"""The program in a real terminal: started, typed into, its window closed, its paper exported by keyboard alone."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mundraft.paper.file import read_paper

pty = pytest.importorskip("pty", reason="a pseudo-terminal is made with the standard library's pty: not on Windows")
pyte = pytest.importorskip("pyte", reason="pyte reads the screen of the terminal")

ROWS, COLUMNS = 24, 80
F8, F9, ESCAPE, ENTER = "\x1b[19~", "\x1b[20~", "\x1b", "\r"


class Terminal:
    """The app in a pseudo-terminal, with a screen that can be read."""

    def __init__(
        self,
        *arguments: str,
        before: str = "",
        term: str = "xterm-256color",
        says_size: bool = True,
        more: dict[str, str] | None = None,
    ) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self.process, self._end = pty.fork()
        if self.process == 0:
            program = f"{before}\nimport sys; from mundraft.__main__ import main; sys.exit(main())"
            os.environ.update(TERM=term)
            for name in ("LINES", "COLUMNS"):
                os.environ.pop(name, None)
            os.environ.update(more or {})
            self._set_size(1, says_size)
            os.execv(sys.executable, [sys.executable, "-c", program, *arguments])

    def _set_size(self, terminal: int, said: bool) -> None:
        import fcntl
        import struct
        import termios

        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *((ROWS, COLUMNS) if said else (0, 0)), 0, 0))

    def send(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def text(self) -> str:
        return "\n".join(self.screen.display)

    def until(self, holds: Callable[[], object]) -> None:
        import select

        give_up = time.monotonic() + 40
        while not holds():
            assert time.monotonic() < give_up, self.text()
            if select.select([self._end], [], [], 0.05)[0]:
                try:
                    self._stream.feed(os.read(self._end, 65536))
                except OSError:
                    return

    def shows(self, words: str) -> None:
        self.until(lambda: words in self.text())

    def told(self, number: int) -> int:
        """Send a signal, as a closed window or a stop button does; the exit status of the program."""
        os.kill(self.process, number)
        return self.wait()

    def wait(self) -> int:
        ended: list[int] = []

        def gone() -> bool:
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                ended.append(status)
            return bool(ended)

        self.until(gone)
        if not ended:
            ended.append(os.waitpid(self.process, 0)[1])
        self.process = 0
        return os.waitstatus_to_exitcode(ended[0])

    def end(self) -> None:
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        os.close(self._end)


@pytest.fixture
def terminal(papers: Path) -> Iterator[Terminal]:
    opened = Terminal()
    yield opened
    opened.end()


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_a_closed_window_or_a_stop_button_loses_nothing(terminal: Terminal, papers: Path, number: int) -> None:
    terminal.shows("New paper")
    terminal.send("n")
    terminal.shows("Which kind of paper?")
    terminal.send(ENTER)
    terminal.shows("Which country")
    terminal.send("Kenya")
    terminal.shows("Republic of Kenya · Kenyan")
    terminal.send(ENTER)
    terminal.shows("Which committee")
    terminal.send("Environment Assembly")
    terminal.shows("Committee: Environment Assembly")
    assert terminal.told(number) == 128 + number
    paper = read_paper((papers / "new-paper.yaml").read_bytes(), "new-paper.yaml")
    assert paper.seat.ref == "kenya"
    assert paper.committee.name == "Environment Assembly"


def test_a_paper_is_exported_by_keyboard(terminal: Terminal, papers: Path) -> None:
    terminal.shows("New paper")
    terminal.send("n")
    terminal.shows("Which kind of paper?")
    terminal.send(ENTER)
    terminal.shows("Which country")
    terminal.send("Kenya")
    terminal.shows("Republic of Kenya · Kenyan")
    terminal.send(F8)
    terminal.shows("Which committee")
    terminal.send(F9)
    terminal.shows("Word document")
    terminal.send(ENTER)
    terminal.shows("Wrote")
    assert [path.name for path in papers.glob("*.docx")] == ["Kenya.docx"]
    terminal.send("\x11")
    assert terminal.wait() == 0


def test_a_fault_is_told_in_full_once_the_terminal_is_the_shell_s_again(papers: Path) -> None:
    """While the app has the terminal, lines do not wrap: the message would end at column 80."""
    broken = (
        "from mundraft.tui.home import HomeScreen\n"
        "def fails(screen): raise RuntimeError('a secret')\n"
        "HomeScreen.action_new = fails"
    )
    terminal = Terminal(before=broken)
    try:
        terminal.shows("New paper")
        terminal.send("n")
        assert terminal.wait() == 1
        told = " ".join(terminal.text().split())
        assert "had to stop. Your paper is safe: every answer was saved as you typed it." in told
        assert "last-fault.txt" in told.replace(" ", "")
        assert "secret" not in told
    finally:
        terminal.end()


def test_a_terminal_that_can_only_print_lines_is_refused_with_another_way(papers: Path) -> None:
    terminal = Terminal(term="dumb")
    try:
        assert terminal.wait() == 2
        told = " ".join(terminal.text().split())
        assert "TERM=dumb" in told
        assert "mundraft ask PAPER" in told
        assert "[no-terminal]" in told
    finally:
        terminal.end()


def test_the_app_is_not_opened_where_its_screen_would_be_drawn_into_a_file(papers: Path) -> None:
    """Textual draws where errors go: with these in a file, a person would look at nothing."""
    terminal = Terminal(before="import os; os.dup2(os.open('errors.txt', os.O_WRONLY | os.O_CREAT), 2)")
    try:
        assert terminal.wait() == 2
        assert "[no-terminal]" in (papers / "errors.txt").read_text("utf-8")
    finally:
        terminal.end()


def test_a_terminal_that_does_not_say_its_size_is_written_in_and_can_be_left(papers: Path) -> None:
    """Two sizes stood against each other, and the screen changed from one to the other without end."""
    terminal = Terminal(says_size=False)
    try:
        terminal.shows("New paper")
        terminal.send("n")
        terminal.shows("Which kind of paper?")
        terminal.send("\x11")
        assert terminal.wait() == 0
    finally:
        terminal.end()


def test_an_app_that_stands_still_ends_all_the_same_when_it_is_told_to(papers: Path) -> None:
    standing_still = (
        "import time, mundraft.tui.stopping\nmundraft.tui.stopping.PATIENCE = 0.1\n"
        "from mundraft.tui.home import HomeScreen\n"
        "def waits(screen):\n    open('waiting', 'w').close()\n    time.sleep(3600)\n"
        "HomeScreen.action_new = waits"
    )
    terminal = Terminal(before=standing_still)
    try:
        terminal.shows("New paper")
        terminal.send("n")
        terminal.until((papers / "waiting").exists)
        assert terminal.told(signal.SIGTERM) == 128 + signal.SIGTERM
    finally:
        terminal.end()


def test_settings_of_the_shell_that_make_no_sense_are_passed_over(papers: Path) -> None:
    strange = {"TEXTUAL_COLOR_SYSTEM": "zz", "TEXTUAL_DRIVER": "nope:No", "TEXTUAL_PRESS": "ctrl+q", "COLUMNS": "²"}
    terminal = Terminal(more={**strange, "TEXTUAL_ANIMATIONS": "nope", "TEXTUAL_FPS": "abc", "ESCDELAY": "abc"})
    try:
        terminal.shows("New paper")
        terminal.send("\x11")
        assert terminal.wait() == 0
    finally:
        terminal.end()
