"""The fields of one source, and how they are filled in and read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Label

from mundraft.paper.model import Source
from mundraft.paper.names import authors_from_line, authors_in_line
from mundraft.text.dates import is_date
from mundraft.tui.editors.textbox import TextBox


class Field(NamedTuple):
    """One line of the form: its id, which is the source's own name for it, what it is called, and what it asks for."""

    name: str
    label: str
    asks: str


FIELDS = (
    Field("url", "Link", "https://…"),
    Field("title", "Title", "as it stands there"),
    Field("author", "Author", "Family name, given name: García Márquez, Ana; Okafor, Ben"),
    Field("publisher", "Publisher", "who published it (may stay empty)"),
    Field("issued", "Date", "e.g. 2024 or 2024-11-20 (may stay empty)"),
    Field("accessed", "You read it", "e.g. 2026-11-22 (may stay empty)"),
    Field("locator", "Where in it", "e.g. p. 12, art. 35 (may stay empty)"),
)

_DATES = ("issued", "accessed")


class SourceForm(Vertical):
    """A source as lines to type: everything that it holds, and the place in it that one answer cites."""

    #: the lines without which there is no source
    NEEDED: ClassVar[tuple[str, ...]] = ("title", "url")

    def compose(self) -> ComposeResult:
        for field in FIELDS:
            with Horizontal():
                yield Label(field.label)
                yield TextBox(one_line=True, placeholder=field.asks, id=field.name)

    @property
    def boxes(self) -> list[TextBox]:
        return list(self.query(TextBox))

    def text(self, name: str) -> str:
        """What is typed in one line."""
        return self.query_one(f"#{name}", TextBox).text.strip()

    @property
    def has_source(self) -> bool:
        return any(self.text(name) for name in self.NEEDED)

    @property
    def is_source(self) -> bool:
        """Whether what is typed can be meant as a source: a title, or what looks like a link."""
        url = self.text("url")
        return bool(self.text("title")) or "." in url.strip(".") or url.casefold().startswith(("http:", "https:"))

    @property
    def in_words(self) -> str:
        """All that is typed, each line with its label; "" where nothing is."""
        return "; ".join(f"{field.label}: {self.text(field.name)}" for field in FIELDS if self.text(field.name))

    def show(self, source: Source, locator: str) -> None:
        """Fill the lines with a source that there is."""
        self._fill(
            (
                source.url,
                source.title,
                authors_in_line(source.author),
                source.publisher,
                source.issued,
                source.accessed,
                locator,
            )
        )

    def clear(self) -> None:
        self._fill("" for _ in FIELDS)

    def _fill(self, texts: Iterable[str]) -> None:
        for box, text in zip(self.boxes, texts, strict=True):
            box.show(text)

    def source(self, like: Source) -> Source:
        """The source that the lines say, with the id of `like` and all of it that the form does not show."""
        typed: dict[str, object] = {field.name: self.text(field.name) for field in FIELDS if field.name != "locator"}
        if self.text("author") != authors_in_line(like.author):
            typed["author"] = authors_from_line(self.text("author"))
        else:
            typed["author"] = like.author
        typed |= {name: _dated(self.text(name)) for name in _DATES}
        return like.changed(**typed)


def _dated(typed: str) -> str:
    """A date as a paper holds it, where the words can only mean one ("July 2023"); else what was typed."""
    if not typed or is_date(typed):
        return typed
    from mundraft.citation.importing.dates import read_date

    meant = read_date(typed)
    return meant.date if meant.exact and meant.date else typed
