"""A rescue copy from a time when the paper could not be saved: gone on with, or put aside."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mundraft.problems import MundraftError
from mundraft.tui.dialogs import Choose, Offer, Told
from mundraft.tui.work import Work

if TYPE_CHECKING:
    from textual.app import App


def offer_rescue(app: App[None], work: Work, done: Callable[[], object]) -> None:
    """Ask what to do with the rescue copy, if one was found. Left without a choice, it stays where it is."""
    rescue = work.session.rescue_found
    if rescue is None:
        return

    def chosen(what: str | None) -> None:
        try:
            if what == "take":
                work.session.take_rescue()
                done()
            elif what == "drop":
                work.session.drop_rescue()
        except MundraftError as error:
            app.push_screen(Told("The rescue copy stays where it is", str(error)))

    offers = (
        Offer("take", "Go on with the rescue copy", "The file as it is becomes an earlier version"),
        Offer("drop", "Go on with the file", "The rescue copy becomes an earlier version"),
    )
    when = rescue.when.astimezone().strftime("%d %b %Y, %H:%M")
    app.push_screen(
        Choose("A rescue copy was found", f"It was written {when}, when the file could not be.", offers), chosen
    )
