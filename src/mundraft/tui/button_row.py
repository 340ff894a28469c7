"""Buttons side by side, and those that find no room there in a row below: none is ever cut off."""

from __future__ import annotations

from textual.geometry import Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.layouts.horizontal import HorizontalLayout
from textual.widget import Widget


class _Wrapped(HorizontalLayout):
    """From left to right as far as the width goes, then from the left again."""

    name = "wrapped"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        placed: list[WidgetPlacement] = []
        left = top = below = 0
        for placement in super().arrange(parent, children, size, greedy):
            region = placement.region
            if region.right - left > size.width and region.x > left:
                left, top = region.x, below
            placed.append(placement._replace(region=region.translate((-left, top))))
            below = max(below, top + region.bottom)
        return placed


class ButtonRow(Widget):
    """Holds buttons, in as many rows as they need."""

    DEFAULT_CSS = "ButtonRow { width: 1fr; height: auto; }"
    _LAYOUT = _Wrapped()

    @property
    def layout(self) -> Layout:
        return self._LAYOUT
