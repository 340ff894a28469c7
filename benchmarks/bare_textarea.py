"""A Textual app with one TextArea that holds a file's text. The peer for typing."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield TextArea(Path(sys.argv[1]).read_text(encoding="utf-8"))

    def on_mount(self) -> None:
        self.query_one(TextArea).focus()


Bare().run()
