"""The size of the window, which a screen hears of more than once while it is being drawn."""

from __future__ import annotations

from textual.events import Resize
from textual.message_pump import MessagePump


class SizeOfNow(MessagePump):
    """A screen that takes the size of the window as it is now, and none that it had before.

    A screen of Textual tells itself each size that it takes. Where two are under way, as when a window changes while
    the app begins, or a terminal does not say its size, it would change from one to the other for ever."""

    async def _on_resize(self, event: Resize) -> None:
        if event.size != self.app.size:
            event.stop()
            event.prevent_default()
