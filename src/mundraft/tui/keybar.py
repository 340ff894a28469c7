"""The bottom line of every screen: the few keys that matter there, each of which can also be clicked."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from mundraft.tui.bindings import EVERYWHERE, Key

_APP_ACTIONS = frozenset(key.action for key in EVERYWHERE)
#: keys of this rank and above (help, commands, quit) are kept when there is no room for all
_ALWAYS = 90


class KeyBar(Static):
    """Shows the keys that have a place in the bar, by rank, as many as fit the width."""

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom; height: 1; background: $panel; color: $foreground; text-wrap: nowrap;
        link-color: $foreground; link-style: none; link-color-hover: $on-selected; link-style-hover: none;
    }
    """

    def __init__(self, keys: Iterable[Key]) -> None:
        super().__init__()
        self._keys = sorted((key for key in (*keys, *EVERYWHERE) if key.bar), key=lambda key: key.bar)

    def on_resize(self, event: Resize) -> None:
        self.update(self._fitting(event.size.width))

    def _fitting(self, width: int) -> Content:
        kept: set[str] = set()
        left = width
        for key in sorted(self._keys, key=lambda key: (key.bar < _ALWAYS, key.bar)):
            needed = len(key.shown) + len(key.label) + 2
            if needed <= left:
                kept.add(key.action)
                left -= needed
        return Content("  " if left >= len(kept) else " ").join(_link(key) for key in self._keys if key.action in kept)


def _link(key: Key) -> Content:
    scope = "app" if key.action in _APP_ACTIONS else "screen"
    return Content.from_markup(
        f"[@click={scope}.{key.action}][b $primary]$keys[/] $label[/]", keys=key.shown, label=key.label
    )
