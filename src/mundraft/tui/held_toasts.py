"""Toasts that wait while a window or another screen stands over the one that told them: they would cover it."""

from __future__ import annotations

import time
from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from textual.events import ScreenResume
from textual.screen import Screen

from mundraft.text.harmless import harmless
from mundraft.tui.resizing import SizeOfNow

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

#: Seconds for which a toast is shown unless it says otherwise, and at least when it had to wait.
USUAL, AT_LEAST = 5.0, 3.0


class _Toast(NamedTuple):
    message: str
    title: str
    severity: SeverityLevel
    seconds: float


class HeldToasts(SizeOfNow, Screen[None]):
    """A screen whose toasts are not shown over what is opened from it. What cannot wait is told by the app."""

    def __init__(self) -> None:
        super().__init__()
        #: what is being shown, until when in seconds of `time.monotonic`
        self._shown_until: list[tuple[_Toast, float]] = []
        self._held: list[_Toast] = []

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        del markup  # the app shows none
        toast = _Toast(message, title, severity, timeout or USUAL)
        if self._is_covered():
            self._held.append(toast)
        else:
            self._show(toast)

    def _show(self, toast: _Toast) -> None:
        now = time.monotonic()
        self._shown_until = [(one, until) for one, until in self._shown_until if until > now]
        self._shown_until.append((toast, now + toast.seconds))
        self.app.notify(toast.message, title=toast.title, severity=toast.severity, timeout=toast.seconds)

    def withdraw(self, message: str) -> None:
        """Show a toast no longer, as what it told is so no more; all others go on."""
        self._held = [one for one in self._held if one.message != message]
        self._shown_until = [(one, until) for one, until in self._shown_until if one.message != message]
        self._take_from_screen({message})

    def _take_from_screen(self, messages: Collection[str]) -> None:
        """Take away what this screen told; what the app tells, as that nothing can be saved, stays."""
        gone = {harmless(message) for message in messages}
        for shown in [one for one in self.app._notifications if one.message in gone]:
            self.app._unnotify(shown, refresh=False)
        self.app._refresh_notifications()

    def _is_covered(self) -> bool:
        return self.app.screen is not self and self in self.app.screen_stack

    def on_screen_suspend(self) -> None:
        """Where something is opened, what is still being shown waits until it is closed."""
        if self._is_covered():
            now = time.monotonic()
            left = ((toast, until - now) for toast, until in self._shown_until if until > now)
            self._held = [*(toast._replace(seconds=max(AT_LEAST, more)) for toast, more in left), *self._held]
            self._take_from_screen({toast.message for toast, _ in self._shown_until})
            self._shown_until = []

    def on_screen_resume(self, event: ScreenResume) -> None:
        del event
        held, self._held = self._held, []
        for toast in held:
            self._show(toast)
