"""The buttons of the app: Textual's, in the one form that stands in our windows.

Textual's own style sheet for them has 57 rules, most of them for variants and forms that nothing here has. All would be
read before the first screen, and tried on each of its seven buttons: 8 ms of the 70 that this screen takes.
"""

from __future__ import annotations

from textual import widgets


class Button(widgets.Button, inherit_css=False):
    """A button without a border, which looks as Textual's compact one does; its variants are default and primary."""

    DEFAULT_CSS = """
    Button {
        width: auto; min-width: 16; height: auto; line-pad: 1;
        text-align: center; content-align: center middle; text-style: bold; pointer: pointer;
        color: $button-foreground; background: $surface; border: none;
        &:disabled { text-opacity: 0.6; pointer: not-allowed; }
        &:focus { text-style: $button-focus-text-style; background-tint: $foreground 5%; }
        &:hover { background: $surface-darken-1; }
        &.-active { background: $surface; tint: $background 30%; }
        &.-primary {
            color: $button-color-foreground; background: $primary;
            &:hover { background: $primary-darken-2; }
            &.-active { background: $primary; }
        }
    }
    """

    def key_left(self) -> None:
        self._go(-1)

    def key_right(self) -> None:
        self._go(1)

    def _go(self, step: int) -> None:
        """Give the cursor to the button beside this one, where there is one."""
        beside = self.parent.children if self.parent else ()
        row = [one for one in beside if isinstance(one, Button) and one.focusable]
        at = row.index(self) + step
        if 0 <= at < len(row):
            row[at].focus()
