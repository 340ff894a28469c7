"""The smallest Textual app: one label. The peer for a cold start."""

from textual.app import App, ComposeResult
from textual.widgets import Label


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Label("bare and ready")


Bare().run()
