"""What is set for the whole paper: its template, its page, the name of its file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mundraft.document.layout import PageSize
from mundraft.paper.address import with_value
from mundraft.paper.history import BEFORE_TEMPLATE
from mundraft.problems import MundraftError
from mundraft.text.harmless import harmless
from mundraft.tui.dialogs import AskLine, Choose, Offer, Told
from mundraft.tui.templates_offered import template_offers
from mundraft.tui.work import Work

if TYPE_CHECKING:
    from textual.app import App


def choose_template(app: App[None], work: Work, done: Callable[[], object]) -> None:
    """Offer the templates of the library, and ask the chosen one's questions from now on."""

    def chosen(name: str | None) -> None:
        if not name or name == work.paper.template:
            return
        try:
            work.session.keep_version(BEFORE_TEMPLATE)
            work.change_template(name)
        except MundraftError as error:
            app.push_screen(Told("This template cannot be used", str(error)))
            return
        app.notify("Other questions now. Every answer is kept; those not asked for are listed in the review (F4).")
        done()

    explains = "Another template asks other questions. Every answer is kept."
    app.push_screen(Choose("Template", explains, template_offers(work.library), work.paper.template), chosen)


def choose_page(app: App[None], work: Work, done: Callable[[], object]) -> None:
    """Offer the two page sizes."""

    def chosen(size: str | None) -> None:
        if size:
            work.put(with_value(work.paper, "page", PageSize(size)))
            app.notify(f"Page size: {size}")
            done()

    offers = [Offer(PageSize.A4, "A4", "21 by 29.7 cm"), Offer(PageSize.LETTER, "Letter", "8.5 by 11 inches")]
    app.push_screen(Choose("Page size", "The paper size of the Word document.", offers, work.paper.page), chosen)


def choose_addresses(app: App[None], work: Work, done: Callable[[], object]) -> None:
    """Offer to print the addresses of the sources."""

    def chosen(name: str | None) -> None:
        if name:
            work.put(with_value(work.paper, "look/addresses", "printed" if name == "printed" else ""))
            app.notify(
                "The resources list shows each address." if name == "printed" else "As the citation style has it."
            )
            done()

    offers = [
        Offer("linked", "As the citation style has it", "The numbered style has the title as the link"),
        Offer("printed", "Printed", "Each can be read in the list, when it is handed in on paper"),
    ]
    explains = "How the resources list shows where a source is."
    app.push_screen(Choose("Addresses of sources", explains, offers, work.paper.look.addresses or "linked"), chosen)


def rename(app: App[None], work: Work, done: Callable[[Path], object]) -> None:
    """Ask for another name of the paper's file, suggesting one from the seat and the topic."""

    def named(name: str | None) -> None:
        if not name:
            return
        try:
            done(work.rename(name))
        except MundraftError as error:
            app.push_screen(Told("Not renamed", str(error)))

    app.push_screen(
        AskLine("Rename the file", harmless(f"In {work.path.parent}"), work.suggested_name(), "Rename"), named
    )
